"""The words and order of what the desk shows before a test."""

from datetime import timedelta

import pytest

from quizapp.core.desk import ExamProgress
from quizapp.core.exams import AttemptsRule, ReviewContent
from quizapp.core.people import DepartmentKind
from quizapp.db.engine import Database
from quizapp.db.tables import PersonRow
from quizapp.services.desk_pages import rules_in_words
from tests.services.conftest import Roster
from tests.services.office import ACTOR, CLOSES, OPENS, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def test_the_rules_say_what_counts(office: Office) -> None:
    definition = office.definition(1, attempts_allowed=2, attempts_rule=AttemptsRule.LAST, instructions="带工作证\n\n")
    rules = rules_in_words(definition, definition.papers[0].blueprint)
    assert rules[0] == "单选题 4 题，每题 10 分"
    assert "满分 100 分，60 分合格，90 分优秀" in rules
    assert "多选题：全对得分，多选、少选、错选均不得分" in rules
    assert "可以作答 2 次，取最后一次" in rules
    assert rules[-1] == "带工作证"
    only_score = office.definition(1, review_content=ReviewContent.SCORE_ONLY)
    assert "考试后只公布成绩" in rules_in_words(only_score, only_score.papers[0].blueprint)


def test_departments_come_in_the_bureaus_order_children_after_parents(office: Office, roster: Roster) -> None:
    unit = roster.department("幼儿园", DepartmentKind.UNIT)
    section = roster.department("办公室")
    group = roster.department("大班组", parent=unit)
    for department in (section, group, unit):
        roster.person(f"{department.name}的人", department)
    names = [one.name for one in office.desk.sign_in_page().departments]
    assert names == ["幼儿园", "幼儿园 / 大班组", "办公室"]


def test_my_page_puts_what_can_be_done_first(office: Office, roster: Roster, database: Database) -> None:
    person = roster.person("张三", roster.department("办公室"))
    bank_id = fill_bank(database, usual_questions())
    past = office.published(bank_id, title="二月", month="2026-02", opens_at=OPENS - timedelta(days=30))
    office.exams.close(ACTOR, past)
    now_open = office.published(bank_id, title="三月")
    coming = office.published(bank_id, title="四月", opens_at=CLOSES, closes_at=CLOSES + timedelta(days=1))
    page = office.desk.my_page(office.desk.sign_in(person.id, "").token)
    assert [(one.exam_id, one.progress) for one in page.exams] == [
        (now_open, ExamProgress.READY),
        (coming, ExamProgress.NOT_OPEN),
        (past, ExamProgress.MISSED),
    ]
    assert [(one.month, one.status, one.score) for one in page.months] == [("2026-02", "待核实", None)]


def test_a_remark_is_shown_only_where_names_are_alike(office: Office, roster: Roster, database: Database) -> None:
    """It is the organiser's own note ("长期病假"), and everybody at the PC reads the page before signing in."""
    drivers, section = roster.department("车队"), roster.department("办公室")
    said = [(drivers, "陈建国", "长期病假"), (section, "李娜", "大"), (section, "李娜", ""), (drivers, "李娜", "女")]
    ids = [roster.person(name, department).id for department, name, _remark in said]
    with database.write() as session:
        for person_id, (_department, _name, remark) in zip(ids, said, strict=True):
            row = session.get_one(PersonRow, person_id)
            row.remark, row.position = remark, "科员"
    shown = sorted((one.name, one.remark) for one in office.desk.sign_in_page().people)
    assert shown == [("李娜", "大"), ("李娜", "科员"), ("李娜", "科员"), ("陈建国", "科员")]


def test_people_are_found_by_pinyin_typed_in_one_go(office: Office, roster: Roster, database: Database) -> None:
    person = roster.person("覃峰", roster.department("办公室"), pinyin="qin feng|tan feng", initials="qf|tf")
    (entry,) = office.desk.sign_in_page().people
    assert (entry.id, entry.search_keys) == (person.id, ("qinfeng", "tanfeng", "qf", "tf"))


def test_who_has_handed_in_all_that_is_open_is_marked(office: Office, roster: Roster, database: Database) -> None:
    people = roster.people(roster.department("办公室"), "张三", "李四")
    first = office.published(fill_bank(database, usual_questions()))
    second = office.published(fill_bank(database, usual_questions(), "第二个题库"))

    def done() -> list[str]:
        return [one.name for one in office.desk.sign_in_page().people if one.is_done]

    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, first)
    assert done() == []
    office.desk.submit(token, sheet.attempt_id)
    assert done() == [], "another test is still to be taken"
    office.desk.start(token, second)
    assert done() == [], "and is being taken"
    office.desk.submit(token, office.desk.start(token, second).attempt_id)
    assert done() == ["张三"]
    office.exams.close(ACTOR, first)
    office.exams.close(ACTOR, second)
    assert done() == [], "nothing is open any more"

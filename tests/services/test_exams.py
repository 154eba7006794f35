"""Defining, publishing, changing the window, closing: what is frozen when, and what stands in the way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.core.exams import Audience, ExamState, PaperPlan
from quizapp.core.monthly import Status
from quizapp.core.papers import Blueprint, Section
from quizapp.core.people import Actor, Department, DepartmentKind, Person
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptQuestionRow, DuePersonRow, ExamPaperRow, LogRow, PersonRow, QuestionRow
from quizapp.errors import Conflict, NotAllowed, UserError
from tests.services.conftest import Roster
from tests.services.office import ACTOR, CLOSES, OPENS, SECTIONS, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def unit(roster: Roster) -> Department:
    return roster.department("服务中心", DepartmentKind.UNIT)


@pytest.fixture
def people(roster: Roster, unit: Department) -> list[Person]:
    office = roster.people(roster.department("办公室"), "张三", "李四")
    return [*office, roster.person("王五", roster.department("车队", parent=unit), category="工勤")]


@pytest.fixture
def bank_id(database: Database) -> int:
    return fill_bank(database, usual_questions())


def statuses(database: Database, exam_id: int) -> dict[str, str]:
    with database.read() as session:
        return {row.name: row.status for row in session.query(DuePersonRow).where(DuePersonRow.exam_id == exam_id)}


def test_publishing_writes_down_who_is_due_as_they_are_then(
    office: Office, database: Database, people: list[Person], bank_id: int
) -> None:
    exam_id = office.published(bank_id)
    with database.write() as session:
        driver = session.get_one(PersonRow, people[2].id)
        driver.name, driver.category, driver.is_active = "王五改", "合同制", False
    with database.read() as session:
        due = session.query(DuePersonRow).where(DuePersonRow.person_id == people[2].id).one()
        assert (due.name, due.category, due.department) == ("王五", "工勤", ["服务中心", "车队"])
    assert statuses(database, exam_id) == dict.fromkeys(("张三", "李四", "王五"), Status.NOT_YET)


def test_an_audience_by_unit_and_category(
    office: Office, people: list[Person], unit: Department, bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id, audience=Audience(department_ids=(unit.id,)))
    assert list(statuses(database, exam_id)) == ["王五"]
    check = office.exams.check(office.definition(bank_id, audience=Audience(categories=("公务员",))))
    assert check.total_due == 0
    assert any("没有应考人员" in fault for fault in check.faults)


def test_each_gets_the_first_paper_meant_for_them(
    office: Office, people: list[Person], bank_id: int, database: Database
) -> None:
    drivers = PaperPlan("工勤卷", Blueprint((bank_id,), SECTIONS), Audience(categories=("工勤",)))
    general = PaperPlan("通用卷", Blueprint((bank_id,), SECTIONS))
    check = office.exams.check(office.definition(bank_id, papers=(drivers, general)))
    assert check.faults == ()
    assert {count.department: count.by_paper for count in check.due} == {
        "办公室": (("通用卷", 2),),
        "服务中心 / 车队": (("工勤卷", 1),),
    }
    exam_id = office.published(bank_id, papers=(drivers, general))
    with database.read() as session:
        names = {row.name: session.get_one(ExamPaperRow, row.paper_id).name for row in session.query(DuePersonRow)}
    assert names == {"张三": "通用卷", "李四": "通用卷", "王五": "工勤卷"}
    assert office.exams.exam(exam_id).due == 3


def test_people_without_a_paper_stand_in_the_way(office: Office, people: list[Person], bank_id: int) -> None:
    drivers = PaperPlan("工勤卷", Blueprint((bank_id,), SECTIONS), Audience(categories=("工勤",)))
    [fault] = office.exams.check(office.definition(bank_id, papers=(drivers,))).faults
    assert fault.startswith("2 人没有对应的试卷（如 张三、李四）")


def test_a_blueprint_that_the_bank_cannot_fill_says_what_is_missing_before_publishing(
    office: Office, people: list[Person], bank_id: int
) -> None:
    sections = (Section(Kind.SINGLE, 12, 500), Section(Kind.MULTIPLE, 8, 500))
    definition = office.definition(bank_id, papers=(PaperPlan("通用卷", Blueprint((bank_id,), sections)),))
    words = ["第 1 部分（单选题）需要 12 题，还缺 4 题", "第 2 部分（多选题）需要 8 题，还缺 2 题"]
    assert list(office.exams.check(definition).faults) == words
    exam_id = office.exams.create(ACTOR, definition)
    with pytest.raises(UserError, match="还缺 4 题"):
        office.exams.publish(ACTOR, exam_id)
    assert office.exams.exam(exam_id).state is ExamState.DRAFT


def test_a_window_in_the_past_stands_in_the_way(office: Office, people: list[Person], bank_id: int) -> None:
    office.clock.wall_at = CLOSES
    assert any("已经过去" in fault for fault in office.exams.check(office.definition(bank_id)).faults)


def test_a_draft_can_be_changed_and_deleted_a_published_test_not(
    office: Office, people: list[Person], bank_id: int
) -> None:
    definition = office.definition(bank_id)
    exam_id = office.exams.create(ACTOR, definition)
    assert office.exams.exam(exam_id).definition == definition
    office.exams.change(ACTOR, exam_id, replace(definition, title="改过", minutes=45))
    assert office.exams.exam(exam_id).definition == replace(definition, title="改过", minutes=45)
    assert office.exams.publish(ACTOR, exam_id) == 3
    with pytest.raises(Conflict, match="已经发布"):
        office.exams.change(ACTOR, exam_id, definition)
    with pytest.raises(Conflict, match="已经发布"):
        office.exams.delete_draft(ACTOR, exam_id)
    other = office.exams.create(ACTOR, definition)
    office.exams.delete_draft(ACTOR, other)
    assert [exam.id for exam in office.exams.exams("2026-03")] == [exam_id]


def test_withdrawing_ends_with_the_first_start(
    office: Office, people: list[Person], bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id)
    office.exams.withdraw(ACTOR, exam_id)
    assert statuses(database, exam_id) == {}
    assert office.exams.publish(ACTOR, exam_id) == 3
    token = office.desk.sign_in(people[0].id, "").token
    office.desk.start(token, exam_id)
    with pytest.raises(Conflict, match="已经有人开始"):
        office.exams.withdraw(ACTOR, exam_id)


def test_all_get_the_same_questions_each_in_another_order(
    office: Office, people: list[Person], bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id)
    sheets = [office.desk.start(office.desk.sign_in(one.id, "").token, exam_id) for one in people]
    stems = [[place.stem for place in sheet.questions] for sheet in sheets]
    assert {frozenset(one) for one in stems} == {frozenset(stems[0])}
    assert len({tuple(one) for one in stems}) > 1


def test_each_gets_other_questions_where_that_is_wanted(office: Office, people: list[Person], bank_id: int) -> None:
    exam_id = office.published(bank_id, same_questions=False)
    sheets = [office.desk.start(office.desk.sign_in(one.id, "").token, exam_id) for one in people]
    assert len({frozenset(place.stem for place in sheet.questions) for sheet in sheets}) > 1
    assert all(len(sheet.questions) == 10 for sheet in sheets)


def test_what_was_published_is_asked_even_if_the_bank_changes_after(
    office: Office, people: list[Person], bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id)
    with database.write() as session:
        pool = set(session.query(ExamPaperRow).one().pool)
        for row in session.query(QuestionRow):
            row.state = "retired"
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    with database.read() as session:
        assert {row.revision_id for row in session.query(AttemptQuestionRow)} == pool


def test_moving_the_window_moves_running_deadlines_with_its_end(
    office: Office, people: list[Person], bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id)
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    soon = office.clock.wall_at + timedelta(minutes=10)
    office.exams.change_window(ACTOR, exam_id, OPENS, soon, "提前结束")
    assert office.desk.sheet(token, sheet.attempt_id).time_left_s == 600
    office.exams.change_window(ACTOR, exam_id, OPENS, CLOSES, "恢复")
    assert office.desk.sheet(token, sheet.attempt_id).time_left_s == 1800
    with pytest.raises(UserError, match="晚于开始"):
        office.exams.change_window(ACTOR, exam_id, CLOSES, OPENS, "")
    with database.read() as session:
        reasons = [row.reason for row in session.query(LogRow) if row.action == "exam.window"]
    assert reasons == ["提前结束", "恢复"]


def test_closing_grades_who_is_writing_and_leaves_the_rest_to_be_settled(
    office: Office, people: list[Person], bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id)
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=4)
    assert office.exams.close(ACTOR, exam_id) == 2
    assert statuses(database, exam_id) == {"张三": Status.SAT, "李四": Status.UNSETTLED, "王五": Status.UNSETTLED}
    assert office.desk.outcome(token, sheet.attempt_id).score == 60_00
    with pytest.raises(Conflict):
        office.exams.close(ACTOR, exam_id)
    [summary] = office.exams.exams()
    assert (summary.due, summary.sat, summary.unsettled, summary.running) == (3, 1, 2, 0)


def test_an_administrator_of_one_unit_does_not_set_tests(office: Office, bank_id: int) -> None:
    with pytest.raises(NotAllowed, match="全局管理员"):
        office.exams.create(Actor("单位管理员", unit_id=1), office.definition(bank_id))

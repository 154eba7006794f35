"""Sheets to print: a person's own under the rules of review, the organiser's with a line in the log."""

import pytest
from sqlalchemy import select

from quizapp.core.exams import PaperPlan, ReviewContent
from quizapp.core.monthly import Grade
from quizapp.core.papers import Blueprint, Section
from quizapp.core.people import Actor, DepartmentKind, Person
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow
from quizapp.errors import Cancelled, NotAllowed, UserError
from quizapp.services.answer_sheets import AnswerSheets
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, usual_questions
from tests.services.pictured import fill_pictured_bank, seats
from tests.services.test_own_standing import sit


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def sheets(office: Office) -> AnswerSheets:
    return AnswerSheets(office.database, office.clock)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    unit = roster.department("服务中心", DepartmentKind.UNIT)
    return [roster.person("张三", roster.department("办公室")), roster.person("李四", unit)]


@pytest.fixture
def bank_id(database: Database) -> int:
    return fill_bank(database, usual_questions(explanation="记住它。"))


def test_a_sheet_says_whose_it_is_and_what_was_earned(
    office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int
) -> None:
    attempt_id = sit(office, office.published(bank_id), people[0], 3)
    (sheet,) = sheets.sheets(ACTOR, [attempt_id], has_key=True)
    assert (sheet.title, sheet.name, sheet.person_number, sheet.department) == (
        "三月礼仪测试",
        "张三",
        people[0].number,
        "办公室",
    )
    assert (sheet.score, sheet.full_points, sheet.grade) == (70_00, 100_00, Grade.PASSED)
    assert (sheet.number, sheet.used_s, sheet.given_s) == (1, 60, 1800)
    assert [one.earned for one in sheet.questions] == [0] * 3 + [10_00] * 7
    assert all(one.key is not None or one.key_texts for one in sheet.questions)


def test_without_the_key_nothing_gives_it_away(
    office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int
) -> None:
    attempt_id = sit(office, office.published(bank_id), people[0], 3)
    (sheet,) = sheets.sheets(ACTOR, [attempt_id], has_key=False)
    assert all((one.key, one.key_texts, one.explanation) == (None, (), "") for one in sheet.questions)


def test_several_come_in_the_order_asked_for_and_are_in_the_log(
    office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int, database: Database
) -> None:
    exam_id = office.published(bank_id)
    attempts = [sit(office, exam_id, person, 0) for person in people]
    steps: list[tuple[int, int]] = []
    made = sheets.sheets(
        ACTOR, attempts[::-1], has_key=True, on_progress=lambda done, total: steps.append((done, total))
    )
    assert [one.name for one in made] == ["李四", "张三"]
    assert steps == [(1, 2), (2, 2)]
    with database.read() as session:
        (line,) = session.scalars(select(LogRow).where(LogRow.action == "sheets.print"))
        assert (line.who, line.subject) == (ACTOR.name, "三月礼仪测试")
        assert line.details["names"] == ["李四", "张三"]


def test_who_is_still_writing_has_no_sheet(
    office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int
) -> None:
    exam_id = office.published(bank_id)
    running = office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id).attempt_id
    with pytest.raises(UserError, match="交卷以后才能打印"):
        sheets.sheets(ACTOR, [running], has_key=True)
    done = sit(office, exam_id, people[1], 0)
    assert [one.name for one in sheets.sheets(ACTOR, [running, done], has_key=True)] == ["李四"]


def test_a_void_sheet_says_so(office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int) -> None:
    attempt_id = sit(office, office.published(bank_id), people[0], 0)
    office.attempts.void(ACTOR, attempt_id, "代考")
    (sheet,) = sheets.sheets(ACTOR, [attempt_id], has_key=True)
    assert (sheet.void_reason, sheet.grade) == ("代考", None)


def test_a_units_administrator_prints_that_unit_only(
    office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int
) -> None:
    exam_id = office.published(bank_id)
    attempts = [sit(office, exam_id, person, 0) for person in people]
    of_unit = Actor("李管理", people[1].department.id)
    assert [one.name for one in sheets.sheets(of_unit, attempts[1:], has_key=True)] == ["李四"]
    with pytest.raises(NotAllowed):
        sheets.sheets(of_unit, attempts, has_key=True)


def test_it_stops_when_asked_to(office: Office, sheets: AnswerSheets, people: list[Person], bank_id: int) -> None:
    attempt_id = sit(office, office.published(bank_id), people[0], 0)
    with pytest.raises(Cancelled):
        sheets.sheets(ACTOR, [attempt_id], has_key=True, is_cancelled=lambda: True)


@pytest.mark.parametrize(("content", "has_key"), [(ReviewContent.ANSWERS, True), (ReviewContent.RIGHT_WRONG, False)])
def test_a_persons_own_sheet_follows_the_rules_of_review(
    office: Office, people: list[Person], bank_id: int, content: ReviewContent, has_key: bool
) -> None:
    exam_id = office.published(bank_id, review_content=content)
    attempt_id = sit(office, exam_id, people[0], 3)
    token = office.desk.sign_in(people[0].id, "").token
    with pytest.raises(NotAllowed):
        office.desk.answer_sheet(token, attempt_id)
    office.exams.close(ACTOR, exam_id)
    sheet = office.desk.answer_sheet(token, attempt_id)
    assert (sheet.name, sheet.score, sheet.has_key) == ("张三", 70_00, has_key)
    assert sheet.questions == office.desk.review(token, attempt_id)
    with pytest.raises(NotAllowed):
        office.desk.answer_sheet(office.desk.sign_in(people[1].id, "").token, attempt_id)


def test_where_only_the_score_is_shown_no_sheet_is_printed(office: Office, people: list[Person], bank_id: int) -> None:
    exam_id = office.published(bank_id, review_content=ReviewContent.SCORE_ONLY)
    attempt_id = sit(office, exam_id, people[0], 3)
    office.exams.close(ACTOR, exam_id)
    with pytest.raises(NotAllowed):
        office.desk.answer_sheet(office.desk.sign_in(people[0].id, "").token, attempt_id)


def test_pictures_come_with_the_sheet(
    office: Office, sheets: AnswerSheets, people: list[Person], database: Database
) -> None:
    plan = PaperPlan("看图", Blueprint((fill_pictured_bank(database, [seats(1)]),), (Section(Kind.SINGLE, 1, 100_00),)))
    exam_id = office.published(0, papers=(plan,))
    token = office.desk.sign_in(people[0].id, "").token
    attempt = office.desk.start(token, exam_id)
    office.desk.submit(token, attempt.attempt_id)
    (sheet,) = sheets.sheets(ACTOR, [attempt.attempt_id], has_key=True)
    assert set(sheet.pictures) == {(0, place) for place in attempt.questions[0].pictures}
    assert sheet.pictures[0, PicturePlace()].startswith(b"\x89PNG")

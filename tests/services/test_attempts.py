"""The organiser and attempts: what explains a score, voiding, moving one taken under a wrong name."""

import pytest

from quizapp.core.attempts import AttemptState
from quizapp.core.desk import ExamProgress
from quizapp.core.monthly import Status
from quizapp.core.people import Actor, Person
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptEventRow, DuePersonRow, LogRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.attempts import event_words
from tests.services.conftest import Roster
from tests.services.office import ACTOR, OPENS, Office, fill_bank, usual_questions
from tests.services.pictured import CONTENTS, fill_pictured_bank, seats


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    return roster.people(roster.department("办公室"), "张三", "李四")


@pytest.fixture
def exam_id(office: Office, people: list[Person], database: Database) -> int:
    return office.published(fill_bank(database, usual_questions()))


@pytest.fixture
def attempt_id(office: Office, people: list[Person], exam_id: int) -> int:
    """An attempt of 张三, handed in with 90."""
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=1)
    office.desk.submit(token, sheet.attempt_id)
    return sheet.attempt_id


def status(database: Database, person: Person) -> str:
    with database.read() as session:
        return session.query(DuePersonRow).where(DuePersonRow.person_id == person.id).one().status


def test_the_record_explains_the_score(office: Office, attempt_id: int) -> None:
    record = office.attempts.record(attempt_id)
    assert record.summary.score == 90_00 == sum(one.earned or 0 for one in record.questions)
    assert record.summary.state is AttemptState.SUBMITTED and record.summary.counts
    assert all(one.key is not None or one.key_texts for one in record.questions)
    assert [event.words for event in record.events] == ["开始作答", "交卷"]


def test_a_void_attempt_counts_for_nothing_and_may_be_taken_again(
    office: Office, people: list[Person], exam_id: int, attempt_id: int, database: Database
) -> None:
    with pytest.raises(UserError, match="写明原因"):
        office.attempts.void(ACTOR, attempt_id, " ")
    office.attempts.void(ACTOR, attempt_id, "用错电脑")
    assert status(database, people[0]) == Status.NOT_YET
    [summary] = office.attempts.attempts(exam_id)
    assert (summary.state, summary.score, summary.void_reason) == (AttemptState.VOIDED, None, "用错电脑")
    with pytest.raises(Conflict, match="已经作废"):
        office.attempts.void(ACTOR, attempt_id, "再来")
    token = office.desk.sign_in(people[0].id, "").token
    assert office.desk.my_page(token).exams[0].progress is ExamProgress.READY
    assert office.desk.start(token, exam_id).attempt_id != attempt_id
    with database.read() as session:
        assert [row.reason for row in session.query(LogRow) if row.action == "attempt.void"] == ["用错电脑"]


def test_an_attempt_moves_to_the_person_who_really_sat(
    office: Office, people: list[Person], exam_id: int, attempt_id: int, database: Database
) -> None:
    office.attempts.move(ACTOR, attempt_id, people[1].id, "点错了姓名")
    assert status(database, people[0]) == Status.NOT_YET
    assert status(database, people[1]) == Status.SAT
    token = office.desk.sign_in(people[1].id, "").token
    assert office.desk.my_page(token).exams[0].score == 90_00
    record = office.attempts.record(attempt_id)
    assert record.summary.name == "李四"
    assert record.events[-1].words == "由张管理从张三名下移到李四名下，原因：点错了姓名"
    token = office.desk.sign_in(people[0].id, "").token
    assert len(office.desk.start(token, exam_id).questions) == 10


def test_an_attempt_does_not_push_another_aside(
    office: Office, people: list[Person], exam_id: int, attempt_id: int
) -> None:
    office.desk.start(office.desk.sign_in(people[1].id, "").token, exam_id)
    with pytest.raises(Conflict, match="已有作答记录"):
        office.attempts.move(ACTOR, attempt_id, people[1].id, "点错了姓名")


def test_only_somebody_on_the_list_can_be_given_an_attempt(office: Office, roster: Roster, attempt_id: int) -> None:
    stranger = roster.person("王五", roster.department("车队"))
    with pytest.raises(Conflict, match="不在应考名单"):
        office.attempts.move(ACTOR, attempt_id, stranger.id, "点错了姓名")


def test_an_administrator_of_another_unit_may_not(office: Office, roster: Roster, attempt_id: int) -> None:
    other = roster.department("幼儿园")
    with pytest.raises(NotAllowed, match="本单位"):
        office.attempts.void(Actor("园长", unit_id=other.id), attempt_id, "原因")


@pytest.mark.parametrize(
    "event",
    [
        "started",
        "resumed",
        "away",
        "stepped_out",
        "submitted",
        "expired",
        "clock_jump",
        "late_answer",
        "laid_aside",
        "voided",
        "moved",
        "granted",
        "grant_taken_back",
        "opened_again",
        "ended_early",
        "postponed",
        "to_paper",
    ],
)
def test_every_event_has_words(event: str) -> None:
    assert event_words(AttemptEventRow(attempt_id=1, at=OPENS, event=event, details={}))


def test_an_attempt_that_is_running_is_not_moved(office: Office, people: list[Person], exam_id: int) -> None:
    sheet = office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    with pytest.raises(Conflict, match="正在作答"):
        office.attempts.move(ACTOR, sheet.attempt_id, people[1].id, "点错了姓名")


def test_the_organiser_sees_the_pictures_as_they_were_shown(
    office: Office, people: list[Person], database: Database
) -> None:
    questions = [seats(number) for number in range(1, 5)] + usual_questions()[8:]
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, office.published(fill_pictured_bank(database, questions)))
    asked = next(one for one in office.attempts.record(sheet.attempt_id).questions if one.kind is Kind.SINGLE)
    found = {place: office.attempts.picture(sheet.attempt_id, asked.position, place) for place in asked.pictures}
    assert set(found.values()) == set(CONTENTS.values())
    assert found[asked.pictures[0]] == office.desk.picture(token, sheet.attempt_id, asked.position, PicturePlace())

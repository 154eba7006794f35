"""More time for single people: from the roster to the deadline, changed before the start, logged."""

from datetime import timedelta

import pytest

from quizapp.core.people import EXTRA_MINUTES_MOST, Person
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow, LogRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.extra_minutes import check_extra_minutes
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Actor, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    department = roster.department("办公室")
    return [roster.person("张三", department, extra_minutes=10), roster.person("李四", department)]


@pytest.fixture
def exam_id(office: Office, people: list[Person], database: Database) -> int:
    return office.published(fill_bank(database, usual_questions()))


def minutes(office: Office, exam_id: int) -> dict[str, int]:
    return {one.name: one.extra_minutes for one in office.exams.due_people(exam_id)}


def limit(database: Database, attempt_id: int) -> timedelta:
    with database.read() as session:
        attempt = session.get_one(AttemptRow, attempt_id)
        return attempt.deadline_at - attempt.started_at


def test_what_a_person_has_goes_on_the_list_and_into_the_deadline(
    office: Office, exam_id: int, people: list[Person], database: Database
) -> None:
    assert minutes(office, exam_id) == {"张三": 10, "李四": 0}
    for person, wanted in zip(people, (40, 30), strict=True):
        token = office.desk.sign_in(person.id, "").token
        mine = office.desk.my_page(token).exams[0]
        assert (mine.minutes, mine.extra_minutes) == (wanted, wanted - 30)
        sheet = office.desk.start(token, exam_id)
        assert limit(database, sheet.attempt_id) == timedelta(minutes=wanted)
        assert sheet.time_left_s == wanted * 60


def test_who_is_added_later_has_them_as_well(office: Office, exam_id: int, roster: Roster) -> None:
    newcomer = roster.person("王五", roster.department("车队"), extra_minutes=15)
    office.exams.add_due(ACTOR, exam_id, [newcomer.id], "新调入")
    assert minutes(office, exam_id)["王五"] == 15


def test_before_the_start_they_are_changed_with_a_reason_and_logged(
    office: Office, exam_id: int, people: list[Person], database: Database
) -> None:
    due = {one.name: one for one in office.exams.due_people(exam_id)}
    both = [due["张三"].due_id, due["李四"].due_id]
    assert office.exams.set_extra_minutes(ACTOR, exam_id, [*both, both[0]], 20, reason=" 视力不便 ") == 2
    assert office.exams.set_extra_minutes(ACTOR, exam_id, both, 20, reason="再点一次") == 0
    assert minutes(office, exam_id) == {"张三": 20, "李四": 20}
    with database.read() as session:
        (logged,) = session.query(LogRow).filter(LogRow.action == "exam.extra_minutes")
    assert (logged.who, logged.reason, logged.details["minutes"]) == ("张管理", "视力不便", 20)
    assert [(one["name"], one["from"]) for one in logged.details["people"]] == [("张三", 10), ("李四", 0)]


def test_who_has_started_keeps_the_time_given_at_the_start(office: Office, exam_id: int, people: list[Person]) -> None:
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    due = office.exams.due_people(exam_id)
    assert [one.has_started for one in due] == [True, False]
    with pytest.raises(Conflict, match="张三"):
        office.exams.set_extra_minutes(ACTOR, exam_id, [one.due_id for one in due], 20, reason="视力不便")
    assert minutes(office, exam_id) == {"张三": 10, "李四": 0}


@pytest.mark.parametrize(("wanted", "reason"), [(-1, "视力"), (EXTRA_MINUTES_MOST + 1, "视力"), (10, " ")])
def test_without_a_reason_or_beyond_the_limit_nothing_changes(
    office: Office, exam_id: int, wanted: int, reason: str
) -> None:
    due_id = office.exams.due_people(exam_id)[1].due_id
    with pytest.raises(UserError):
        office.exams.set_extra_minutes(ACTOR, exam_id, [due_id], wanted, reason=reason)
    assert minutes(office, exam_id)["李四"] == 0


def test_a_list_that_changed_and_a_closed_test_are_told(office: Office, exam_id: int) -> None:
    due_id = office.exams.due_people(exam_id)[1].due_id
    with pytest.raises(Conflict):
        office.exams.set_extra_minutes(ACTOR, exam_id, [due_id, 999], 10, reason="视力不便")
    with pytest.raises(NotAllowed):
        office.exams.set_extra_minutes(Actor("李管理", 1), exam_id, [due_id], 10, reason="视力不便")
    office.exams.close(ACTOR, exam_id)
    with pytest.raises(Conflict):
        office.exams.set_extra_minutes(ACTOR, exam_id, [due_id], 10, reason="视力不便")


def test_the_limits_themselves_are_allowed() -> None:
    for allowed in (0, EXTRA_MINUTES_MOST):
        check_extra_minutes(allowed)

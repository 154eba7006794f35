"""The hall as rows tell it: answers counted, flags, those who have not started, nothing of void attempts."""

import pytest

from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptEventRow, AttemptRow
from quizapp.services.hall_records import due_of, events_of, places_of
from tests.services.conftest import Roster
from tests.services.hall import Sitting
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    return roster.people(roster.department("办公室"), "张三", "李四", "王五")


@pytest.fixture
def sitting(database: Database, people: list[Person]) -> Sitting:
    office = Office(database)
    made = Sitting(office, office.published(fill_bank(database, usual_questions())))
    made.start(*people[:2])
    return made


def test_answers_count_and_cleared_ones_do_not(sitting: Sitting) -> None:
    token, attempt = sitting.tokens["张三"], sitting.attempt("张三")
    cleared = {0: (0,), 1: (), 2: None, 9: ("",)}
    for seq, (position, response) in enumerate(cleared.items(), start=1):
        sitting.office.desk.save_answer(token, attempt, position, response, seq=seq, is_marked=False)
    assert (sitting.seat("张三").answered, sitting.seat("张三").question_count) == (1, 10)


def test_a_clock_that_was_set_and_leavings_are_flagged(sitting: Sitting, database: Database) -> None:
    sitting.office.clock.wall_at += sitting.office.clock.wall_at - sitting.office.exams.exams()[0].opens_at
    sitting.beat("张三")
    with database.write() as session:
        at = sitting.office.clock.wall_at
        session.add(AttemptEventRow(attempt_id=sitting.attempt("李四"), at=at, event="left", details={"seconds": 9}))
    assert (sitting.seat("张三").clock_jumps, sitting.seat("张三").leavings) == (1, 0)
    assert (sitting.seat("李四").clock_jumps, sitting.seat("李四").leavings) == (0, 1)


def test_who_has_not_started_is_counted_in_the_department(sitting: Sitting) -> None:
    [department] = sitting.hall().departments
    assert (department.not_yet, department.running, department.done) == (1, 2, 0)
    sitting.office.attempts.void(ACTOR, sitting.attempt("张三"), "误点开始")
    [department] = sitting.hall().departments
    assert (department.not_yet, department.running, department.done) == (2, 1, 0)
    assert [one.name for one in sitting.hall().seats] == ["李四"]


def test_attempts_of_some_ids_and_whose_they_are(sitting: Sitting, database: Database) -> None:
    with database.read() as session:
        [(attempt, due)] = places_of(session, sitting.exam_id, [sitting.attempt("李四"), 999])
        assert due.name == "李四" and due_of(session, attempt) is due
        assert len(places_of(session, sitting.exam_id)) == session.query(AttemptRow).count() == 2
        assert events_of(session, sitting.exam_id) == {}, "that it began is nothing to watch for"

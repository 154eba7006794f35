"""Which questions may be practised, and the record of one person."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from quizapp.core.people import Person
from quizapp.core.practice import Met
from quizapp.core.questions import Kind, Question
from quizapp.db.engine import Database
from quizapp.db.tables import PracticeRow, QuestionRow
from quizapp.services.practice_records import (
    forget_questions,
    is_in_a_test,
    practisable,
    read_record,
    read_records,
    write_record,
)
from tests.services.conftest import Roster
from tests.services.office import ACTOR, OPENS, Office, fill_bank, question, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def person(roster: Roster) -> Person:
    return roster.person("张三", roster.department("办公室"))


@pytest.fixture
def found(database: Database) -> Callable[[], set[int]]:
    """Ask which questions may be practised."""

    def look() -> set[int]:
        with database.read() as session:
            return {one.question_id for one in practisable(session)}

    return look


def change(database: Database, question_id: int, **values: object) -> None:
    with database.write() as session:
        session.execute(update(QuestionRow).where(QuestionRow.id == question_id).values(**values))


def test_questions_in_use_that_a_machine_can_mark(database: Database, found: Callable[[], set[int]]) -> None:
    fill_bank(database, [*usual_questions(), Question(Kind.SHORT_ANSWER, "为什么？", "因为")])
    change(database, 1, state="retired")
    change(database, 2, state="review")
    assert found() == set(range(3, 21))


def test_what_is_kept_back_does_not_come_in_another_bank_either(
    database: Database, found: Callable[[], set[int]]
) -> None:
    fill_bank(database, [question(1), question(2)])
    fill_bank(database, [question(1), question(3)], "另一个题库")
    change(database, 1, is_kept_back=True)
    assert found() == {2, 4}


def test_what_a_published_test_asks_is_not_practised_until_it_is_closed(
    database: Database, office: Office, person: Person, found: Callable[[], set[int]]
) -> None:
    bank_id = fill_bank(database, usual_questions())
    office.exams.create(ACTOR, office.definition(bank_id, title="草稿"))
    assert len(found()) == 20
    exam_id = office.published(bank_id)
    assert len(found()) == 10
    office.clock.advance(7 * 86_400)  # past its window, but nobody closed it
    assert len(found()) == 10
    office.exams.close(ACTOR, exam_id)
    assert len(found()) == 20


def test_a_question_edited_since_publishing_is_still_the_tests(
    database: Database, office: Office, person: Person, found: Callable[[], set[int]]
) -> None:
    bank_id = fill_bank(database, usual_questions())
    office.published(bank_id, same_questions=False)
    assert found() == set()
    with database.write() as session:
        row = session.get_one(QuestionRow, 1)
        row.identity, row.revision_id = "edited", row.revision_id
    assert found() == set()


def test_a_record_is_written_and_read(database: Database, person: Person) -> None:
    fill_bank(database, [question(1), question(2)])
    met = Met(seen=3, wrong=1, right_in_a_row=1, is_mistake=True, is_favourite=True, seen_at=OPENS)
    with database.write() as session:
        write_record(session, person.id, 1, Met(is_favourite=True))
        write_record(session, person.id, 1, met)
    with database.read() as session:
        assert read_record(session, person.id, 1) == met
        assert read_record(session, person.id, 2) == Met()
        assert read_records(session, person.id) == {1: met}
        assert read_records(session, person.id + 1) == {}


def test_records_of_questions_that_go_are_forgotten(database: Database, person: Person) -> None:
    fill_bank(database, [question(1), question(2)])
    with database.write() as session:
        for question_id in (1, 2):
            write_record(session, person.id, question_id, Met(seen=1, seen_at=OPENS))
        forget_questions(session, [1])
    with database.read() as session:
        assert session.scalars(select(PracticeRow.question_id)).all() == [2]


def test_who_is_in_a_test(database: Database, office: Office, roster: Roster, person: Person) -> None:
    other = roster.person("李四", person.department)
    exam_id = office.published(fill_bank(database, usual_questions()))
    token = office.desk.sign_in(person.id, "").token
    sheet = office.desk.start(token, exam_id)
    with database.read() as session:
        assert is_in_a_test(session, person.id)
        assert not is_in_a_test(session, other.id)
    office.desk.submit(token, sheet.attempt_id)
    with database.read() as session:
        assert not is_in_a_test(session, person.id)

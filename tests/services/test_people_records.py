"""People between rows and values, and the numbers that are made up."""

import pytest

from quizapp.core.people import DepartmentKind
from quizapp.db.engine import Database
from quizapp.db.tables import DepartmentRow
from quizapp.errors import Conflict, UserError
from quizapp.services.people import PersonDraft
from quizapp.services.people_records import (
    Numbers,
    checked_texts,
    new_person_row,
    next_position,
    read_departments,
    read_people,
)
from tests.services.conftest import Roster


def test_what_is_read_is_what_was_put_in(database: Database, roster: Roster) -> None:
    office = roster.department("办公室")
    inner = roster.department("文秘", DepartmentKind.SECTION, office)
    one = roster.person("张三", inner, position="科员", counts=False, is_active=False)
    two = roster.person("李四", office)
    with database.read() as session:
        departments = read_departments(session)
        assert departments == [office, inner]
        assert read_people(session, departments) == [two, one]


def test_numbers_go_on_after_the_last_and_skip_what_is_taken(database: Database, roster: Roster) -> None:
    office = roster.department("办公室")
    for number in ("G0041", "g0043", "G7", "0099"):
        roster.person("张三", office, number=number)
    with database.read() as session:
        numbers = Numbers(session)
        assert [numbers.make_up() for _ in range(3)] == ["G0042", "G0044", "G0045"]


def test_a_number_is_given_once(database: Database, roster: Roster) -> None:
    person = roster.person("张三", roster.department("办公室"), number="A1")
    with database.read() as session:
        numbers = Numbers(session)
        assert numbers.take("a1", person.id) == "a1"
        assert numbers.take("007") == "007"
        for number in ("A1", "００7"):
            with pytest.raises(Conflict):
                numbers.take(number)


def test_a_new_person_is_as_usual() -> None:
    row = new_person_row({"name": "曾三", "number": "1", "department_id": 1})
    assert (row.pinyin.split("|")[0], row.takes_tests, row.pin_hash, row.category) == ("zeng san", True, None, "")


def test_texts_are_trimmed_and_measured() -> None:
    assert checked_texts(PersonDraft(" 张三 ", 1, phone=" 1 "))["phone"] == "1"
    with pytest.raises(UserError, match="职务太长"):
        checked_texts(PersonDraft("张三", 1, position="长" * 101))


def test_the_next_place_is_behind_the_last(database: Database, roster: Roster) -> None:
    with database.read() as session:
        assert next_position(session, None) == 1
    office = roster.department("办公室")
    with database.read() as session:
        assert next_position(session, None) == office.position + 1
        assert next_position(session, office.id) == 1


def test_departments_that_lie_too_deep_since_long_ago_are_still_read(database: Database) -> None:
    with database.write() as session:
        session.add_all(
            DepartmentRow(
                id=at, name=f"{at}", kind=DepartmentKind.UNIT, parent_id=at - 1 or None, position=1, is_active=True
            )
            for at in range(1, 1201)
        )
        session.flush()
        departments = read_departments(session)
    assert [one.id for one in departments] == list(range(1, 1201))
    assert len(departments[-1].path) == 1200

"""Departments inside a transaction; what they promise is shown with the service in test_people.py."""

from dataclasses import replace

import pytest

from quizapp.core.people import DEPARTMENTS_DEEPEST, DepartmentKind
from quizapp.db.engine import Database
from quizapp.errors import Conflict, UserError
from quizapp.services.department_changes import (
    add_department,
    change_department,
    known_department,
    open_department,
)
from quizapp.services.people_records import read_departments
from tests.services.conftest import Roster


@pytest.mark.parametrize(
    ("position", "order"), [(1, "丙甲乙"), (2, "甲丙乙"), (3, "甲乙丙"), (9, "甲乙丙"), (-1, "丙甲乙")]
)
def test_a_department_takes_its_place_and_the_others_make_room(
    position: int, order: str, database: Database, roster: Roster
) -> None:
    departments = [roster.department(name) for name in "甲乙丙"]
    with database.write() as session:
        change_department(session, replace(departments[2], position=position))
        found = read_departments(session)
    assert "".join(one.name for one in found) == order


def test_what_stays_where_it_is_is_not_numbered_anew(database: Database, roster: Roster) -> None:
    one = roster.department("甲")
    with database.write() as session:
        known_department(session, one.id).position = 70
        change_department(session, replace(one, name="乙", kind=DepartmentKind.UNIT, position=70))
        assert known_department(session, one.id).position == 70


def test_only_an_open_department_takes_people(database: Database, roster: Roster) -> None:
    one = roster.department("甲")
    with database.write() as session:
        assert open_department(session, one.id).name == "甲"
        change_department(session, replace(one, is_active=False))
        with pytest.raises(Conflict, match="撤销"):
            open_department(session, one.id)
        with pytest.raises(Conflict, match="没有这个"):
            open_department(session, 99)


def test_departments_lie_within_each_other_to_a_depth_that_people_can_follow(database: Database) -> None:
    with database.write() as session:
        ids: list[int | None] = [None]
        for level in range(DEPARTMENTS_DEEPEST):
            ids.append(add_department(session, f"第{level + 1}级", DepartmentKind.UNIT, ids[-1]).id)
        with pytest.raises(UserError, match="最多 10 级"):
            add_department(session, "再一级", DepartmentKind.UNIT, ids[-1])
        top = add_department(session, "顶", DepartmentKind.UNIT, None)
        add_department(session, "顶下", DepartmentKind.UNIT, top.id)
        moved = next(one for one in read_departments(session) if one.id == top.id)
        with pytest.raises(UserError, match="最多 10 级"):
            change_department(session, replace(moved, parent_id=ids[-2]))
        assert change_department(session, replace(moved, parent_id=ids[-3])).parent_id == ids[-3]

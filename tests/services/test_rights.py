"""What an administrator of one unit may touch."""

import pytest

from quizapp.core.people import Actor, DepartmentKind
from quizapp.db.engine import Database
from quizapp.errors import NotAllowed
from quizapp.services.rights import own_departments, refuse_beyond_unit
from tests.services.conftest import Roster


def test_the_unit_and_all_within_it(database: Database, roster: Roster) -> None:
    centre = roster.department("服务中心", DepartmentKind.UNIT)
    canteen = roster.department("食堂", DepartmentKind.UNIT, centre)
    kitchen = roster.department("面点", DepartmentKind.SECTION, canteen)
    office = roster.department("办公室")
    mine = Actor("王主任", centre.id)
    with database.read() as session:
        refuse_beyond_unit(session, mine, [centre.id, canteen.id, kitchen.id])
        refuse_beyond_unit(session, Actor("张管理"), [None, office.id, 99])
        for beyond in (office.id, None, 99):
            with pytest.raises(NotAllowed):
                refuse_beyond_unit(session, mine, [canteen.id, beyond])
        with pytest.raises(NotAllowed):
            refuse_beyond_unit(session, Actor("李主任", canteen.id), [centre.id])


def test_the_departments_that_are_one_s_own(database: Database, roster: Roster) -> None:
    centre = roster.department("服务中心", DepartmentKind.UNIT)
    kitchen = roster.department("面点", DepartmentKind.SECTION, centre)
    roster.department("办公室")
    with database.read() as session:
        assert own_departments(session, Actor("王主任", centre.id)) == {centre.id, kitchen.id}
        assert own_departments(session, Actor("张管理")) is None

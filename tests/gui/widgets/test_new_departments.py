"""New departments: the guess is shown and can be set right; one that was closed is only told."""

import pytest

from quizapp.core.people import DepartmentKind
from quizapp.core.roster import NewDepartment
from quizapp.gui.models.roster_choices import RosterChoices
from quizapp.gui.widgets.new_departments import NewDepartments
from tests.gui.reading import words_of

SECTION, UNIT = DepartmentKind.SECTION, DepartmentKind.UNIT


@pytest.fixture
def choices() -> RosterChoices:
    return RosterChoices()


@pytest.fixture
def listed(theme, show, choices) -> NewDepartments:
    made = show(NewDepartments(choices))
    made.set_departments(
        [NewDepartment(("保卫科",), SECTION), NewDepartment(("老干部中心",), UNIT, is_guessed=False, department_id=7)]
    )
    return made


def checked(listed):
    return [group.checkedButton().text() for group in listed.groups]


def test_the_guess_is_chosen_and_a_closed_one_is_told(listed):
    assert checked(listed) == ["科室"]
    assert "老干部中心\n以前撤销过，恢复使用" in words_of(listed)


def test_another_kind_is_kept(listed, choices, qtbot):
    with qtbot.waitSignal(listed.changed):
        listed.groups[0].buttons()[1].click()
    assert choices.kinds == {("保卫科",): UNIT}
    listed.set_departments([NewDepartment(("保卫科",), SECTION)])
    assert checked(listed) == ["单位"]

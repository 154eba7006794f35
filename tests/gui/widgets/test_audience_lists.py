"""Who is meant: departments with all below them, and categories."""

import pytest

from quizapp.core.exams import Audience
from quizapp.core.people import Department, DepartmentKind
from quizapp.gui.models.check_entries import CheckEntry
from quizapp.gui.widgets.audience_lists import AudienceLists, department_entries

DEPARTMENTS = [
    Department(1, "办公室", DepartmentKind.SECTION, ("办公室",)),
    Department(2, "服务中心", DepartmentKind.UNIT, ("服务中心",)),
    Department(3, "物业部", DepartmentKind.SECTION, ("服务中心", "物业部"), parent_id=2),
    Department(4, "一组", DepartmentKind.SECTION, ("服务中心", "物业部", "一组"), parent_id=3),
]


@pytest.fixture
def lists(theme, show) -> AudienceLists:
    made = AudienceLists(theme)
    made.set_choices(DEPARTMENTS, ["公务员", "工勤"])
    return show(made)


def test_departments_know_those_above_them():
    assert department_entries(DEPARTMENTS)[2:] == [CheckEntry(3, "物业部", (2,)), CheckEntry(4, "一组", (2, 3))]


def test_nothing_ticked_sets_no_limit(lists):
    assert lists.audience == Audience()


def test_an_audience_is_shown_and_read(lists):
    meant = Audience((1, 4), ("工勤",))
    lists.show_audience(meant)
    assert lists.audience == meant


def test_ticks_are_told(lists, qtbot):
    with qtbot.waitSignal(lists.changed):
        lists.departments.model().toggle(1)
    with qtbot.waitSignal(lists.changed):
        lists.categories.model().toggle(0)
    assert lists.audience == Audience((2,), ("公务员",))


def test_the_departments_can_be_hidden(lists):
    lists.show_departments(False)
    assert not lists.departments.isVisible()
    assert lists.categories.isVisible()

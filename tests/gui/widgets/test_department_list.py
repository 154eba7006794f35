"""A department is chosen by key or mouse; headings are passed over, and a choice outlives a refresh."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.models.department_lines import department_lines
from quizapp.gui.widgets.department_list import DepartmentList
from tests.core.rosters import CANTEEN, DEPARTMENTS, FINANCE, OFFICE

LINES = department_lines(DEPARTMENTS, {OFFICE.id: 3}, unit_word="局属", everybody="全部人员")


@pytest.fixture
def listed(theme, show) -> DepartmentList:
    made = DepartmentList(theme, "科室")
    made.set_lines(LINES)
    return show(made, 300, 500)


def test_it_begins_with_everybody(listed):
    assert listed.chosen is None
    assert listed.currentIndex().row() == 0


def test_arrows_pass_over_headings(listed, qtbot):
    listed.setFocus()
    with qtbot.waitSignal(listed.chosen_changed):
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert listed.chosen == OFFICE


def test_a_click_chooses(listed, qtbot):
    row = [line.label for line in LINES].index("食堂")
    area = listed.visualRect(listed.model().index(row, 0))
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert listed.chosen == CANTEEN


def test_the_choice_stays_when_the_lines_come_again(listed, qtbot):
    listed.choose(FINANCE.id)
    with qtbot.assertNotEmitted(listed.chosen_changed):
        listed.set_lines(LINES)
    assert listed.chosen == FINANCE


def test_what_is_gone_gives_way_to_the_first(listed, qtbot):
    listed.choose(FINANCE.id)
    with qtbot.waitSignal(listed.chosen_changed):
        listed.set_lines(department_lines([OFFICE], {}, unit_word="局属"))
    assert listed.chosen == OFFICE
    listed.choose(99)
    assert listed.chosen == OFFICE


def test_rows_are_as_high_as_the_text_wants(listed, theme):
    before = listed.sizeHintForRow(0)
    theme.use(size="extra")
    assert listed.sizeHintForRow(0) == theme.sizes.row > before

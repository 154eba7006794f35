"""A row is ticked by a press anywhere on it and by the space bar."""

import pytest
from PySide6.QtCore import QPoint, Qt

from quizapp.gui.models.check_entries import CheckEntry
from quizapp.gui.widgets.check_list import CheckList


@pytest.fixture
def ticks(theme, show) -> CheckList:
    made = CheckList(theme, "科室", rows=3)
    made.set_entries([CheckEntry(number, f"第{number}科") for number in range(1, 6)])
    return show(made)


def press(ticks: CheckList, row: int, qtbot, *, right: int = 8) -> None:
    """Press a row, `right` pixels from its right edge."""
    area = ticks.visualRect(ticks.model().index(row, 0))
    qtbot.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=area.topRight() + QPoint(-right, 8))


def test_a_press_anywhere_on_a_row_ticks_it_once(ticks, qtbot):
    with qtbot.waitSignal(ticks.chosen_changed):
        press(ticks, 1, qtbot)
    assert ticks.chosen == (2,)
    tick_box = ticks.visualRect(ticks.model().index(1, 0)).width() - 20
    press(ticks, 1, qtbot, right=tick_box)
    assert ticks.chosen == ()


def test_the_keyboard_ticks(ticks, qtbot):
    ticks.setFocus()
    ticks.setCurrentIndex(ticks.model().index(0, 0))
    qtbot.keyClick(ticks, Qt.Key.Key_Down)
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.chosen == (2,)


def test_it_is_as_high_as_its_rows_up_to_a_limit(ticks, theme):
    high = ticks.height()
    ticks.set_entries([CheckEntry(1, "办公室")])
    assert ticks.height() < high
    assert ticks.height() >= theme.sizes.row


def test_it_grows_with_the_letters(ticks, theme):
    before = ticks.height()
    theme.use(size="extra")
    assert ticks.height() > before

"""Points typed or pressed, half points, and what cannot be given said beside the field."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.mark_bar import MarkBar


@pytest.fixture
def bar(show, theme) -> MarkBar:
    made = show(MarkBar(theme))
    made.show_points(10_00, None)
    return made


def test_points_are_typed_and_given_with_enter(bar, qtbot):
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "8.5")
    with qtbot.waitSignal(bar.given) as told:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert told.args == [8_50]


def test_a_press_fills_the_field_and_half_a_point_is_added(bar, qtbot):
    assert [button.text() for button in bar.buttons] == [str(one) for one in range(11)]
    bar.buttons[7].click()
    bar.half_button.click()
    assert (bar.field.text(), bar.points) == ("7.5", 7_50)
    with qtbot.waitSignal(bar.given) as told:
        bar.give_button.click()
    assert told.args == [7_50]


def test_half_a_point_never_leads_beyond_the_question(bar):
    bar.buttons[-1].click()
    bar.half_button.click()
    assert bar.points == 10_00


@pytest.mark.parametrize("typed", ["", "abc", "11", "-1", "3.25", "NaN", "Infinity"])
def test_what_cannot_be_given_is_said_and_not_given(bar, qtbot, typed):
    bar.field.setText(typed)
    with qtbot.assertNotEmitted(bar.given):
        bar.give_button.click()
    assert bar.note
    assert bar.field.hasFocus()


def test_a_question_of_many_points_has_a_button_for_some_of_them(bar):
    bar.show_points(30_00, 12_50)
    assert [button.text() for button in bar.buttons] == ["0", "3", "6", "9", "12", "15", "18", "21", "24", "27", "30"]
    assert bar.field.text() == "12.5"
    bar.show_points(25_00, None)
    assert bar.buttons[-1].text() == "25"
    assert bar.field.text() == ""


def test_while_a_mark_is_kept_no_other_is_given(bar, qtbot):
    bar.set_busy(True)
    bar.field.setText("5")
    with qtbot.assertNotEmitted(bar.given):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)

"""Options are written, ordered and ticked as right; the tick goes where its option goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton

from quizapp.gui.widgets.options_editor import OptionsEditor
from tests.gui.pictured import source_of


@pytest.fixture
def editor(theme, show, qtbot) -> OptionsEditor:
    made = show(OptionsEditor(theme))
    made.show_options(["三声", "五声", "七声"], (1,))
    qtbot.waitUntil(made.rows[0].isVisible)
    return made


def test_a_new_question_has_four_empty_options(theme, show):
    made = show(OptionsEditor(theme))
    assert made.texts == ("", "", "", "")
    assert made.key == ()


def test_one_right_option_is_a_radio_button(editor, qtbot):
    assert isinstance(editor.rows[0].tick, QRadioButton)
    assert editor.key == (1,)
    with qtbot.waitSignal(editor.changed):
        editor.rows[2].tick.click()
    assert editor.key == (2,)


def test_several_are_check_boxes_and_back_only_the_first_stays(editor):
    editor.set_multiple(True)
    assert isinstance(editor.rows[0].tick, QCheckBox)
    assert editor.key == (1,)
    editor.rows[2].tick.click()
    assert editor.key == (1, 2)
    editor.set_multiple(False)
    assert editor.key == (1,)
    assert editor.texts == ("三声", "五声", "七声")


def test_typing_tells(editor, qtbot):
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClicks(editor.rows[0].text, "x")
    assert editor.texts[0] == "三声x"


def test_an_option_moves_with_its_tick(editor, qtbot):
    with qtbot.waitSignal(editor.changed):
        editor.rows[1].up_button.click()
    assert editor.texts == ("五声", "三声", "七声")
    assert editor.key == (0,)
    assert not editor.rows[0].up_button.isEnabled()
    assert not editor.rows[2].down_button.isEnabled()


def test_the_keyboard_moves_an_option_and_stays_with_it(editor, qtbot):
    editor.rows[0].text.setFocus()
    qtbot.keyClick(editor.rows[0].text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.texts == ("五声", "三声", "七声")
    assert editor.rows[1].text.hasFocus()
    qtbot.keyClick(editor.rows[1].text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(editor.rows[2].text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.texts == ("五声", "七声", "三声")
    assert editor.key == (0,)


def test_the_button_that_moved_an_option_can_be_pressed_again(editor):
    editor.rows[0].down_button.setFocus()
    editor.rows[0].down_button.click()
    assert editor.rows[1].down_button.hasFocus()


def test_options_come_and_go_within_their_limits(editor, qtbot):
    with qtbot.waitSignal(editor.changed):
        editor.rows[0].remove_button.click()
    assert editor.texts == ("五声", "七声")
    assert editor.key == (0,)
    assert not editor.rows[0].remove_button.isEnabled()
    for _number in range(6):
        editor.add_button.click()
    assert len(editor.rows) == 8
    assert not editor.add_button.isEnabled()


def test_enter_leads_on_and_after_the_last_to_a_new_one(editor, qtbot):
    editor.rows[1].text.setFocus()
    qtbot.keyClick(editor.rows[1].text, Qt.Key.Key_Return)
    assert editor.rows[2].text.hasFocus()
    qtbot.keyClick(editor.rows[2].text, Qt.Key.Key_Return)
    assert editor.rows[3].text.hasFocus()
    qtbot.keyClick(editor.rows[3].text, Qt.Key.Key_Return)
    assert len(editor.rows) == 4


@pytest.fixture
def pictured(theme, show, tasks, qtbot) -> OptionsEditor:
    made = show(OptionsEditor(theme, source_of(tasks)))
    made.show_options(["", "五声", "七声"], (0,), {0: "a", 1: "b"})
    yield made
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_a_picture_goes_where_its_option_goes(pictured):
    assert pictured.pictures == ("a", "b", "")
    pictured.rows[0].down_button.click()
    assert (pictured.texts, pictured.key, pictured.pictures) == (("五声", "", "七声"), (1,), ("b", "a", ""))
    pictured.set_multiple(True)
    assert pictured.pictures == ("b", "a", "")
    pictured.rows[0].remove_button.click()
    assert (pictured.texts, pictured.pictures) == (("", "七声"), ("a", ""))


def test_a_picture_is_asked_for_given_and_taken_away(pictured, qtbot):
    assert pictured.rows[0].picture_button.isHidden()
    with qtbot.waitSignal(pictured.picture_wanted) as wanted:
        pictured.rows[2].picture_button.click()
    assert wanted.args == [2]
    pictured.set_picture(2, "c")
    assert (pictured.texts, pictured.pictures) == (("", "五声", "七声"), ("a", "b", "c"))
    with qtbot.waitSignal(pictured.changed):
        pictured.rows[1].no_picture_button.click()
    assert pictured.pictures == ("a", "", "c")


def test_without_a_source_no_picture_is_offered(editor):
    assert editor.rows[0].picture_button.isHidden() and editor.pictures == ("", "", "")

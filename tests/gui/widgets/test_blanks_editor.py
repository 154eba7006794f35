"""Each blank has its accepted texts, one a line."""

import pytest

from quizapp.gui.widgets.blanks_editor import BlanksEditor


@pytest.fixture
def editor(theme, show) -> BlanksEditor:
    made = show(BlanksEditor(theme))
    made.show_blanks((("位尊者", "尊者"), ("三；或 3",)))
    return made


def test_what_was_accepted_stays_accepted_to_the_letter(editor):
    assert editor.blanks == (("位尊者", "尊者"), ("三；或 3",))


def test_lines_are_texts_and_empty_ones_none(editor, qtbot):
    with qtbot.waitSignal(editor.changed):
        editor.rows[0].edit.setPlainText(" 位尊者 \n\n尊者\n主人")
    assert editor.blanks[0] == ("位尊者", "尊者", "主人")


def test_a_blank_grows_with_its_lines(editor):
    low = editor.rows[0].edit.height()
    editor.rows[0].edit.setPlainText("甲\n乙\n丙\n丁")
    high = editor.rows[0].edit.height()
    assert high > low
    editor.rows[0].edit.setPlainText("\n".join("甲乙丙丁戊己庚辛"))
    assert high < editor.rows[0].edit.height() < 2 * high


def test_blanks_come_and_go_but_one_stays(editor, qtbot):
    with qtbot.waitSignal(editor.changed):
        editor.rows[0].remove_button.click()
    assert editor.blanks == (("三；或 3",),)
    assert not editor.rows[0].remove_button.isEnabled()
    with qtbot.waitSignal(editor.changed):
        editor.add_button.click()
    assert editor.blanks == (("三；或 3",), ())
    assert editor.rows[1].edit.hasFocus()


def test_there_is_room_for_what_the_stem_shows_and_nothing_goes_by_itself(editor):
    editor.make_room(3)
    assert len(editor.rows) == 3
    editor.make_room(1)
    assert len(editor.rows) == 3
    editor.show_blanks(())
    assert editor.blanks == ((),)


def test_several_blanks_may_be_filled_in_any_order(editor, qtbot):
    assert editor.order_tick.isVisible()
    with qtbot.waitSignal(editor.changed):
        editor.order_tick.click()
    assert editor.any_order
    editor.rows[0].remove_button.click()
    assert not editor.order_tick.isVisible()
    assert not editor.any_order

"""Sections are added, doubled, moved and removed, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.exams import PRESETS
from quizapp.core.questions import Kind
from quizapp.gui.widgets.section_table import SectionTable

SINGLE, TRUE_FALSE, MULTIPLE = PRESETS[0].sections


@pytest.fixture
def table(theme, show) -> SectionTable:
    made = SectionTable(theme)
    made.set_categories(["会面礼仪"])
    made.show_sections(PRESETS[0].sections)
    made = show(made)
    made.window().activateWindow()
    return made


def choose(table: SectionTable, row: int, word: str) -> None:
    """Trigger an entry of a row's menu."""
    menu = table.menu_of(row)
    next(action for action in menu.actions() if action.text() == word).trigger()
    menu.deleteLater()


def test_sections_are_shown_and_read(table, qtbot):
    with qtbot.assertNotEmitted(table.changed):
        table.show_sections([MULTIPLE])
    assert table.sections == (MULTIPLE,)


def test_a_section_of_a_kind_not_there_yet_is_added(table, qtbot):
    table.show_sections([SINGLE, TRUE_FALSE])
    with qtbot.waitSignal(table.changed):
        table.add_button.click()
    assert [section.kind for section in table.sections] == [Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE]


def test_the_menu_moves_doubles_and_removes(table):
    choose(table, 2, "上移")
    assert table.sections == (SINGLE, MULTIPLE, TRUE_FALSE)
    choose(table, 0, "下移")
    assert table.sections == (MULTIPLE, SINGLE, TRUE_FALSE)
    choose(table, 1, "复制")
    assert table.sections == (MULTIPLE, SINGLE, SINGLE, TRUE_FALSE)
    choose(table, 0, "删除")
    assert table.sections == (SINGLE, SINGLE, TRUE_FALSE)


def test_the_first_cannot_go_up_nor_the_last_down(table):
    enabled = [
        [action.isEnabled() for action in table.menu_of(row).actions()][:2] for row in range(len(table.sections))
    ]
    assert enabled == [[False, True], [True, True], [True, False]]


def test_keys_act_on_the_row_with_the_focus(table, qtbot):
    table.rows[1].count.setFocus()
    qtbot.waitUntil(lambda: table.rows[1].has_focus)
    qtbot.keyClick(table.rows[1].count, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert table.sections == (TRUE_FALSE, SINGLE, MULTIPLE)
    assert table.rows[0].has_focus
    qtbot.keyClick(table.rows[0].kind, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert table.sections == (TRUE_FALSE, TRUE_FALSE, SINGLE, MULTIPLE)


def test_the_trash_removes_its_row_down_to_none(table):
    for _count in range(3):
        table.rows[0].remove_button.click()
    assert table.sections == ()


def test_an_edit_in_a_row_is_told(table, qtbot):
    with qtbot.waitSignal(table.changed):
        table.rows[0].points.set_points(5_00)
    assert table.sections[0].points == 5_00

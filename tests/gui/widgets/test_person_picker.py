"""A person is found while one types and picked by Enter, arrow or click."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.models.entries import Entry
from quizapp.gui.widgets.person_picker import PersonPicker

PEOPLE = [
    Entry(11, "张三", "办公室 · 0007", ("zhangsan", "zs", "0007")),
    Entry(12, "李四", "接待科 · 0008", ("lisi", "ls", "0008")),
    Entry(13, "李响", "办公室 · 0009", ("lixiang", "lx", "0009")),
]


@pytest.fixture
def picker(theme, show) -> PersonPicker:
    made = show(PersonPicker(theme, placeholder="姓名或编号", empty_text="没有找到。"))
    made.set_entries(PEOPLE)
    return made


def shown(picker: PersonPicker) -> list[str]:
    model = picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_typing_finds_and_enter_picks(picker, qtbot):
    qtbot.keyClicks(picker.field, "li")
    assert shown(picker) == ["李四", "李响"]
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert told.args == [12]
    assert picker.chosen == 12
    assert picker.field.text() == "李四"


def test_arrows_move_while_the_field_keeps_the_focus(picker, qtbot):
    qtbot.keyClicks(picker.field, "l")
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.field, Qt.Key.Key_Enter)
    assert told.args == [13]


def test_a_click_picks(picker, qtbot):
    index = picker.list.model().index(2, 0)
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=picker.list.visualRect(index).center())
    assert told.args == [13]


def test_changing_the_words_forgets_who_was_picked(picker, qtbot):
    qtbot.keyClicks(picker.field, "zs")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.chosen == 11
    qtbot.keyClick(picker.field, Qt.Key.Key_Backspace)
    assert picker.chosen is None


def test_nobody_is_said(picker, qtbot):
    qtbot.keyClicks(picker.field, "wang")
    assert shown(picker) == []
    assert not picker.list.isVisible()
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    picker.field.clear()
    assert len(shown(picker)) == 3
    assert picker.list.isVisible()


def test_other_entries_forget_the_first(picker, qtbot):
    qtbot.keyClicks(picker.field, "zs")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    picker.set_entries(PEOPLE[1:])
    assert picker.chosen is None
    assert picker.field.text() == ""
    assert shown(picker) == ["李四", "李响"]


def test_rows_grow_with_the_text(picker, theme):
    before = picker.list.sizeHintForRow(0)
    theme.use(size="extra")
    assert picker.list.sizeHintForRow(0) > before
    assert not picker.grab().isNull()


def test_who_is_picked_takes_one_row_and_typing_again_offers_more(picker, theme, qtbot):
    before = picker.list.maximumHeight()
    picker.field.setText("")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.chosen is not None
    assert picker.list.maximumHeight() < 2 * theme.sizes.row < before
    picker.field.setText("")
    assert picker.list.maximumHeight() == before

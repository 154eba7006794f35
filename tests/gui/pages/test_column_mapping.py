"""The panel shows what each column is taken for, takes what is said instead, and says what is missing."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.column_mapping import MappedColumn, TableLayout, TableMapping
from quizapp.core.questions import Kind
from quizapp.gui.pages.column_mapping import ColumnMappingPanel
from tests.gui.reading import button, words_of

ROWS = (("某局题库", "", ""), ("题目", "甲", "结果"), ("哪个对？", "是", "1"))
COLUMNS = (MappedColumn(0, "题目", "stem"), MappedColumn(1, "甲"), MappedColumn(2, "结果"))
ODD = TableLayout(TableMapping("Sheet1", 2, COLUMNS), 3, 1, ROWS, is_table=False)
GOOD = TableLayout(
    TableMapping(
        "判断", 1, (MappedColumn(0, "题干", "stem"), MappedColumn(1, "题型", "kind"), MappedColumn(2, "答案", "key"))
    ),
    9,
    1,
    (("题干", "题型", "答案"), ("对吗？", "3", "1")),
    codes=(("3", Kind.TRUE_FALSE),),
    has_number_keys=True,
)


@pytest.fixture
def panel(show, theme) -> ColumnMappingPanel:
    def columns_at(layout, row):
        cells = layout.row(row) if row else ()
        return tuple(MappedColumn(at, cells[at] if cells else "") for at in range(3))

    made = show(ColumnMappingPanel(theme, columns_at))
    made.show_tables((ODD,))
    return made


def test_a_sheet_alone_asks_for_its_columns_only(panel):
    words = words_of(panel)
    assert "没有答案列：请指明哪一列是答案。" in words
    assert "哪个对？" in words
    assert panel.heading_row.value() == 2
    assert not panel.table.isVisible()
    assert not panel.wanted.isVisible()
    assert not panel.numbers.isVisible()
    assert panel.kind.isVisible()


def test_what_is_said_is_handed_over(panel, qtbot):
    panel.grid.choices[2].choose(("key", 0))
    panel.kind.choose(Kind.SHORT_ANSWER)
    assert panel.error.text() == ""
    with qtbot.waitSignal(panel.read_wanted) as signal:
        button(panel, "按此读取").click()
    (said,) = signal.args[0]
    assert (said.sheet, said.heading_row, said.kind) == ("Sheet1", 2, Kind.SHORT_ANSWER)
    assert [one.role for one in said.columns] == ["stem", "", "key"]


def test_what_is_missing_is_not_read(panel, qtbot):
    with qtbot.assertNotEmitted(panel.read_wanted):
        button(panel, "按此读取").click()


def test_two_columns_cannot_both_be_the_stem(panel):
    panel.grid.choices[1].choose(("stem", 0))
    assert "有 2 列都是“题干”：请只留一列。" in panel.error.text()


def test_other_headings_are_shown_at_once(panel, qtbot):
    panel.heading_row.setFocus()
    qtbot.keyClick(panel.heading_row, Qt.Key.Key_Down)
    assert panel.heading_row.value() == 1
    assert "某局题库" in words_of(panel.grid)
    panel.heading_row.setValue(0)
    assert "没有标题行" in panel.heading_row.text()
    assert [choice.chosen for choice in panel.grid.choices.values()] == [("stem", 0), ("", 0), ("", 0)]


def test_several_tables_are_looked_at_one_by_one(panel, qtbot):
    panel.show_tables((GOOD, ODD))
    assert [panel.table.itemText(at) for at in range(2)] == ["判断", "Sheet1（没有认出题目）"]
    assert panel.wanted.isChecked()
    assert panel.numbers.isVisible()
    assert not panel.kind.isVisible()
    assert "题型 3 是" in words_of(panel)
    panel.table.choose(1)
    assert not panel.wanted.isChecked()
    assert not panel.grid.isEnabled()
    assert panel.error.text() == ""
    panel.wanted.click()
    panel.table.choose(0)
    button(panel, "按此读取").click()
    assert panel.table.chosen == 1
    assert "没有答案列" in panel.error.text()


def test_codes_and_digits_are_said(panel, qtbot):
    panel.show_tables((GOOD,))
    panel.numbers.choose(True)
    panel._code_choices["3"].choose(Kind.SINGLE)
    with qtbot.waitSignal(panel.read_wanted) as signal:
        button(panel, "按此读取").click()
    (said,) = signal.args[0]
    assert (said.kind_codes, said.numbers_from_one) == ((("3", Kind.SINGLE),), True)


def test_two_tables_of_a_sheet_are_told_apart(panel):
    lower = TableLayout(TableMapping("判断", 12, COLUMNS), 20, 9, ROWS)
    panel.show_tables((GOOD, lower))
    assert [panel.table.itemText(at) for at in range(2)] == ["判断，第 1 行起", "判断，第 12 行起"]
    panel.table.choose(1)
    assert (panel.heading_row.minimum(), panel.heading_row.maximum()) == (9, 11)


def test_it_can_be_left_as_it_is(panel, qtbot):
    with qtbot.waitSignal(panel.closed):
        button(panel, "不改了").click()
    panel.set_busy(True)
    assert not panel.read_button.isEnabled()


def test_what_digits_mean_is_said_to_hold_for_this_file(panel):
    assert not panel.digits_hint.isVisible()
    panel.show_tables((GOOD,))
    assert panel.digits_hint.isVisible()

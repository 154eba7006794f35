"""The table sorts, filters, chooses columns, keeps its selection, copies, and says when it is empty."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.theme import SIZES
from quizapp.gui.widgets.data_table import DataTable


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    due: int


LINES = [Line(1, "办公室", 12), Line(2, "接待科", 8), Line(3, "车队", 100)]


def model() -> RowsModel:
    columns = [
        Column(heading="科室", value=lambda line: line.name),
        Column(heading="应考", value=lambda line: line.due, kind=ColumnKind.NUMBER, width=5),
        Column(heading="编号", value=lambda line: line.id, width=5, is_shown=False),
    ]
    return RowsModel(columns, key=lambda line: line.id)


@pytest.fixture
def table(theme, show) -> DataTable:
    made = show(DataTable(theme, model(), empty_text="还没有科室。", multiple=True, name="科室"), 900, 500)
    made.model.set_rows(LINES)
    return made


def names(table: DataTable) -> list[str]:
    return [line.name for line in table.shown_rows]


def click_row(table, qtbot, at, modifier=Qt.KeyboardModifier.NoModifier, double=False):
    place = table.view.visualRect(table.model.index(at, 0)).center()
    press = qtbot.mouseDClick if double else qtbot.mouseClick
    press(table.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_a_press_on_a_heading_sorts_by_value(table, qtbot):
    header = table.view.horizontalHeader()
    place = header.viewport().rect().topLeft()
    place.setX(header.sectionViewportPosition(1) + 20)
    place.setY(10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    once = names(table)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {tuple(once), tuple(names(table))} == {("接待科", "办公室", "车队"), ("车队", "办公室", "接待科")}


def test_it_begins_in_the_order_given_and_sorts_when_told(table):
    assert names(table) == ["办公室", "接待科", "车队"]
    table.sort_by(1, falling=True)
    assert names(table) == ["车队", "办公室", "接待科"]


def test_it_filters(table):
    table.filter_words("队")
    assert names(table) == ["车队"]
    table.filter_words("")
    table.filter_rows(lambda line: line.due < 50)
    assert names(table) == ["办公室", "接待科"]


def test_selection_is_read_from_the_top_and_told(table, qtbot):
    click_row(table, qtbot, 2)
    with qtbot.waitSignal(table.selection_changed):
        click_row(table, qtbot, 0, Qt.KeyboardModifier.ControlModifier)
    assert [line.id for line in table.selected] == [1, 3]


def test_selection_survives_sorting_and_a_new_look(table):
    table.select(lambda line: line.id == 3)
    table.sort_by(1)
    assert [line.name for line in table.selected] == ["车队"]
    table.model.set_rows([Line(9, "食堂", 1), Line(3, "车队（改名）", 100)])
    assert [line.name for line in table.selected] == ["车队（改名）"]
    table.model.set_rows(LINES[:1])
    assert table.selected == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_row(table, qtbot, key):
    table.select(lambda line: line.id == 2)
    with qtbot.waitSignal(table.activated) as told:
        qtbot.keyClick(table.view, key)
    assert told.args == [LINES[1]]


def test_a_double_click_opens_the_row(table, qtbot):
    with qtbot.waitSignal(table.activated) as told:
        click_row(table, qtbot, 0)
        click_row(table, qtbot, 0, double=True)
    assert told.args == [LINES[0]]


def test_copying_takes_the_columns_shown(table, qtbot):
    table.view.selectAll()
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "办公室\t12\n接待科\t8\n车队\t100"


def test_columns_are_chosen_but_never_all_hidden(table):
    menu = table.column_menu()
    assert [action.text() for action in menu.actions()] == ["科室", "应考", "编号"]
    assert [action.isChecked() for action in menu.actions()] == [True, True, False]
    menu.actions()[2].trigger()
    menu.actions()[0].trigger()
    menu.actions()[1].trigger()
    assert not table.view.isColumnHidden(2)
    assert table.view.isColumnHidden(0)
    assert not table.column_menu().actions()[2].isEnabled()
    for left in table.findChildren(type(menu)):
        left.deleteLater()


def test_chosen_columns_stay_when_the_text_size_changes(table, theme):
    table.view.setColumnHidden(1, True)
    theme.use(size="extra")
    assert table.view.isColumnHidden(1)
    assert table.view.rowHeight(0) == SIZES["extra"].row


def test_empty_is_said(table, qtbot):
    said = next(label for label in table.findChildren(QLabel) if label.text() == "还没有科室。")
    table.grab()
    assert not said.isVisible()
    table.filter_words("没有这个")
    table.grab()
    assert said.isVisible()


def test_ten_thousand_rows_are_shown_at_once(table):
    table.model.set_rows([Line(number, f"单位{number}", number) for number in range(10_000)])
    table.sort_by(1, falling=True)
    table.filter_words("单位999")
    assert names(table)[0] == "单位9999"
    assert not table.grab().isNull()


def test_a_click_on_a_box_and_the_space_bar_tick(theme, show, qtbot):
    wanted = {1}

    def tick(rows, on):
        for line in rows:
            wanted.add(line.id) if on else wanted.discard(line.id)

    box = Column(heading="导入", value=lambda line: line.id in wanted, kind=ColumnKind.TICK, width=3, on_ticked=tick)
    ticks = RowsModel([box, Column(heading="科室", value=lambda line: line.name)], key=lambda line: line.id)
    table = show(DataTable(theme, ticks, multiple=True, name="题目"), 900, 500)
    ticks.set_rows(LINES)
    click_row(table, qtbot, 1)
    assert wanted == {1, 2}
    name = table.view.visualRect(ticks.index(2, 1)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, name)
    assert wanted == {1, 2}
    table.view.selectAll()
    qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert wanted == set()
    qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert wanted == {1, 2, 3}
    assert table.view.viewport().grab().toImage().size().isValid()


def test_a_column_takes_the_rest_but_never_too_little(table, theme):
    header = table.view.horizontalHeader()
    assert header.length() == table.view.viewport().width()
    table.window().resize(200, 500)
    assert header.sectionSize(0) >= theme.letters(8)
    assert header.length() > table.view.viewport().width()
    table.window().resize(900, 500)
    assert header.length() == table.view.viewport().width()


def roomy_or_not() -> RowsModel:
    widths = (("依据", 2), ("难度", 1), ("答案", 0))
    yielding = [Column(heading=heading, value=lambda line: line.id, width=6, gives_way=at) for heading, at in widths]
    return RowsModel([Column(heading="题干", value=lambda line: line.name), *yielding], key=lambda line: line.id)


def headings(table: DataTable) -> list[str]:
    return [one.heading for at, one in enumerate(table.model.columns) if not table.view.isColumnHidden(at)]


def test_columns_that_matter_less_go_first_and_come_back(theme, show, qtbot):
    table = show(DataTable(theme, roomy_or_not()), 600, 400)
    assert headings(table) == ["题干", "依据", "难度", "答案"]
    theme.use(size="large")
    assert headings(table) == ["题干", "难度", "答案"]
    theme.use(size="extra")
    assert headings(table) == ["题干", "答案"]
    table.window().resize(1100, 400)
    qtbot.waitUntil(lambda: headings(table) == ["题干", "依据", "难度", "答案"])


def test_a_column_that_gave_way_can_be_chosen(theme, show):
    theme.use(size="extra")
    table = show(DataTable(theme, roomy_or_not()), 600, 400)
    menu = table.column_menu()
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, True]
    menu.actions()[1].trigger()
    assert headings(table) == ["题干", "依据", "答案"]
    theme.use(size="large")
    assert "依据" in headings(table)

"""Rates are painted as bars, states as badges."""

import pytest
from PySide6.QtGui import QColor

from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.theme import LIGHT
from quizapp.gui.widgets.data_table import DataTable


def columns() -> list[Column]:
    return [
        Column(heading="参考率", value=lambda row: row, kind=ColumnKind.RATE, width=16),
        Column(
            heading="状态", value=lambda row: "合格", kind=ColumnKind.BADGE, width=8,
            tone=lambda row: "" if row is None else "good",
        ),
    ]  # fmt: skip


@pytest.fixture
def table(theme, show) -> DataTable:
    return show(DataTable(theme, RowsModel(columns()), name="成绩"), 600, 300)


def ink(table: DataTable, rows: list[float | None], colour: str) -> int:
    table.model.set_rows(rows)
    image, wanted = table.view.viewport().grab().toImage(), QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_bar_is_as_long_as_its_rate(table):
    half, whole = ink(table, [0.5], LIGHT.accent), ink(table, [1.0], LIGHT.accent)
    assert whole > 1.8 * half > 0
    assert ink(table, [3.0], LIGHT.accent) == whole


def test_no_rate_no_bar(table):
    assert ink(table, [None], LIGHT.line) < ink(table, [0.0], LIGHT.line)
    assert ink(table, [None], LIGHT.accent) == 0


def test_a_state_is_a_badge_and_without_tone_a_word(table):
    assert ink(table, [0.5], LIGHT.good_soft) > 100
    assert ink(table, [None], LIGHT.good_soft) == 0


def test_a_tick_is_a_box_and_what_cannot_be_ticked_has_none(theme, show):
    model = RowsModel([Column(heading="导入", value=lambda row: row, kind=ColumnKind.TICK, width=3)])
    table = show(DataTable(theme, model, name="题目"), 600, 300)
    assert ink(table, [True], LIGHT.accent) > 100
    assert ink(table, [False], LIGHT.accent) == ink(table, [None], LIGHT.accent) == 0
    image = table.view.viewport().grab().toImage()
    table.model.set_rows([False])
    assert table.view.viewport().grab().toImage() != image

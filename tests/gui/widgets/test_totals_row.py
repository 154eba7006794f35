"""The totals stand under the columns they belong to."""

import pytest
from PySide6.QtGui import QColor

from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.theme import LIGHT
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.totals_row import TotalsRow


@pytest.fixture
def table(theme, show) -> DataTable:
    columns = [
        Column(heading="科室", value=lambda row: row[0], width=12),
        Column(heading="应考", value=lambda row: row[1], kind=ColumnKind.NUMBER, width=6),
        Column(heading="参考率", value=lambda row: 0.5, kind=ColumnKind.RATE, width=12),
    ]
    return show(DataTable(theme, RowsModel(columns), name="汇总"), 800, 400)


def inked_columns(totals: TotalsRow) -> set[int]:
    image, text = totals.grab().toImage(), QColor(LIGHT.text)
    return {x for x in range(image.width()) if any(image.pixelColor(x, y) == text for y in range(5, image.height()))}


def test_it_is_there_only_with_totals(table):
    totals = table.findChild(TotalsRow)
    assert not totals.isVisible()
    table.model.set_rows([("办公室", 12)], totals=["合计", "12", "50.0%"])
    assert totals.isVisible()
    assert totals.accessibleName() == "合计  12  50.0%"
    table.model.set_rows([("办公室", 12)])
    assert not totals.isVisible()


def test_figures_stand_under_their_column(table):
    table.model.set_rows([("办公室", 12)], totals=["", "12", ""])
    totals, view = table.findChild(TotalsRow), table.view
    left = view.viewport().x() + view.columnViewportPosition(1)
    inked = inked_columns(totals)
    assert inked
    assert left < min(inked)
    assert max(inked) < left + view.columnWidth(1)
    view.setColumnWidth(0, view.columnWidth(0) + 50)
    assert min(inked_columns(totals)) == min(inked) + 50


def test_a_hidden_column_hides_its_total(table):
    table.model.set_rows([("办公室", 12)], totals=["", "12", ""])
    table.view.setColumnHidden(1, True)
    assert not inked_columns(table.findChild(TotalsRow))

"""From a distance to the cell that lies there, by the sizes of rows and columns."""

import pytest

from quizapp.excel.sheet_grid import EMU_PER_POINT, SheetGrid, Spot, grid_of

XML = (
    b'<worksheet><sheetFormatPr baseColWidth="8" defaultRowHeight="20"/><cols><col min="2" max="3" width="20"/></cols>'
    b'<sheetData><row r="2" spans="1:7" ht="60" customHeight="1"></row><row r="3"/></sheetData></worksheet>'
)


def test_sizes_are_read_where_they_are_given() -> None:
    grid = grid_of(XML)
    assert grid.height == 20 * EMU_PER_POINT
    assert grid.heights == {1: 60 * EMU_PER_POINT}
    assert set(grid.widths) == {1, 2}
    assert grid_of(b"<worksheet/>") == SheetGrid()


@pytest.mark.parametrize(
    ("points", "row", "part"), [(0, 0, 0.0), (10, 0, 0.5), (20, 1, 0.0), (50, 1, 0.5), (79, 1, 59 / 60), (80, 2, 0.0)]
)
def test_a_distance_leads_to_a_row(points: int, row: int, part: float) -> None:
    assert grid_of(XML).spot(0, 0, points * EMU_PER_POINT, 0) == Spot(row, 0, pytest.approx(part), 0.0)


def test_distances_add_up_and_are_never_negative() -> None:
    grid = grid_of(XML)
    assert grid.distance((0, 0), (3, 0)) == (100 * EMU_PER_POINT, 0)
    assert grid.distance((3, 1), (0, 1)) == (0, 0)
    assert grid.spot(2, 1, -5, -5) == Spot(2, 1)


def test_nonsense_is_no_endless_walk() -> None:
    grid = grid_of(b'<row r="1" ht="1e9x"/><sheetFormatPr defaultRowHeight="0"/>')
    assert grid.spot(0, 0, 10**40, 0).row == 200_000

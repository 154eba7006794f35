"""Cells find their table and their heading, whatever else a file holds."""

from quizapp.excel.layout import Columns, Table
from quizapp.excel.sheet_rows import Merge, SheetRows
from quizapp.excel.table_places import TablePlaces


def _tables(*ranges: tuple[int, int], merged: tuple[Merge, ...] = ()) -> list[Table]:
    sheet = SheetRows("题库", [["题干"]] * 100, merged=merged)
    return [Table(sheet, start - 1, start, stop, Columns(stem=at)) for at, (start, stop) in enumerate(ranges)]


def test_a_row_is_found_in_its_table() -> None:
    tables = _tables((1, 5), (7, 20), (7, 20), (30, 31))
    places = TablePlaces([tables[3], *tables[:3]])
    assert [places.at("题库", row) for row in (0, 1, 4, 5, 6, 7, 19, 20, 30, 31)] == [
        None, tables[0], tables[0], None, None, tables[1], tables[1], None, tables[3], None,
    ]  # fmt: skip
    assert places.at("另一张表", 3) is None


def test_a_merged_heading_stands_over_its_columns() -> None:
    merged = ((0, 1, 0, 3), (0, 3, 0, 4), (6, 2, 6, 3), (5, 0, 90, 9))
    first, second = _tables((1, 5), (7, 20), merged=merged)
    places = TablePlaces([first, second])
    assert [places.heading_column(column, first) for column in range(5)] == [0, 1, 1, 1, 3]
    assert [places.heading_column(column, second) for column in range(5)] == [0, 0, 2, 2, 0]


def test_overlapping_ranges_cost_little() -> None:
    (table,) = _tables((1, 5), merged=((0, 7, 0, 8), *[(0, 1, 60_000 + at, 2) for at in range(100_000)]))
    assert TablePlaces([table]).heading_column(8, table) == 7

"""Merged cells and pictures in a sheet's rows."""

from quizapp.excel.sheet_rows import SheetRows, fill_merged, picture_id


def sheet(merged: tuple[tuple[int, int, int, int], ...] | None) -> SheetRows:
    return SheetRows("Sheet1", [["办公室", "张三"], ["", "李四"], ["", "王五"]], merged=merged)


def test_a_merged_cell_speaks_for_the_rows_that_it_spans() -> None:
    found = sheet(((0, 0, 1, 0),))
    fill_merged(found, {0})
    assert [row[0] for row in found.rows] == ["办公室", "办公室", ""]


def test_other_columns_and_unmerged_cells_stay_as_they_are() -> None:
    for merged in (((0, 0, 2, 0),), None):
        found = sheet(merged)
        fill_merged(found, {1})
        assert [row[0] for row in found.rows] == ["办公室", "", ""]


def test_an_embedded_picture_is_known_by_its_formula() -> None:
    assert picture_id('=_xlfn.DISPIMG("ID_1",1)') == "ID_1"
    assert picture_id('=DISPIMG("ID_1",1)') == "ID_1"
    assert picture_id("=DISPIMG()") == "?"
    assert not picture_id("DISPIMG 是什么函数？")

"""The sheet that is printed: what stands where, heights, pages, progress."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.errors import Cancelled
from quizapp.excel.styles import Look
from quizapp.excel.table_sheet import Column, Progress, TableSheet

COLUMNS = [Column("序号", 6), Column("姓名", 20, Look(align="left", number_format="@")), Column("得分", 10)]


def _written(workbook: Workbook) -> Worksheet:
    content = BytesIO()
    workbook.save(content)
    return load_workbook(content).worksheets[0]


def test_rows_come_in_order_with_their_looks() -> None:
    workbook = Workbook(write_only=True)
    table = TableSheet(workbook, "表", COLUMNS, rows_above=2)
    table.title("标题")
    table.facts("情况")
    table.headings()
    table.values([1, "张三", 90])
    table.values([2, "李四", None])
    table.total(["", "合计", 90])
    sheet = _written(workbook)
    assert list(sheet.iter_rows(values_only=True)) == [
        ("标题", None, None), ("情况", None, None), ("序号", "姓名", "得分"),
        (1, "张三", 90), (2, "李四", None), (None, "合计", 90),
    ]  # fmt: skip
    assert sheet["B5"].number_format == "@"
    assert sheet["C5"].border.left.style == "thin"  # empty, and still a cell of the table
    assert (sheet["B4"].font.b, sheet["B6"].font.b) == (False, True)
    assert {str(one) for one in sheet.merged_cells} == {"A1:C1", "A2:C2"}
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")
    assert sheet.column_dimensions["B"].width == 20


def test_other_rows_above_than_announced_are_a_mistake_of_ours() -> None:
    table = TableSheet(Workbook(write_only=True), "表", COLUMNS, rows_above=2)
    table.title("标题")
    with pytest.raises(AssertionError):
        table.headings()
    table.sheet.close()


def test_a_long_text_gets_the_lines_it_needs() -> None:
    workbook = Workbook(write_only=True)
    table = TableSheet(workbook, "表", COLUMNS, rows_above=0)
    table.headings()
    table.facts("短")
    table.facts("很长" * 40)
    sheet = _written(workbook)
    assert sheet.row_dimensions[3].height > 3 * sheet.row_dimensions[2].height


def test_a_page_is_full_when_it_is_full() -> None:
    table = TableSheet(Workbook(write_only=True), "表", COLUMNS, rows_above=0)
    table.headings()
    assert table.fits_on_page(400)
    assert not table.fits_on_page(500)
    for number in range(20):
        table.values([number, "张三", 1])
    assert not table.fits_on_page(400)
    assert table.fits_on_page(50)
    table.sheet.close()


def test_progress_is_told_now_and_then_and_stops_when_asked() -> None:
    told: list[tuple[int, int]] = []
    progress = Progress(450, lambda done, total: told.append((done, total)), None)
    for _row in range(450):
        progress.step()
    progress.finish()
    assert told == [(0, 450), (200, 450), (400, 450), (450, 450)]
    with pytest.raises(Cancelled):
        Progress(1, None, lambda: True).step()


def test_no_word_of_a_heading_is_broken() -> None:
    workbook = Workbook(write_only=True)
    columns = [Column("Participation rate", 6), Column("参考率", 6), Column("No.", 6)]
    TableSheet(workbook, "表", columns, rows_above=0).headings()
    sheet = _written(workbook)
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [15, 6, 6]


def test_a_row_grows_with_its_longest_text() -> None:
    workbook = Workbook(write_only=True)
    table = TableSheet(workbook, "表", [Column("序号", 6), Column("题干", 22)], rows_above=0)
    table.headings()
    table.grown([1, "短"])
    table.grown([2, "长" * 30])  # 10 to a line
    table.grown([3, "一\n二\n三\n四"])
    table.grown([None, "长" * 5000])
    sheet = _written(workbook)
    heights = [sheet.row_dimensions[row].height for row in range(2, 6)]
    assert heights[0] == 20
    assert heights[0] < heights[1] < heights[2] < heights[3] == 409

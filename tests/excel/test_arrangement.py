"""Questions drawn out of a table stand one a row, in columns of their own."""

from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.layout import Table, find_tables
from quizapp.excel.row_cells import TableCells
from quizapp.excel.sheet_rows import SheetRows


def table() -> Table:
    rows = [["题型", "题干", "选项A", "选项B", "答案"], ["单选题", "甲", "乙", "丙", "A"], ["单选题", "丁"]]
    (found,), _problems = find_tables([SheetRows("礼仪", rows)])
    return found


def test_what_is_given_goes_into_columns_to_the_right_and_the_rest_stays() -> None:
    whole = table()
    drawn = [Drawn(number, row) for number, row in TableCells(whole).rows()]
    drawn[1].options, drawn[1].key, drawn[1].stem, drawn[1].kind = ["戊", "己", "庚"], "C", "丁？", "多选题"
    found = rearranged(whole, drawn, how="怎样", notes=["请看"], refused={3: "不行"})
    cells = TableCells(found)
    assert [
        (number, cells.texts(row).stem, cells.texts(row).kind, cells.options(row), cells.key(row))
        for number, row in cells.rows()
    ] == [
        (2, "甲", "单选题", ["乙", "丙"], "A"),
        (3, "丁？", "多选题", ["戊", "己", "庚"], "C"),
    ]
    assert (found.notes, found.refused, found.option_columns) == (("请看",), {3: "不行"}, (2, 3))
    assert "怎样" in found.in_words()
    assert found.columns.options_heading == "选项A—选项B"


def test_where_nothing_is_given_the_columns_stay() -> None:
    whole = table()
    found = rearranged(whole, [Drawn(number, row) for number, row in TableCells(whole).rows()])
    assert (found.columns.options, found.columns.keys) == (whole.columns.options, whole.columns.keys)

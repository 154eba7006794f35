"""Cells of rows by what they hold."""

from quizapp.excel.layout import find_tables
from quizapp.excel.row_cells import TableCells
from quizapp.excel.sheet_rows import SheetRows


def cells(*rows: list[str]) -> TableCells:
    (table,), _problems = find_tables([SheetRows("Sheet1", list(rows))])
    return TableCells(table)


HEADINGS = ["章", "章节", "题干", "选项A", "选项C", "答案1", "答案2"]


def test_cells_are_found_and_stripped() -> None:
    found = cells(HEADINGS, ["一", "甲 ", " 题干 ", " 子", "丑 ", "A ", " C"])
    ((number, row),) = found.rows()
    assert number == 2
    assert found.texts(row).stem == "题干"
    assert found.texts(row).explanation == ""
    assert found.options(row) == ["子", "", "丑"]
    assert found.key(row) == "A\nC"
    assert found.blanks(row) == ["A", "C"]
    assert found.category(row) == "一/甲"
    assert found.knowledge_point(row) == ""


def test_short_rows_are_filled_up_and_blank_rows_left_out() -> None:
    found = cells(["题干", "答案", "解析"], ["甲"], [], ["", "", ""], ["乙", "对"])
    rows = list(found.rows())
    assert [number for number, _row in rows] == [2, 5]
    assert [found.key(row) for _number, row in rows] == ["", "对"]
    assert found.texts(rows[0][1]).explanation == ""


def test_a_row_beside_the_questions_says_nothing_that_matters() -> None:
    found = cells(["序号", "题干", "答案"], ["1", "", ""], ["2", "甲", ""])
    assert [found.is_beside(row) for _number, row in found.rows()] == [True, False]


def test_blanks_with_columns_of_their_own() -> None:
    found = cells(["题干", "空1", "空2", "空3", "答案"], ["题", "甲", "乙", "", ""])
    ((_number, row),) = found.rows()
    assert found.blanks(row) == ["甲", "乙"]


def test_stray_cells_are_noticed() -> None:
    found = cells(["题干", "答案"], ["甲", "A", "乙"], ["乙", "B"])
    with_more, without = (row for _number, row in found.rows())
    assert found.has_more_than_headings(with_more)
    assert not found.has_more_than_headings(without)


def test_one_column_of_all_rows() -> None:
    found = cells(["题干", "答案"], ["甲 ", "A"], ["乙"])
    assert found.column(0) == ["甲", "乙"]
    assert found.column(1) == ["A"]
    assert found.column(-1) == []

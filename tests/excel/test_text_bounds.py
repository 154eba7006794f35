"""What goes beyond the bounds is refused with the place and with what to do."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel.bank_sources import read_source
from quizapp.excel.text_bounds import (
    MAX_COLUMNS,
    MAX_FIELDS,
    MAX_LINES,
    MAX_SHEETS,
    MAX_TABLES,
    MAX_TEXT,
    MAX_WRITTEN,
    refuse_long_text,
    refuse_many_sheets,
    refuse_many_tables,
)
from tests.excel.made_books import read, sheet_xml, words, xlsx

HEAD = "题型,题干,选项A,选项B,答案\n"


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(NotReadable) as refused:
        read_source(content, name)
    return str(refused.value)


def test_a_cell_with_more_text_than_excel_lets_it() -> None:
    assert len(read((HEAD + f"单选题,{'问' * MAX_TEXT},甲,乙,A\n").encode(), "题库.csv").items) == 1
    said = refusal((HEAD + f"单选题,{'问' * (MAX_TEXT + 1)},甲,乙,A\n").encode(), "题库.csv")
    assert "“题库”第 2 行 B 列有 32768 个字" in said


def test_a_row_with_more_fields_than_excel_has_columns() -> None:
    said = refusal((HEAD + "单选题,问？,甲,乙,A" + "," * MAX_FIELDS + "\n").encode(), "题库.csv")
    assert "第 2 行有 16389 列" in said


def test_what_stands_far_to_the_right_is_not_read_and_that_is_told() -> None:
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    rows = f'<row r="1">{cell.format("A1", "题干")}{cell.format("B1", "答案")}</row>'
    row = f'<row r="2">{cell.format("A2", "正对？")}{cell.format("B2", "对")}{{}}</row>'
    near, far = row.format('<c r="IV2"><v>1</v></c>'), row.format('<c r="IW2"><v>1</v></c>')
    told = "第 256 列以后还有内容"
    found = read(sheet_xml(rows + near))
    assert (len(found.items), told in words(found.problems)) == (1, False)
    found = read(sheet_xml(rows + far))
    assert (len(found.items), told in words(found.problems)) == (1, True)
    assert MAX_COLUMNS == 256


def test_too_many_sheets_and_tables() -> None:
    refuse_many_sheets(MAX_SHEETS)
    refuse_many_tables(MAX_TABLES)
    said = refusal(xlsx({f"s{number}": [["题干"]] for number in range(MAX_SHEETS + 1)}), "题库.xlsx")
    assert "257 个工作表（最多 256 个）" in said
    page = "<html><table><tr><td>甲</td></tr></table>" + "<table><tr><td>甲</td></tr></table>" * MAX_TABLES
    assert "2001 个表格" in refusal(page.encode(), "题库.xls")


def test_running_text_without_an_end() -> None:
    refuse_long_text(["问" * MAX_TEXT])
    with pytest.raises(NotReadable, match="60001 行"):
        refuse_long_text([""] * (MAX_LINES + 1))
    assert "第 2 行有 40000 个字" in refusal(("1. 问？（A）\n" + "甲" * 40_000).encode(), "题库.txt")
    with pytest.raises(NotReadable, match="400 万字"):
        refuse_long_text(["问" * 30_000] * (MAX_WRITTEN // 30_000 + 1))

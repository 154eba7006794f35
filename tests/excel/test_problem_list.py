"""The list of problems stands first, each with a link to its cell, and never looks like a table of questions."""

from openpyxl import Workbook

from quizapp.core.problems import Problem, Severity
from quizapp.excel.problem_list import is_problem_list, write_problem_list
from quizapp.excel.read_bank import parse_bank
from tests.excel.made_books import BANK_HEADINGS, no_report, saved

ERROR = Problem("甲's 表", 2, "答案", Severity.ERROR, "没有答案：请填写答案。")
REMARK = Problem("甲's 表", None, "", Severity.WARNING, "=1+1 有 2 行是隐藏的。")


def listed() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "甲's 表"
    sheet.append(BANK_HEADINGS)
    sheet.append(["单选题", "哪个对？", "甲", "乙", "", "", "A"])
    write_problem_list(book, [ERROR, REMARK], [(2, 7), None], {sheet.title: sheet})
    return book


def test_each_problem_has_its_line() -> None:
    sheet = listed().worksheets[0]
    assert sheet.title == "导入问题"
    assert str(sheet["A1"].value).startswith("导入前要看的 2 处：1 处错误")
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert values == [
        ["工作表", "行", "列", "列的标题", "程度", "怎么改"],
        ["甲's 表", 2, "G", "答案", "错误", "没有答案：请填写答案。"],
        ["甲's 表", None, "", "", "注意", "=1+1 有 2 行是隐藏的。"],
    ]
    assert sheet["F5"].data_type == "s"
    assert sheet["F5"].quotePrefix


def test_a_line_leads_to_its_cell() -> None:
    sheet = listed().worksheets[0]
    assert {sheet[cell].hyperlink.location for cell in ("A4", "B4", "C4")} == {"'甲''s 表'!G2"}
    assert sheet["A5"].hyperlink is None


def test_the_list_is_shown_first_and_alone() -> None:
    book = listed()
    assert book.active is book.worksheets[0]
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [True, False]


def test_it_is_known_again_and_is_no_table_of_questions() -> None:
    book = listed()
    assert [is_problem_list(sheet) for sheet in book.worksheets] == [True, False]
    found = parse_bank(saved(book), "题库.xlsx", no_report)
    assert len(found.items) == 1
    assert found.problems == []

"""Colours of letters in both kinds of workbook."""

import io

import openpyxl
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from quizapp.excel.font_colours import xls_colours, xlsx_colours
from tests.excel.made_books import saved, with_part, xls, xlsx


def test_colours_in_an_xlsx() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["黑", "红", "也黑"])
    sheet["B1"].font = Font(color="FFFF0000")
    sheet["C1"].font = Font(color="FF000000")
    sheet["A2"] = CellRichText(TextBlock(InlineFont(color="FF00B050"), "全绿"))
    assert xlsx_colours(saved(book), sheet.title) == {(0, 1): "rgb FFFF0000", (1, 0): "rgb FF00B050"}


def test_colours_in_an_xls() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    sheet.write(0, 0, "黑")
    sheet.write(0, 1, "红", xlwt.easyxf("font: colour red"))
    stream = io.BytesIO()
    book.save(stream)
    assert list(xls_colours(stream.getvalue(), "甲")) == [(0, 1)]


def test_what_cannot_be_read_has_no_colours() -> None:
    assert xlsx_colours(b"PK", "甲") == {}
    assert xls_colours(b"no workbook", "甲") == {}


def test_what_no_library_can_parse_has_no_colours() -> None:
    damaged = with_part(xlsx([["甲"]]), "xl/styles.xml", lambda part: part.replace(b"<fonts", b"<fonts <"))
    assert xlsx_colours(damaged, "Sheet1") == {}
    content = bytearray(xls([["甲"]]))
    content[28] = 0
    assert xls_colours(bytes(content), "Sheet1") == {}

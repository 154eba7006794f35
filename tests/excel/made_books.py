"""Small workbooks for the tests of reading, made on the spot, and short ways to read them."""

import io
from collections.abc import Mapping, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import xlwt

from quizapp.core.problems import Problem, Severity
from quizapp.excel.read_bank import BankFile, parse_bank
from quizapp.excel.read_people import RosterFile, parse_people

Rows = Sequence[Sequence[object]]
BANK_HEADINGS = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案"]
ROSTER_HEADINGS = ["编号", "姓名", "科室/单位", "职务", "类别", "电话", "备注"]


def xlsx(sheets: Mapping[str, Rows] | Rows, *, formats: Mapping[str, str] | None = None, merged: str = "") -> bytes:
    """A workbook; `formats`: cell -> number format, in the first sheet; `merged`: a range of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    named = sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}
    for name, rows in named.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = book.worksheets[0]
    for cell, code in (formats or {}).items():
        first[cell].number_format = code
    if merged:
        first.merge_cells(merged)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(rows: Rows, *, formats: Mapping[tuple[int, int], str] | None = None) -> bytes:
    """A workbook of the old format; `formats`: (row, column) from 0 -> number format."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                code = (formats or {}).get((number, column), "General")
                sheet.write(number, column, value, xlwt.easyxf(num_format_str=code))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str, change: Any) -> bytes:
    """The zipped workbook with one part changed by `change(bytes) -> bytes`."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            part = old.read(member)
            new.writestr(member, change(part) if member == name else part)
    return stream.getvalue()


def sheet_xml(rows: str, *, sheet: str = "Sheet1", styles: str = "") -> bytes:
    """A workbook with one sheet whose XML is written by hand, as other programs than openpyxl write it."""
    content = xlsx({sheet: [["x"]]})
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<?xml version="1.0"?><worksheet xmlns="{spreadsheet}"><sheetData>{rows}</sheetData></worksheet>'
    content = with_part(content, "xl/worksheets/sheet1.xml", lambda _part: xml.encode())
    if styles:
        sheet_styles = f'<?xml version="1.0"?><styleSheet xmlns="{spreadsheet}">{styles}</styleSheet>'
        content = with_part(content, "xl/styles.xml", lambda _part: sheet_styles.encode())
    return content


def bank(*rows: Sequence[object], headings: Sequence[object] = BANK_HEADINGS, sheet: str = "Sheet1") -> BankFile:
    """A question bank with these rows under these headings, read."""
    return read(xlsx({sheet: [headings, *rows]}))


def read(content: bytes, file_name: str = "题库.xlsx") -> BankFile:
    """A question bank read in this process."""
    return parse_bank(content, file_name, no_report)


def roster(*rows: Sequence[object], headings: Sequence[object] = ROSTER_HEADINGS) -> RosterFile:
    """A roster with these rows under these headings, read in this process."""
    return people(xlsx([headings, *rows]))


def people(content: bytes, file_name: str = "名单.xlsx") -> RosterFile:
    """A roster read in this process."""
    return parse_people(content, file_name, no_report)


def no_report(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def errors(problems: Sequence[Problem]) -> list[tuple[int | None, str]]:
    """Row and column of the errors."""
    return [(problem.row, problem.column) for problem in problems if problem.severity is Severity.ERROR]


def warnings(problems: Sequence[Problem]) -> list[tuple[int | None, str]]:
    """Row and column of the warnings."""
    return [(problem.row, problem.column) for problem in problems if problem.severity is Severity.WARNING]


def words(problems: Sequence[Problem]) -> str:
    """All that is said."""
    return "\n".join(problem.message for problem in problems)

"""The old binary workbook (.xls): values, number formats, merged and hidden cells, by xlrd.

xlrd is pure Python and cannot be made to ask for absurd memory; it alone knows the number formats of this format.
"""

import io

import xlrd
from xlrd.biffh import XLRDError

from quizapp.excel.file_kinds import has_password
from quizapp.excel.number_formats import BUILT_IN, Shown, compile_format, show_general
from quizapp.excel.sheet_rows import SheetRows, short_dates

_FIRST_LOCAL, _LAST_LOCAL = 14, 58
"""Numbers of built-in formats that depend on the installation: for these xlrd's table is an American one."""


class XlsUnreadable(Exception):
    """xlrd got stuck; another reader may know the values."""


def read_xls(content: bytes) -> list[SheetRows]:
    """All worksheets as they are shown; raise XlsUnreadable where xlrd fails."""
    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        shown = _formats(book)
        return [_sheet(book, sheet, shown) for sheet in book.sheets()]
    except XLRDError as error:
        if "encrypt" in str(error).casefold() or "password" in str(error).casefold():
            raise has_password() from error
        raise XlsUnreadable(str(error)) from error
    except MemoryError:
        raise
    except Exception as error:
        raise XlsUnreadable(str(error)) from error


def _formats(book: xlrd.book.Book) -> list[Shown]:
    """How each style of the workbook shows a number."""
    compiled: dict[str, Shown] = {}
    found = []
    for style in book.xf_list:
        number = style.format_key
        own = book.format_map.get(number)
        code = own.format_str if own is not None else ""
        if number in BUILT_IN and (number < _FIRST_LOCAL or not code or _is_foreign(number, code)):
            code = BUILT_IN[number]
        if code not in compiled:
            compiled[code] = compile_format(code or "General", is_1904=bool(book.datemode))
        found.append(compiled[code])
    return found


def _is_foreign(number: int, code: str) -> bool:
    """Whether a built-in format's text is xlrd's American one, or its General for what it does not know."""
    if not _FIRST_LOCAL <= number <= _LAST_LOCAL:
        return False
    return code == xlrd.formatting.std_format_strings.get(number, "General")


def _sheet(book: xlrd.book.Book, sheet: xlrd.sheet.Sheet, shown: list[Shown]) -> SheetRows:
    rows = [
        [
            _text(cell.ctype, cell.value, shown[cell.xf_index] if cell.xf_index is not None else show_general)
            for cell in row
        ]
        for row in sheet.get_rows()
    ]
    width = max(map(len, rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]  # xlrd makes an object of every blank cell
    hidden = frozenset(number for number, info in sheet.rowinfo_map.items() if info.hidden)
    merged = tuple((top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
    dates = {
        (at, column): rows[at][column]
        for at, row in enumerate(sheet.get_rows())
        for column, cell in enumerate(row)
        if cell.ctype == xlrd.XL_CELL_DATE
    }
    return SheetRows(
        sheet.name,
        rows,
        is_hidden=bool(sheet.visibility),
        hidden_rows=hidden,
        merged=merged,
        short_dates=short_dates(dates),
    )


def _text(kind: int, value: object, shown: Shown) -> str:
    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE) and isinstance(value, float):
        return shown(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == xlrd.XL_CELL_ERROR and isinstance(value, int):
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    return ""

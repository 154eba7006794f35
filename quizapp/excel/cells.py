"""Bytes of a stranger's workbook -> sheets of rows of the text that each cell shows. Runs in the child process."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import PurePath

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from quizapp.core.control_characters import CONTROL_CHARACTERS
from quizapp.errors import NotReadable
from quizapp.excel.file_kinds import FileKind, has_password, is_damaged, kind_of_file
from quizapp.excel.html_tables import read_html
from quizapp.excel.number_formats import show_general
from quizapp.excel.package_errors import PACKAGE_ERRORS
from quizapp.excel.sheet_rows import PICTURE_SIGN, SheetRows, short_dates
from quizapp.excel.text_bounds import MAX_COLUMNS, MAX_TEXT, refuse_long_cells, refuse_many_sheets
from quizapp.excel.text_rows import text_rows
from quizapp.excel.xlsx_looks import SheetLooks, XlsxLooks
from quizapp.i18n import _

MAX_CELLS = 20_000_000
"""Of one sheet, blank ones within its range included."""

_UNSEEN = str.maketrans({"\u200b": "", "\ufeff": "", "\v": "\n", "\f": "\n"})
"""Also what Word breaks lines and pages with, which comes along when somebody pastes."""

Value = str | float | int | bool | date | datetime | time | timedelta


def read_workbook(content: bytes, file_name: str) -> list[SheetRows]:
    """All sheets in the workbook's order, hidden ones too; raise NotReadable when there is nothing to read."""
    kind = kind_of_file(content)
    if kind is FileKind.TEXT:
        sheets = [SheetRows(PurePath(file_name).stem, text_rows(content), is_text=True)]
    elif kind is FileKind.XLS:
        sheets = _xls(content)
    elif kind is FileKind.HTML:
        sheets = read_html(content, PurePath(file_name).stem)
    elif kind is FileKind.DOCX:
        from quizapp.excel.docx_questions import docx_tables  # here: workbooks do without

        sheets = docx_tables(content)
    else:
        sheets = _by_calamine(content, kind)
    sheets = [replace(tidied(sheet), colours=_colours(content, kind, sheet.name)) for sheet in sheets]
    if not any(sheet.rows for sheet in sheets):
        raise NotReadable(_("这个工作簿里没有内容：所有工作表都是空的。请检查是否选错了文件。"))
    return sheets


def _colours(content: bytes, kind: FileKind, name: str) -> Callable[[], dict[tuple[int, int], str]] | None:
    """What tells the colours of a sheet, where the format has them."""
    if kind not in (FileKind.XLSX, FileKind.XLS):
        return None

    def read() -> dict[tuple[int, int], str]:
        from quizapp.excel.font_colours import xls_colours, xlsx_colours  # here: their libraries cost the others time

        return (xlsx_colours if kind is FileKind.XLSX else xls_colours)(content, name)

    return read


def _xls(content: bytes) -> list[SheetRows]:
    from quizapp.excel.xls_sheets import XlsUnreadable, read_xls  # here: its library costs the other files time

    try:
        return read_xls(content)
    except XlsUnreadable:  # a damaged format table; the values can often still be had
        return _by_calamine(content, FileKind.XLS)


def _by_calamine(content: bytes, kind: FileKind) -> list[SheetRows]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            entries = [
                entry
                for entry in book.sheets_metadata
                if entry.typ == SheetTypeEnum.WorkSheet  # not `is`: older readers make a new value each time
            ]
            refuse_many_sheets(len(entries))
            looks = _looks(content, kind)
            return [
                _sheet(book.get_sheet_by_name(entry.name), entry.visible != SheetVisibleEnum.Visible, looks)
                for entry in entries
            ]
    except PasswordError as error:
        raise has_password() from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise is_damaged() from error


def _looks(content: bytes, kind: FileKind) -> XlsxLooks | None:
    """What the cells look like; None where it cannot be known."""
    if kind is not FileKind.XLSX:
        return None
    try:
        return XlsxLooks(content)
    except (StopIteration, *PACKAGE_ERRORS):
        return None


def _sheet(sheet: CalamineSheet, is_hidden: bool, looks: XlsxLooks | None) -> SheetRows:
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        words = _("工作表“{sheet}”的范围太大（{rows} 行 × {columns} 列）。请删去多余的空行、空列，另存后再导入。")
        raise NotReadable(words.format(sheet=sheet.name, rows=sheet.total_height, columns=sheet.total_width))
    merged = sheet.merged_cell_ranges
    values, has_more = _values(sheet)
    rows = [[value if type(value) is str else _show(value) for value in row] for row in values]
    look = _look(looks, sheet.name)
    for (row, column), text in look.shown.items() if look else ():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    return SheetRows(
        sheet.name,
        rows,
        is_hidden=is_hidden,
        hidden_rows=look.hidden_rows if look else frozenset(),
        merged=None if merged is None else tuple((*start, *end) for start, end in merged),
        short_dates=short_dates(look.shown) if look else frozenset(),
        formats_known=look is not None,
        has_more_columns=has_more,
        has_doubtful_numbers=look is None and any(map(_is_doubtful, (value for row in values for value in row))),
    )


def _values(sheet: CalamineSheet) -> tuple[list[list[Value]], bool]:
    """The values as far as columns are looked at, and whether something stands beyond."""
    values, has_more = sheet.to_python(skip_empty_area=False), False
    if sheet.total_width >= MAX_COLUMNS:  # calamine counts one too few
        for row in values:
            has_more = has_more or row.count("") - row[:MAX_COLUMNS].count("") < len(row) - MAX_COLUMNS
            del row[MAX_COLUMNS:]
    return values, has_more


def _look(looks: XlsxLooks | None, name: str) -> SheetLooks | None:
    try:
        return looks.sheet(name) if looks else None
    except PACKAGE_ERRORS:
        return None


def _is_doubtful(value: Value) -> bool:
    """Whether a value may look otherwise than it is stored: whole numbers and texts hardly ever do."""
    return not isinstance(value, str | bool) and not (isinstance(value, int | float) and value == int(value))


def _show(value: Value) -> str:
    """Show a value that is not text as a cell without a format of its own does."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and -1e11 < value < 1e11 else show_general(value)
    if isinstance(value, int):
        return show_general(value)
    if isinstance(value, datetime):
        day = f"{value.year}/{value.month}/{value.day}"
        return day if value.time() == time() else f"{day} {value.hour}:{value.minute:02d}"
    if isinstance(value, date):
        return f"{value.year}/{value.month}/{value.day}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}:{value.second:02d}"
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return value


def tidied(sheet: SheetRows) -> SheetRows:
    """The sheet with one kind of line break, without unseen characters and without blank rows at its end."""
    rows = _without_blank_end(sheet.rows)
    has_pictures = False
    for index, row in enumerate(rows):
        joined = "".join(row)
        if not joined.isprintable():  # quickly asked, and few rows are not
            rows[index] = [_clean(cell) for cell in row]
        if len(joined) > MAX_TEXT:
            refuse_long_cells(sheet.name, index + 1, row)
        if PICTURE_SIGN in joined:
            has_pictures = True
    return replace(sheet, rows=rows, has_pictures=has_pictures)


def _clean(cell: str) -> str:
    """A cell with one kind of line break and without characters that nobody sees or no workbook can hold."""
    return CONTROL_CHARACTERS.sub("", cell.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN))


def _without_blank_end(rows: list[list[str]]) -> list[list[str]]:
    end = len(rows)
    while end and not _has_text(rows[end - 1]):
        end -= 1
    return rows if end == len(rows) else rows[:end]


def _has_text(row: Iterable[str]) -> bool:
    return any(cell and not cell.isspace() for cell in row)

"""The organiser's own workbook handed back: faulty cells red, doubtful ones amber, each with a remark, and a list.

A stranger's workbook is opened in a child process only. What openpyxl cannot write (.xls, .csv, .ods, .xlsb) comes back
as an .xlsx with the values as they were read.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.core.column_mapping import TableLayout
from quizapp.core.problems import Problem, Severity
from quizapp.excel.cells import read_workbook
from quizapp.excel.child import DEFAULT_LIMITS, ChildLimits, Report, run_in_child
from quizapp.excel.file_kinds import FileKind, kind_of_file
from quizapp.excel.lost_parts import lost_parts
from quizapp.excel.problem_cells import Place, ProblemCells
from quizapp.excel.problem_list import is_problem_list, write_problem_list
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.styles import legal_text, set_value, text_width
from quizapp.i18n import _

AUTHOR = "QuizApp"
ERROR_FILL, WARNING_FILL = "F4A7A1", "FBDF9D"
_OWN_FILLS = {f"00{ERROR_FILL}", f"00{WARNING_FILL}"}
_OWN_START = f"{AUTHOR}：\n"
_LONGEST_REMARK = 2_000
_STEPS = 4
_WIDEST, _NARROWEST = 60, 9
_TEXTS = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml", re.IGNORECASE)
_RUN = re.compile(rb"<(?:\w+:)?r>")
_BLANK = re.compile(rb"<t>([ \t\r\n]+)</t>")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")

Marks = dict[Place, tuple[Severity, list[str]]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A workbook with remarks: its bytes, the ending of its name, and what the user should know of it, in words."""

    content: bytes
    suffix: str
    notes: tuple[str, ...]


def annotate(
    content: bytes,
    file_name: str,
    problems: Sequence[Problem],
    tables: Sequence[TableLayout],
    *,
    limits: ChildLimits = DEFAULT_LIMITS,
    on_progress: Callable[[int, int], object] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Annotated:
    """Mark the problems of a file in a copy of it, in a child process; raises what `run_in_child` raises."""
    task = annotated_book, content, file_name, tuple(problems), tuple(tables)
    return run_in_child(*task, limits=limits, on_progress=on_progress, is_cancelled=is_cancelled)


def annotated_book(
    content: bytes, file_name: str, problems: Sequence[Problem], tables: Sequence[TableLayout], report: Report
) -> Annotated:
    """What the child does."""
    report(0, _STEPS)
    cells = ProblemCells(tables)
    places = [cells.place(problem) for problem in problems]
    note = _("这种文件不能原样写回：批注文件是 .xlsx，里面是读到的内容，没有原来的格式。")
    if kind_of_file(content) is FileKind.XLSX:
        try:
            book, sheets, notes, suffix = _opened(content)
            return Annotated(_marked(book, sheets, problems, places, report), suffix, tuple(notes))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - openpyxl raises anything at what others wrote; the values can be had
            note = _("原文件的格式没有保留：批注文件里是读到的内容。")
    book, sheets = _converted(read_workbook(content, file_name))
    return Annotated(_marked(book, sheets, problems, places, report), ".xlsx", (note,))


def _marked(
    book: Workbook,
    sheets: dict[str, Worksheet],
    problems: Sequence[Problem],
    places: Sequence[Place | None],
    report: Report,
) -> bytes:
    """The bytes of a workbook with the problems marked in it; `sheets` are its own by the names that problems have."""
    report(1, _STEPS)
    marks: dict[str, Marks] = {}
    for problem, place in zip(problems, places, strict=True):
        if place is not None and problem.sheet in sheets:
            severity, words = marks.setdefault(problem.sheet, {}).setdefault(place, (problem.severity, []))
            words.append(problem.message)
            if severity is not problem.severity:
                marks[problem.sheet][place] = (Severity.ERROR, words)
    for name, found in marks.items():
        _mark(sheets[name], found)
    report(2, _STEPS)
    write_problem_list(book, problems, places, sheets)
    report(3, _STEPS)
    stream = io.BytesIO()
    book.save(stream)
    content = _with_blank_runs(stream.getvalue())
    report(_STEPS, _STEPS)
    return content


def _opened(content: bytes) -> tuple[Workbook, dict[str, Worksheet], list[str], str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        has_macros = any(name.casefold() == "xl/vbaproject.bin" for name in names)
        # Reading runs of letters costs half the time again: only where there are any.
        has_runs = any(_RUN.search(archive.read(name)) for name in names if _TEXTS.fullmatch(name))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        book = load_workbook(io.BytesIO(content), keep_vba=has_macros, rich_text=has_runs)
    for sheet in list(book.worksheets):
        if is_problem_list(sheet):
            book.remove(sheet)
            for other in book.worksheets:
                _take_marks_off(other)
    notes = lost_parts(content, [str(one.message) for one in told])
    return book, {sheet.title: sheet for sheet in book.worksheets}, notes, ".xlsm" if has_macros else ".xlsx"


def _take_marks_off(sheet: Worksheet) -> None:
    """The marks of an earlier copy: what was mended since must not stay red."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            if cell.has_style and cell.fill.fill_type == "solid" and cell.fill.start_color.rgb in _OWN_FILLS:
                cell.fill = PatternFill()
            if cell.comment is not None and _OWN_START in cell.comment.text:
                kept = cell.comment.text.split(_OWN_START)[0].strip()
                cell.comment = Comment(kept, cell.comment.author or AUTHOR) if kept else None


def _with_blank_runs(content: bytes) -> bytes:
    """The workbook with runs of mere blanks kept, such as a line to fill in: openpyxl forgets to say so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        parts = {one.filename: before.read(one) for one in before.infolist()}
        if not any(_BLANK.search(part) for name, part in parts.items() if _TEXTS.fullmatch(name)):
            return content
        for name, part in parts.items():
            kept = _BLANK.sub(rb'<t xml:space="preserve">\1</t>', part) if _TEXTS.fullmatch(name) else part
            after.writestr(name, kept)
    return stream.getvalue()


def _mark(sheet: Worksheet, marks: Marks) -> None:
    fills = {
        Severity.ERROR: PatternFill("solid", start_color=ERROR_FILL),
        Severity.WARNING: PatternFill("solid", start_color=WARNING_FILL),
    }
    for (row, column), (severity, words) in marks.items():
        cell: Any = sheet.cell(row, column)
        if isinstance(cell, MergedCell):
            cell = _top_left(sheet, row, column)
        cell.fill = fills[severity]
        cell.comment = _remark(cell.comment, "\n".join(dict.fromkeys(words)))


def _top_left(sheet: Worksheet, row: int, column: int) -> Any:
    """The one cell of a merged range that can hold something."""
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            return sheet.cell(merged.min_row, merged.min_col)
    raise AssertionError("a merged cell is within a merged range")


def _remark(present: Comment | None, words: str) -> Comment:
    """The remark of a cell; what somebody remarked there before stays above it."""
    own = _OWN_START + legal_text(words)[:_LONGEST_REMARK]
    text = f"{present.text}\n\n{own}" if present is not None else own
    lines = sum(1 + text_width(line) // 34 for line in text.split("\n"))
    made = Comment(text, present.author or AUTHOR if present is not None else AUTHOR)
    made.width, made.height = 280, min(400, 24 + 20 * lines)
    return made


def _converted(read: Sequence[SheetRows]) -> tuple[Workbook, dict[str, Worksheet]]:
    """A workbook with the values of another kind of file, each an inert text as it was seen there."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets: dict[str, Worksheet] = {}
    for one in read:
        sheet = book.create_sheet(_NOT_IN_TITLES.sub("_", one.name)[:31] or "Sheet")
        sheets[one.name] = sheet
        sheet.sheet_state = "hidden" if one.is_hidden else "visible"
        for number, row in enumerate(one.rows, start=1):
            for column, text in enumerate(row, start=1):
                if text:
                    set_value(sheet.cell(number, column), text)
        for column in range(max(map(len, one.rows), default=0)):
            seen = (text_width(row[column]) for row in one.rows[:100] if column < len(row))
            width = max(_NARROWEST, min(_WIDEST, max(seen, default=0) + 2))
            sheet.column_dimensions[get_column_letter(column + 1)].width = width
        for top, left, bottom, right in one.merged or ():
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    return book, sheets

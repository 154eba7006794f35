"""The first sheet of a marked workbook: every problem with a link to its cell."""

from collections.abc import Mapping, Sequence
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.core.problems import Problem, Severity
from quizapp.excel.problem_cells import Place
from quizapp.excel.styles import Value, set_value, text_width
from quizapp.i18n import _, _p

_MOST_LINKED_ROWS = 20_000  # of three links each: Excel knows 65,530 in a sheet
_WIDTHS = (16, 8, 8, 14, 8, 90)
_WORDS_WIDTH = 84
_LINE_PT = 16
_HEADING_ROW = 3
_LINKED = (1, 2, 3)
_CENTRED = (2, 3, 5)


def write_problem_list(
    book: Workbook, problems: Sequence[Problem], places: Sequence[Place | None], sheets: Mapping[str, Worksheet]
) -> None:
    """Put the list before the other sheets; `places` are the cells of the problems, `sheets` by the problems' names."""
    sheet = book.create_sheet(_("导入问题"), 0)
    _write_head(sheet, problems)
    edge = Side(style="thin", color="C8CDD4")
    frame, link = Border(left=edge, right=edge, top=edge, bottom=edge), Font(color="1D5A96", underline="single")
    tones = {Severity.ERROR: Font(color="B3261E", bold=True), Severity.WARNING: Font(color="8A5600")}
    for row, (problem, place) in enumerate(zip(problems, places, strict=True), start=_HEADING_ROW + 1):
        for column, text in enumerate(_values(problem, place), start=1):
            cell = _cell(sheet, row, column)
            set_value(cell, text)
            cell.border = frame
            is_short = column in _CENTRED
            cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="center" if is_short else None)
        sheet.cell(row, 5).font = tones[problem.severity]
        sheet.row_dimensions[row].height = _LINE_PT * (1 + text_width(problem.message) // _WORDS_WIDTH)
        target = sheets.get(problem.sheet)
        if place and target is not None and row <= _MOST_LINKED_ROWS:
            for column in _LINKED:
                cell = _cell(sheet, row, column)
                cell.hyperlink = _link(cell.coordinate, target.title, place)
                cell.font = link
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{get_column_letter(len(_WIDTHS))}{_HEADING_ROW + len(problems)}"
    _show_first(book, sheet)


def is_problem_list(sheet: Worksheet) -> bool:
    """Whether this is the list that an earlier marking put into the workbook."""
    return (
        sheet.title.startswith(_("导入问题"))
        and [sheet.cell(_HEADING_ROW, column).value for column in range(1, len(_WIDTHS) + 1)] == _headings()
    )


def _write_head(sheet: Worksheet, problems: Sequence[Problem]) -> None:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    words = _(
        "导入前要看的 {count} 处：{errors} 处错误（单元格标红，改好才能导入），{warnings} 处提醒（标黄，请核对）。"
    )
    title = words.format(count=len(problems), errors=errors, warnings=len(problems) - errors)
    set_value(_cell(sheet, 1, 1), title)
    sheet.cell(1, 1).font = Font(bold=True, size=12)
    hint = _("点“工作表、行、列”跳到那个单元格，批注里写着怎么改。改好后直接用这个文件重新导入，这张表不会被当作题目。")
    set_value(_cell(sheet, 2, 1), hint)
    sheet.cell(2, 1).font = Font(color="566273")
    for column, (heading, width) in enumerate(zip(_headings(), _WIDTHS, strict=True), start=1):
        cell = _cell(sheet, _HEADING_ROW, column)
        set_value(cell, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="E4ECF6")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"


def _headings() -> list[str]:
    return [_("工作表"), _("行"), _("列"), _("列的标题"), _("程度"), _("怎么改")]


def _values(problem: Problem, place: Place | None) -> list[Value]:
    severity = _p("程度", "错误") if problem.severity is Severity.ERROR else _("注意")
    row = place[0] if place else problem.row
    column = get_column_letter(place[1]) if place else ""
    return [problem.sheet, row, column, problem.column, severity, problem.message]


def _link(ref: str, target: str, place: Place) -> Hyperlink:
    title = target.replace("'", "''")
    return Hyperlink(ref=ref, location=f"'{title}'!{get_column_letter(place[1])}{place[0]}")


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of our own sheet, in which none are merged."""
    return cast(Cell, sheet.cell(row, column))


def _show_first(book: Workbook, sheet: Worksheet) -> None:
    """Open on the list; else the sheet that was shown last is selected with it, and typing goes into both."""
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0

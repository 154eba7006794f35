"""A sheet that is printed and handed in: title, facts, headings, rows, notes, signatures; written row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.errors import Cancelled
from quizapp.excel.styles import (
    FACTS,
    HEADING,
    NOTE,
    NOTICE,
    SIGNATURES,
    TITLE,
    TOTAL_FILL,
    Look,
    Value,
    set_value,
    text_width,
)
from quizapp.i18n import _

CM_PER_WIDTH = 0.192
"""One unit of column width on paper."""
CM_PER_PT = 2.54 / 72
PAGE_WIDTH_CM, PAGE_HEIGHT_CM = 27.7, 17.6
"""What A4 across leaves within the margins."""
_PAPER_A4 = 9
ROW_PT = 20.0
_LINE_PT = 14.0
_TALLEST_PT = 409.0
"""What the file format allows a row."""
_ROWS_PER_REPORT = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, width, and how its cells look."""

    heading: str
    width: float
    look: Look = field(default_factory=Look)


class Progress:
    """Counts rows over all sheets, tells the caller now and then, and stops when it asks to."""

    def __init__(
        self,
        total: int,
        on_progress: Callable[[int, int], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self._total, self._done = total, 0
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled

    def step(self) -> None:
        """Count one row; raise Cancelled where the caller wants no more."""
        if self._done % _ROWS_PER_REPORT == 0:
            if self._is_cancelled is not None and self._is_cancelled():
                raise Cancelled(_("已取消导出，没有生成文件。"))
            if self._on_progress is not None:
                self._on_progress(self._done, self._total)
        self._done += 1

    def finish(self) -> None:
        """Tell that all rows are written."""
        if self._on_progress is not None:
            self._on_progress(self._total, self._total)


class TableSheet:
    """Rows go to the file at once, from the top down; A4 across, as wide as the page, headings on every page."""

    def __init__(self, workbook: Workbook, name: str, columns: Sequence[Column], *, rows_above: int) -> None:
        """`rows_above`: how many rows will stand above the headings (the frozen part must be known beforehand)."""
        # A write-only sheet has these of Worksheet, and the type stubs do not know it.
        self.sheet = cast(Worksheet, workbook.create_sheet(name))
        self.columns = [replace(column, width=max(column.width, _longest_word(column.heading))) for column in columns]
        self.row = 0
        self.height_pt = 0.0
        self.width_cm = sum(column.width for column in self.columns) * CM_PER_WIDTH
        self._heading_row = rows_above + 1
        self._cells = [column.look.cell(self.sheet) for column in self.columns]
        self._set_up_view()
        self._set_up_print()

    def _set_up_view(self) -> None:
        for number, column in enumerate(self.columns, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = column.width
        self.sheet.sheet_format.defaultRowHeight = ROW_PT
        self.sheet.sheet_format.customHeight = True
        self.sheet.freeze_panes = f"A{self._heading_row + 1}"
        self.sheet.sheet_view.showGridLines = False

    def _set_up_print(self) -> None:
        sheet = self.sheet
        sheet.page_setup.paperSize = _PAPER_A4
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{self._heading_row}:{self._heading_row}"
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.39  # inches: 1 cm
        margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.65, 0.3, 0.3
        footer = sheet.oddFooter
        assert footer is not None
        footer.center.text = _("第 {page} 页，共 {pages} 页").format(page="&P", pages="&N")

    def title(self, text: str) -> None:
        """The title across the whole table."""
        self._across(text, TITLE, 36)

    def facts(self, text: str) -> None:
        """What the table is about, across the whole table."""
        self._across(text, FACTS, self._lines(text, 10.5) * 17 + 4)

    def notice(self, text: str) -> None:
        """What nobody may overlook, across the whole table."""
        self._across(text, NOTICE, self._lines(text, 10.5) * 17 + 4)

    def note(self, text: str) -> None:
        """Small print across the whole table."""
        self._across(text, NOTE, self._lines(text, 9) * 13 + 4)

    def signatures(self, text: str) -> None:
        """The line to sign on."""
        self._across(text, SIGNATURES, 34)

    def headings(self) -> None:
        """The heading row."""
        assert self.row + 1 == self._heading_row, "the rows above the headings were announced otherwise"
        self._append([HEADING.cell(self.sheet) for _column in self.columns], [c.heading for c in self.columns], 34)

    def values(self, values: Sequence[Value], *, height: float | None = None, at_top: bool = False) -> None:
        """One row of the table; `at_top`: its texts leave the lower part of their cells free."""
        if at_top:
            looks = [replace(column.look, vertical="top") for column in self.columns]
            self._append([look.cell(self.sheet) for look in looks], values, height)
        else:
            self._append(self._cells, values, height)

    def grown(self, texts: Sequence[Value]) -> None:
        """One row of the table, as high as its longest text needs: not every program works that out by itself."""
        lines = max(map(_lines_in, self.columns, texts))
        self.values(texts, height=min(_TALLEST_PT, max(ROW_PT, lines * _LINE_PT + 5)))

    def total(self, values: Sequence[Value]) -> None:
        """The row that sums up."""
        looks = [replace(column.look, is_bold=True, fill=TOTAL_FILL) for column in self.columns]
        self._append([look.cell(self.sheet) for look in looks], values, 24)

    def filter_rows(self, heading_row: int) -> None:
        """Give the heading row its filter buttons, for the rows from there to the last."""
        self.sheet.auto_filter.ref = f"A{heading_row}:{get_column_letter(len(self.columns))}{self.row}"

    def fits_on_page(self, height_pt: float) -> bool:
        """Whether so much more fits below the last row on its page, once the sheet is fitted to the page's width."""
        page_pt = PAGE_HEIGHT_CM / CM_PER_PT / min(1.0, PAGE_WIDTH_CM / self.width_cm)
        return self.height_pt % page_pt + height_pt <= page_pt

    def _across(self, text: str, look: Look, height: float) -> None:
        self.sheet.merged_cells.add(f"A{self.row + 1}:{get_column_letter(len(self.columns))}{self.row + 1}")
        self._append([look.cell(self.sheet)], [text], height)

    def _append(self, cells: Sequence[Cell], values: Sequence[Value], height: float | None = None) -> None:
        for cell, value in zip(cells, values, strict=True):
            set_value(cell, value)
        self.row += 1
        self.height_pt += height or ROW_PT
        if height is not None:
            self.sheet.row_dimensions[self.row].height = height
        self.sheet.append(list(cells))

    def _lines(self, text: str, size: float) -> int:
        """How many lines a text needs across the table."""
        room = sum(column.width for column in self.columns) * 10.5 / size * 0.95
        return sum(max(1, -(-text_width(line) // int(room))) for line in text.split("\n"))


def _lines_in(column: Column, value: Value) -> int:
    """How many lines a text takes in its column."""
    if not isinstance(value, str) or (len(value) * 2 < column.width - 2 and "\n" not in value):
        return 1
    room = max(2, int(column.width) - 2)  # the indent on the left, and a little more
    return sum(max(1, -(-text_width(line) // room)) for line in value.split("\n"))


def _longest_word(heading: str) -> float:
    """What a column needs so that no word of its heading is broken; Chinese may be broken, and is short."""
    return max((text_width(word) + 2.0 for word in heading.split() if word.isascii()), default=0.0)

"""How the cells of the workbooks we hand out look, and how their text is made harmless."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

BODY_FONT = "宋体"  # no _(): the name of a font
TITLE_FONT = "黑体"  # no _(): the name of a font
TEXT = "@"
GENERAL = "General"
TWO_DECIMALS = "0.00"
PERCENT = "0.00%"
DURATION = "[mm]:ss"
MINUTE = "yyyy-mm-dd hh:mm"

_LINE = Side(style="thin", color="8A8F98")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
MAX_LENGTH = 32_767  # of one cell, by the file format


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `fill` and `color` as RRGGBB, empty: none. `wraps` breaks lines, else text shrinks to fit."""

    size: float = 10.5
    font: str = BODY_FONT
    is_bold: bool = False
    is_italic: bool = False
    color: str = ""
    fill: str = ""
    align: str = "center"
    vertical: str = "center"
    number_format: str = GENERAL
    is_framed: bool = True
    wraps: bool = False

    def cell(self, sheet: Worksheet) -> Cell:
        """A cell of this look, to be written again and again: setting a style costs more than writing a cell."""
        cell = WriteOnlyCell(sheet)
        cell.font = Font(
            name=self.font, size=self.size, bold=self.is_bold, italic=self.is_italic, color=self.color or None
        )
        cell.alignment = Alignment(
            horizontal=self.align,
            vertical=self.vertical,
            wrap_text=self.wraps,
            shrink_to_fit=not self.wraps,
            indent=1 if self.is_framed and self.align == "left" else 0,
        )
        if self.is_framed:
            cell.border = _FRAME
        if self.fill:
            cell.fill = PatternFill("solid", start_color=self.fill)
        cell.number_format = self.number_format
        return cell


TITLE = Look(size=18, font=TITLE_FONT, is_framed=False)
FACTS = Look(size=10.5, is_framed=False, align="left", wraps=True)
NOTICE = Look(size=10.5, is_bold=True, color="B3261E", is_framed=False, align="left", wraps=True)
NOTE = Look(size=9, color="4A4F57", is_framed=False, align="left", wraps=True)
SIGNATURES = Look(size=10.5, is_framed=False, align="left")
HEADING = Look(is_bold=True, fill="E4ECF6", wraps=True)
TOTAL_FILL = "F3F5F8"

Value = str | int | float | Decimal | datetime | None
"""What a cell of ours can hold."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ACTIVE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def legal_characters(text: str) -> str:
    """The text without what no XML file can hold: control characters, halves of characters."""
    return _ILLEGAL.sub("\ufffd", text)


def legal_text(text: str) -> str:
    """The text without what a workbook cannot hold: the same, and more than 32,767 characters."""
    return legal_characters(text)[:MAX_LENGTH]


def cell_length(text: str) -> int:
    """The length of a text as Excel and browsers count: a character beyond the first 65,536 counts twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def set_value(cell: Cell, value: Value) -> None:
    """Put a value into a cell; a text is a text, whatever it begins with (DESIGN: an inert cell)."""
    if not isinstance(value, str):
        cell.value = value
        cell.quotePrefix = 0
        return
    text = legal_text(value)
    cell.value = text
    cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    # The mark that Excel itself sets for '=…: the text stays text when the cell is edited or saved in another format.
    cell.quotePrefix = 1 if _ACTIVE.match(text) else 0


def text_width(text: str) -> int:
    """How wide a text is in the unit of column widths: 2 for a Chinese character, 1 for a Latin one."""
    return sum(1 if character < "\u1100" else 2 for character in text)

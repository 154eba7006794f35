"""The colours of the letters in a workbook's cells: asked for only where a table shows its keys in no other way."""

import io

import openpyxl
import xlrd
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import Color

Colours = dict[tuple[int, int], str]
"""(Row, column) from 0 -> a name of the colour; black and what a cell has by itself are left out."""

_BLACK = ("00000000", "FF000000")
_BLACK_THEME = 1
_BLACK_INDEXES = (8, 64, 32767)


def xlsx_colours(content: bytes, sheet: str) -> Colours:
    """The colours in a sheet of an .xlsx; none where openpyxl cannot read it."""
    try:
        return _xlsx_colours(content, sheet)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl and the parsers below it raise anything at what others wrote
        return {}


def _xlsx_colours(content: bytes, sheet: str) -> Colours:
    book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value is not None]
    found = {}
    for cell in cells:
        name = _name(cell.font.color if cell.font else None)
        if isinstance(cell.value, CellRichText):
            names = {_name(part.font.color) for part in cell.value if isinstance(part, TextBlock) and part.text.strip()}
            name = next(iter(names)) if len(names) == 1 and "" not in names else name
        if name:
            found[cell.row - 1, cell.column - 1] = name
    return found


def xls_colours(content: bytes, sheet: str) -> Colours:
    """The colours in a sheet of an .xls; none where xlrd cannot read them."""
    try:
        return _xls_colours(content, sheet)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - xlrd raises anything at records that make no sense
        return {}


def _xls_colours(content: bytes, sheet: str) -> Colours:
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO())
    page = book.sheet_by_name(sheet)
    found = {}
    for row in range(page.nrows):
        for column, cell in enumerate(page.row(row)):
            if cell.xf_index is None:
                continue
            index = book.font_list[book.xf_list[cell.xf_index].font_index].colour_index
            if index not in _BLACK_INDEXES:
                found[row, column] = f"index {index}"
    return found


def _name(color: Color | None) -> str:
    """A name for a colour, "" for black and for none."""
    if color is None or color.type is None:
        return ""
    value = getattr(color, color.type)
    black = {"rgb": _BLACK, "theme": (_BLACK_THEME,), "indexed": _BLACK_INDEXES, "auto": (value,)}
    return "" if value in black.get(color.type, ()) else f"{color.type} {value} {color.tint or ''}".strip()

"""Where things that float over a sheet lie: rows and columns have sizes, and from a distance one finds the cell."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

EMU_PER_POINT = 12_700
_EMU_PER_PIXEL = 9_525
_ROW_PT, _COLUMN_WIDTH = 15.0, 8.43  # of Excel and WPS, where a sheet says nothing
_FAR = 200_000  # rows or columns that are looked at from a beginning, at most

_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_FORMAT = re.compile(rb"<(?:\w+:)?sheetFormatPr\s([^>]*)>")


class Spot(NamedTuple):
    """A point of a sheet: the cell from 0, and how far into it, as parts of its height and width."""

    row: int
    column: int
    down: float = 0.0
    across: float = 0.0


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """Sizes in EMU (914,400 an inch), by number from 0 where they differ from the usual one."""

    heights: dict[int, int] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    height: int = round(_ROW_PT * EMU_PER_POINT)
    width: int = round((_COLUMN_WIDTH * 7 + 5) * _EMU_PER_PIXEL)

    def spot(self, row: int, column: int, down: int, across: int) -> Spot:
        """The point so far from the upper left corner of a cell, whatever cell it then lies in."""
        row, down_part = _walk(row, down, self.heights, self.height)
        column, across_part = _walk(column, across, self.widths, self.width)
        return Spot(row, column, down_part, across_part)

    def distance(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
        """How far down and across the corner of one cell lies from that of another (row, column)."""
        down = _sum(start[0], end[0], self.heights, self.height)
        return down, _sum(start[1], end[1], self.widths, self.width)


def grid_of(xml: bytes) -> SheetGrid:
    """The sizes that a sheet's XML gives to rows and columns."""
    usual = _FORMAT.search(xml)
    height = _number(usual[1], b"defaultRowHeight") if usual else None
    width = _number(usual[1], b"defaultColWidth") if usual else None
    widths: dict[int, int] = {}
    for match in _COLUMNS.finditer(xml):
        first, last, wide = (_number(match[1], name) for name in (b"min", b"max", b"width"))
        if first and last and wide is not None:
            widths.update(dict.fromkeys(range(int(first) - 1, min(int(last), int(first) + 256)), _wide(wide)))
    heights: dict[int, int] = {}
    for match in _ROW.finditer(xml):
        number, high = _number(match[1], b"r"), _number(match[1], b"ht")
        if number and high is not None:
            heights[int(number) - 1] = round(high * EMU_PER_POINT)
    plain = SheetGrid()
    return SheetGrid(
        heights,
        widths,
        round(height * EMU_PER_POINT) if height else plain.height,
        _wide(width) if width else plain.width,
    )


def _wide(letters: float) -> int:
    return round((letters * 7 + 5) * _EMU_PER_PIXEL)


def _number(attributes: bytes, name: bytes) -> float | None:
    found = re.search(rb"(?:^|\s)" + name + rb"""=["']([0-9.]{1,12})["']""", attributes)
    try:
        return float(found[1]) if found else None
    except ValueError:
        return None


def _walk(at: int, rest: int, sizes: dict[int, int], usual: int) -> tuple[int, float]:
    """The number of the row or column a distance on, and the part of it that the distance reaches into."""
    rest = max(0, rest)
    for _step in range(_FAR):
        size = sizes.get(at, usual)
        if rest < size:
            return at, rest / size
        rest -= size
        at += 1
    return at, 0.0


def _sum(start: int, end: int, sizes: dict[int, int], usual: int) -> int:
    return sum(sizes.get(at, usual) for at in range(start, min(end, start + _FAR)))

"""A sheet as people see it: rows of the texts that its cells show. The same value for every format of file."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

PICTURE_SIGN = "DISPIMG("
_PICTURE = re.compile(r"""=?\s*(?:_xlfn\.)?DISPIMG\(\s*["“]?([^"”,)]{0,80})[^)\n]{0,20}\)?\s*""")

Merge = tuple[int, int, int, int]
"""Top row, left column, bottom row, right column, from 0, all within."""


@dataclass(frozen=True)
class SheetRows:
    """Row 1 of the sheet is index 0; blank rows at the end are cut.

    `merged` is None where the format cannot tell. `formats_known` is False where only values could be read: percentages
    and dates may then look otherwise than in the program that wrote the file.
    """

    name: str
    rows: list[list[str]]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Merge, ...] | None = None
    formats_known: bool = True
    has_doubtful_numbers: bool = False
    has_pictures: bool = False  # some cells hold pictures, see picture_id
    picture_cells: frozenset[tuple[int, int]] = frozenset()  # of formats whose pictures are not read
    short_dates: frozenset[tuple[int, int]] = frozenset()  # cells that hold a date and show no year
    colours: Callable[[], dict[tuple[int, int], str]] | None = None  # (row, column) -> colour that is not black
    has_more_columns: bool = False  # to the right of those that are read
    is_text: bool = False  # from a text table: a row with too many fields has a delimiter within a text


_SHORT_DATE = re.compile(r"\d{1,2}月\d{1,2}日|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{2}")  # no _(): what Excel shows


def short_dates(shown: Mapping[tuple[int, int], str]) -> frozenset[tuple[int, int]]:
    """The places at which a number is shown as a date without its year: what Excel makes of a typed 3-5."""
    return frozenset(place for place, text in shown.items() if _SHORT_DATE.fullmatch(text))


def picture_id(text: str) -> str:
    """The ID in the formula by which WPS embeds a picture in a cell; empty where a cell holds none."""
    found = _PICTURE.match(text)
    return (found[1] or "?") if found else ""


def beside_picture(text: str) -> str:
    """What a cell says behind such a formula."""
    found = _PICTURE.match(text)
    return text[found.end() :] if found else text


def fill_merged(sheet: SheetRows, columns: Collection[int]) -> None:
    """Write the value of a merged cell into all the rows that it spans, in these columns."""
    passed: dict[int, set[int]] = {column: set() for column in columns}
    for top, left, bottom, _right in sheet.merged or ():
        if left not in columns or bottom == top:
            continue
        rows, done = sheet.rows, passed[left]
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for at in range(top + 1, min(bottom + 1, len(rows)) if text else 0):
            if at in done:  # ranges that overlap, which no office program writes
                break
            done.add(at)
            if left < len(rows[at]) and not rows[at][left]:
                rows[at][left] = text

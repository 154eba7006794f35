"""A row of our own template with its pictures: below the texts of their cells, and the row high enough for both."""

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter

from quizapp.core.questions import Question
from quizapp.excel.place_picture import WIDEST, place_picture
from quizapp.excel.styles import text_width
from quizapp.excel.table_sheet import TableSheet

_STEM_COLUMN, _OPTION_COLUMN = 2, 3  # from 1: kind, stem, options
_LINE_PX, _EDGE_PX = 20, 6
_PX_PER_WIDTH = 7
_HIGHEST_PX = 540  # of a row, by the file format 409 points


def write_pictured(form: TableSheet, question: Question, texts: Sequence[str], pictures: Mapping[str, bytes]) -> None:
    """Write the row; a picture whose bytes are missing is left out."""
    row = form.row + 1
    high = 0
    for column, digests in _columns(question):
        contents = [pictures[digest] for digest in digests if digest in pictures]
        room = round(form.columns[column - 1].width * _PX_PER_WIDTH) - _EDGE_PX
        wide = min(WIDEST, room // max(1, len(contents)) - _EDGE_PX)
        below = min(_text_px(texts[column - 1], form.columns[column - 1].width), _HIGHEST_PX // 2)
        cell = f"{get_column_letter(column)}{row}"
        for number, content in enumerate(contents):
            beside = number * (wide + _EDGE_PX)
            taken = place_picture(form.sheet, cell, content, widest=wide, beside=beside, below=below)
            high = max(high, below + taken)
    high = max(high, *(_text_px(text, column.width) for text, column in zip(texts, form.columns, strict=True)))
    form.values([text or None for text in texts], height=min(high, _HIGHEST_PX) * 0.75, at_top=True)


def _columns(question: Question) -> list[tuple[int, list[str]]]:
    """The columns (from 1) that have pictures, with their digests."""
    found: dict[int, list[str]] = {}
    for picture in question.pictures:
        column = _STEM_COLUMN if picture.option is None else _OPTION_COLUMN + picture.option
        found.setdefault(column, []).append(picture.digest)
    return list(found.items())


def _text_px(text: str, width: float) -> int:
    """The height of a text in a column, about."""
    room = max(1, int(width * 0.9))
    return sum(max(1, -(-text_width(line) // room)) for line in text.split("\n")) * _LINE_PX if text else 0

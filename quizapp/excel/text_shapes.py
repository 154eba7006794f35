"""What a text file or pasted text is by its content: a table, GIFT, or questions written one below the other."""

from collections.abc import Sequence
from enum import StrEnum

from quizapp.excel.gift import is_gift
from quizapp.excel.headings import Role, bank_heading
from quizapp.excel.layout import HEADING_ROWS, columns_of
from quizapp.excel.text_bounds import refuse_long_text
from quizapp.excel.text_rows import decode_text, first_rows, usual_width
from quizapp.excel.written_lines import WrittenLine
from quizapp.excel.written_questions import read_written

_LEAST_COLUMNS = 3
_SAMPLE_LINES = 1000
_LONGEST_HEADING = 20


class TextShape(StrEnum):
    """The shapes of a text."""

    TABLE = "table"
    GIFT = "gift"
    WRITTEN = "written"


def shape_of(content: bytes) -> TextShape:
    """A table where it has headings or even columns; running text only where questions are seen in it."""
    text = decode_text(content)
    rows = first_rows(text, HEADING_ROWS)
    if any(columns_of(row) is not None for row in rows) or _is_one_column(rows):
        return TextShape.TABLE
    if is_gift(text):
        return TextShape.GIFT
    width, share = usual_width(text)
    if width >= _LEAST_COLUMNS and share >= 0.9:
        return TextShape.TABLE
    sample = text_lines(text)[:_SAMPLE_LINES]
    refuse_long_text([line.text for line in sample])
    questions = read_written(sample).questions()
    has_some = any(question.key or len(question.options) > 1 for question in questions)
    return TextShape.WRITTEN if has_some else TextShape.TABLE


def text_lines(text: str) -> list[WrittenLine]:
    """The lines of a text with their numbers."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    return [WrittenLine(line, number) for number, line in enumerate(lines, start=1)]


def _is_one_column(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table of one column has the heading 题干 and whole questions, with their line breaks, in its cells."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) < 2 or any(len(row) != 1 for row in filled) or len(filled[0][0]) > _LONGEST_HEADING:
        return False
    heading = bank_heading(filled[0][0])
    return (
        heading is not None and heading.role is Role.STEM and any("\n" in row[0] or "<br" in row[0] for row in filled)
    )

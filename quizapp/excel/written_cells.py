"""Sheets in which questions are written as text: a whole question in one cell, or a line of it in each row."""

# no _(): words in files that others wrote; what is told the user goes through _()

import re

from quizapp.excel.headings import Role, bank_heading
from quizapp.excel.keys import truth_of
from quizapp.excel.layout import Table
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.written_columns import written_columns, written_row
from quizapp.excel.written_lines import WrittenLine, WrittenQuestion
from quizapp.i18n import _

_MOST = 0.6
_BREAK = re.compile(r"\s{0,30}<br\s*/?>\s{0,30}|\n", re.IGNORECASE)


def written_table(sheet: SheetRows) -> Table | None:
    """The questions of a sheet of text as a table; None where it reads like anything else."""
    filled = [[cell.strip() for cell in row if cell and not cell.isspace()] for row in sheet.rows]
    used = [cells for cells in filled if cells]
    if not used or sum(len(cells) == 1 for cells in used) < _MOST * len(used):
        return None
    from quizapp.excel.written_questions import read_written  # here: tables with headings do without

    questions = read_written(_lines(filled)).questions()
    good = sum(_is_whole(question) for question in questions)
    if not good or good < _MOST * len(questions):
        return None
    return _table(sheet, questions)


def _lines(rows: list[list[str]]) -> list[WrittenLine]:
    """The lines of all cells, with the numbers of their rows; a cell of several lines is a question by itself."""
    lines = []
    for number, cells in enumerate(rows, start=1):
        if len(cells) == 1 and (heading := bank_heading(cells[0])) and heading.role is Role.STEM:
            continue
        texts = _BREAK.split("    ".join(cells))
        lines += [WrittenLine(text, number) for text in texts]
        if len(texts) > 1:
            lines.append(WrittenLine("", number))
    return lines


def _is_whole(question: WrittenQuestion) -> bool:
    """Whether it has a key, and options or what needs none."""
    return bool(question.key) and bool(question.options or question.kind or truth_of(question.key) is not None)


def _table(sheet: SheetRows, questions: list[WrittenQuestion]) -> Table:
    count = max(len(question.options) for question in questions)
    body = [(question.line, written_row(question, count)) for question in questions]
    refused = {question.line: question.trouble for question in questions if question.trouble}
    how = _("题目是整段文字，题干、选项和答案写在一起")
    first, columns = body[0][0] - 1, written_columns(count)
    return Table(sheet, -1, first, len(sheet.rows), columns, tuple(body), width=0, how=how, refused=refused)

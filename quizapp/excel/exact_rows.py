"""Our own export read back to the letter: its rows say one thing only, and no rule made for strangers' files applies.

A row that somebody changed so that it says something else than our export would is left to the ordinary reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quizapp.core.column_mapping import TableMapping
from quizapp.core.problems import Problem
from quizapp.core.questions import LETTERS, Key, Kind, Option, Question, faults
from quizapp.excel.any_order import without_order
from quizapp.excel.blank_texts import split_blanks
from quizapp.excel.cell_texts import read_date, read_difficulty
from quizapp.excel.exact_texts import read_spelled
from quizapp.excel.keys import UnclearKey, choice_key, truth_of
from quizapp.excel.kinds import declared_kind
from quizapp.excel.layout import Columns, Table, columns_of, find_tables
from quizapp.excel.row_cells import Row, TableCells
from quizapp.excel.sheet_rows import SheetRows

EXPORT_MARK = "quizapp-bank 1"
"""Stands in the first column of a sheet of our exports, beside words that say what it is for."""
_MARK_ROWS = 60
_LETTERS = re.compile("[A-H]+")


def tables_of(
    sheets: Sequence[SheetRows],
    mappings: Sequence[TableMapping] = (),
    *,
    unheaded: Callable[[SheetRows], Table | None] | None = None,
) -> tuple[list[Table], list[Problem]]:
    """The tables of a workbook as `find_tables` has them, the table of our own export as the one table it is."""
    own = next((at for at, sheet in enumerate(sheets) if _own_columns(sheet)), None) if _is_marked(sheets) else None
    columns = None if own is None else _own_columns(sheets[own])
    said = {mapping.sheet for mapping in mappings}
    if own is None or columns is None or sheets[own].name in said:
        return find_tables(sheets, mappings, unheaded=unheaded)
    whole = sheets[own]
    headings_only = replace(whole, rows=whole.rows[:1])  # what stands below could look like headings again
    tables, problems = find_tables([*sheets[:own], headings_only, *sheets[own + 1 :]], mappings, unheaded=unheaded)
    table = Table(whole, 0, 1, len(whole.rows), columns, is_exact=True)
    return [table if found.sheet is headings_only else found for found in tables], problems


def exact_question(cells: TableCells, row: Row) -> Question | None:
    """The question that a row of our own export says; None where it does not say one that is valid."""
    texts = cells.texts(row)
    kind = declared_kind(texts.kind)
    options = [read_spelled(option) for option in cells.options(row)]
    if not isinstance(kind, Kind) or bool(options) != kind.has_options:
        return None
    key = _key(kind, read_spelled(cells.key(row)), options)
    unrated: set[str] = set()
    difficulty = read_difficulty(texts.difficulty, unrated)
    reviewed_on = read_date(texts.reviewed_on) if texts.reviewed_on else None
    if key is None or unrated or (texts.reviewed_on and reviewed_on is None):
        return None
    question = Question(
        kind,
        read_spelled(texts.stem),
        key,
        tuple(map(Option, options)),
        read_spelled(texts.explanation),
        read_spelled(cells.category(row)),
        read_spelled(cells.knowledge_point(row)),
        difficulty,
        read_spelled(texts.source),
        reviewed_on,
        any_order=kind is Kind.FILL_BLANK and without_order(texts.kind)[1] and isinstance(key, tuple) and len(key) > 1,
    )
    return None if any(fault.is_error for fault in faults(question)) else question


def _key(kind: Kind, text: str, options: Sequence[str]) -> Key | None:
    """The key of this kind; None where the text does not say one. Letters are letters, whatever the options say."""
    if kind.has_options:
        letters = text if _LETTERS.fullmatch(text) and "".join(sorted(set(text))) == text else ""
        return tuple(map(LETTERS.index, letters)) or _spelled_otherwise(text, options)
    if kind is Kind.TRUE_FALSE:
        return truth_of(text, only_words=True)
    if kind is Kind.FILL_BLANK:
        blanks = split_blanks(text)
        return tuple(tuple(piece for accepted in blank if (piece := accepted.strip())) for blank in blanks)
    return text


def _spelled_otherwise(text: str, options: Sequence[str]) -> Key | None:
    try:
        return choice_key(text, options)
    except UnclearKey:
        return None


def _is_marked(sheets: Sequence[SheetRows]) -> bool:
    rows = (row for sheet in sheets for row in sheet.rows[:_MARK_ROWS])
    return any(row and row[0].strip() == EXPORT_MARK for row in rows)


def _own_columns(sheet: SheetRows) -> Columns | None:
    return columns_of(sheet.rows[0]) if sheet.rows and not sheet.is_hidden else None

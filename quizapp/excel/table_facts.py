"""What can only be decided by a look at a whole table: what its kinds, option labels and numbers in keys mean."""

from collections import Counter
from dataclasses import dataclass, replace

from quizapp.core.column_mapping import TableMapping
from quizapp.core.questions import Kind, fold
from quizapp.excel.keys import is_letters
from quizapp.excel.kinds import Declared, KindColumn, inferred_kind, is_section_title, kind_in_name, understand_kinds
from quizapp.excel.option_labels import carries_labels, may_be_labelled
from quizapp.excel.row_cells import Row, TableCells

_TITLE_ROWS = 3
_NOTE_ROWS = 20


@dataclass(frozen=True, slots=True)
class TableFacts:
    """`numbers_from_one`: False where a key 0 shows that keys in digits do not count the options from 1."""

    kinds: KindColumn
    sheet_kind: Declared | None
    strips_labels: bool
    numbers_from_one: bool
    numbers_are_said: bool = False  # by a person: nothing to ask
    counts_from_zero: bool = False  # so he said


def facts_of(cells: TableCells) -> TableFacts:
    """Look through a table once before its rows are read."""
    facts = TableFacts(
        kinds=_kinds(cells),
        sheet_kind=_kind_above(cells) or kind_in_name(cells.table.sheet.name),
        strips_labels=_strips_labels(cells),
        numbers_from_one=not _counts_from_zero(cells),
    )
    return facts if cells.columns.said is None else _as_said(facts, cells.columns.said)


def _as_said(facts: TableFacts, said: TableMapping) -> TableFacts:
    """What a person said goes before what was deduced."""
    if said.kind is not None:
        facts = replace(facts, sheet_kind=said.kind)
    if said.kind_codes:
        facts = replace(facts, kinds=KindColumn(is_used=True, codes=dict(said.kind_codes)))
    if said.numbers_from_one is not None:
        is_zero = not said.numbers_from_one
        facts = replace(facts, numbers_from_one=True, numbers_are_said=True, counts_from_zero=is_zero)
    return facts


def _kind_above(cells: TableCells) -> Kind | None:
    """The kind that a title right above the headings names."""
    rows, row = cells.table.sheet.rows, cells.table.heading_row
    for above in reversed(rows[max(row - _TITLE_ROWS, 0) : max(row, 0)]):
        filled = [cell for cell in above if cell.strip()]
        if len(filled) > 1:
            return None
        if filled:
            return kind_in_name(filled[0]) if is_section_title(filled[0]) else None
    return None


def _said_above(cells: TableCells) -> str:
    """The texts above the data, which may explain codes."""
    table = cells.table
    above = table.sheet.rows[: table.start] if table.heading_row >= 0 else []
    return "\n".join(cell for row in above[-_NOTE_ROWS:] for cell in row)


def _strips_labels(cells: TableCells) -> bool:
    first = cells.columns.options[0] if cells.columns.options else -1
    if not any(map(may_be_labelled, cells.column(first))):
        return False
    return carries_labels(options for _number, row in cells.rows() if (options := cells.options(row)))


def _counts_from_zero(cells: TableCells) -> bool:
    if not any(key in ("0", "０") for column in cells.columns.keys for key in cells.column(column)):
        return False
    return any(cells.key(row) in ("0", "０") and cells.options(row) for _number, row in cells.rows())


def _kinds(cells: TableCells) -> KindColumn:
    column = cells.columns.kind
    if column < 0:
        return KindColumn(is_used=False)
    counts = Counter(cells.column(column))
    has_codes = any(text.isdecimal() for text in counts)
    votes, said = (_votes(cells, column), _said_above(cells)) if has_codes else ({}, "")
    return understand_kinds(cells.columns.heading(column), counts, votes, said_above=said)


def _votes(cells: TableCells, column: int) -> dict[str, Counter[Kind]]:
    """Kind code -> what the options and keys of its rows speak for; rows that could be two things do not vote."""
    votes: dict[str, Counter[Kind]] = {}
    for _number, row in cells.rows():
        if (kind := _vote(cells, row)) is not None:
            votes.setdefault(row[column].strip(), Counter())[kind] += 1
    return votes


def _vote(cells: TableCells, row: Row) -> Kind | None:
    options, key = cells.options(row), cells.key(row)
    if not key:
        return None
    kind = inferred_kind(cells.texts(row).stem, options, key)
    if kind is not Kind.SINGLE:
        return kind
    if is_letters(key) and sum("a" <= char <= "p" for char in fold(key)) > 1:
        return Kind.MULTIPLE
    return None if len(options) == 2 else kind

"""What somebody said of a table's columns, applied when a sheet is looked through; and tables described for asking."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from quizapp.core.column_mapping import MOST_COLUMNS, MappedColumn, TableLayout, TableMapping, column_letter
from quizapp.core.questions import Kind
from quizapp.excel.headings import Heading, Role, bank_heading, folded_heading, shown_heading
from quizapp.excel.sheet_rows import SheetRows

_ROWS_KEPT = 24
_ROWS_ABOVE = 3
_LONGEST_CELL = 80
_HEADING_ROWS = 20
_TUPLES = {"options": "option", "blanks": "blank", "keys": "answer", "marks": "mark", "wrong": "wrong"}


def heading_key(cells: Sequence[str]) -> tuple[str, ...]:
    """A heading row folded: by this a remembered mapping finds its table again. Empty where nothing stands in it."""
    folded = [folded_heading(cell[:_LONGEST_CELL]) if cell.strip() else "" for cell in cells[:MOST_COLUMNS]]
    while folded and not folded[-1]:
        folded.pop()
    return tuple(folded)


def mapping_key(mapping: TableMapping) -> tuple[str, ...]:
    """The key of the headings that a mapping was made for."""
    cells = [""] * (max((one.column for one in mapping.columns), default=-1) + 1)
    for one in mapping.columns:
        cells[one.column] = one.heading
    return heading_key(cells) if mapping.heading_row else ()


def said_headings(mapping: TableMapping) -> dict[int, Heading]:
    """What a mapping says of the columns, in the form in which headings are understood."""
    return {one.column: Heading(Role(one.role), one.number) for one in mapping.columns if one.role}


def heading_cells(sheet: SheetRows, mapping: TableMapping) -> list[str]:
    """The heading row of a mapping; where a column has no heading, its letter stands for it."""
    at = mapping.heading_row - 1
    cells = list(sheet.rows[at]) if 0 <= at < len(sheet.rows) else []
    cells += [""] * (max((one.column for one in mapping.columns), default=-1) + 1 - len(cells))
    for one in mapping.columns:
        cells[one.column] = cells[one.column] or column_letter(one.column)
    return cells


def said_parts(sheet: SheetRows, mappings: Sequence[TableMapping]) -> Iterator[tuple[TableMapping, int, int, int]]:
    """Each table that was said of a sheet: mapping, heading row, first row, end, from 0 (the heading row -1: none).

    A table ends at the next one's headings; where its own headings are repeated, another part of it begins.
    """
    said = sorted((one for one in mappings if one.sheet == sheet.name), key=lambda one: one.heading_row)
    for mapping in said:
        below = (one.heading_row - 1 for one in said if one.heading_row > mapping.heading_row)
        end = min(below, default=len(sheet.rows))
        if not mapping.is_read or mapping.heading_row > len(sheet.rows):
            continue
        key = heading_key(sheet.rows[mapping.heading_row - 1]) if mapping.heading_row else ()
        at = mapping.heading_row - 1
        again = [index for index in range(at + 1, end) if key and _is_again(sheet.rows[index], key)]
        for begin, stop in zip([at, *again], [*again, end], strict=True):
            yield mapping, begin, begin + 1, stop


def _is_again(row: Sequence[str], key: tuple[str, ...]) -> bool:
    """Whether a row repeats the headings; the quick look is enough for nearly all rows."""
    first = next((cell for cell in row if cell), "")
    return bool(first) and len(first) <= _LONGEST_CELL and folded_heading(first) in key and heading_key(row) == key


class Remembered:
    """The remembered mappings among others, to be found by a row of headings."""

    def __init__(self, mappings: Sequence[TableMapping]) -> None:
        known = [one for one in mappings if not one.sheet]
        self._by_key = {key: one for one in reversed(known) if (key := mapping_key(one))}
        self._first = {next(one.heading for one in mapping.columns if one.heading) for mapping in self._by_key.values()}

    def of(self, row: Sequence[str]) -> TableMapping | None:
        """The mapping for this row of headings, None where there is none."""
        return self._by_key.get(heading_key(row)) if self._by_key else None

    def may_be(self, row: Sequence[str]) -> bool:
        """A quick look before the long one: whether the first cell of a row is the first of some headings."""
        first = next((cell for cell in row if cell), "") if self._first else ""
        return bool(first) and len(first) <= _LONGEST_CELL and shown_heading(first) in self._first


def layout_of(table: Any, *, codes: Sequence[tuple[str, Kind | None]], has_number_keys: bool) -> TableLayout:
    """Describe a `Table` that was found or said."""
    said: TableMapping | None = table.columns.said
    roles = roles_of(table.columns)
    number = table.heading_row + 1
    first = max(1, number - _ROWS_ABOVE) if number > _HEADING_ROWS else 1
    rows = _kept(table.sheet, first)
    cells = table.sheet.rows[table.heading_row] if number else ()
    columns = tuple(
        MappedColumn(
            column,
            shown_heading(cells[column][:_LONGEST_CELL]) if column < len(cells) else "",
            *roles.get(column, ("", 0)),
        )
        for column in _present(rows, roles)
    )
    mapping = TableMapping(table.sheet.name, number, columns)
    if said:
        mapping = replace(mapping, kind=said.kind, kind_codes=said.kind_codes, numbers_from_one=said.numbers_from_one)
    return TableLayout(
        mapping, table.stop, first, rows,
        is_said=said is not None, is_remembered=said is not None and not said.sheet,
        codes=tuple(codes), has_number_keys=has_number_keys,
    )  # fmt: skip


def candidate_of(sheet: SheetRows) -> TableLayout:
    """Describe a sheet in which no table was found: the fullest row of the first ones may be its headings."""
    rows = _kept(sheet, 1)
    named = [sum(bank_heading(cell) is not None for cell in row) for row in rows]
    known = [count if count > 1 else 0 for count in named]  # one alone may be a key that is called A
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    best = max(range(len(rows)), key=lambda at: (known[at], filled[at], -at), default=0)
    number = best + 1
    layout = TableLayout(TableMapping(sheet.name, number, ()), len(sheet.rows), 1, rows, is_table=False)
    return replace(layout, mapping=replace(layout.mapping, columns=columns_at(layout, number)))


def columns_at(layout: TableLayout, heading_row: int) -> tuple[MappedColumn, ...]:
    """The columns of a table if its headings stood in this row (0: nowhere), and what these headings say."""
    cells = layout.row(heading_row) if heading_row else ()
    found, seen = [], set()
    for column in _present(layout.rows, {}):
        text = cells[column] if column < len(cells) else ""
        heading = bank_heading(text) if text else None
        role = (heading.role.value, heading.number) if heading else ("", 0)
        if role in seen and role[0] not in (Role.CATEGORY, Role.KNOWLEDGE_POINT):
            role = ("", 0)
        seen.add(role)
        found.append(MappedColumn(column, shown_heading(text), *role))
    return tuple(found)


def roles_of(columns: Any) -> dict[int, tuple[str, int]]:
    """What each column that is read holds, by the names of the fields of `Columns`."""
    found: dict[int, tuple[str, int]] = {}
    for one in fields(columns):
        value = getattr(columns, one.name)
        if one.name in _TUPLES and isinstance(value, tuple):
            role = "key" if one.name == "keys" and len(value) == 1 else _TUPLES[one.name]
            found |= {column: (role, at) for at, column in enumerate(value) if column >= 0}
        elif one.name == "one_cell_options":
            found[value] = (Role.OPTIONS.value, 0)
        elif one.name in set(Role):
            found |= dict.fromkeys(value if isinstance(value, tuple) else (value,), (one.name, 0))
    found.pop(-1, None)
    return found


def number_codes(counts: Counter[str], codes: dict[str, Any]) -> list[tuple[str, Kind | None]]:
    """The digits in a kind column and what they were taken for."""
    coded = sorted(text for text in counts if len(text) == 1 and text.isdecimal())
    return [(text, kind if isinstance(kind := codes.get(text), Kind) else None) for text in coded]


def _kept(sheet: SheetRows, first: int) -> tuple[tuple[str, ...], ...]:
    """The rows from `first` (from 1) on, as many and as wide as are shown."""
    rows = sheet.rows[first - 1 : first - 1 + _ROWS_KEPT]
    return tuple(tuple(cell[:_LONGEST_CELL] for cell in row[:MOST_COLUMNS]) for row in rows)


def _present(rows: Sequence[Sequence[str]], roles: dict[int, Any]) -> list[int]:
    """The columns in which something stands, and those that are read."""
    filled = {column for row in rows for column, cell in enumerate(row) if cell.strip()}
    return sorted(filled | {column for column in roles if column < MOST_COLUMNS})

"""Questions that do not stand one a row under plain columns, put so: what every unusual layout is turned into.

Each layout is a step from a table to a table; a table whose layout is plain comes out as it went in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizapp.excel.layout import Table
from quizapp.excel.row_cells import Row, TableCells


@dataclass(slots=True)
class Drawn:
    """A question drawn out of a table: `row` its cells there; what is None stays as it is there."""

    number: int
    row: Row
    options: Sequence[str] | None = None
    key: str | None = None
    stem: str | None = None
    kind: str | None = None


def rearranged(
    table: Table,
    drawn: Iterable[Drawn],
    *,
    how: str = "",
    key_heading: str = "",
    notes: Iterable[str] = (),
    refused: Mapping[int, str] | None = None,
) -> Table:
    """The table with one question a row; options and key in columns of their own, to the right of the sheet's."""
    columns, cells = table.columns, TableCells(table)
    rows = list(drawn)
    width = max((len(one.row) for one in rows), default=0)
    body = [(one.number, one.row + [""] * (width - len(one.row))) for one in rows]
    for one, (_number, row) in zip(rows, body, strict=True):
        if one.stem is not None:
            row[columns.stem] = one.stem
    changes: dict[str, Any] = {}
    headings = dict(columns.headings)

    def add(texts: Sequence[Sequence[str]], heading: str) -> tuple[int, ...]:
        """Columns to the right of all others."""
        first, count = len(body[0][1]) if body else width, max(map(len, texts), default=0)
        for (_number, row), cell in zip(body, texts, strict=True):
            row.extend([*cell, *[""] * (count - len(cell))])
        headings.update(dict.fromkeys(range(first, first + count), heading))
        return tuple(range(first, first + count))

    if any(one.options is not None for one in rows):
        options = [cells.options(one.row) if one.options is None else one.options for one in rows]
        changes |= {"options": add(options, columns.options_heading), "one_cell_options": -1, "right": -1}
        changes |= {"marks": (), "wrong": ()}
    if any(one.key is not None for one in rows):
        keys = [cells.key(one.row) if one.key is None else one.key for one in rows]
        changes |= {
            "keys": add([[key] for key in keys], key_heading or columns.key_heading or columns.options_heading),
            "right": -1,
            "marks": (),
        }
    if any(one.kind is not None for one in rows):
        kinds = [cells.texts(one.row).kind if one.kind is None else one.kind for one in rows]
        changes |= {"kind": add([[kind] for kind in kinds], columns.heading(columns.stem))[0]}
    return replace(
        table,
        columns=replace(columns, **changes, headings=headings),
        body=tuple(body),
        found_options=table.option_columns,
        width=width if table.width is None else table.width,
        how=how or table.how,
        notes=(*table.notes, *notes),
        refused={**table.refused, **(refused or {})},
    )

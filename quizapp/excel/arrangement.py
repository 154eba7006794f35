"""Questions that do not stand one a row under plain columns, put so: what every unusual layout is turned into.

Each layout is a step from a table to a table; a table whose layout is plain comes out as it went in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.excel.layout import Table
from quizapp.excel.row_cells import Row, TableCells


@dataclass(slots=True)
class Drawn:
    """A question drawn out of a table: `row` its cells there; None: options, key and stem stay as they are there."""

    number: int
    row: Row
    options: Sequence[str] | None = None
    key: str | None = None
    stem: str | None = None


def rearranged(
    table: Table,
    drawn: Iterable[Drawn],
    *,
    how: str = "",
    notes: Iterable[str] = (),
    refused: Mapping[int, str] | None = None,
) -> Table:
    """The table with one question a row and its options and key in columns of their own, to the right of the sheet's."""
    cells = TableCells(table)
    columns = table.columns
    rows = list(drawn)
    options = [cells.options(one.row) if one.options is None else list(one.options) for one in rows]
    keys = [cells.key(one.row) if one.key is None else one.key for one in rows]
    width = max((len(one.row) for one in rows), default=0)
    count = max(map(len, options), default=0)
    body = []
    for one, texts, key in zip(rows, options, keys, strict=True):
        row = one.row + [""] * (width - len(one.row))
        if one.stem is not None:
            row[columns.stem] = one.stem
        body.append((one.number, [*row, *texts, *[""] * (count - len(texts)), key]))
    heading = columns.options_heading
    places = tuple(range(width, width + count))
    key_heading = columns.key_heading
    new = replace(
        columns,
        options=places,
        keys=(width + count,),
        one_cell_options=-1,
        marks=(),
        wrong=(),
        right=-1,
        headings={**columns.headings, **dict.fromkeys(places, heading), width + count: key_heading},
    )
    return replace(
        table,
        columns=new,
        body=tuple(body),
        width=table.width or width,
        how=how or table.how,
        notes=(*table.notes, *notes),
        refused={**table.refused, **(refused or {})},
    )

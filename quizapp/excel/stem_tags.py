"""Kinds that stand before the stems: 3. (单选题, 2分)题干. They are read as the kind, and taken out with the number."""

# no _(): words in files that others wrote; what is told the user goes through _()

import re

from quizapp.core.questions import Kind
from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.kinds import Declared, declared_kind
from quizapp.excel.layout import Table
from quizapp.excel.row_cells import TableCells

_MOST = 0.5
_TAG = re.compile(
    r"\s*+(?:\d{1,4}(?:\s*+[(（][^()（）]{1,12}[)）])?\s*+[、.．:：]?\s*+)?"
    r"[(（\[【]\s*([^()（）\[\]【】,，、;；\s\d]{2,8})(?:[,，、;；:：\s][^()（）\[\]【】]{0,14})?\s*[)）\]】]\s*[、.．:：]?\s*"
)
_STARTS = frozenset("0123456789(（[【 \u3000")


def kinds_in_stems(table: Table) -> Table:
    """The table with the kinds in a column, where most stems begin with theirs and no column declares any."""
    columns = table.columns
    if columns.kind >= 0:
        return table
    sample = [row[columns.stem] for row in table.rows()[:50] if columns.stem < len(row) and row[columns.stem]]
    if sum(_split(text)[0] is not None for text in sample) < max(_MOST * len(sample), 1):
        return table
    drawn = []
    for number, row in TableCells(table).rows():
        kind, rest = _split(row[columns.stem])
        one = Drawn(number, row)
        if kind is not None:
            one.stem = rest
            one.kind = kind.label if isinstance(kind, Kind) else kind
        drawn.append(one)
    return rearranged(table, drawn)


def _split(stem: str) -> tuple[Declared | None, str]:
    """The kind that a stem begins with, and what follows; None and the stem where it begins with none."""
    match = _TAG.match(stem) if stem[:1] in _STARTS else None
    kind = declared_kind(match[1]) if match else None
    return (kind, stem[match.end() :]) if match and kind is not None and match.end() < len(stem) else (None, stem)

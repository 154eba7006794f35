"""A table that was read, described column by column, so that whoever imports it can look at that and change it."""

from collections import Counter

from quizapp.core.column_mapping import TableLayout
from quizapp.excel.keys import is_number
from quizapp.excel.layout import Table
from quizapp.excel.mapping import layout_of, number_codes
from quizapp.excel.table_facts import TableFacts


def table_layout(table: Table, facts: TableFacts) -> TableLayout:
    """Describe a table; whether there are digits that could be read in two ways is looked up in its own rows."""
    columns = table.columns
    codes = []
    if columns.kind >= 0:
        counts = Counter(_cells(table, columns.kind))
        codes = number_codes(counts, dict(facts.kinds.codes))
    has_number_keys = any(text[0].isdecimal() and is_number(text) for at in columns.keys for text in _cells(table, at))
    return layout_of(table, codes=codes, has_number_keys=has_number_keys and any(at >= 0 for at in columns.options))


def _cells(table: Table, column: int) -> list[str]:
    """The cells of a column that are not blank."""
    rows = table.sheet.rows[table.start : table.stop]
    return [text for row in rows if column < len(row) and (text := row[column].strip())]

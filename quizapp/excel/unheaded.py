"""Sheets in which no headings name the columns: marked rows, columns that speak for themselves, running text."""

from quizapp.excel.bare_tables import bare_table
from quizapp.excel.layout import Table
from quizapp.excel.marked_rows import marked_table
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.written_cells import written_table

_MOST_ROWS = 200_000


def unheaded_table(sheet: SheetRows) -> Table | None:
    """The table of a sheet without headings, or None; nobody writes so many questions without any."""
    if len(sheet.rows) > _MOST_ROWS:
        return None
    for reader in (marked_table, bare_table, written_table):
        if (table := reader(sheet)) is not None:
            return table
    return None

"""Which table a cell stands in, and under which heading: looked up, for a file may have thousands of either."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quizapp.excel.layout import HEADING_ROWS, Table
from quizapp.excel.text_bounds import MAX_COLUMNS

Spans = list[tuple[int, int]]


class TablePlaces:
    """The tables of a file by sheet and row."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables: dict[str, list[Table]] = {}
        for table in tables:
            self._tables.setdefault(table.sheet.name, []).append(table)
        for several in self._tables.values():
            several.sort(key=lambda table: table.start)  # those side by side stay in their order
        self._starts = {sheet: [table.start for table in several] for sheet, several in self._tables.items()}
        self._spans: dict[str, dict[int, Spans]] = {}

    def at(self, sheet: str, row: int) -> Table | None:
        """The table that has a row among its data; the first of several side by side."""
        starts = self._starts.get(sheet, [])
        at = bisect_right(starts, row) - 1
        if at < 0:
            return None
        table = self._tables[sheet][bisect_left(starts, starts[at])]
        return table if row < table.stop else None

    def heading_column(self, column: int, table: Table) -> int:
        """The column under whose heading a column stands: a heading may go over several."""
        sheet = table.sheet.name
        if sheet not in self._spans:
            self._spans[sheet] = self._merged_headings(sheet)
        spans = self._spans[sheet].get(table.heading_row, [])
        return next((left for left, right in spans if left <= column <= right), column)

    def _merged_headings(self, sheet: str) -> dict[int, Spans]:
        """The merged cells in each row of headings."""
        tables = self._tables.get(sheet, [])
        rows = sorted({table.heading_row for table in tables})
        found: dict[int, Spans] = {row: [] for row in rows}
        for top, left, bottom, right in (tables[0].sheet.merged or ()) if tables else ():
            end = min(bottom, top + HEADING_ROWS)  # one over more rows is no heading
            for row in rows[bisect_left(rows, top) : bisect_right(rows, end)]:
                if len(found[row]) < MAX_COLUMNS:  # more of them overlap, which no office program writes
                    found[row].append((left, right))
        return found

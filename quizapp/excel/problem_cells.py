"""Which cell a problem is about: problems name a heading, a marked workbook needs the column."""

from collections.abc import Sequence

from quizapp.core.column_mapping import MappedColumn, TableLayout, column_letter
from quizapp.core.problems import Problem
from quizapp.excel.headings import Role

Place = tuple[int, int]
"""Row and column of a cell, from 1, as spreadsheets count."""


class ProblemCells:
    """Finds the cells of problems in the tables that were read."""

    def __init__(self, tables: Sequence[TableLayout]) -> None:
        self._tables: dict[str, list[TableLayout]] = {}
        for table in tables:
            if table.is_table:
                self._tables.setdefault(table.mapping.sheet, []).append(table)

    def place(self, problem: Problem) -> Place | None:
        """The cell to mark: that of the column named, else of the stem; of a whole table its heading, if there is one.

        None where the problem is of the sheet or the file as such.
        """
        tables = self._tables.get(problem.sheet, [])
        if problem.row is None:
            return _heading_cell(problem, tables)
        table = next((one for one in tables if one.mapping.heading_row <= problem.row <= one.last_row), None)
        column = _column(problem.column, table.mapping.columns if table else ())
        return problem.row, column + 1


def _heading_cell(problem: Problem, tables: Sequence[TableLayout]) -> Place | None:
    for table in tables if problem.column else ():
        row = table.mapping.heading_row
        for one in table.mapping.columns if row else ():
            if one.heading == problem.column:
                return row, one.column + 1
    return None


def _column(name: str, columns: Sequence[MappedColumn]) -> int:
    """The column that is called so; of options named by their range the first; else the stem's, else the first."""
    named = [one for one in columns if name and name in (one.heading, column_letter(one.column))]
    if named:
        return max(named, key=lambda one: (one.heading == name, bool(one.role))).column
    if name:
        ranged = [one for one in columns if one.role == Role.OPTION and one.heading and name.startswith(one.heading)]
        if ranged:
            return ranged[0].column
    return next((one.column for one in columns if one.role == Role.STEM), 0)

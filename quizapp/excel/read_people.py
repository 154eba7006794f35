"""A roster out of a stranger's workbook: people as the file states them, cleaned, and what is wrong row by row."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.core.problems import Problem
from quizapp.core.roster import RosterRow
from quizapp.excel.cells import read_workbook
from quizapp.excel.child import DEFAULT_LIMITS, ChildLimits, Report, run_in_child
from quizapp.excel.people_rows import read_roster_table
from quizapp.excel.people_table import find_roster_tables
from quizapp.excel.people_twice import tell_of_the_same


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A roster read: the rows that can be used, in the file's order, and the problems of all."""

    file_name: str
    rows: list[RosterRow]
    problems: list[Problem]


def read_people(
    content: bytes,
    file_name: str,
    *,
    on_progress: Callable[[int, int], object] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    limits: ChildLimits = DEFAULT_LIMITS,
) -> RosterFile:
    """Read a roster in a child process; NotReadable where the file is no workbook or has nothing in it."""
    return run_in_child(
        parse_people, content, file_name, limits=limits, on_progress=on_progress, is_cancelled=is_cancelled
    )


def parse_people(content: bytes, file_name: str, report: Report) -> RosterFile:
    """Read a roster in this process: what the child does."""
    tables, problems = find_roster_tables(read_workbook(content, file_name))
    rows: list[RosterRow] = []
    for done, table in enumerate(tables):
        report(done, len(tables))
        rows += read_roster_table(table, problems)
    kept = tell_of_the_same(
        rows, {(t.sheet.name, role): t.heading(role) for t in tables for role in t.columns}, problems
    )
    report(len(tables), len(tables))
    return RosterFile(file_name, kept, problems)

"""A roster file compared with the people on record: new, moved, renamed, left, and what only a person can decide."""

from dataclasses import dataclass

from quizapp.core.people import DepartmentKind


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of a roster file, cleaned; empty or None where it says nothing; `department`: names from the top down."""

    sheet: str
    row: int
    name: str
    department: tuple[str, ...]
    number: str = ""
    kind: DepartmentKind | None = None
    position: str = ""
    category: str = ""
    phone: str = ""
    remark: str = ""
    takes_tests: bool | None = None
    counts: bool | None = None
    is_ranked: bool | None = None


@dataclass(frozen=True, slots=True)
class RosterScope:
    """Whom the file speaks for: everybody, or the departments named (with all below them); others are left alone."""

    is_whole: bool = True
    department_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """To be filled."""


@dataclass(frozen=True, slots=True)
class RosterDecisions:
    """To be filled."""

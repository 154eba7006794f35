"""What the organiser does with people and departments: the roster in, one person by hand, PINs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.people import Actor, Department, DepartmentKind, Person
from quizapp.core.problems import Problem
from quizapp.core.roster import RosterChanges, RosterDecisions, RosterScope
from quizapp.db.engine import Database


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What is entered for a person; an empty number is made up."""

    name: str
    department_id: int
    number: str = ""
    category: str = ""
    position: str = ""
    phone: str = ""
    remark: str = ""
    takes_tests: bool = True
    counts: bool = True
    is_ranked: bool = True


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What an import would do; hand it back to `import_roster` with the decisions."""

    file_name: str
    file_hash: str
    scope: RosterScope
    changes: RosterChanges
    problems: tuple[Problem, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class RosterImported:
    """What an import did, counts of people."""

    batch_id: int
    new: int
    moved: int
    renamed: int
    changed: int
    left: int
    same: int


class People:
    """People and departments."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def departments(self, *, with_inactive: bool = False) -> list[Department]:
        """Departments in the bureau's order, parents before children."""
        raise NotImplementedError

    def people(self, *, with_inactive: bool = False) -> list[Person]:
        """People by department, then by name in pinyin order."""
        raise NotImplementedError

    def add_department(self, actor: Actor, name: str, kind: DepartmentKind, parent_id: int | None) -> Department:
        """Add a department at the end of its parent's list."""
        raise NotImplementedError

    def change_department(self, actor: Actor, department: Department) -> Department:
        """Rename, move, reorder, close a department; Conflict where it would lie within itself."""
        raise NotImplementedError

    def add_person(self, actor: Actor, draft: PersonDraft) -> Person:
        """Add one person."""
        raise NotImplementedError

    def change_person(self, actor: Actor, person_id: int, draft: PersonDraft) -> Person:
        """Change one person."""
        raise NotImplementedError

    def set_left(self, actor: Actor, person_ids: tuple[int, ...], *, has_left: bool) -> None:
        """Note that people left (or are back); nothing is deleted."""
        raise NotImplementedError

    def reset_pin(self, actor: Actor, person_id: int) -> str:
        """Give a person a new PIN (six digits) and return it, to be told."""
        raise NotImplementedError

    def clear_pin(self, actor: Actor, person_id: int) -> None:
        """Take a person's PIN away."""
        raise NotImplementedError

    def preview_roster(
        self,
        content: bytes,
        file_name: str,
        scope: RosterScope,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> RosterPreview:
        """Read a roster file and compare it with the people on record; changes nothing."""
        raise NotImplementedError

    def import_roster(self, actor: Actor, preview: RosterPreview, decisions: RosterDecisions) -> RosterImported:
        """Carry out a preview in one transaction; Conflict where the people changed since."""
        raise NotImplementedError

"""What tests of services stand on: a migrated database, a clock that stands still until it is set, people to act on."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.core.people import Actor, Department, DepartmentKind, Person
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.migrate import migrate
from quizapp.db.tables import DepartmentRow, PersonRow


class Clock:
    """A clock that only moves when a test says so; hand it to services as `now`."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the instant that it shows."""
        return self.at

    def advance(self, **amount: float) -> None:
        """Let time pass: advance(minutes=5)."""
        self.at += timedelta(**amount)


@pytest.fixture
def clock() -> Clock:
    """Monday 2 March 2026, 9:00 in Beijing."""
    return Clock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC))


@pytest.fixture
def actor() -> Actor:
    """An administrator of the whole bureau."""
    return Actor("张管理")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of the present revision, made once and copied for each test."""
    file = tmp_path_factory.mktemp("migrated") / "quizapp.sqlite3"
    migrate(file, file.parent / "backups", datetime(2026, 3, 2, tzinfo=UTC))
    return file


@pytest.fixture
def database(migrated_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A database of this test's own, with all tables and nothing in them."""
    file = tmp_path / "quizapp.sqlite3"
    shutil.copyfile(migrated_file, file)
    database = open_sqlite(file)
    yield database
    database.close()


@dataclass
class Roster:
    """Puts departments and people straight into the tables, as far as a test needs them."""

    database: Database

    def department(
        self, name: str, kind: DepartmentKind = DepartmentKind.SECTION, parent: Department | None = None
    ) -> Department:
        """Add a department at the end of the list."""
        with self.database.write() as session:
            row = DepartmentRow(
                name=name, kind=kind, parent_id=parent.id if parent else None, position=0, is_active=True
            )
            session.add(row)
            session.flush()
            row.position = row.id
            path = (*(parent.path if parent else ()), name)
            return Department(row.id, name, kind, path, row.parent_id, position=row.position)

    def person(self, name: str, department: Department, **fields: object) -> Person:
        """Add a person; `fields` by column. Numbers are 001, 002 … where none is given."""
        with self.database.write() as session:
            row = PersonRow(
                number="", name=name, department_id=department.id, pin_hash=None, pinyin=name, initials=name,
                is_number_generated=False, category="", position="", phone="", remark="",
                takes_tests=True, counts=True, is_ranked=True, is_active=True,
            )  # fmt: skip
            for field, value in fields.items():
                setattr(row, field, value)
            session.add(row)
            session.flush()
            row.number = row.number or f"{row.id:03d}"
            for unseen in ("pin_hash", "pinyin", "initials"):  # columns that the value does not carry
                fields.pop(unseen, None)
            has_pin = row.pin_hash is not None
            return replace(Person(row.id, row.number, name, department, has_pin=has_pin), **fields)

    def people(self, department: Department, *names: str) -> list[Person]:
        """Add several people of one department."""
        return [self.person(name, department) for name in names]


@pytest.fixture
def roster(database: Database) -> Roster:
    """Build departments and people: roster.department("办公室"), roster.person("张三", office)."""
    return Roster(database)


@pytest.fixture
def now(clock: Clock) -> Callable[[], datetime]:
    """The clock as services are handed it."""
    return clock

"""Backups of a folder at work, and the way back when nobody is."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.core.people import Actor
from quizapp.db.engine import Database, open_sqlite, open_to_read
from quizapp.db.folder import Purpose, hold_folder
from quizapp.db.migrate import is_current
from quizapp.db.tables import LogRow
from quizapp.errors import EnvironmentFault, FolderBusy, NotReadable
from quizapp.services.backups import Backups, restore_folder
from tests.services.conftest import Clock, Roster


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the fixture `database` lies."""
    return tmp_path / "quizapp.sqlite3"


@pytest.fixture
def backups(database: Database, clock: Clock, file: Path) -> Backups:
    """The service."""
    return Backups(database, clock, file, file.parent / "backups")


@pytest.fixture
def reopened(database: Database, file: Path) -> Iterator[Database]:
    """The database as whoever opens it next finds it."""
    again = open_sqlite(file)
    yield again
    again.close()


def logged(database: Database) -> list[tuple[str, str, str]]:
    """Who did what to what."""
    with database.read() as session:
        return [(row.who, row.action, row.subject) for row in session.scalars(select(LogRow).order_by(LogRow.id))]


def test_a_backup_goes_where_one_wants_or_into_the_programs_folder(
    backups: Backups, database: Database, actor: Actor, tmp_path: Path
) -> None:
    out = backups.backup(actor, tmp_path / "备份.sqlite3")
    own = backups.backup(actor)
    assert is_current(out) and is_current(own)
    assert own.parent == tmp_path / "backups"
    assert own.name == backups.proposed_name()
    assert logged(database) == [(actor.name, "backup.make", out.name), (actor.name, "backup.make", own.name)]


def test_a_folder_comes_back_as_it_was(
    backups: Backups, database: Database, actor: Actor, roster: Roster, clock: Clock, file: Path, reopened: Database
) -> None:
    roster.department("办公室")
    out = backups.backup(actor, file.parent / "out")
    roster.department("财务科")
    database.close()
    former = restore_folder(file, file.parent / "backups", out, actor=actor, now=clock())
    assert former is not None and (former / file.name).exists()
    with reopened.read() as session:
        assert [name for (name,) in session.connection().exec_driver_sql("SELECT name FROM departments")] == ["办公室"]
    assert logged(reopened)[-1] == (actor.name, "backup.restore", "out")


@pytest.mark.skipif(sys.platform != "linux", reason="only there may names be any bytes")
def test_a_name_that_is_not_utf8_is_no_hindrance(
    backups: Backups, database: Database, actor: Actor, clock: Clock, file: Path, reopened: Database
) -> None:
    backups.backup(actor, file.parent / os.fsdecode("备份".encode("gbk")))
    out = backups.backup(actor, file.parent / os.fsdecode(b"\xff.bak"))
    database.close()
    restore_folder(file, file.parent / "backups", out, actor=actor, now=clock())
    assert logged(reopened) == [(actor.name, "backup.make", "备份"), (actor.name, "backup.restore", "\ufffd.bak")]


def test_a_backup_that_could_not_be_written_down_is_said_to_be_there(
    database: Database, actor: Actor, clock: Clock, file: Path
) -> None:
    database.close()
    database = open_to_read(file)
    out = file.parent / "out"
    with pytest.raises(EnvironmentFault, match=r"备份已经完成：.*out.*没有记入"):
        Backups(database, clock, file, file.parent / "backups").backup(actor, out)
    database.close()
    assert is_current(out)


def test_nobody_may_have_the_folder_open(
    backups: Backups, database: Database, actor: Actor, clock: Clock, file: Path
) -> None:
    out = backups.backup(actor, file.parent / "out")
    database.close()
    before = file.read_bytes()
    with hold_folder(file.parent, Purpose.WINDOW, clock()), pytest.raises(FolderBusy, match="程序窗口"):
        restore_folder(file, file.parent / "backups", out, actor=actor, now=clock())
    assert file.read_bytes() == before


def test_what_is_no_backup_makes_no_folder(tmp_path: Path, actor: Actor, clock: Clock) -> None:
    file = tmp_path / "data" / "quizapp.sqlite3"
    with pytest.raises(NotReadable):
        restore_folder(file, file.parent / "backups", tmp_path / "nothing", actor=actor, now=clock())
    assert list(tmp_path.iterdir()) == []

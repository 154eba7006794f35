"""Opening a data folder for work, or only to look."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from quizapp.db import opening
from quizapp.db.folder import Purpose, holders
from quizapp.db.migrate import is_current
from quizapp.db.opening import open_data, open_to_look
from quizapp.db.tables import BureauRow
from quizapp.errors import Damaged, EnvironmentFault, FolderBusy, TooNew, UserError
from tests.db.conftest import NOW, read_only


def _row() -> BureauRow:
    return BureauRow(id=1, name="机关事务局", unit_word="局属", sign_in_check="none")


def test_a_fresh_folder_is_made_and_shared(tmp_path: Path) -> None:
    file, backups = tmp_path / "data" / "quizapp.sqlite3", tmp_path / "data" / "backups"
    with open_data(file, backups, purpose=Purpose.WINDOW, now=NOW) as data:
        with data.database.write() as session:
            session.add(_row())
        with open_data(file, backups, purpose=Purpose.COMMAND, now=NOW) as other, other.database.read() as session:
            assert session.scalar(select(func.count()).select_from(BureauRow)) == 1
            assert [holder.alone for holder in holders(file.parent)] == [False, False]
    assert holders(file.parent) == []
    assert sorted(part.name for part in file.parent.iterdir()) == ["in-use", file.name]


def test_a_second_window_is_refused(file: Path) -> None:
    with open_data(file, file.parent / "backups", purpose=Purpose.WINDOW, now=NOW), pytest.raises(FolderBusy):
        open_data(file, file.parent / "backups", purpose=Purpose.WINDOW, now=NOW).__enter__()


def test_whoever_has_the_folder_alone_keeps_others_out(file: Path) -> None:
    window = open_data(file, file.parent / "backups", purpose=Purpose.WINDOW, now=NOW)
    with window as data, data.hold.alone(), pytest.raises(FolderBusy):
        open_data(file, file.parent / "backups", purpose=Purpose.COMMAND, now=NOW).__enter__()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500], ids=["empty", "no database"])
def test_damaged_data_are_told_and_kept(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    with pytest.raises(Damaged):
        open_data(file, file.parent / "backups", purpose=Purpose.WINDOW, now=NOW).__enter__()
    with pytest.raises(Damaged):
        open_to_look(file).__enter__()
    assert file.read_bytes() == content


def test_looking_needs_no_right_to_write(file: Path) -> None:
    with (
        read_only(file.parent),
        open_to_look(file) as database,
        database.read() as session,
    ):
        assert session.scalar(select(func.count()).select_from(BureauRow)) == 0
    assert [part.name for part in file.parent.iterdir()] == [file.name]


def test_newer_data_are_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(TooNew):
        open_data(file, file.parent / "backups", purpose=Purpose.WINDOW, now=NOW).__enter__()
    with pytest.raises(TooNew):
        open_to_look(file).__enter__()
    assert holders(file.parent) == []


def test_older_data_are_not_upgraded_by_looking(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "HEAD", "9002")
    with pytest.raises(UserError, match="先打开一次程序"):
        open_to_look(file).__enter__()


def test_looking_at_nothing_makes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "data" / "quizapp.sqlite3"
    with open_to_look(file) as database, database.read() as session:
        assert session.scalar(select(func.count()).select_from(BureauRow)) == 0
    assert list(tmp_path.iterdir()) == []


def test_looking_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    with open_to_look(file) as database:
        with database.read() as session:
            assert session.scalar(select(func.count()).select_from(BureauRow)) == 0
        with pytest.raises(EnvironmentFault, match="只读"), database.write() as session:
            session.add(_row())
    assert file.read_bytes() == before
    assert [part.name for part in file.parent.iterdir()] == [file.name]
    assert is_current(file)

"""A backup takes the place of the data."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.db.backup import back_up
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.migrate import HEAD, companions, is_current, migrate, restoring
from quizapp.db.restore import refuse_other_files, restore
from quizapp.errors import EnvironmentFault, NotReadable, TooNew, UserError
from tests.db.conftest import NOW, read_only


def _name(file: Path, name: str) -> None:
    """Leave a name in the database, through the write-ahead log."""
    database = open_sqlite(file)
    with database.connection() as connection:
        connection.exec_driver_sql("DELETE FROM bureau")
        connection.exec_driver_sql("INSERT INTO bureau VALUES (1, ?, '局属', 'none')", (name,))
    database.close()


def _name_in(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT name FROM bureau").fetchone()[0])


@pytest.fixture
def backup(file: Path, tmp_path: Path) -> Path:
    """A backup of the data as they were; now they are others."""
    _name(file, "以前")
    back_up(file, tmp_path / "backup")
    _name(file, "现在")
    return tmp_path / "backup"


def test_what_was_there_lies_aside_and_can_come_back(file: Path, backup: Path) -> None:
    backups = file.parent / "backups"
    former = restore(file, backup, backups, NOW)
    assert _name_in(file) == "以前"
    assert former is not None and former.parent == backups
    restore(file, former / file.name, backups, NOW)
    assert _name_in(file) == "现在"
    assert len(list(backups.iterdir())) == 2
    assert not restoring(file).exists()


def test_database_and_log_are_moved_together(file: Path, backup: Path) -> None:
    wal, shm = companions(file)
    wal.write_bytes(b"log")
    shm.write_bytes(b"memory")
    former = restore(file, backup, file.parent / "backups", NOW)
    assert former is not None
    assert {part.name for part in former.iterdir()} == {file.name, wal.name, shm.name}
    assert (former / wal.name).read_bytes() == b"log"
    assert not wal.exists() and not shm.exists()


def test_what_stands_in_the_backups_own_log_comes_along(file: Path, backup: Path, tmp_path: Path) -> None:
    database = open_sqlite(file)
    with database.connection() as connection:
        connection.exec_driver_sql("UPDATE bureau SET name = '刚才'")
    there = tmp_path / "set aside"
    there.mkdir()
    for part in (file, *companions(file)):
        shutil.copy(part, there)
    database.close()
    restore(file, there / file.name, file.parent / "backups", NOW)
    assert _name_in(file) == "刚才"


def test_what_is_written_down_is_there_before_the_exchange(file: Path, backup: Path) -> None:
    told: list[Path | None] = []

    def record(database: Database, former: Path | None) -> None:
        assert _name_in(file) == "现在"
        told.append(former)
        with database.connection() as connection:
            connection.exec_driver_sql("UPDATE bureau SET name = name || '，已恢复'")

    former = restore(file, backup, file.parent / "backups", NOW, record)
    assert told == [former] and former is not None
    assert _name_in(file) == "以前，已恢复"
    assert {part.name for part in file.parent.iterdir()} == {file.name, "backups"}
    assert _name_in(former / file.name) == "现在"


def test_what_cannot_be_written_down_is_not_done(file: Path, backup: Path) -> None:
    before = file.read_bytes()

    def record(database: Database, former: Path | None) -> None:
        with database.connection() as connection:
            connection.exec_driver_sql("DELETE FROM bureau")
            raise EnvironmentFault("磁盘已满")

    with pytest.raises(EnvironmentFault, match="磁盘已满"):
        restore(file, backup, file.parent / "backups", NOW, record)
    assert file.read_bytes() == before
    assert [part.name for part in file.parent.iterdir()] == [file.name]


def test_damaged_and_lost_data_are_no_hindrance(file: Path, backup: Path) -> None:
    file.write_bytes(b"nothing that can be read")
    former = restore(file, backup, file.parent / "backups", NOW)
    assert former is not None and (former / file.name).read_bytes() == b"nothing that can be read"
    file.unlink()
    assert restore(file, backup, file.parent / "backups", NOW) is None
    assert _name_in(file) == "以前"


def test_an_older_backup_is_brought_up_to_date(file: Path, tmp_path: Path) -> None:
    sample = min((Path(__file__).parent / "samples").glob("*.sql"))
    older = tmp_path / "older"
    with closing(sqlite3.connect(older)) as connection:
        connection.executescript(sample.read_text(encoding="utf-8"))
    before = older.read_bytes()
    restore(file, older, file.parent / "backups", NOW)
    assert is_current(file)
    assert older.read_bytes() == before


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _torn(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192:] = b"\x5a" * (len(content) - 8192)
    file.write_bytes(content)


def _foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE t (x)")


@pytest.mark.parametrize(
    ("spoil", "fault", "words"),
    [
        (_newer, TooNew, "新版"),
        (_torn, NotReadable, "损坏"),
        (_foreign, NotReadable, "不是本程序的备份"),
        (lambda file: file.write_bytes(b"PK"), NotReadable, "不是本程序的备份"),
        (lambda file: file.write_bytes(b""), NotReadable, "不是本程序的备份"),
        (lambda file: file.write_bytes(file.read_bytes()[:20000]), NotReadable, "损坏"),
        (lambda file: file.unlink(), NotReadable, "没有找到"),
    ],
    ids=["newer", "torn", "foreign", "no database", "empty", "half", "gone"],
)
def test_a_backup_that_will_not_do_leaves_everything(
    spoil: object, fault: type[Exception], words: str, file: Path, backup: Path
) -> None:
    spoil(backup)  # type: ignore[operator] - one of the functions above
    before = file.read_bytes()
    with pytest.raises(fault, match=words):
        restore(file, backup, file.parent / "backups", NOW)
    assert file.read_bytes() == before
    assert [part.name for part in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("spoil", [_newer, _torn, _foreign], ids=["newer", "torn", "foreign"])
def test_where_there_are_no_data_a_refused_backup_is_no_hindrance(spoil: object, backup: Path, tmp_path: Path) -> None:
    spoil(backup)  # type: ignore[operator] - one of the functions above
    file = tmp_path / "new PC" / "data.sqlite3"
    with pytest.raises((TooNew, NotReadable)):
        restore(file, backup, file.parent / "backups", NOW)
    assert list(file.parent.iterdir()) == []
    migrate(file, file.parent / "backups", NOW)
    assert is_current(file)


def test_the_data_are_no_backup_of_themselves(file: Path) -> None:
    with pytest.raises(UserError, match="正在使用"):
        refuse_other_files(file, file)


def test_where_the_move_fails_all_is_put_back(file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = Path.replace

    def fail_at_the_end(source: Path, target: Path) -> Path:
        if source == restoring(file):
            raise PermissionError(13, "in use")
        return move(source, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_end)
    with pytest.raises(EnvironmentFault, match="in use"):
        restore(file, backup, file.parent / "backups", NOW)
    assert _name_in(file) == "现在"
    assert not restoring(file).exists()


def test_a_restore_that_was_cut_off_is_told_at_the_next_start(file: Path, backup: Path) -> None:
    file.replace(restoring(file))
    with pytest.raises(EnvironmentFault, match="restore"):
        migrate(file, file.parent / "backups", NOW)
    restore(file, backup, file.parent / "backups", NOW)
    assert _name_in(file) == "以前"


def test_a_read_only_folder_is_told(file: Path, backup: Path) -> None:
    with read_only(file.parent), pytest.raises(EnvironmentFault, match="权限"):
        restore(file, backup, file.parent / "backups", NOW)
    assert _name_in(file) == "现在"


def test_what_only_bears_the_revision_is_no_backup(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        connection.commit()
    _name(file, "现在")
    with pytest.raises(NotReadable, match="不是本程序的备份"):
        restore(file, tmp_path / "other", file.parent / "backups", NOW)
    assert _name_in(file) == "现在"

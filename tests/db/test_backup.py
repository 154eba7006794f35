"""Backups made while others work."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.db.backup import back_up, copy_whole, is_database
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.migrate import stored_revision
from quizapp.db.tables import BureauRow
from quizapp.errors import Damaged, EnvironmentFault, NotReadable, UserError
from tests.db.conftest import read_only


def _add(database: Database, number: int) -> None:
    with database.write() as session:
        session.add(BureauRow(id=number, name="机关事务局", unit_word="局属", sign_in_check="none"))


def _count(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM bureau").fetchone()[0])


def test_a_backup_is_one_whole_file_with_what_stands_in_the_log(database: Database, file: Path, tmp_path: Path) -> None:
    _add(database, 1)  # still in the write-ahead log
    out = tmp_path / "U盘" / "备份.sqlite3"
    back_up(file, out)
    assert list(out.parent.iterdir()) == [out]
    assert _count(out) == 1
    assert stored_revision(out) == stored_revision(file)
    _add(database, 2)
    back_up(file, out)
    assert _count(out) == 2


def test_others_go_on_writing(database: Database, file: Path, tmp_path: Path) -> None:
    with database.write() as session:
        session.add(BureauRow(id=1, name="机关事务局", unit_word="局属", sign_in_check="none"))
        session.flush()
        back_up(file, tmp_path / "out")
    assert _count(tmp_path / "out") == 0
    assert _count(file) == 1


def test_what_is_no_backup_is_not_written_over(database: Database, file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "通知.docx"
    letter.write_bytes(b"PK")
    for out in (letter, file, file.with_name(file.name + "-wal")):
        _add(database, hash(out) % 10**9)
        with pytest.raises(UserError, match="不是备份"):
            back_up(file, out)
    assert letter.read_bytes() == b"PK"
    with pytest.raises(UserError, match="文件夹"):
        back_up(file, tmp_path)


def test_without_data_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="还没有数据"):
        back_up(tmp_path / "quizapp.sqlite3", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_damaged_data_make_no_backup_and_leave_the_last_one(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    back_up(file, out)
    before = out.read_bytes()
    content = bytearray(file.read_bytes())
    content[4096:8192] = b"\x5a" * 4096
    file.write_bytes(content)
    with pytest.raises(Damaged):
        back_up(file, out)
    assert out.read_bytes() == before
    assert sorted(part.name for part in tmp_path.iterdir()) == ["data", "out"]


def test_a_place_that_cannot_be_written_is_told(file: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    with read_only(there), pytest.raises(EnvironmentFault, match="权限"):
        back_up(file, there / "out")
    with pytest.raises(EnvironmentFault, match="不能读写"):
        back_up(file, file / "in a file" / "out")
    assert list(there.iterdir()) == []


def test_the_place_that_cannot_be_written_is_named_and_not_the_data(file: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    with read_only(there), pytest.raises(EnvironmentFault, match="there/out"):
        back_up(file, there / "out")
    with pytest.raises(EnvironmentFault, match="x" * 300):
        back_up(file, there / ("x" * 300))
    if sys.platform == "linux":
        with pytest.raises(EnvironmentFault, match=r"/proc/x\.bak"):
            back_up(file, Path("/proc/x.bak"))
    back_up(file, there / ("x" * 250))
    assert [part.name for part in there.iterdir()] == ["x" * 250]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_what_is_no_file_is_not_waited_for(file: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not is_database(tmp_path / "pipe")
    with pytest.raises(UserError, match="没有覆盖"):
        back_up(file, tmp_path / "pipe")


def test_a_backup_on_a_read_only_disk_can_be_read(file: Path, tmp_path: Path) -> None:
    database = open_sqlite(file)
    _add(database, 1)
    database.close()
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o777)
    with read_only(file.parent):
        copy_whole(file, tmp_path / "out" / "copy")
    assert _count(tmp_path / "out" / "copy") == 1


def test_a_database_is_known_by_its_first_bytes(file: Path, tmp_path: Path) -> None:
    assert is_database(file)
    (tmp_path / "empty").write_bytes(b"")
    assert not is_database(tmp_path / "empty")


def test_nothing_is_put_where_the_log_would_stand(file: Path) -> None:
    before = sorted(file.parent.iterdir())
    for end in ("-wal", "-shm", "-journal"):
        with pytest.raises(UserError, match="没有覆盖"):
            back_up(file, file.with_name(file.name + end))
    assert sorted(file.parent.iterdir()) == before

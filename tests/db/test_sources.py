"""A database that is only read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.db.engine import open_sqlite
from quizapp.db.sources import open_source
from tests.db.conftest import read_only


def _tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0])


def test_what_stands_in_the_log_is_read_too(file: Path) -> None:
    database = open_sqlite(file)
    with closing(open_source(file)) as connection:
        before = _tables(connection)
        with database.connection() as writing:
            writing.exec_driver_sql("CREATE TABLE t (x)")
        assert _tables(connection) == before + 1
    database.close()


def test_nothing_need_be_writable_unless_there_is_a_log(file: Path) -> None:
    with read_only(file.parent), closing(open_source(file)) as connection:
        assert _tables(connection) > 5
    file.with_name(file.name + "-wal").write_bytes(b"what was not brought over")
    with read_only(file.parent), pytest.raises(sqlite3.OperationalError):
        open_source(file)


def test_where_there_is_none_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_source(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []

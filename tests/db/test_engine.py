"""Transactions on a real file."""

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError

from quizapp.db import engine
from quizapp.db.engine import Database, open_in_memory, open_sqlite, open_to_read
from quizapp.db.tables import BureauRow, TokenRow
from quizapp.errors import Damaged, EnvironmentFault
from tests.db.conftest import NOW, read_only


def _bureau(number: int) -> BureauRow:
    return BureauRow(id=number, name="机关事务局", unit_word="局属", sign_in_check="none")


def _count(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(BureauRow)) or 0


def _impatient(database: Database) -> None:
    """Make the database give up at once where another writes."""
    event.listen(database.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 0"))


def test_every_pooled_connection_is_wal_and_fully_synchronous(database: Database) -> None:
    pool: Any = database.engine.pool
    at_most = pool.size() + pool._max_overflow
    with ExitStack() as stack:
        connections = [stack.enter_context(database.engine.connect()) for _ in range(at_most)]
        for connection in connections:
            pragmas = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            ]
            assert pragmas == ["wal", 2, 1, engine.BUSY_TIMEOUT_MS]
        assert pool.checkedout() == at_most == 15


def test_what_is_written_is_there(database: Database) -> None:
    with database.write() as session:
        session.add(_bureau(1))
    assert _count(database) == 1


def test_what_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        session.add(_bureau(1))
        session.flush()
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), database.connection() as connection:
        connection.execute(text("INSERT INTO banks VALUES (1, 'a', '2026-03-02')"))
        raise ZeroDivisionError
    assert _count(database) == 0
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM banks")) == 0


def test_reading_keeps_nothing(database: Database) -> None:
    with database.read() as session:
        session.add(_bureau(1))
        session.flush()
    assert _count(database) == 0


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(BureauRow)) == 0
        with database.write() as other:
            other.add(_bureau(1))
        assert session.scalar(select(func.count()).select_from(BureauRow)) == 0
    assert _count(database) == 1


def test_writers_queue_before_they_begin(file: Path) -> None:
    database = open_sqlite(file)
    begun: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda c, cursor, statement, *_: begun.append(statement))
    with database.write():
        pass
    with database.read():
        pass
    assert begun == ["BEGIN IMMEDIATE", "BEGIN"]
    database.close()


def test_a_lasting_lock_is_told(file: Path) -> None:
    database = open_sqlite(file)
    _impatient(database)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(EnvironmentFault, match="占用"), database.write() as session:
        session.add(_bureau(1))
    other.execute("ROLLBACK")
    other.close()
    with database.write() as session:
        session.add(_bureau(1))
    assert _count(database) == 1
    database.close()


def test_a_full_disk_is_told_and_loses_nothing(database: Database) -> None:
    with database.write() as session:
        session.add(_bureau(1))
    event.listen(
        database.engine,
        "checkout",
        lambda connection, *_: connection.execute("PRAGMA max_page_count = 1"),  # SQLite: as many as there are
    )
    with pytest.raises(EnvironmentFault, match="磁盘已满"), database.write() as session:
        session.add_all([_bureau(number) for number in range(2, 2000)])
    assert _count(database) == 1


def test_a_read_only_folder_is_told(file: Path) -> None:
    database = open_sqlite(file)
    with read_only(file.parent), pytest.raises(EnvironmentFault, match="权限"), database.write() as session:
        session.add(_bureau(1))
    database.close()
    assert not list(file.parent.glob("*-wal"))


def test_who_only_looks_cannot_write(file: Path) -> None:
    database = open_to_read(file)
    assert _count(database) == 0
    with pytest.raises(EnvironmentFault, match="只读"), database.write() as session:
        session.add(_bureau(1))
    database.close()


def test_a_damaged_page_is_told(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    file.write_bytes(content)
    database = open_sqlite(file)
    with pytest.raises(Damaged, match="备份"):
        _count(database)
    database.close()


def test_a_disk_without_wal_is_refused(tmp_path: Path) -> None:
    """SQLite answers with the mode that it stays in, as a connection in memory does."""
    connection = sqlite3.connect(":memory:")
    with pytest.raises(EnvironmentFault, match="本机硬盘"):
        engine._prepare_connection(connection, enforces_references=True)
    connection.close()


def test_references_to_nothing_stay_bugs(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(TokenRow(token_hash="ab", person_id=9, expires_at=NOW))


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    database = open_sqlite(tmp_path / "数据 100%?#.sqlite3")
    with database.connection() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
    database.close()
    assert [file.name for file in tmp_path.iterdir()] == ["数据 100%?#.sqlite3"]


def test_in_memory_there_is_one_database_and_no_file() -> None:
    database = open_in_memory()
    with database.connection() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
    with database.read() as session:
        assert session.execute(text("SELECT * FROM t")).all() == []
    database.close()

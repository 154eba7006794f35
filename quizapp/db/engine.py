"""The database of a data folder: one engine, short transactions, SQLite in WAL with full synchronisation."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quizapp.db import json_texts
from quizapp.db.faults import fault_of, faults_in_words
from quizapp.db.sources import open_source
from quizapp.errors import EnvironmentFault
from quizapp.i18n import _

BUSY_TIMEOUT_MS = 10_000
_JSON: dict[str, Any] = {"json_serializer": json_texts.to_text, "json_deserializer": json_texts.from_text}


class Database:
    """Transactions on one database; `read` sees one state of it, `write` commits as a whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one consistent state; nothing is kept of what is done in it."""
        with _faults(), self.engine.connect() as connection, connection.begin() as transaction:
            try:
                with Session(bind=connection, autoflush=False) as session:
                    yield session
            finally:
                transaction.rollback()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back where anything is raised."""
        with self.connection() as connection, Session(bind=connection) as session:
            yield session
            session.flush()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A write transaction without a session, for the statements that must be quick."""
        with _faults(), self.engine.connect() as connection:
            connection = connection.execution_options(quizapp_write=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close all connections; the next transaction opens the file anew."""
        self.engine.dispose()


def open_sqlite(file: Path, *, enforces_references: bool = True) -> Database:
    """The database in `file` (created where it is not there); its tables are the migration's business.

    Without `enforces_references` tables can be rebuilt by a migration.
    """
    url, waiting = URL.create("sqlite", database=str(file)), {"timeout": BUSY_TIMEOUT_MS / 1000}
    engine = create_engine(url, connect_args=waiting, **_JSON)

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        _prepare_connection(connection, enforces_references=enforces_references)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return Database(engine)


def open_to_read(file: Path) -> Database:
    """The database in `file` as it is; every write is refused, and nothing needs to be writable."""
    engine = create_engine(URL.create("sqlite", database=str(file)), creator=partial(open_source, file), **_JSON)

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # as below
        connection.execute("PRAGMA query_only = ON")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return Database(engine)


def open_in_memory() -> Database:
    """A database that nobody ever sees on a disk, of one connection; for one thread."""
    engine = create_engine("sqlite://", poolclass=StaticPool, **_JSON)

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return Database(engine)


def _prepare_connection(connection: sqlite3.Connection, *, enforces_references: bool) -> None:
    connection.isolation_level = None  # the driver must not open transactions of its own: `_begin` does
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":  # a file system without shared memory: SQLite goes on without a word, and without our promises
        raise EnvironmentFault(_("这个文件夹所在的磁盘不能安全地保存数据。请把数据文件夹放在本机硬盘上。"))
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA foreign_keys = {'ON' if enforces_references else 'OFF'}")


def _begin(connection: Connection) -> None:
    """Writers queue at BEGIN, where waiting is harmless, and not in mid-transaction, where it is a dead lock."""
    is_write = connection.get_execution_options().get("quizapp_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")


@contextmanager
def _faults() -> Iterator[None]:
    """Tell what the machine did wrong as an EnvironmentFault, also where SQLAlchemy noticed it."""
    with faults_in_words():
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error) and fault_of(error.orig) is not None:
                raise error.orig from error
            raise

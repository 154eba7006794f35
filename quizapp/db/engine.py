"""The database of a data folder: one engine, short transactions, SQLite in WAL with full synchronisation."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quizapp.errors import EnvironmentFault
from quizapp.i18n import _

BUSY_TIMEOUT_MS = 10_000


class Database:
    """Transactions on one database; `read` sees one state of it, `write` commits as a whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one consistent state; nothing is kept of what is done in it."""
        with (
            _faults_in_words(),
            self.engine.connect() as connection,
            connection.begin(),
            Session(bind=connection, autoflush=False) as session,
        ):
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back where anything is raised."""
        with _faults_in_words(), self.engine.connect() as connection:
            connection = connection.execution_options(quizapp_write=True)
            with connection.begin(), Session(bind=connection) as session:
                yield session
                session.flush()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A write transaction without a session, for the statements that must be quick."""
        with _faults_in_words(), self.engine.connect() as connection:
            connection = connection.execution_options(quizapp_write=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_sqlite(file: Path) -> Database:
    """The database in `file` (created where it is not there); its tables are the migration's business."""
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return Database(engine)


def _prepare_connection(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not open transactions of its own: `_begin` does
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Writers queue at BEGIN, where waiting is harmless, and not in mid-transaction, where it is a dead lock."""
    is_write = connection.get_execution_options().get("quizapp_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")


@contextmanager
def _faults_in_words() -> Iterator[None]:
    """Tell what the machine did wrong (disk full, locked, read-only, damaged) as an EnvironmentFault."""
    try:
        yield
    except DBAPIError as error:
        words = _fault_words(str(error.orig))
        if words is None:
            raise
        raise EnvironmentFault(words) from error
    except sqlite3.Error as error:
        words = _fault_words(str(error))
        if words is None:
            raise
        raise EnvironmentFault(words) from error


def _fault_words(message: str) -> str | None:
    message = message.lower()
    if "full" in message:
        return _("磁盘已满，没有保存。请清理磁盘后再试。")
    if "locked" in message or "busy" in message:
        return _("数据文件正被其他程序占用，没有保存。请稍候再试。")
    if "readonly" in message or "read-only" in message:
        return _("数据文件夹是只读的，没有保存。请换一个可写的文件夹，或请信息人员修改权限。")
    if "unable to open" in message or "disk i/o" in message:
        return _("读写数据文件失败。请检查磁盘和文件夹权限后再试。")
    if "malformed" in message or "not a database" in message:
        return _("数据文件已损坏。请从备份恢复。")
    return None

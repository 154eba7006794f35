"""Opening a database only to read it, also where nothing can be written: on a read-only disk, in others' folders."""

import sqlite3
from pathlib import Path

_BUSY_S = 10.0


def open_source(file: Path) -> sqlite3.Connection:
    """Open a database to read it with what stands in its log; one that cannot be written as it lies there.

    sqlite3.Error where there is no database, or a log that can only be read where it can be written.
    """
    place = file.absolute().as_uri()
    connection = sqlite3.connect(f"{place}?mode=rw", uri=True, timeout=_BUSY_S)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or _has_log(file):
            raise
        return sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True)
    return connection


def _has_log(file: Path) -> bool:
    log = file.with_name(file.name + "-wal")
    return log.exists() and log.stat().st_size > 0

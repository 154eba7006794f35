"""What SQLite says, in the user's words."""

import sqlite3
from pathlib import Path

import pytest

from quizapp.db.faults import damaged, fault_of, faults_in_words, os_fault_words
from quizapp.errors import Damaged, EnvironmentFault


def _error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "磁盘已满"),
        (sqlite3.SQLITE_BUSY, "占用"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "占用"),
        (sqlite3.SQLITE_LOCKED, "占用"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "只读"),
        (sqlite3.SQLITE_CANTOPEN, "权限"),
        (sqlite3.SQLITE_IOERR_WRITE, "磁盘"),
        (sqlite3.SQLITE_NOMEM, "内存"),
        (sqlite3.SQLITE_CORRUPT, "备份"),
        (sqlite3.SQLITE_NOTADB, "备份"),
    ],
)
def test_the_machine_is_in_the_way(code: int, words: str) -> None:
    with pytest.raises(EnvironmentFault, match=words) as caught, faults_in_words():
        raise _error(code)
    assert isinstance(caught.value.__cause__, sqlite3.Error)
    assert isinstance(caught.value, Damaged) == (code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))


def test_mistakes_of_the_program_pass() -> None:
    assert fault_of(_error(sqlite3.SQLITE_ERROR)) is None
    assert fault_of(sqlite3.ProgrammingError("a cursor is closed")) is None
    with pytest.raises(sqlite3.OperationalError), faults_in_words():
        raise _error(sqlite3.SQLITE_ERROR)


def test_damage_names_the_remedy() -> None:
    assert "备份" in str(damaged())


def test_the_system_gives_its_reason() -> None:
    assert "/x/y" in os_fault_words(Path("/x/y"), OSError(28, "No space left"))
    assert "No space left" in os_fault_words(Path("/x/y"), OSError(28, "No space left"))

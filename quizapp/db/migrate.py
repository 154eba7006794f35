"""Brings a database file to the revision that this program knows: made where there is none, backed up before.

Alembic is imported only where there is something to do. Every doubt about a file ends in words and leaves it as it is.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from quizapp.db.backup import back_up
from quizapp.db.engine import open_sqlite
from quizapp.db.faults import damaged, fault_of, os_fault_words
from quizapp.db.sources import open_source
from quizapp.errors import EnvironmentFault, NotReadable, TooNew
from quizapp.i18n import _

HEAD = "0003"


@dataclass(frozen=True, slots=True)
class Steps:
    """The folder of the migration steps and the last of them."""

    folder: Path = Path(__file__).parent / "migrations"
    head: str = HEAD


def companions(file: Path) -> tuple[Path, Path]:
    """Return the two files that SQLite keeps beside a database."""
    return file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")


def restoring(file: Path) -> Path:
    """Return the place of a backup that is about to become the database."""
    return file.with_name(file.name + ".restoring")


def is_current(file: Path, steps: Steps = Steps()) -> bool:
    """Whether there is nothing to do; EnvironmentFault, NotReadable where the file cannot be worked with."""
    return stored_revision(file) == steps.head


def stored_revision(file: Path) -> str | None:
    """Return the revision of a database, None where there is none yet; the file is only read."""
    if not file.exists():
        _refuse_leftovers(file)
        return None
    if file.stat().st_size == 0:
        raise damaged()
    try:
        with closing(open_source(file)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise _cannot_be_opened(file, error) from error
    if found is None:
        raise NotReadable(_not_ours(file))
    return str(found[0])


def has_all_tables(file: Path) -> bool:
    """Whether a database of the newest revision holds every table: another program's may only look like ours."""
    from quizapp.db.tables import Base

    with closing(sqlite3.connect(file)) as connection:
        found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return found >= set(Base.metadata.tables)


def migrate(file: Path, backups: Path, now: datetime, steps: Steps = Steps()) -> None:
    """Make the database or upgrade it, all or nothing; the folder must be held alone.

    An older one is backed up into `backups` first; TooNew where the revision is not known.
    """
    stored = stored_revision(file)
    if stored is None:
        _make(file, steps)
    elif stored != steps.head:
        refuse_unknown(stored, steps)
        back_up(file, backups / f"before-upgrade-{stored}-{now.astimezone():%Y%m%d-%H%M%S}.sqlite3")
        upgrade(file, steps)


def refuse_unknown(revision: str, steps: Steps = Steps()) -> None:
    """Raise TooNew where this program does not know the revision."""
    if revision == steps.head:
        return
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(steps.folder)).walk_revisions()}
    if revision not in known:
        words = _("这些数据是用更新版本的程序保存的（数据版本 {revision}），没有改动它。请安装新版程序。")
        raise TooNew(words.format(revision=revision))


def upgrade(file: Path, steps: Steps = Steps()) -> None:
    """Run the missing steps in one transaction; references are checked at its end, as tables may have been rebuilt."""
    database = open_sqlite(file, enforces_references=False)
    try:
        with database.connection() as connection:
            _run_steps(connection, steps)
            dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if dangling:
                raise RuntimeError(f"the migration left references to nothing: {dangling[:5]}")
    finally:
        database.close()


def _make(file: Path, steps: Steps) -> None:
    """Make an empty database beside the place and move it there whole, so that none is ever half made."""
    unfinished = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for left in (unfinished, *companions(unfinished)):
            left.unlink(missing_ok=True)  # of an attempt that was cut off; nobody ever worked with it
        upgrade(unfinished, steps)
        unfinished.replace(file)
    except OSError as error:
        raise EnvironmentFault(os_fault_words(file, error)) from error


def _run_steps(connection: Connection, steps: Steps) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, steps.head)


def _refuse_leftovers(file: Path) -> None:
    """Raise EnvironmentFault where the database is gone but not all of it: a new one would bury the rest."""
    if restoring(file).exists():
        words = _("上次恢复没有完成，原来的数据在 backups 文件夹里。请再用「restore」命令恢复一次。")
        raise EnvironmentFault(words)
    wal, _shm = companions(file)
    if wal.exists() and wal.stat().st_size > 0:
        words = _("数据文件不见了，但它的日志还在：{file}。请把数据文件放回原处，或用「restore」命令从备份恢复。")
        raise EnvironmentFault(words.format(file=wal))


def _cannot_be_opened(file: Path, error: sqlite3.Error) -> Exception:
    """Choose the error for a file that SQLite does not open as ours."""
    fault = fault_of(error)
    if fault is not None:
        return fault
    if "no such table" in str(error):
        return NotReadable(_not_ours(file))
    return error


def _not_ours(file: Path) -> str:
    return _("这个文件不是本程序的数据，没有改动它：{file}").format(file=file)

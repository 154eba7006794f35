"""Copies of a database that are whole: made with SQLite's backup API, checked, and only then put in place."""

import sqlite3
import uuid
from contextlib import closing, suppress
from pathlib import Path

from quizapp.db.faults import damaged, faults_in_words, os_fault_words
from quizapp.db.sources import open_source
from quizapp.errors import EnvironmentFault, NotReadable, UserError
from quizapp.i18n import _

_HEADER = b"SQLite format 3\x00"


def back_up(file: Path, out: Path) -> None:
    """Copy the database `file` as it stands now to `out`, which may be a backup already; others go on working."""
    try:
        _refuse_target(file, out)
        out.parent.mkdir(parents=True, exist_ok=True)
        copy_whole(file, out)
    except OSError as error:
        raise EnvironmentFault(os_fault_words(out, error)) from error


def copy_whole(source: Path, out: Path) -> None:
    """Copy a database to `out`, at once or not at all; Damaged where the source is, else EnvironmentFault.

    OSError where `out` cannot be written.
    """
    unfinished = out.with_name(f".quizapp-{uuid.uuid4().hex[:8]}")  # short: `out` may have as long a name as can be
    try:
        unfinished.touch(exist_ok=False)  # first, so that what SQLite cannot open is not the copy
        with faults_in_words(), closing(open_source(source)) as reader, closing(sqlite3.connect(unfinished)) as copy:
            copy.execute("PRAGMA locking_mode = EXCLUSIVE")  # needs no shared memory, so it works on a share as well
            reader.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise damaged()
        unfinished.replace(out)
    finally:
        for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            with suppress(OSError):  # the error that brought us here says more
                left.unlink(missing_ok=True)


def is_database(file: Path) -> bool:
    """Whether it is a file that begins as SQLite's do; a device or a pipe, which may never end, is not looked into."""
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(_HEADER)) == _HEADER


def _refuse_target(file: Path, out: Path) -> None:
    """Raise UserError where the copy would bury something else; NotReadable where there is nothing to copy."""
    if not file.is_file():
        raise NotReadable(_("这里还没有数据，没有可备份的：{file}").format(file=file))
    if out.is_dir():
        raise UserError(_("请写明备份文件的名字，而不只是文件夹：{out}").format(out=out))
    beside = {f"{file.name}-wal", f"{file.name}-shm", f"{file.name}-journal"}  # SQLite's own, even when not there now
    is_taken = out.exists() and (not is_database(out) or out.samefile(file))
    if is_taken or (out.name in beside and out.absolute().parent == file.absolute().parent):
        raise UserError(_("已经有一个不是备份的文件叫这个名字，没有覆盖它。请换一个名字：{out}").format(out=out))

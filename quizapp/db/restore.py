"""Puts a backup in the place of the data; what was there is moved aside, never deleted."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from quizapp.db.backup import copy_whole, is_database
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.faults import os_fault_words
from quizapp.db.migrate import HEAD, companions, has_all_tables, refuse_unknown, restoring, stored_revision, upgrade
from quizapp.errors import Damaged, EnvironmentFault, NotReadable, UserError
from quizapp.i18n import _

Record = Callable[[Database, Path | None], None]
"""What writes down in the restored data that they were, and where the former ones are to lie."""


def restore(file: Path, backup: Path, backups: Path, now: datetime, record: Record | None = None) -> Path | None:
    """Make `backup` the database `file`; return the folder where the former one lies now, None where there was none.

    The folder must be held alone and no connection be open. What `record` writes is there before the data are
    exchanged: where it cannot, all stays as it was. NotReadable where it is no backup, TooNew.
    """
    refuse_other_files(backup, file)
    unfinished = restoring(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        present = [part for part in (file, *companions(file)) if part.exists()]
        aside = _free(backups / f"replaced-{now.astimezone():%Y%m%d-%H%M%S}") if present else None
        _take_over(backup, unfinished, lambda database: record(database, aside) if record else None)
        _exchange(file, unfinished, present, aside)
        return aside
    except OSError as error:
        raise EnvironmentFault(os_fault_words(file, error)) from error
    finally:
        if file.exists():  # else it is all there is, and the next start says so
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def refuse_other_files(backup: Path, file: Path) -> None:
    """Raise NotReadable where a file is no backup at first sight, UserError where it is the database itself."""
    try:
        _look_at(backup, file)
    except OSError as error:
        raise EnvironmentFault(os_fault_words(backup, error)) from error


def _look_at(backup: Path, file: Path) -> None:
    if not backup.is_file():
        raise NotReadable(_("没有找到备份文件：{file}").format(file=backup))
    if file.exists() and backup.samefile(file):
        raise UserError(_("这就是正在使用的数据，不用恢复：{file}").format(file=backup))
    if not is_database(backup):
        raise NotReadable(_not_a_backup(backup))


def _take_over(backup: Path, unfinished: Path, record: Callable[[Database], None]) -> None:
    """Copy the backup into the data folder, check it and bring it up to date there; what will not do leaves nothing."""
    copy = unfinished.with_name(unfinished.name + ".new")
    try:
        copy_whole(backup, copy)
        revision = stored_revision(copy)
        if revision is None:
            raise NotReadable(_not_a_backup(backup))
        refuse_unknown(revision)
        if revision != HEAD:
            upgrade(copy)
        if not has_all_tables(copy):
            raise NotReadable(_not_a_backup(backup))
        _record(copy, record)
        copy.replace(unfinished)
    except NotReadable as error:
        raise NotReadable(_not_a_backup(backup)) from error
    except Damaged as error:
        raise NotReadable(_("这个备份已损坏，没有改动现有的数据。请换一个备份：{file}").format(file=backup)) from error
    finally:
        for left in (copy, *companions(copy)):
            with suppress(OSError):  # the error that brought us here says more
                left.unlink(missing_ok=True)


def _record(copy: Path, record: Callable[[Database], None]) -> None:
    """Let it be written down; EnvironmentFault where that, or an upgrade, did not get into the file itself."""
    database = open_sqlite(copy)
    try:
        record(database)
    finally:
        database.close()  # moves what was written from the log into the file
    log, _shm = companions(copy)
    if log.exists() and log.stat().st_size > 0:
        raise EnvironmentFault(_("磁盘已满，没有保存。请清理磁盘后再试。"))


def _free(folder: Path) -> Path:
    """The folder, or one beside it where it is taken: two restores may fall into one second."""
    names = (folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())


def _exchange(file: Path, unfinished: Path, present: list[Path], aside: Path | None) -> None:
    """Move what is there aside, all of it together, and the new one in; all back where one step fails."""
    moved: list[tuple[Path, Path]] = []
    try:
        if aside is not None:
            aside.mkdir(parents=True)
            for part in present:
                part.replace(aside / part.name)
                moved.append((aside / part.name, part))
        unfinished.replace(file)
    except OSError:
        for there, part in moved:
            there.replace(part)
        raise


def _not_a_backup(file: Path) -> str:
    return _("这不是本程序的备份，没有改动现有的数据：{file}").format(file=file)

"""Puts a backup in the place of the data; what was there is moved aside, never deleted."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from quizapp.db.backup import copy_whole, is_database
from quizapp.db.faults import os_fault_words
from quizapp.db.migrate import HEAD, companions, has_all_tables, refuse_unknown, restoring, stored_revision, upgrade
from quizapp.errors import Damaged, EnvironmentFault, NotReadable, UserError
from quizapp.i18n import _


def restore(file: Path, backup: Path, backups: Path, now: datetime) -> Path | None:
    """Make `backup` the database `file`; return the folder where the former one lies now, None where there was none.

    The folder must be held alone and no connection be open. NotReadable where it is no backup, TooNew.
    """
    refuse_other_files(backup, file)
    unfinished = restoring(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _take_over(backup, unfinished)
        return _exchange(file, unfinished, _free(backups / f"replaced-{now.astimezone():%Y%m%d-%H%M%S}"))
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


def _take_over(backup: Path, unfinished: Path) -> None:
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
        copy.replace(unfinished)
    except NotReadable as error:
        raise NotReadable(_not_a_backup(backup)) from error
    except Damaged as error:
        raise NotReadable(_("这个备份已损坏，没有改动现有的数据。请换一个备份：{file}").format(file=backup)) from error
    finally:
        for left in (copy, *companions(copy)):
            with suppress(OSError):  # the error that brought us here says more
                left.unlink(missing_ok=True)


def _free(folder: Path) -> Path:
    """The folder, or one beside it where it is taken: two restores may fall into one second."""
    names = (folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())


def _exchange(file: Path, unfinished: Path, aside: Path) -> Path | None:
    """Move what is there aside, all of it together, and the new one in; all back where one step fails."""
    present = [part for part in (file, *companions(file)) if part.exists()]
    moved: list[Path] = []
    if present:
        aside.mkdir(parents=True)
    try:
        for part in present:
            part.replace(aside / part.name)
            moved.append(part)
        unfinished.replace(file)
    except OSError:
        for part in moved:
            (aside / part.name).replace(part)
        raise
    return aside if present else None


def _not_a_backup(file: Path) -> str:
    return _("这不是本程序的备份，没有改动现有的数据：{file}").format(file=file)

"""Backups of the whole data, and the way back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from quizapp.core.people import Actor
from quizapp.db.backup import back_up
from quizapp.db.engine import Database
from quizapp.db.folder import Purpose, hold_folder
from quizapp.db.restore import refuse_other_files, restore
from quizapp.db.shares import refuse_network_share
from quizapp.errors import EnvironmentFault
from quizapp.files import readable
from quizapp.i18n import _
from quizapp.services import log


class Backups:
    """Backups of one data folder, made while everybody goes on working."""

    def __init__(self, database: Database, now: Callable[[], datetime], file: Path, folder: Path) -> None:
        self._database = database
        self._now = now
        self._file = file
        self._folder = folder

    def proposed_name(self) -> str:
        """A name for a backup made now."""
        return f"quizapp-{self._now().astimezone():%Y%m%d-%H%M%S}.sqlite3"

    def backup(self, actor: Actor, out: Path | None = None) -> Path:
        """Write all data into one file, in the program's own folder of backups unless another place is named."""
        out = out or self._folder / self.proposed_name()
        back_up(self._file, out)
        try:
            with self._database.write() as session:
                details = {"file": readable(str(out))}
                log.record(session, self._now(), actor, "backup.make", readable(out.name), details=details)
        except EnvironmentFault as error:  # the backup is whole all the same
            words = _("备份已经完成：{file}。但这次备份没有记入操作记录：{reason}")
            raise EnvironmentFault(words.format(file=readable(str(out)), reason=error)) from error
        return out


def restore_folder(file: Path, folder: Path, backup: Path, *, actor: Actor, now: datetime) -> Path | None:
    """Make `backup` the data of a folder that nobody has open; return where the former data lie now.

    Works where the data are damaged or gone. FolderBusy, NotReadable where it is no backup, TooNew.
    """
    refuse_other_files(backup, file)  # before the folder is made or held
    refuse_network_share(file.parent)

    def record(database: Database, former: Path | None) -> None:
        details = {"file": readable(str(backup)), "former": str(former or "")}
        with database.write() as session:
            log.record(session, now, actor, "backup.restore", readable(backup.name), details=details)

    with hold_folder(file.parent, Purpose.COMMAND, now, alone=True):
        return restore(file, backup, folder, now, record)

"""Opens the data of a folder: to work with them, or only to look."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.db.engine import Database, open_in_memory, open_sqlite, open_to_read
from quizapp.db.folder import FolderHold, Purpose, hold_folder
from quizapp.db.migrate import HEAD, is_current, migrate, refuse_unknown, stored_revision
from quizapp.db.shares import refuse_network_share
from quizapp.db.tables import Base
from quizapp.errors import UserError
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class OpenData:
    """An open data folder; `hold` is for what needs the folder alone."""

    database: Database
    hold: FolderHold


@contextmanager
def open_data(file: Path, backups: Path, *, purpose: Purpose, now: datetime) -> Iterator[OpenData]:
    """Open the database `file` for work, made or upgraded where it needs to be; it is closed at the end.

    FolderBusy, TooNew, or EnvironmentFault on a network share, a damaged file, a folder that cannot be written.
    """
    refuse_network_share(file.parent)
    is_alone = not is_current(file)
    with hold_folder(file.parent, purpose, now, alone=is_alone) as hold:
        if is_alone:
            migrate(file, backups, now)
            hold.share()
        database = open_sqlite(file)
        try:
            yield OpenData(database, hold)
        finally:
            database.close()


@contextmanager
def open_to_look(file: Path) -> Iterator[Database]:
    """Open what there is without changing anything, an empty database in memory where there is none yet.

    UserError where the data must be upgraded before, else as `open_data`.
    """
    stored = stored_revision(file)
    if stored is None:
        database = open_in_memory()
        Base.metadata.create_all(database.engine)
    elif stored == HEAD:
        database = open_to_read(file)
    else:
        refuse_unknown(stored)
        raise UserError(_("这些数据是旧版本的程序保存的。请先打开一次程序，数据会自动升级，然后再试。"))
    try:
        yield database
    finally:
        database.close()

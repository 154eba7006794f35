"""What tests of the database stand on: a file with its tables, an instant, and a user without root's rights."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.db.engine import Database, open_sqlite
from quizapp.db.migrate import migrate

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of the present revision, made once."""
    file = tmp_path_factory.mktemp("template") / "quizapp.sqlite3"
    migrate(file, file.parent / "backups", NOW)
    return file


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Path:
    """A database of this test's own in a data folder of its own."""
    (tmp_path / "data").mkdir()
    return Path(shutil.copy(template, tmp_path / "data" / "quizapp.sqlite3"))


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    """The same, open."""
    database = open_sqlite(file)
    yield database
    database.close()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write in a folder away, also from root, who has to become somebody else for that."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps no permission bits")
    opened = [above for above in folder.parents if not above.stat().st_mode & 0o001]
    before = {place: place.stat().st_mode & 0o7777 for place in [folder, *folder.rglob("*"), *opened]}
    for place, mode in before.items():
        place.chmod(mode | 0o055 if place in opened else mode & 0o555 | 0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for place, mode in before.items():
            place.chmod(mode)

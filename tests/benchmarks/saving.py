"""Keeping one answer, against a bare sqlite3 insert with the same synchronisation, in turns on one disk."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from quizapp.clock import read_clock
from quizapp.db.engine import open_sqlite
from quizapp.db.tables import Base
from quizapp.services.desk import LocalDesk
from tests.benchmarks.measuring import Measured
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions

SAVES = 1000
FAR = datetime(2100, 1, 1, tzinfo=UTC)


def measure() -> list[Measured]:
    """The ratio of the medians."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        save = _saver(Path(folder))
        bare = _bare(Path(folder))
        pairs = [(_seconds(save), _seconds(bare)) for _round in range(SAVES)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    details = f"{ours * 1e6:.0f} µs ÷ {theirs * 1e6:.0f} µs, medians of {SAVES}"
    return [Measured("save_answer", ours / theirs, 5.0, "×", details)]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _saver(folder: Path) -> Callable[[], object]:
    database = open_sqlite(folder / "quizapp.sqlite3")
    Base.metadata.create_all(database.engine)
    Roster(database).people(Roster(database).department("办公室"), "张三")
    office = Office(database)
    exam_id = office.published(fill_bank(database, usual_questions()), closes_at=FAR)
    desk = LocalDesk(database, read_clock)
    token = desk.sign_in(1, "").token
    sheet = desk.start(token, exam_id)
    counter = iter(range(1, 10 * SAVES))

    def save() -> None:
        seq = next(counter)
        desk.save_answer(token, sheet.attempt_id, seq % 4, (seq // 4 % 4,), seq=seq, is_marked=False)

    return save


def _bare(folder: Path) -> Callable[[], object]:
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answers (id INTEGER PRIMARY KEY, answer TEXT)")
    return lambda: connection.execute("INSERT INTO answers (answer) VALUES ('[0]')")

"""Leaving for another program on a real X server with a window manager: what the system says is what is recorded."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.app import open_services
from quizapp.clock import read_clock
from quizapp.config import Settings
from quizapp.paths import Places, make_data_folder
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions

ROOT = Path(__file__).parents[2]
AWAY_S = 6
OTHER_PROGRAM = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.show()
field.activateWindow()
QTimer.singleShot({AWAY_S} * 1000, app.quit)
app.exec()
"""

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("openbox")), reason="needs an X server and a window manager"
)


@pytest.fixture
def exam_id(places: Places) -> int:
    """A data folder with one person and a test that records leaving."""
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        database = services.desk._database
        Roster(database).people(Roster(database).department("办公室"), "张三")
        office, now, day = Office(database), read_clock().wall_at, timedelta(days=1)
        office.clock.wall_at = now
        bank_id = fill_bank(database, usual_questions())
        return office.published(bank_id, opens_at=now - day, closes_at=now + day, records_leaving=True)


@pytest.fixture
def desktop() -> Iterator[dict[str, str]]:
    """The environment of a screen of this test's own."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    environment = os.environ | {
        "DISPLAY": f":{server.stdout.readline().strip()}",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    with ended(server), ended(subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)):
        yield environment


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[None]:
    """End a process that this test started."""
    try:
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_another_program_in_front_is_a_leaving(desktop: dict[str, str], places: Places, exam_id: int) -> None:
    command = [sys.executable, "-m", "tests.journeys.examinee", str(places.data), "张三"]
    sitting = subprocess.Popen(command, env=desktop, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT)
    with ended(sitting):
        assert sitting.stdout is not None
        attempt_id = int(sitting.stdout.readline().split()[1])
        subprocess.run([sys.executable, "-c", OTHER_PROGRAM], env=desktop, check=True, timeout=60)
        with open_services(places, Settings()) as services:
            for _line in sitting.stdout:  # each is an answer that was kept: the program goes on all the while
                leavings = services.attempts.record(attempt_id).leavings
                if leavings:
                    break
    assert len(leavings) == 1
    assert AWAY_S - 2 <= leavings[0].seconds <= AWAY_S + 4, "the other program needs a moment to come and to go"

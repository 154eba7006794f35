"""The program until the sign-in page can be used with 1,000 people, against a process that shows a bare Qt window."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quizapp.app import open_services
from quizapp.config import Settings
from quizapp.core.people import Actor
from quizapp.paths import find_places, make_data_folder
from quizapp.services.people import PersonDraft
from tests.benchmarks.measuring import Measured
from tests.services.conftest import Roster

PEOPLE = 1000
RUNS = 7

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from quizapp import app as program
from quizapp.gui import start
from quizapp.gui.main_window import MainWindow
from quizapp.gui.pages.sign_in import StaffSignInPage

def quit_when_usable(page, loaded):
    original(page, loaded)
    assert page.picker.list.model().rowCount() == int(sys.argv[2])
    import psutil
    print(psutil.Process().memory_info().rss // 1024**2)
    QTimer.singleShot(0, page.window().close)

original = StaffSignInPage._on_page_loaded
StaffSignInPage._on_page_loaded = quit_when_usable
sys.exit(program.main(["--data", sys.argv[1]]))
"""


def measure() -> list[Measured]:
    """The ratio of the quickest starts, processes in turns; nothing is shown before the page itself."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _fill(Path(folder))
        pairs, megabytes = [], "0"
        for _run in range(RUNS):
            ours, megabytes = _run_seconds(OURS, folder, str(PEOPLE))
            bare, _nothing = _run_seconds(BARE)
            pairs.append((ours, bare))
    ours, bare = (min(times) for times in zip(*pairs, strict=True))
    details = f"{ours:.2f} s ÷ {bare:.2f} s, best of {RUNS}; the window itself {megabytes.strip()} MB"
    return [Measured("sign-in", ours / bare, 8.0, "×", details)]


def _fill(folder: Path) -> None:
    places = find_places(folder)
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        services.accounts.set_up("海滨局", "王管理", "a good password")
        department = Roster(services.desk._database).department("办公室")
        for number in range(PEOPLE):
            name = "赵钱孙李周吴郑王冯陈"[number % 10] + "建国志强秀英海燕"[number // 10 % 8] + "明华"[number // 80 % 2]
            services.people.add_person(Actor("王管理"), PersonDraft(name, department.id))


def _run_seconds(code: str, *arguments: str) -> tuple[float, str]:
    started = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return time.perf_counter() - started, run.stdout

"""Choosing an option by key until the page shows it as saved, in the real window with a paper of 200 questions."""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.app import open_services
from quizapp.config import Settings
from quizapp.core.exams import PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind
from quizapp.gui.application import make_application
from quizapp.gui.dialogs import Dialogs
from quizapp.gui.doors import Doors
from quizapp.gui.garbage import GarbageCollector
from quizapp.gui.main_window import MainWindow
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme
from quizapp.paths import find_places
from tests.benchmarks.measuring import Measured
from tests.endurance.sitting import make_sitting
from tests.services.office import question

QUESTIONS, ANSWERS = 200, 1200
MEDIAN_MS, P99_MS = 16.0, 50.0
_BEFORE = 50  # answers that are not measured: caches fill


class SavedOnScreen(QObject):
    """Notices when the page has painted that nothing waits any more."""

    def __init__(self, page: TakeTestPage) -> None:
        super().__init__()
        self._page = page
        self._loop = QEventLoop()
        self._is_saved = False
        page.keeper.saved.connect(self._on_saved)
        page.save_state.installEventFilter(self)

    def wait(self) -> None:
        """Return when it has been painted."""
        self._is_saved = False
        self._loop.exec()

    def _on_saved(self) -> None:
        self._is_saved = not self._page.keeper.waiting

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._is_saved and self._page.save_state.tone == "good":
            QTimer.singleShot(0, self._loop.quit)  # comes after the rest of this painting
        return False


def measure() -> list[Measured]:
    """Median and 99th percentile in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="quizapp-answering-", ignore_cleanup_errors=True) as folder:
        times = sorted(_times(Path(folder) / "data"))
    details = f"{len(times)} answers on a paper of {QUESTIONS} questions, worst {times[-1]:.1f} ms"
    p99 = times[int(len(times) * 0.99)]
    return [
        Measured("median", statistics.median(times), MEDIAN_MS, "ms", details),
        Measured("p99", p99, P99_MS, "ms", details),
    ]


def _times(data: Path) -> list[float]:
    section = Section(Kind.SINGLE, QUESTIONS, 50)
    questions = [question(number) for number in range(1, QUESTIONS + 1)]
    make_sitting(data, 1, questions, papers=(PaperPlan("通用卷", Blueprint((1,), (section,))),))
    app, places, garbage = make_application(), find_places(data), GarbageCollector()
    theme = Theme(app, places.resources)
    dialogs = Dialogs(theme, places.logs, {})
    doors = Doors(theme, Tasks(dialogs.show_error), dialogs)
    window = MainWindow({})
    window.resize(1366, 768)
    with open_services(places, Settings(), is_window=True) as services:
        token = services.desk.sign_in(1, "").token
        sheet = services.desk.start(token, 1)
        page = TakeTestPage(doors, doors.tasks.serial("desk"), services.desk, token, sheet)
        window.replace_page(page)
        window.show()
        QTest.qWaitForWindowActive(window)
        watch = SavedOnScreen(page)
        times = [_answer(page, watch, number) for number in range(_BEFORE + ANSWERS)]
        page.keeper.stop()
        page.deleteLater()
        doors.tasks.shutdown()
    garbage.stop()
    return times[_BEFORE:]


def _answer(page: TakeTestPage, watch: SavedOnScreen, number: int) -> float:
    """Milliseconds from the key to the paint; every third answer is a change of one given before."""
    if number % 3:
        page.next_button.click() if page.next_button.isEnabled() else page.grid.cells[0].click()
    chosen = page.question.options.chosen
    keys = [key for at, key in enumerate((Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D)) if at not in chosen]
    widget = QApplication.focusWidget()
    if widget is None:
        sys.exit("the window is not active: no key comes to the page")
    started = time.perf_counter()
    QTest.keyClick(widget, keys[number % len(keys)])
    watch.wait()
    return (time.perf_counter() - started) * 1000

"""Where a test is taken, whoever comes in: the page, the whole screen where the test asks for it, the room's rules."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.core.desk import Desk, Outcome, Sheet
from quizapp.gui.doors import Doors
from quizapp.gui.exam_conduct import ExamConduct
from quizapp.gui.main_window import MainWindow
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.window_watch import WindowWatch


class ExamRoom(QObject):
    """`finished` carries the outcome. `queue` takes what must reach the desk after all answers."""

    finished = Signal(object)

    def __init__(
        self, doors: Doors, window: MainWindow, desk: Desk, *, make_watch: Callable[[], WindowWatch] = WindowWatch
    ) -> None:
        super().__init__()
        self._doors, self._window, self._desk = doors, window, desk
        self._make_watch = make_watch
        self.queue = doors.tasks.serial("desk")

    def take(self, token: str, sheet: Sheet) -> None:
        """Show the test."""
        page = TakeTestPage(self._doors, self.queue, self._desk, token, sheet)
        if sheet.records_leaving:
            ExamConduct(page, self.queue, self._desk, token, watch=self._make_watch())
        page.finished.connect(self._on_page_finished)  # after the rules, which may have something to put on record
        if sheet.is_full_screen:
            self._window.full_screen.begin_test()
        self._window.replace_page(page, title=sheet.title)

    def _on_page_finished(self, outcome: Outcome) -> None:
        self._window.full_screen.end_test()
        self.finished.emit(outcome)

"""A staff member at the real window in a process of its own, to be killed: sits a test and tells what is kept.

Run as `python -m tests.journeys.examinee DATA-FOLDER NAME`. Each line on standard output names what the desk had
acknowledged when it was written: "started ATTEMPT SECONDS-LEFT AT" (AT by the clock that runs since the machine's
start) or "kept POSITION RESPONSE".
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from quizapp.app import open_services
from quizapp.config import Settings
from quizapp.core.desk import SaveReceipt
from quizapp.gui.application import make_application
from quizapp.gui.dialogs import Dialogs
from quizapp.gui.doors import Doors
from quizapp.gui.main_window import MainWindow
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.preferences import Preferences
from quizapp.gui.staff import StaffFlow
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme
from quizapp.paths import find_places

STEP_MS = 15


class Examinee(QObject):
    """Presses the next thing whenever the window has a page that waits for it."""

    def __init__(self, window: MainWindow, name: str) -> None:
        super().__init__()
        self._window = window
        self._name = name
        self._pressed: object = None
        self._answered = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(STEP_MS)

    def _step(self) -> None:
        page = self._window.page
        if isinstance(page, StaffSignInPage) and page.department.count() and self._first_time(page):
            page.picker.field.setText(self._name)
            page.picker.field.returnPressed.emit()
            page.enter_button.click()
        elif isinstance(page, StaffHomePage) and page.shown is not None and self._first_time(page):
            page.exam_chosen.emit(page.shown.exams[0])
        elif isinstance(page, ExamRulesPage) and self._first_time(page):
            page.start_button.click()
        elif isinstance(page, TakeTestPage):
            self._answer(page)

    def _first_time(self, page: object) -> bool:
        is_first, self._pressed = page is not self._pressed, page
        return is_first

    def _answer(self, page: TakeTestPage) -> None:
        if self._first_time(page):
            page.keeper.receipt_came.connect(self._on_receipt_came)
            tell(f"started {page.sheet.attempt_id} {page.keeper.left_s:.1f} {time.monotonic():.1f}")
        count = len(page.sheet.questions)
        page.grid.cells[self._answered % count].click()
        cards = page.question.options.cards
        if cards:
            cards[(self._answered // count + self._answered) % len(cards)].click()
        self._answered += 1

    def _on_receipt_came(self, receipt: SaveReceipt, response: object) -> None:
        tell(f"kept {receipt.position} {response!r}")


def tell(line: str) -> None:
    """Write a line at once: what stands in a buffer dies with the process."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder: Path, name: str) -> None:
    """Open the window on a data folder and sit the first test there."""
    app = make_application()
    places = find_places(folder)
    theme = Theme(app, places.resources)
    with open_services(places, Settings(), is_window=True) as services:
        dialogs = Dialogs(theme, places.logs, {})
        doors = Doors(theme, Tasks(dialogs.show_error), dialogs)
        window = MainWindow({})
        preferences = Preferences(Settings(), places.settings, places.translations, theme)
        flow = StaffFlow(doors, window, services.desk, preferences, on_organiser=window.close)
        flow.begin()
        window.show()
        examinee = Examinee(window, name)
        app.exec()
        examinee.deleteLater()
        doors.tasks.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

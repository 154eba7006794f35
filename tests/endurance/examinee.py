"""The program itself, its own window in its own process, with hands that press keys at random: made to be killed.

Run as `python -m tests.endurance.examinee DATA-FOLDER PLAN` (`PLAN` is a `Plan` in JSON). Each line on standard output
is written at once, and before what it announces: "giving POSITION RESPONSE", "kept POSITION RESPONSE LEFT AT" …
"""

import json
import random
import sys
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.app import open_services
from quizapp.config import Settings
from quizapp.core.desk import ExamProgress, SaveReceipt, SheetQuestion
from quizapp.core.grading import Response
from quizapp.core.questions import Kind
from quizapp.gui.application import make_application
from quizapp.gui.dialogs import AskBox
from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.start import run_window
from quizapp.paths import find_places
from tests.endurance.clock_file import read_turned, real_s


@dataclass(frozen=True)
class Plan:
    """Who sits, how (by seed), after how many answers to hand in, how often the page says that it is alive."""

    number: str
    seed: int
    answers: int
    pause_ms: int = 60
    heartbeat_ms: int = 15_000


class Examinee(QObject):
    """Presses the next key whenever the window has a page that waits for one."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._chance = random.Random(plan.seed)
        self._pressed: object = None
        self._asked: object = None
        self._answered = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(1)

    def _step(self) -> None:
        self._timer.start(self._chance.randint(1, self._plan.pause_ms))
        box = QApplication.activeModalWidget()
        window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
        if isinstance(box, AskBox):
            if box is not self._asked:
                self._asked = box
                tell("submitting")
                QTest.keyClick(box.action_button, Qt.Key.Key_Space)
        elif window is not None and window.page is not None:
            self._attend(window, window.page)

    def _attend(self, window: MainWindow, page: Page) -> None:
        if isinstance(page, StaffSignInPage) and page.department.count():
            self._sign_in(page)
        elif isinstance(page, StaffHomePage) and page.shown is not None and self._first_time(page):
            progress = page.shown.exams[0].progress
            tell(f"offered {progress}")
            if progress is ExamProgress.DONE:
                self._timer.stop()
                window.close()
            else:
                press(Qt.Key.Key_Return)
        elif isinstance(page, ExamRulesPage) and self._first_time(page):
            tell(f"starting {real_s():.3f}")
            press(Qt.Key.Key_Return)
        elif isinstance(page, TakeTestPage):
            self._take(page)
        elif isinstance(page, OutcomePage) and self._first_time(page):
            tell(f"outcome {page.score.text()}")
            press(Qt.Key.Key_Return)

    def _first_time(self, page: object) -> bool:
        is_first, self._pressed = page is not self._pressed, page
        return is_first

    def _sign_in(self, page: StaffSignInPage) -> None:
        if self._first_time(page):
            QTest.keyClicks(page.picker.field, self._plan.number)
            press(Qt.Key.Key_Return)
            press(Qt.Key.Key_Return)

    def _take(self, page: TakeTestPage) -> None:
        if self._first_time(page):
            page.keeper.receipt_came.connect(partial(self._on_receipt_came, page))
            page.keeper._heartbeat.setInterval(self._plan.heartbeat_ms)
            stored = {place.position: place.response for place in page.sheet.questions if place.response is not None}
            tell(f"started {page.keeper.left_s:.3f} {real_s():.3f} {page.sheet.was_resumed} {stored!r}")
        elif not page.submit_button.isEnabled():
            return  # being handed in
        elif self._answered >= self._plan.answers:
            QTest.keyClick(page.submit_button, Qt.Key.Key_Space)
        elif self._chance.random() < 0.7:
            self._answer(page, page.sheet.questions[page._current])
        else:
            press(self._chance.choice([Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]))

    def _answer(self, page: TakeTestPage, place: SheetQuestion) -> None:
        before = page.keeper.responses[place.position]
        if place.kind is Kind.FILL_BLANK:
            digit = self._chance.choice("34")
            typed = page.question.fields[0].text() + digit
            tell(f"giving {place.position} {(typed,)!r}")
            press(Qt.Key(ord(digit)))
        else:
            at = self._chance.randrange(len(page.question.options.cards))
            tell(f"giving {place.position} {chosen(place.kind, before, at)!r}")
            press(Qt.Key(Qt.Key.Key_A + at))
        self._answered += 1

    def _on_receipt_came(self, page: TakeTestPage, receipt: SaveReceipt, response: Response) -> None:
        tell(f"kept {receipt.position} {response!r} {page.keeper.left_s:.3f} {real_s():.3f}")


def chosen(kind: Kind, before: Response, at: int) -> Response:
    """What a question is answered with once the option `at` was pressed."""
    if kind is Kind.TRUE_FALSE:
        return at == 0
    if kind is Kind.SINGLE:
        return (at,)
    ticked = set(before) if isinstance(before, tuple) else set()
    return tuple(sorted(ticked ^ {at})) or None


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    if widget is not None:
        QTest.keyClick(widget, key)


def tell(line: str) -> None:
    """Write a line at once: what stands in a buffer dies with the process."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def command(folder: Path, plan: Plan) -> list[str]:
    """What starts an examinee."""
    return [sys.executable, "-m", "tests.endurance.examinee", str(folder), json.dumps(asdict(plan))]


def main(folder: Path, plan: Plan) -> int:
    """Open the program's window on a data folder, by the clock that lies beside it."""
    make_application()
    places = find_places(folder)
    clock = folder.parent / "clock.json"
    open_data = partial(open_services, places, Settings(), is_window=True, read_clock=lambda: read_turned(clock).read())
    examinee = Examinee(plan)
    status = run_window(places, Settings(), open_data, [])
    examinee.deleteLater()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Plan(**json.loads(sys.argv[2]))))

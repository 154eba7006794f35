"""The way of a staff member after a test: the sheet reviewed and printed, attempt by attempt; all months."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from quizapp.core.desk import AnswerSheet, Desk, ReviewQuestion
from quizapp.core.own_results import OwnAttempt
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.pages.answer_sheets import AnswerSheetsPage
from quizapp.gui.pages.own_history import OwnHistoryPage
from quizapp.gui.pages.review import ReviewPage
from quizapp.i18n import _

_Seen = tuple[tuple[ReviewQuestion, ...], tuple[OwnAttempt, ...]]


class AfterwardsFlow(QObject):
    """`show` puts a page with its title in the window, `shown` is the one there; `on_home` goes back to my page."""

    def __init__(
        self,
        doors: Doors,
        desk: Desk,
        token: Callable[[], str],
        *,
        show: Callable[[Page, str], None],
        shown: Callable[[], Page | None],
        on_home: Callable[[], None],
    ) -> None:
        super().__init__()
        self._doors, self._desk, self._token = doors, desk, token
        self._show, self._shown, self._on_home = show, shown, on_home

    def review(self, attempt_id: int, *, on_back: Callable[[], None] | None = None) -> None:
        """Show the sheet of an attempt; `on_back` instead of the way home."""
        look_up = partial(_seen, self._desk, self._token(), attempt_id)
        done = partial(self._on_seen, self._shown(), attempt_id, on_back or self._on_home)
        self._doors.tasks.look_up(look_up, on_done=done, owner=self)

    def history(self) -> None:
        """Show the results of all months."""
        page = OwnHistoryPage(self._doors, self._desk, self._token())
        page.went_back.connect(self._on_home)
        page.review_wanted.connect(lambda attempt_id: self.review(attempt_id, on_back=self.history))
        self._show(page, _("我的历次成绩"))

    def _on_seen(self, asked_from: Page | None, attempt_id: int, on_back: Callable[[], None], seen: _Seen) -> None:
        if self._shown() is not asked_from:
            return  # whoever asked went on meanwhile, to a test or out
        questions, attempts = seen
        load = partial(self._desk.picture, self._token(), attempt_id)
        page = ReviewPage(
            self._doors,
            _("我的答卷"),
            questions,
            load=load,
            attempts=attempts,
            shown_attempt=attempt_id,
            can_print=True,
        )
        page.went_back.connect(on_back)
        page.attempt_wanted.connect(lambda another: self.review(another, on_back=on_back))
        page.print_wanted.connect(lambda: self._print(attempt_id, on_back))
        self._show(page, _("我的答卷"))

    def _print(self, attempt_id: int, on_back: Callable[[], None]) -> None:
        page = AnswerSheetsPage(
            self._doors, partial(_own_sheet, self._desk, self._token(), attempt_id), chooses_key=False
        )
        page.went_back.connect(lambda: self.review(attempt_id, on_back=on_back))
        self._show(page, _("打印答卷"))


def _seen(desk: Desk, token: str, attempt_id: int) -> _Seen:
    """Runs in a worker."""
    return desk.review(token, attempt_id), desk.own_attempts(token, attempt_id)


def _own_sheet(desk: Desk, token: str, attempt_id: int, *, has_key: bool) -> Sequence[AnswerSheet]:
    """Runs in a worker; the desk decides whether a person's own sheet has keys."""
    return (desk.answer_sheet(token, attempt_id),)

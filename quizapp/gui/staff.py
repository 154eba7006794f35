"""The way of a staff member through the pages: sign in, my page, rules, test, outcome, review."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quizapp.core.desk import Desk, MyExam, Outcome, Sheet, SignedIn
from quizapp.gui.doors import Doors
from quizapp.gui.exam_room import ExamRoom
from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.preferences import Preferences

if TYPE_CHECKING:  # whoever only signs in waits for neither
    from quizapp.gui.afterwards_flow import AfterwardsFlow
    from quizapp.gui.practice_flow import PracticeFlow


class StaffFlow(QObject):
    """Shows the staff's pages one after another in the window; `on_organiser` opens the administrators' door."""

    def __init__(
        self,
        doors: Doors,
        window: MainWindow,
        desk: Desk,
        preferences: Preferences,
        *,
        on_organiser: Callable[[], object],
        on_kiosk: Callable[[], object] | None = None,
    ) -> None:
        """`on_kiosk` makes this a PC where one person after another takes the test; None: that is not offered."""
        super().__init__()
        self._doors = doors
        self._window = window
        self._desk = desk
        self._preferences = preferences
        self._on_organiser = on_organiser
        self._me: SignedIn | None = None
        self._on_kiosk = on_kiosk
        self._room = ExamRoom(doors, window, desk)
        self._room.finished.connect(self._on_finished)

    @property
    def token(self) -> str:
        """The token of who is signed in, empty where nobody is."""
        return self._me.token if self._me else ""

    @cached_property
    def _practice(self) -> "PracticeFlow":
        from quizapp.gui.practice_flow import PracticeFlow

        return PracticeFlow(
            self._doors,
            self._room.queue,
            self._desk,
            lambda: self.token,
            show=self._show,
            shown=lambda: self._window.page,
            on_home=self._show_home,
        )

    @cached_property
    def _afterwards(self) -> "AfterwardsFlow":
        from quizapp.gui.afterwards_flow import AfterwardsFlow

        return AfterwardsFlow(
            self._doors,
            self._desk,
            lambda: self.token,
            show=self._show,
            shown=lambda: self._window.page,
            on_home=self._show_home,
        )

    def begin(self) -> None:
        """Show the sign-in page; nothing of the former person is left."""
        self._me = None
        page = StaffSignInPage(self._doors, self._desk, self._preferences)
        page.signed_in.connect(self._on_signed_in)
        page.organiser_wanted.connect(self._on_organiser)
        page.kiosk_button.setVisible(self._on_kiosk is not None)
        if self._on_kiosk is not None:
            page.kiosk_wanted.connect(self._on_kiosk)
        self._window.replace_page(page)

    def _on_signed_in(self, me: SignedIn) -> None:
        self._me = me
        self._show_home()

    def _show_home(self) -> None:
        if self._me is None:
            return
        page = StaffHomePage(self._doors, self._desk, self._me)
        page.exam_chosen.connect(self._on_exam_chosen)
        page.review_wanted.connect(self._on_review_wanted)
        page.history_wanted.connect(self._afterwards.history)
        page.signed_out.connect(self._on_signed_out)
        page.practice_chosen.connect(partial(self._practice.begin, on_failed=page.banner.show_error))
        page.topics_wanted.connect(self._practice.show_topics)
        self._window.replace_page(page, title=self._me.name)

    def _on_signed_out(self) -> None:
        self._doors.tasks.run(partial(self._desk.sign_out, self.token), on_done=self._forget_result)
        self._preferences.use_own_text_size()
        self.begin()

    def _forget_result(self, _result: object) -> None:
        """Signing out has nothing to show."""

    def _on_exam_chosen(self, exam: MyExam) -> None:
        if self._me is None:
            return
        page = ExamRulesPage(self._doors, self._desk, self._me, exam)
        page.went_back.connect(self._show_home)
        page.started.connect(self._on_started)
        self._show(page, exam.title)

    def _on_started(self, sheet: Sheet) -> None:
        self._room.take(self.token, sheet)

    def _on_finished(self, outcome: Outcome) -> None:
        page = OutcomePage(self._doors, outcome)
        page.went_back.connect(self._show_home)
        page.review_wanted.connect(self._on_review_wanted)
        self._show(page, outcome.title)

    def _on_review_wanted(self, attempt_id: int) -> None:
        self._afterwards.review(attempt_id)

    def _show(self, page: Page, title: str) -> None:
        self._window.replace_page(page, title=title)

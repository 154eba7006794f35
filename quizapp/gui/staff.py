"""The way of a staff member through the pages: sign in, my page, rules, test, outcome, review."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from quizapp.core.desk import Desk, MyExam, Outcome, ReviewQuestion, Sheet, SignedIn
from quizapp.gui.doors import Doors
from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.review import LoadPicture, ReviewPage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.preferences import Preferences
from quizapp.i18n import _


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
    ) -> None:
        super().__init__()
        self._doors = doors
        self._window = window
        self._desk = desk
        self._preferences = preferences
        self._on_organiser = on_organiser
        self._me: SignedIn | None = None
        self._queue = doors.tasks.serial("desk")

    @property
    def token(self) -> str:
        """The token of who is signed in, empty where nobody is."""
        return self._me.token if self._me else ""

    def begin(self) -> None:
        """Show the sign-in page; nothing of the former person is left."""
        self._me = None
        page = StaffSignInPage(self._doors, self._desk, self._preferences)
        page.signed_in.connect(self._on_signed_in)
        page.organiser_wanted.connect(self._on_organiser)
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
        page.signed_out.connect(self._on_signed_out)
        self._window.replace_page(page, title=self._me.name)

    def _on_signed_out(self) -> None:
        self._doors.tasks.run(partial(self._desk.sign_out, self.token), on_done=self._forget_result)
        self._preferences.end_sitting()
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
        page = TakeTestPage(self._doors, self._queue, self._desk, self.token, sheet)
        page.finished.connect(self._on_finished)
        self._show(page, sheet.title)

    def _on_finished(self, outcome: Outcome) -> None:
        page = OutcomePage(self._doors, outcome)
        page.went_back.connect(self._show_home)
        page.review_wanted.connect(self._on_review_wanted)
        self._show(page, outcome.title)

    def _on_review_wanted(self, attempt_id: int) -> None:
        review = partial(self._desk.review, self.token, attempt_id)
        load = partial(self._desk.picture, self.token, attempt_id)
        done = partial(self._on_review_loaded, self._window.page, load)
        self._doors.tasks.look_up(review, on_done=done, owner=self)

    def _on_review_loaded(
        self, asked_from: Page | None, load: LoadPicture, questions: tuple[ReviewQuestion, ...]
    ) -> None:
        if self._window.page is not asked_from:
            return  # whoever asked went on meanwhile, to a test or out
        page = ReviewPage(self._doors, _("我的答卷"), questions, load=load)
        page.went_back.connect(self._show_home)
        self._show(page, _("我的答卷"))

    def _show(self, page: Page, title: str) -> None:
        self._window.replace_page(page, title=title)

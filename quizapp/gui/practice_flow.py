"""The way through practising: from my page to a set of questions, to how it went, to the next set, and back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from quizapp.core.practice import PracticeChoice
from quizapp.core.practice_desk import PracticeDesk, PracticeSet
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.pages.practise import PracticeTally, PractisePage
from quizapp.gui.pages.practise_end import PractiseEndPage
from quizapp.gui.pages.practise_nothing import PractiseNothingPage
from quizapp.gui.pages.practise_topics import PractiseTopicsPage
from quizapp.gui.practice_words import title_of
from quizapp.gui.tasks import SerialQueue
from quizapp.i18n import _

ShowPage = Callable[[Page, str], None]


class PracticeFlow(QObject):
    """Shows its pages by `show`; `on_home` returns to my page, `on_failed` says on the present page what went wrong."""

    def __init__(
        self,
        doors: Doors,
        queue: SerialQueue,
        desk: PracticeDesk,
        token: Callable[[], str],
        *,
        show: ShowPage,
        shown: Callable[[], Page | None],
        on_home: Callable[[], None],
    ) -> None:
        """`token` gives that of who is signed in, `shown` the page that is in the window."""
        super().__init__()
        self._doors, self._queue, self._desk, self._token = doors, queue, desk, token
        self._show, self._shown, self._on_home = show, shown, on_home

    def begin(self, choice: PracticeChoice, *, on_failed: Callable[[Exception], object] | None = None) -> None:
        """Fetch a set and show it."""
        token = self._token()
        fetch = partial(self._desk.start_practice, token, choice)
        done = partial(self._on_set_ready, token, self._shown())
        self._doors.tasks.run(fetch, on_done=done, on_failed=on_failed, owner=self)

    def show_topics(self) -> None:
        """Show the banks and their categories."""
        page = PractiseTopicsPage(self._doors, self._desk, self._token())
        page.went_back.connect(self._on_home)
        page.chosen.connect(partial(self.begin, on_failed=page.banner.show_error))
        self._show(page, _("分类练习"))

    def _on_set_ready(self, token: str, asked_from: Page | None, made: PracticeSet) -> None:
        if token != self._token() or self._shown() is not asked_from:
            return  # whoever asked for it has gone on meanwhile, to a test or out
        if not made.questions:
            nothing = PractiseNothingPage(self._doors, made)
            nothing.went_back.connect(self._on_home)
            self._show(nothing, title_of(made.choice))
            return
        page = PractisePage(self._doors, self._queue, self._desk, token, made)
        page.finished.connect(self._on_finished)
        self._show(page, title_of(made.choice))

    def _on_finished(self, tally: PracticeTally) -> None:
        if not tally.answered:
            self._on_home()
            return
        page = PractiseEndPage(self._doors, tally)
        page.went_back.connect(self._on_home)
        page.chosen.connect(self.begin)
        self._show(page, title_of(tally.choice))

"""The organiser tries a paper on the staff's own page: taken, marked, looked at again, and nothing of it kept."""

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from quizapp.clock import ClockReading, read_clock
from quizapp.core.desk import Outcome
from quizapp.core.exams import ExamDefinition
from quizapp.core.monthly import Marks
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.tasks import SerialQueue
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.trial_desk import TrialDesk
from quizapp.services.trials import Trial, Trials


class ExamTrialPage(Page):
    """`went_back` when the organiser has seen enough."""

    went_back = Signal()

    def __init__(
        self,
        doors: Doors,
        trials: Trials,
        queue: SerialQueue,
        exam_id: int,
        definition: ExamDefinition,
        *,
        clock: Callable[[], ClockReading] = read_clock,
    ) -> None:
        super().__init__()
        self._doors, self._trials, self._queue, self._clock = doors, trials, queue, clock
        self._exam_id, self._definition = exam_id, definition
        self._desk: TrialDesk | None = None
        self._build()
        self._connect()

    @property
    def page(self) -> Page | None:
        """What is shown below the bar: the test, its outcome or the sheet."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def enter(self) -> None:
        if self.page is None:
            self._begin()

    def leave(self) -> bool:
        """Ask only while something would be lost: answers of a paper not handed in."""
        page = self.page
        if not isinstance(page, TakeTestPage) or len(page.keeper.unanswered) == len(page.keeper.responses):
            self._stop()
            return True
        text = _("已经作答的内容不会保留。")
        may = self._doors.dialogs.confirm(self, title=_("结束试做？"), text=text, action=_("结束试做"))
        if may:
            self._stop()
        return may

    def _build(self) -> None:
        theme = self._doors.theme
        bar = QFrame()
        bar.setProperty("surface", "bar")
        self.plan = Choice([(plan.name, at) for at, plan in enumerate(self._definition.papers)])
        self.plan.setAccessibleName(_("试卷"))
        self.again_button = Button(theme, _("换一份重做"), icon="arrows-clockwise", compact=True)
        self.end_button = Button(theme, _("结束试做"), icon="x", compact=True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.broad, SPACE.tight, SPACE.normal, SPACE.tight)
        row.setSpacing(SPACE.snug)
        row.addWidget(Badge(theme, _("试做，不计成绩"), "warn"))
        row.addWidget(Text(_("答案和分数都不保存。"), "muted"), 1)
        row.addWidget(self.plan)
        row.addWidget(self.again_button)
        row.addWidget(self.end_button)
        self.banner = Banner(theme)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        if len(self._definition.papers) < 2:
            self.plan.hide()

    def _connect(self) -> None:
        self.plan.value_changed.connect(self._begin)
        self.again_button.clicked.connect(self._begin)
        self.end_button.clicked.connect(self._on_end_clicked)

    def _begin(self) -> None:
        """Draw a paper as somebody would get it, another one each time."""
        self._stop()
        draw = partial(self._trials.trial, self._exam_id, self.plan.chosen or 0, secrets.token_hex(8))
        self._doors.tasks.look_up(draw, on_done=self._on_drawn, on_failed=self.banner.show_error)

    def _stop(self) -> None:
        if isinstance(self.page, TakeTestPage):
            self.page.keeper.stop()

    def _show(self, page: Page) -> None:
        old = self.page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        page.enter()

    def _on_drawn(self, trial: Trial) -> None:
        definition = self._definition
        marks = Marks(definition.full_points, definition.pass_points, definition.excellent_points)
        self._desk = TrialDesk(self._trials, trial, marks, self._clock)
        page = TakeTestPage(self._doors, self._queue, self._desk, "", self._desk.sheet())
        page.finished.connect(self._on_test_finished)
        self._show(page)

    def _on_test_finished(self, outcome: Outcome) -> None:
        page = OutcomePage(self._doors, outcome, is_trial=True)
        page.review_wanted.connect(self._on_review_wanted)
        page.went_back.connect(self.went_back)
        self._show(page)

    def _on_review_wanted(self) -> None:
        if self._desk is None:
            return
        load = partial(self._desk.picture, "", 0)
        page = ReviewPage(self._doors, _("试做的答卷"), self._desk.review("", 0), load=load)
        page.went_back.connect(self.went_back)
        self._show(page)

    def _on_end_clicked(self) -> None:
        if self.leave():
            self.went_back.emit()

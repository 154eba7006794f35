"""The organiser's first page: this month's tests with the one next step of each, and what is left to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp import clock
from quizapp.core.exams import ExamState
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.exam_words import Step, next_step, state_words
from quizapp.gui.local_times import month_name
from quizapp.gui.pages.exam_acts import ExamActs
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.exam_card import ExamCard
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.todo_card import TodoCard
from quizapp.i18n import _, _n
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary

_REFRESH_MS = 20_000
_QUIET = (Step.WATCH, Step.EXPORT)


@dataclass(frozen=True, slots=True)
class MonthView:
    """What the page shows, looked up in one task."""

    month: str
    exams: tuple[ExamSummary, ...]
    questions: int
    people: int

    @property
    def present(self) -> tuple[ExamSummary, ...]:
        """The tests of this month and of those to come, the earliest first."""
        return tuple(sorted((one for one in self.exams if one.month >= self.month), key=lambda one: one.opens_at))

    def left_over(self, now: datetime) -> tuple[ExamSummary, ...]:
        """Tests of months gone by that are not brought to an end."""
        return tuple(one for one in self.exams if one.month < self.month and _is_left_over(one, now))


def _is_left_over(exam: ExamSummary, now: datetime) -> bool:
    is_over = exam.state is ExamState.PUBLISHED and now >= exam.closes_at
    return is_over or (exam.state is ExamState.CLOSED and exam.unsettled > 0)


class MonthPage(PageFrame):
    """`went_to` carries the key of another page; the others a test that is wanted there (None: a new one)."""

    went_to = Signal(str)
    exam_wanted = Signal(object)
    results_wanted = Signal(int)

    def __init__(
        self, doors: Doors, services: Services, actor: Actor, *, now: Callable[[], datetime] = clock.now
    ) -> None:
        super().__init__(doors.theme, _("本月"))
        self._doors, self._services, self._now = doors, services, now
        self._may_change = actor.unit_id is None
        self._shown: QWidget | None = None
        self.acts = ExamActs(doors, services, actor, self)
        self.acts.done.connect(self.enter)
        self.acts.edit_wanted.connect(self._on_edit_wanted)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self.enter)

    def enter(self) -> None:
        self._doors.tasks.look_up(self._look_up, on_done=self._on_looked_up, on_failed=self.banner.show_error)

    def _look_up(self) -> MonthView:
        """Runs in a task."""
        return MonthView(
            month=f"{self._now().astimezone():%Y-%m}",
            exams=tuple(self._services.exams.exams()),
            questions=sum(bank.total for bank in self._services.banks.banks()),
            people=sum(person.takes_tests for person in self._services.people.people()),
        )

    def _on_looked_up(self, view: MonthView) -> None:
        self.set_title(month_name(view.month))
        self.set_state(_sentence(view, self._now()))
        shown = self._empty_state(view) or self._cards(view)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self.content.addWidget(shown, 1)
        shown.show()  # now: by itself it would come an event later
        if any(one.state is ExamState.PUBLISHED for one in view.exams) and self.isVisible():
            self._refresh.start()
        else:
            self._refresh.stop()

    def _empty_state(self, view: MonthView) -> EmptyState | None:
        """What comes first where nothing is yet: questions, then people, then a test."""
        theme = self._doors.theme
        if view.exams:
            return None
        if not view.questions:
            text = _("先把 Excel 题库导进来；没有现成的，也可以下载空白模板来填。")
            empty = EmptyState(theme, "books", _("第一步：导入题库"), text, action=_("导入题库"))
            empty.acted.connect(lambda: self.went_to.emit("banks"))
        elif not view.people:
            text = _("题库已经有了。再导入科室和人员名单，就能设置考试。")
            empty = EmptyState(theme, "users", _("第二步：导入人员名单"), text, action=_("导入名单"))
            empty.acted.connect(lambda: self.went_to.emit("people"))
        else:
            text = _("题库和人员都齐了。按常用的形式设好时间和卷型，检查通过就能发布。")
            action = _("设置考试") if self._may_change else ""
            empty = EmptyState(theme, "clipboard-text", _("第三步：设置第一场考试"), text, action=action)
            empty.acted.connect(lambda: self.exam_wanted.emit(None))
        return empty

    def _cards(self, view: MonthView) -> QWidget:
        scroller = Scroller()
        if not view.present:
            scroller.body.addWidget(self._nothing_this_month())
        urgent = self._most_urgent(view.present)
        for exam in view.present:
            card = ExamCard(self._doors.theme, exam, self._now(), may_change=self._may_change, is_first=exam is urgent)
            card.stepped.connect(self._on_card_stepped)
            card.edit_wanted.connect(self._on_card_edit_wanted)
            scroller.body.addWidget(card)
        left_over = view.left_over(self._now())
        if left_over:
            scroller.body.addWidget(self._left_over_card(left_over))
        if self._may_change:
            scroller.body.addWidget(TodoCard(self._doors.theme, _("这个月还要做什么"), _steps(view, self._now())))
        scroller.body.addStretch(1)
        return scroller

    def _most_urgent(self, exams: tuple[ExamSummary, ...]) -> ExamSummary | None:
        """The first test with something to do, else the first: its button is the page's primary one."""
        waiting = (one for one in exams if next_step(one, self._now(), may_change=self._may_change)[0] not in _QUIET)
        return next(waiting, next(iter(exams), None))

    def _nothing_this_month(self) -> QWidget:
        card = Card(_("本月还没有设置考试"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(Text(_("新的考试沿用上一次的卷型和规则，核对时间就可以发布。"), "muted"), 1)
        if self._may_change:
            button = Button(self._doors.theme, _("设置考试"), kind="primary", icon="plus")
            button.clicked.connect(lambda: self.exam_wanted.emit(None))
            row.addWidget(button)
        card.body.addLayout(row)
        return card

    def _left_over_card(self, exams: tuple[ExamSummary, ...]) -> QWidget:
        card = Card(_("以前的考试还没有办完"))
        for exam in exams:
            row = QHBoxLayout()
            row.setSpacing(SPACE.snug)
            row.addWidget(Text(exam.title), 1)
            row.addWidget(Badge(self._doors.theme, *state_words(exam, self._now())))
            step, word, icon = next_step(exam, self._now(), may_change=self._may_change)
            button = Button(self._doors.theme, word, icon=icon)
            button.clicked.connect(partial(self._on_left_over_clicked, step, exam))
            row.addWidget(button)
            card.body.addLayout(row)
        return card

    def _on_left_over_clicked(self, step: Step, exam: ExamSummary, _checked: bool = False) -> None:
        self._on_card_stepped(step, exam)

    def _on_card_stepped(self, step: Step, exam: ExamSummary) -> None:
        if step is Step.PUBLISH:
            self.acts.publish(exam.id)
        elif step is Step.CLOSE:
            self.acts.close(exam)
        else:
            self.results_wanted.emit(exam.id)

    def _on_card_edit_wanted(self, exam: ExamSummary) -> None:
        self.exam_wanted.emit(exam.id)

    def _on_edit_wanted(self, exam_id: int) -> None:
        self.exam_wanted.emit(exam_id)

    def hideEvent(self, event: QHideEvent) -> None:
        self._refresh.stop()
        super().hideEvent(event)


def _sentence(view: MonthView, now: datetime) -> str:
    """One sentence on what is the case."""
    going_on = [one for one in view.present if one.state is ExamState.PUBLISHED and one.opens_at <= now < one.closes_at]
    if going_on:
        missing = sum(one.due - one.sat for one in going_on)
        if not missing:
            return _("考试正在进行，应考人员都已参加。")
        words = _n("考试正在进行，还有 {count} 人没有参加。", "考试正在进行，还有 {count} 人没有参加。", missing)
        return words.format(count=missing)
    unsettled = sum(one.unsettled for one in view.present)
    if unsettled:
        words = _n("还有 {count} 人的参加情况待核实。", "还有 {count} 人的参加情况待核实。", unsettled)
        return words.format(count=unsettled)
    if view.questions and view.people:
        words = _("题库共 {questions} 题，参加测试 {people} 人。")
        return words.format(questions=view.questions, people=view.people)
    return ""


def _steps(view: MonthView, now: datetime) -> list[tuple[bool, str]]:
    """The month's steps, done or not; the last is never ticked off: nobody knows what was handed in."""
    mine = [one for one in view.exams if one.month == view.month]
    closed = [one for one in mine if one.state is ExamState.CLOSED]
    are_all_closed = bool(mine) and len(closed) == len(mine)
    is_over = any(one.state is ExamState.PUBLISHED and now >= one.closes_at for one in mine)
    return [
        (bool(mine), _("设置本月考试")),
        (any(one.state is not ExamState.DRAFT for one in mine), _("发布考试，通知大家参加")),
        (are_all_closed, _("时间已到，结束考试") if is_over else _("时间到后结束考试")),
        (are_all_closed and not any(one.unsettled for one in closed), _("核实没有参加的人员")),
        (False, _("导出成绩表上报")),
    ]

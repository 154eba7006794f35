"""The organiser's first page: this month's tests with the one next step of each, and what is left to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from quizapp import clock
from quizapp.core.exams import ExamState
from quizapp.gui.doors import Doors
from quizapp.gui.exam_words import state_words, window_words
from quizapp.gui.local_times import month_name
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile import TileRow
from quizapp.i18n import _
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary


@dataclass(frozen=True, slots=True)
class _Month:
    """What the page shows, looked up in one go."""

    questions: int
    people: int
    exams: tuple[ExamSummary, ...]


class MonthPage(PageFrame):
    """`went_to` carries the key of another page; `exam_wanted` a test whose results are wanted."""

    went_to = Signal(str)
    exam_wanted = Signal(int)

    def __init__(self, doors: Doors, services: Services, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(doors.theme, _("本月"))
        self._doors, self._services, self._now = doors, services, now
        self.month = f"{self._now().astimezone():%Y-%m}"
        self.set_title(month_name(self.month))
        self._scroller = Scroller()
        self.content.addWidget(self._scroller, 1)

    def enter(self) -> None:
        self._doors.tasks.run(self._look_up, on_done=self._on_looked_up, on_failed=self.banner.show_error)

    def _look_up(self) -> _Month:
        """Runs in a worker."""
        return _Month(
            questions=sum(bank.total for bank in self._services.banks.banks()),
            people=sum(person.takes_tests for person in self._services.people.people()),
            exams=tuple(exam for exam in self._services.exams.exams() if self._is_current(exam)),
        )

    def _is_current(self, exam: ExamSummary) -> bool:
        """Tests of this month, and older ones that are not done with."""
        return exam.month == self.month or exam.state is not ExamState.CLOSED or exam.unsettled > 0

    def _on_looked_up(self, month: _Month) -> None:
        body = self._scroller.body
        while body.count():
            widget = body.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        missing = self._first_missing(month)
        if missing is not None:
            body.addWidget(missing, 1)
            self.set_state(_("做好准备工作就可以开考。"))
            return
        for exam in month.exams:
            body.addWidget(self._exam_card(exam))
        body.addWidget(self._todo_card(month))
        body.addStretch(1)
        self.set_state(self._state_words(month))

    def _state_words(self, month: _Month) -> str:
        words = _("题库共 {questions} 题，参加测试 {people} 人。")
        return words.format(questions=month.questions, people=month.people)

    def _first_missing(self, month: _Month) -> QWidget | None:
        """What has to be there before anything else: people, then a bank, then a test."""
        if not month.people:
            return self._missing(
                "users", _("还没有人员名单"), _("先导入名单，一张 Excel 表就行。"), _("导入名单"), "people"
            )
        if not month.questions:
            text = _("导入自己的题库，或使用随程序提供的题库。")
            return self._missing("books", _("还没有题库"), text, _("导入题库"), "banks")
        if not month.exams:
            text = _("从上次的设置开始，几分钟就能发布。")
            return self._missing("clipboard-text", _("本月还没有考试"), text, _("设置本月考试"), "exams")
        return None

    def _missing(self, icon: str, title: str, text: str, action: str, key: str) -> QWidget:
        empty = EmptyState(self._doors.theme, icon, title, text, action=action)
        empty.acted.connect(lambda: self.went_to.emit(key))
        return empty

    def _exam_card(self, exam: ExamSummary) -> QWidget:
        theme = self._doors.theme
        card = Card(exam.title)
        card.head.addWidget(Badge(theme, *state_words(exam, self._now())))
        card.body.addWidget(Text(window_words(exam.opens_at, exam.closes_at), "muted"))
        if exam.state is not ExamState.DRAFT:
            card.body.addWidget(self._tiles(exam))
            card.body.addWidget(_progress(exam))
        row = QHBoxLayout()
        row.addStretch(1)
        word, icon, key = self._next_step(exam, self._now())
        button = Button(theme, word, kind="primary", icon=icon)
        button.clicked.connect(lambda: self._go(exam, key))
        row.addWidget(button)
        card.body.addLayout(row)
        return card

    def _tiles(self, exam: ExamSummary) -> TileRow:
        tiles = TileRow()
        tiles.add(_("应考"), str(exam.due))
        tiles.add(_("已参加"), str(exam.sat))
        tiles.add(_("正在作答"), str(exam.running))
        if exam.state is ExamState.CLOSED:
            tiles.add(_("待核实"), str(exam.unsettled), tone="warn" if exam.unsettled else "")
        else:
            tiles.add(_("未参加"), str(exam.due - exam.sat))
        return tiles

    def _next_step(self, exam: ExamSummary, now: datetime) -> tuple[str, str, str]:
        """The word and icon of the one button, and the page it leads to."""
        if exam.state is ExamState.DRAFT:
            return _("继续设置"), "pencil-simple", "exams"
        if exam.state is ExamState.CLOSED:
            if exam.unsettled:
                return _("核实 {count} 人").format(count=exam.unsettled), "user-list", "results"
            return _("导出成绩"), "export", "results"
        if now >= exam.closes_at:
            return _("结束考试"), "flag", "exams"
        return _("查看进度"), "chart-bar", "results"

    def _go(self, exam: ExamSummary, key: str) -> None:
        if key == "results":
            self.exam_wanted.emit(exam.id)
        self.went_to.emit(key)

    def _todo_card(self, month: _Month) -> QWidget:
        card = Card(_("这个月还要做什么"))
        steps = self._todo(month)
        for is_done, words in steps:
            line = Text(_("√ {words}").format(words=words) if is_done else _("○ {words}").format(words=words))
            if is_done:
                line.set_tone("muted")
            card.body.addWidget(line)
        return card

    def _todo(self, month: _Month) -> list[tuple[bool, str]]:
        """The month's steps, done or not."""
        mine = [exam for exam in month.exams if exam.month == self.month]
        published = [exam for exam in mine if exam.state is not ExamState.DRAFT]
        closed = [exam for exam in mine if exam.state is ExamState.CLOSED]
        is_settled = bool(closed) and len(closed) == len(mine) and not any(exam.unsettled for exam in closed)
        return [
            (bool(mine), _("设置本月考试")),
            (bool(published), _("发布考试，通知大家参加")),
            (bool(closed) and len(closed) == len(mine), _("时间到后结束考试")),
            (is_settled, _("核实没有参加的人员")),
            (False, _("导出成绩表上报")),
        ]


def _progress(exam: ExamSummary) -> QWidget:
    """How many of those due have sat, as a bar with its words."""
    bar = QProgressBar()
    bar.setRange(0, max(1, exam.due))
    bar.setValue(exam.sat)
    bar.setTextVisible(False)
    words = _("已参加 {sat} 人，共 {due} 人").format(sat=exam.sat, due=exam.due)
    bar.setAccessibleName(words)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.hair)
    column.addWidget(bar)
    column.addWidget(Text(words, "small"), 0, Qt.AlignmentFlag.AlignLeft)
    return box

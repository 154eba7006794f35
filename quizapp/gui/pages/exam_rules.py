"""The last page before a test: its rules, a sentence each, and one button that starts the clock."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.core.desk import Desk, ExamProgress, MyExam, Sheet, SignedIn
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import moment
from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.bullets import Bullets
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.text_size_menu import TextSizeMenu
from quizapp.i18n import _

_CARD_LETTERS = 44


class ExamRulesPage(Page):
    """`started` carries the sheet; `went_back` returns to my page."""

    started = Signal(object)
    went_back = Signal()

    def __init__(self, doors: Doors, desk: Desk, me: SignedIn, exam: MyExam) -> None:
        super().__init__()
        self._doors = doors
        self._desk = desk
        self._me = me
        self._exam = exam
        self._build()

    def _build(self) -> None:
        theme, exam = self._doors.theme, self._exam
        self.banner = Banner(theme)
        self.banner.acted.connect(self._on_start_clicked)
        card = Card()
        card.body.setContentsMargins(SPACE.vast, SPACE.broad, SPACE.vast, SPACE.broad)
        card.body.addWidget(Text(exam.title, "heading"))
        summary = _("共 {count} 题，限时 {minutes} 分钟，{until} 截止")
        card.body.addWidget(
            Text(summary.format(count=exam.question_count, minutes=exam.minutes, until=moment(exam.closes_at)), "title")
        )
        if exam.extra_minutes:
            words = _("您的时长：{minutes} + {extra} 分钟")
            words = words.format(minutes=exam.minutes - exam.extra_minutes, extra=exam.extra_minutes)
            card.body.addWidget(Text(words, "title", tone="accent"))
        card.body.addSpacing(SPACE.tight)
        card.body.addWidget(Bullets(exam.rules))
        card.body.addSpacing(SPACE.normal)
        card.body.addWidget(self.banner)
        card.body.addLayout(self._build_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS))

    def _build_buttons(self) -> QHBoxLayout:
        theme = self._doors.theme
        self.back_button = Button(theme, _("返回"), icon="arrow-left")
        self.back_button.clicked.connect(self.went_back)
        is_running = self._exam.progress is ExamProgress.RUNNING
        word = _("继续作答（计时已经在走）") if is_running else _("开始考试（点击后开始计时）")
        self.start_button = Button(theme, word, kind="primary", icon="play")
        self.start_button.clicked.connect(self._on_start_clicked)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addWidget(TextSizeMenu(theme))
        row.addStretch(1)
        row.addWidget(self.start_button)
        return row

    def enter(self) -> None:
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start_clicked(self) -> None:
        self.start_button.setEnabled(False)
        self.banner.clear()
        start = partial(self._desk.start, self._me.token, self._exam.exam_id)
        self._doors.tasks.run(start, on_done=self._on_started, on_failed=self._on_start_failed)

    def _on_started(self, sheet: Sheet) -> None:
        self.started.emit(sheet)

    def _on_start_failed(self, error: Exception) -> None:
        self.start_button.setEnabled(True)
        self.banner.show_error(error)

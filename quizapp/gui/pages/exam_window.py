"""The window of a published test is moved, with a reason that the log keeps."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.exam_words import window_words
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.date_field import MomentField
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.exams import Exams, ExamSummary


class ExamWindowPage(PageFrame):
    """`went_back` without a change, `finished` with the words that say what was changed."""

    went_back = Signal()
    finished = Signal(str)

    def __init__(self, doors: Doors, exams: Exams, actor: Actor, exam: ExamSummary) -> None:
        super().__init__(doors.theme, _("调整开放时间"))
        self._doors, self._exams, self._actor, self._exam = doors, exams, actor, exam
        self._build()
        self._connect()
        self.set_state(exam.title)

    def enter(self) -> None:
        self.opens.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme, exam = self._doors.theme, self._exam
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.save_button = self.add_action(_("保存"), icon="check", kind="primary")
        self.opens = MomentField(theme, exam.opens_at)
        self.closes = MomentField(theme, exam.closes_at)
        self.reason = QLineEdit()
        self._reason_field = Field(_("原因"), self.reason, hint=_("记入日志，例如：部分人员出车未归。"), required=True)
        now = _("现在是 {window}。正在作答的人，截止时间随之调整。")
        times = QHBoxLayout()
        times.setSpacing(SPACE.wide)
        times.addWidget(Field(_("开放时间"), self.opens), 1)
        times.addWidget(Field(_("结束时间"), self.closes), 1)
        card = Card()
        card.body.addWidget(Text(now.format(window=window_words(exam.opens_at, exam.closes_at)), "muted"))
        card.body.addLayout(times)
        card.body.addWidget(self._reason_field)
        self.content.addWidget(card)
        self.content.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.reason.returnPressed.connect(self._on_save_clicked)

    def _on_save_clicked(self) -> None:
        reason = self.reason.text().strip()
        self._reason_field.set_error("" if reason else _("请写明原因。"))
        if not reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.save_button.isEnabled():
            return  # Enter in the reason comes here too, also a second time
        opens, closes = self.opens.moment, self.closes.moment
        self.save_button.setEnabled(False)
        change = partial(self._exams.change_window, self._actor, self._exam.id, opens, closes, reason)
        self._doors.tasks.run(change, on_done=self._on_changed, on_failed=self._on_failed)

    def _on_changed(self, _result: object) -> None:
        words = _("开放时间已改为 {window}。")
        self.finished.emit(words.format(window=window_words(self.opens.moment, self.closes.moment)))

    def _on_failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.banner.show_error(error)

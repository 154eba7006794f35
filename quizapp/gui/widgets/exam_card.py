"""A test of this month as a card: its state, who has sat, and the one next step."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from quizapp.core.exams import ExamState
from quizapp.gui.exam_words import Step, mark_words, next_step, state_words, window_words
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.exams import ExamSummary


class ExamCard(Card):
    """`stepped` carries the next step (or marking, whenever there is some) and the test; `edit_wanted` a draft."""

    stepped = Signal(object, object)
    edit_wanted = Signal(object)

    def __init__(
        self, theme: Theme, exam: ExamSummary, now: datetime, *, may_change: bool = True, is_first: bool = True
    ) -> None:
        """`is_first`: its button is the page's primary one. `may_change`: False for a unit's administrator."""
        super().__init__(exam.title)
        self._theme = theme
        self._exam = exam
        self._may_change = may_change
        self.head.addWidget(Badge(theme, *state_words(exam, now)))
        self.step, word, icon = next_step(exam, now, may_change=may_change)
        self.step_button = Button(theme, word, kind="primary" if is_first else "secondary", icon=icon)
        self.step_button.clicked.connect(self._on_step_clicked)
        self.edit_button = Button(theme, _("继续编辑"), icon="pencil-simple")
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.mark_button = Button(theme, mark_words(exam.unmarked), icon="pencil-simple")
        self.mark_button.clicked.connect(self._on_mark_clicked)
        self._build()

    def _build(self) -> None:
        exam = self._exam
        self.body.addWidget(Text(window_words(exam.opens_at, exam.closes_at), "muted"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.broad)
        if exam.state is ExamState.DRAFT:
            row.addWidget(Text(_("还没有发布，工作人员看不到这场考试。")), 1)
        else:
            self._add_counts(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.snug)
        if exam.state is ExamState.DRAFT and self._may_change:
            buttons.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.mark_button, 0, Qt.AlignmentFlag.AlignBottom)
        if not exam.unmarked or self.step is Step.MARK:
            self.mark_button.hide()
        if exam.state is not ExamState.DRAFT or self._may_change:
            buttons.addWidget(self.step_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(buttons)
        self.body.addLayout(row)
        if exam.state is not ExamState.DRAFT:
            self._add_bar()

    def _add_counts(self, row: QHBoxLayout) -> None:
        exam = self._exam
        counts = [(_("应考"), exam.due, "")]
        if exam.state is ExamState.PUBLISHED:  # who is writing has sat, and has not handed in
            done = exam.sat - exam.running
            counts.append((_("已交卷"), done, "good" if done else ""))
            counts.append((_("正在作答"), exam.running, ""))
            counts.append((_("未考"), exam.due - exam.sat, ""))
        else:
            counts.append((_("实考"), exam.sat, "good" if exam.sat else ""))
            counts.append((_("待核实"), exam.unsettled, "warn" if exam.unsettled else ""))
        for label, count, tone in counts:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Text(str(count), "figure", tone=tone, wraps=False))
            column.addWidget(Text(label, "muted", wraps=False))
            row.addLayout(column)
        row.addStretch(1)

    def _add_bar(self) -> None:
        exam = self._exam
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(1, exam.due))
        bar.setValue(exam.sat)
        bar.setAccessibleName(_("实考 {sat} 人，应考 {due} 人").format(sat=exam.sat, due=exam.due))
        self.body.addWidget(bar)

    def _on_step_clicked(self) -> None:
        self.stepped.emit(self.step, self._exam)

    def _on_mark_clicked(self) -> None:
        self.stepped.emit(Step.MARK, self._exam)

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self._exam)

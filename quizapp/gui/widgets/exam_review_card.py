"""The card that says what people see afterwards, and what they read before."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit

from quizapp.core.exams import ExamDefinition, ReviewContent, ReviewFrom
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.field import Field
from quizapp.i18n import _

_LINES = 3
_CHOICE_DIGITS = 14


class ExamReviewCard(Card):
    """Shows its part of a definition, and puts it into one."""

    changed = Signal()

    def __init__(self, theme: Theme, definition: ExamDefinition) -> None:
        super().__init__(_("成绩公布与考前说明"))
        self._theme = theme
        self.score_at_once = QCheckBox(_("交卷后立即显示成绩"))
        self.own_rank = QCheckBox(_("允许本人看到名次"))
        self.own_rank.setToolTip(_("开放时间结束、全部评完后，本人看到自己在全部人员和本科室（单位）中的名次。"))
        self.content = Choice(
            [
                (_("答案和解析"), ReviewContent.ANSWERS),
                (_("每题对错，不给答案"), ReviewContent.RIGHT_WRONG),
                (_("只看成绩"), ReviewContent.SCORE_ONLY),
            ]
        )
        self.review_from = Choice(
            [(_("开放时间结束后"), ReviewFrom.WINDOW_CLOSED), (_("管理员结束考试后"), ReviewFrom.EXAM_CLOSED)]
        )
        for choice in (self.content, self.review_from):
            choice.setMinimumContentsLength(_CHOICE_DIGITS)  # two side by side; a long one is read in the list
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.instructions = QPlainTextEdit()
        self.instructions.setTabChangesFocus(True)
        self._build()
        self.show_definition(definition)
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_definition(self, definition: ExamDefinition) -> None:
        """Show another definition."""
        self.score_at_once.setChecked(definition.shows_score_at_once)
        self.own_rank.setChecked(definition.shows_own_rank)
        self.content.choose(definition.review_content)
        self.review_from.choose(definition.review_from)
        if self.instructions.toPlainText() != definition.instructions:
            self.instructions.setPlainText(definition.instructions)
        self._show_parts()

    def applied_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with what this card says."""
        return replace(
            definition,
            shows_score_at_once=self.score_at_once.isChecked(),
            shows_own_rank=self.own_rank.isChecked(),
            review_content=self.content.chosen,
            review_from=self.review_from.chosen,
            instructions=self.instructions.toPlainText().strip(),
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(Field(_("考后可以查看"), self.content), 1)
        row.addWidget(Field(_("从什么时候起"), self.review_from), 1)
        ticks = QHBoxLayout()
        ticks.setSpacing(SPACE.wide)
        ticks.addWidget(self.score_at_once)
        ticks.addWidget(self.own_rank)
        ticks.addStretch(1)
        self.body.addLayout(ticks)
        self.body.addLayout(row)
        hint = _("每行一条，与考试规则一起显示在开始按钮上方。")
        self.body.addWidget(Field(_("补充说明（可不填）"), self.instructions, hint=hint))

    def _connect(self) -> None:
        self.score_at_once.toggled.connect(self._on_changed)
        self.own_rank.toggled.connect(self._on_changed)
        self.content.value_changed.connect(self._on_changed)
        self.review_from.value_changed.connect(self._on_changed)
        self.instructions.textChanged.connect(self._on_changed)

    def _show_parts(self) -> None:
        self.review_from.setEnabled(self.content.chosen is not ReviewContent.SCORE_ONLY)

    def _fit(self) -> None:
        line = self._theme.letters(1) * 2
        self.instructions.setFixedHeight(_LINES * line)

    def _on_changed(self) -> None:
        self._show_parts()
        self.changed.emit()

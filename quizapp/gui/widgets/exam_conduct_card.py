"""The card that says what holds in the room: the whole screen, and what becomes of leaving the window."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from quizapp.core.exams import ExamDefinition
from quizapp.core.leavings import GRACE_S
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_USUAL, _MOST = 3, 20
_FIELD_LETTERS = 8


class ExamConductCard(Card):
    """Shows its part of a definition, and puts it into one; all of it is off at first."""

    changed = Signal()

    def __init__(self, theme: Theme, definition: ExamDefinition) -> None:
        super().__init__(_("考场纪律"))
        self._theme = theme
        self.full_screen = QCheckBox(_("考试窗口占满屏幕"))
        self.records = QCheckBox(_("记录离开考试窗口的次数和时间"))
        self.limits = QCheckBox(_("离开太多自动交卷，可以离开"))
        self.allowed = NumberField(least=1, most=_MOST, unit=_("次"))
        self.allowed.setAccessibleName(_("可以离开的次数"))
        self._explanations: list[Text] = []
        self._build()
        self.show_definition(definition)
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_definition(self, definition: ExamDefinition) -> None:
        """Show another definition."""
        self.full_screen.setChecked(definition.is_full_screen)
        self.records.setChecked(definition.records_leaving)
        self.limits.setChecked(definition.leavings_allowed > 0)
        self.allowed.setValue(definition.leavings_allowed or _USUAL)
        self._show_parts()

    def applied_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with what this card says."""
        is_limited = self.records.isChecked() and self.limits.isChecked()
        return replace(
            definition,
            is_full_screen=self.full_screen.isChecked(),
            records_leaving=self.records.isChecked(),
            leavings_allowed=self.allowed.value() if is_limited else 0,
        )

    def _build(self) -> None:
        limit = QHBoxLayout()
        limit.setSpacing(SPACE.tight)
        limit.addWidget(self.limits)
        limit.addWidget(self.allowed)
        limit.addStretch(1)
        recorded = _(
            "切换到别的程序超过 {seconds} 秒记一次；输入法、锁屏和睡眠不算。本人当场看到，您在答卷里看到每一次。"
        )
        self.body.addWidget(Text(_("都不选也可以考试。选了的会写在考试规则里，开考前就能看到。"), "muted"))
        screen, left, many = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        screen.addWidget(self.full_screen)
        left.addWidget(self.records)
        many.addLayout(limit)
        self._add(screen, _("按 Esc 或 F11 随时可以退出全屏，不影响作答。"))
        self._add(left, recorded.format(seconds=GRACE_S))
        self._add(many, _("每次离开都会提醒还剩几次；超过后按已答的交卷，并记下原因。"))

    def _add(self, column: QVBoxLayout, explanation: str) -> None:
        """A switch with what it does below its words."""
        words = Text(explanation, "muted")
        self._explanations.append(words)
        column.setSpacing(0)
        column.addWidget(words)
        self.body.addLayout(column)

    def _connect(self) -> None:
        for box in (self.full_screen, self.records, self.limits):
            box.toggled.connect(self._on_changed)
        self.allowed.valueChanged.connect(self._on_changed)

    def _show_parts(self) -> None:
        self.limits.setEnabled(self.records.isChecked())
        self.allowed.setEnabled(self.records.isChecked() and self.limits.isChecked())

    def _fit(self) -> None:
        self.allowed.setFixedWidth(self._theme.letters(_FIELD_LETTERS))
        for words in self._explanations:
            words.setContentsMargins(self._theme.tick_side + SPACE.snug, 0, 0, 0)

    def _on_changed(self) -> None:
        self._show_parts()
        self.changed.emit()

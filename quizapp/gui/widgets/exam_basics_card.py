"""The first card of a test: month, title, when it is open, how long it takes, how often it may be taken."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from quizapp.core.exams import AttemptsRule, ExamDefinition
from quizapp.gui.local_times import month_name
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.date_field import MomentField
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.number_field import NumberField
from quizapp.i18n import _

_MONTHS_BEFORE, _MONTHS_AFTER = 2, 6
_MOST_TITLE = 80
_MOST_MINUTES = 600
_MOST_ATTEMPTS = 10


class ExamBasicsCard(Card):
    """Shows its part of a definition, and puts it into one."""

    changed = Signal()

    def __init__(self, theme: Theme, definition: ExamDefinition) -> None:
        super().__init__(_("基本信息"))
        self.month = Choice([(month_name(month), month) for month in months_around(definition.month)])
        self.title = QLineEdit()
        self.title.setMaxLength(_MOST_TITLE)
        self.opens = MomentField(theme, definition.opens_at)
        self.closes = MomentField(theme, definition.closes_at)
        self.minutes = NumberField(least=1, most=_MOST_MINUTES, unit=_("分钟"))
        self.attempts = NumberField(least=1, most=_MOST_ATTEMPTS, unit=_("次"))
        self.rule = Choice([(rule.label, rule) for rule in AttemptsRule])
        self._rule_field = Field(_("多次作答时"), self.rule)
        self._build()
        self.show_definition(definition)
        self._connect()

    def show_definition(self, definition: ExamDefinition) -> None:
        """Show another definition; the card's own parts tell that they changed."""
        self.month.choose(definition.month)
        if self.title.text() != definition.title:
            self.title.setText(definition.title)
        self.opens.set_moment(definition.opens_at)
        self.closes.set_moment(definition.closes_at)
        self.minutes.setValue(definition.minutes)
        self.attempts.setValue(definition.attempts_allowed)
        self.rule.choose(definition.attempts_rule)
        self._show_rule()

    def applied_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with what this card says."""
        return replace(
            definition,
            month=self.month.chosen,
            title=self.title.text().strip(),
            opens_at=self.opens.moment,
            closes_at=self.closes.moment,
            minutes=self.minutes.value(),
            attempts_allowed=self.attempts.value(),
            attempts_rule=self.rule.chosen,
        )

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.snug)
        grid.addWidget(Field(_("考试名称"), self.title), 0, 0, 1, 4)
        grid.addWidget(Field(_("月份"), self.month), 0, 4, 1, 2)
        grid.addWidget(Field(_("开放时间"), self.opens), 1, 0, 1, 2)
        grid.addWidget(Field(_("结束时间"), self.closes), 1, 2, 1, 2)
        grid.addWidget(Field(_("作答时长"), self.minutes), 1, 4, 1, 2)
        grid.addWidget(Field(_("可以作答"), self.attempts), 2, 0, 1, 2)
        grid.addWidget(self._rule_field, 2, 2, 1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)

    def _connect(self) -> None:
        self.month.value_changed.connect(self._on_changed)
        self.title.textChanged.connect(self._on_changed)
        self.opens.dateTimeChanged.connect(self._on_changed)
        self.closes.dateTimeChanged.connect(self._on_changed)
        self.minutes.valueChanged.connect(self._on_changed)
        self.attempts.valueChanged.connect(self._on_changed)
        self.rule.value_changed.connect(self._on_changed)

    def _show_rule(self) -> None:
        self._rule_field.setEnabled(self.attempts.value() > 1)

    def _on_changed(self) -> None:
        self._show_rule()
        self.changed.emit()


def months_around(month: str) -> list[str]:
    """Months to choose from: a few before and after this one."""
    year, number = (int(part) for part in month.split("-"))
    count = year * 12 + number - 1
    around = range(count - _MONTHS_BEFORE, count + _MONTHS_AFTER + 1)
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in around]

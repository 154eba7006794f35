"""The card that says how questions are given out and how they are marked."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout

from quizapp.core.exams import ExamDefinition
from quizapp.core.grading import MultipleRule
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.points_field import PointsField
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tick_line import TickLine
from quizapp.i18n import _

_FIELD_LETTERS = 12


class ExamMarkingCard(Card):
    """Shows its part of a definition, and puts it into one."""

    changed = Signal()

    def __init__(self, theme: Theme, definition: ExamDefinition) -> None:
        super().__init__(_("出题与计分"))
        self._theme = theme
        self.same, self.own = QRadioButton(), QRadioButton()
        self.shuffles_questions, self.shuffles_options = QCheckBox(), QCheckBox()
        self.rules = {rule: QRadioButton() for rule in MultipleRule}
        self.passing = PointsField()
        self.excellent = PointsField()
        self._build()
        self.show_definition(definition)
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_definition(self, definition: ExamDefinition) -> None:
        """Show another definition."""
        (self.same if definition.same_questions else self.own).setChecked(True)
        self.shuffles_questions.setChecked(definition.shuffles_questions)
        self.shuffles_options.setChecked(definition.shuffles_options)
        self.rules[definition.multiple_rule].setChecked(True)
        self.passing.set_points(definition.pass_points)
        self.excellent.set_points(definition.excellent_points)

    def applied_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with what this card says."""
        return replace(
            definition,
            same_questions=self.same.isChecked(),
            shuffles_questions=self.shuffles_questions.isChecked(),
            shuffles_options=self.shuffles_options.isChecked(),
            multiple_rule=next(rule for rule, choice in self.rules.items() if choice.isChecked()),
            pass_points=self.passing.points,
            excellent_points=self.excellent.points,
        )

    def _build(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(SPACE.wide)
        marks.addWidget(Field(_("合格分"), self.passing))
        marks.addWidget(Field(_("优秀分"), self.excellent))
        marks.addStretch(1)
        self.body.addLayout(marks)
        given = self._add_group(_("出题"), (self.same, self.own))
        given.addWidget(TickLine(self.same, _("所有人做同样的题目")))
        given.addWidget(TickLine(self.own, _("每人各抽一套题目")))
        given.addWidget(TickLine(self.shuffles_questions, _("打乱题目顺序")))
        given.addWidget(TickLine(self.shuffles_options, _("打乱选项顺序（“以上都对”之类仍排最后）")))
        marked = self._add_group(_("多选题计分"), tuple(self.rules.values()))
        for rule, choice in self.rules.items():
            marked.addWidget(TickLine(choice, rule.label))

    def _add_group(self, title: str, choices: tuple[QRadioButton, ...]) -> QVBoxLayout:
        """A column below a word, for choices that exclude one another."""
        group = QButtonGroup(self)
        for choice in choices:
            group.addButton(choice)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(title, "label"))
        self.body.addLayout(column)
        return column

    def _connect(self) -> None:
        for choice in (self.same, self.own, *self.rules.values()):
            choice.toggled.connect(self._on_choice_toggled)
        self.shuffles_questions.toggled.connect(self._on_changed)
        self.shuffles_options.toggled.connect(self._on_changed)
        self.passing.valueChanged.connect(self._on_changed)
        self.excellent.valueChanged.connect(self._on_changed)

    def _fit(self) -> None:
        for field in (self.passing, self.excellent):
            field.setFixedWidth(self._theme.letters(_FIELD_LETTERS))

    def _on_choice_toggled(self, is_on: bool) -> None:
        if is_on:  # the one switched off tells as well
            self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()

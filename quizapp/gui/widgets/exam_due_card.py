"""The card that says who is due: everybody, some departments and categories, or one unit that tests its own people."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from quizapp.core.exams import Audience, ExamDefinition, Scope
from quizapp.gui.exam_choices import ExamChoices
from quizapp.gui.exam_words import due_words
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.audience_lists import AudienceLists
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.due_lists import DueCount


class ExamDueCard(Card):
    """Shows its part of a definition, and puts it into one; `show_due` says whom that means."""

    changed = Signal()

    def __init__(self, theme: Theme, definition: ExamDefinition, choices: ExamChoices) -> None:
        super().__init__(_("应考人员"))
        self.everybody = QRadioButton(_("全局统考：全体在册人员"))
        self.some = QRadioButton(_("全局统考：只限部分科室或人员类别"))
        self.one_unit = QRadioButton(_("单位自测"))
        self.one_unit.setEnabled(bool(choices.units))
        self.unit = Choice([(unit.full_name, unit.id) for unit in choices.units])
        self.unit.setAccessibleName(_("自测的单位"))
        self.lists = AudienceLists(theme)
        self.lists.set_choices(choices.departments, choices.categories)
        self.due = Text("", "muted")
        self._build()
        self.show_definition(definition)
        self._connect()

    def show_definition(self, definition: ExamDefinition) -> None:
        """Show another definition."""
        audience = definition.audience
        if definition.scope is Scope.UNIT:
            self.one_unit.setChecked(True)
            self.unit.choose(next(iter(audience.department_ids), None))
        else:
            (self.everybody if audience == Audience() else self.some).setChecked(True)
        self.lists.show_audience(audience)
        self._show_parts()

    def applied_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with what this card says."""
        if self.one_unit.isChecked():
            unit = () if self.unit.chosen is None else (self.unit.chosen,)
            audience = Audience(department_ids=unit, categories=self.lists.categories.chosen)
            return replace(definition, scope=Scope.UNIT, audience=audience)
        audience = self.lists.audience if self.some.isChecked() else Audience()
        return replace(definition, scope=Scope.BUREAU, audience=audience)

    def show_due(self, due: Sequence[DueCount]) -> None:
        """Say how many people that is."""
        self.due.setText(due_words(due))

    def _build(self) -> None:
        group = QButtonGroup(self)
        for choice in (self.everybody, self.some, self.one_unit):
            group.addButton(choice)
        unit_row = QHBoxLayout()
        unit_row.setSpacing(SPACE.tight)
        unit_row.addWidget(self.one_unit)
        unit_row.addWidget(self.unit, 1)
        unit_row.addStretch(2)
        choices = QVBoxLayout()
        choices.setSpacing(0)
        choices.addWidget(self.everybody)
        choices.addWidget(self.some)
        choices.addLayout(unit_row)
        self.body.addLayout(choices)
        self.body.addWidget(self.lists)
        self.body.addWidget(self.due)

    def _connect(self) -> None:
        for choice in (self.everybody, self.some, self.one_unit):
            choice.toggled.connect(self._on_scope_toggled)
        self.unit.value_changed.connect(self.changed)
        self.lists.changed.connect(self.changed)

    def _show_parts(self) -> None:
        is_unit = self.one_unit.isChecked()
        self.unit.setVisible(is_unit)
        self.lists.setVisible(not self.everybody.isChecked())
        self.lists.show_departments(not is_unit)

    def _on_scope_toggled(self, is_on: bool) -> None:
        if is_on:  # the one switched off tells as well
            self._show_parts()
            self.changed.emit()

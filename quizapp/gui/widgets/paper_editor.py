"""One paper of a test: name, who gets it where there are several, its banks, its sections, and what they add up to."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.exams import Audience, PaperPlan
from quizapp.core.papers import AUTOMATIC_KINDS, Blueprint
from quizapp.core.points import points_text
from quizapp.gui.exam_choices import ExamChoices
from quizapp.gui.models.check_entries import CheckEntry
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.audience_lists import AudienceLists
from quizapp.gui.widgets.check_list import CheckList
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.section_table import SectionTable
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.banks import BankSummary

_BANK_ROWS = 4
_MOST_NAME = 40


class PaperEditor(QWidget):
    """`plan` as it stands; `changed` after each edit."""

    changed = Signal()

    def __init__(self, theme: Theme, choices: ExamChoices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.name = QLineEdit()
        self.name.setMaxLength(_MOST_NAME)
        self._name_field = Field(_("试卷名称"), self.name)
        self.is_limited = QCheckBox(_("只给部分人员（岗位卷）"))
        self.audience = AudienceLists(theme)
        self.audience.set_choices(choices.departments, choices.categories)
        self.banks = CheckList(theme, _("题库"), rows=_BANK_ROWS)
        self.banks.set_entries([CheckEntry(bank.id, bank_words(bank)) for bank in choices.banks])
        self.sections = SectionTable(theme)
        self.total = Text("", "label", wraps=False)
        self._build()
        self._connect()

    @property
    def plan(self) -> PaperPlan:
        """The paper as it stands."""
        return PaperPlan(
            name=self.name.text().strip(),
            blueprint=Blueprint(self.banks.chosen, self.sections.sections),
            audience=self.audience.audience if self.is_limited.isChecked() else Audience(),
        )

    def show_plan(self, plan: PaperPlan, *, is_only: bool) -> None:
        """Show another paper; the only one of a test needs no name and is for all. Nobody is told."""
        was_blocked = self.blockSignals(True)
        if self.name.text() != plan.name:
            self.name.setText(plan.name)
        self.is_limited.setChecked(plan.audience != Audience())
        self.audience.show_audience(plan.audience)
        self.banks.choose(plan.blueprint.bank_ids)
        self.sections.set_categories(self._choices.categories_of(plan.blueprint.bank_ids))
        self.sections.show_sections(plan.blueprint.sections)
        self._name_field.setVisible(not is_only)
        self.is_limited.setVisible(not is_only or self.is_limited.isChecked())
        self._show_total()
        self.audience.setVisible(self.is_limited.isChecked())
        self.blockSignals(was_blocked)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(self._name_field)
        column.addWidget(self.is_limited)
        column.addWidget(self.audience)
        column.addWidget(Field(_("从这些题库抽题"), self.banks))
        column.addWidget(self.sections)
        column.addWidget(self.total)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_changed)
        self.is_limited.toggled.connect(self._on_is_limited_toggled)
        self.audience.changed.connect(self._on_changed)
        self.banks.chosen_changed.connect(self._on_banks_chosen_changed)
        self.sections.changed.connect(self._on_changed)

    def _show_total(self) -> None:
        blueprint = self.plan.blueprint
        words = _("共 {count} 题，满分 {points} 分")
        self.total.setText(words.format(count=blueprint.question_count, points=points_text(blueprint.full_points)))

    def _on_changed(self) -> None:
        self._show_total()
        self.changed.emit()

    def _on_is_limited_toggled(self, is_on: bool) -> None:
        self.audience.setVisible(is_on)
        self.changed.emit()

    def _on_banks_chosen_changed(self) -> None:
        self.sections.set_categories(self._choices.categories_of(self.banks.chosen))
        self.changed.emit()


def bank_words(bank: BankSummary) -> str:
    """A bank with what can be drawn from it, kind by kind."""
    counts = [(kind, bank.by_kind.get(kind, 0)) for kind in AUTOMATIC_KINDS]
    kinds = [_("{kind} {count}").format(kind=kind.label, count=count) for kind, count in counts if count]
    if not kinds:
        return _("{bank}（没有可抽的题目）").format(bank=bank.name)
    return _("{bank}（{kinds}）").format(bank=bank.name, kinds=_("，").join(kinds))


def copied(plan: PaperPlan) -> PaperPlan:
    """Another paper like this one, under a name of its own."""
    return replace(plan, name=_("{name}（副本）").format(name=plan.name))

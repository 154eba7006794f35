"""Departments and categories to tick: who is due for a test, or who gets a paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.exams import Audience
from quizapp.core.people import Department
from quizapp.gui.models.check_entries import CheckEntry
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.check_list import CheckList
from quizapp.gui.widgets.field import Field
from quizapp.i18n import _


class AudienceLists(QWidget):
    """`audience` is what is ticked: both lists must hold, one without a tick sets no limit."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.departments = CheckList(theme, _("科室（单位）"))
        self.categories = CheckList(theme, _("人员类别"))
        hint = _("不勾选就不限制")
        self._departments_field = Field(_("科室（单位），含下属"), self.departments, hint=hint)
        self._categories_field = Field(_("人员类别"), self.categories, hint=hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.wide)
        row.addWidget(self._departments_field, 3)
        row.addWidget(self._categories_field, 2)
        self.departments.chosen_changed.connect(self.changed)
        self.categories.chosen_changed.connect(self.changed)

    @property
    def audience(self) -> Audience:
        """What is ticked."""
        return Audience(department_ids=self.departments.chosen, categories=self.categories.chosen)

    def set_choices(self, departments: Sequence[Department], categories: Sequence[str]) -> None:
        """Offer these departments (parents before children) and categories; what is ticked stays so."""
        self.departments.set_entries(department_entries(departments))
        self.categories.set_entries([CheckEntry(category, _(category)) for category in categories])

    def show_audience(self, audience: Audience) -> None:
        """Tick what an audience says."""
        self.departments.choose(audience.department_ids)
        self.categories.choose(audience.categories)

    def show_departments(self, shown: bool) -> None:
        """Show or hide the departments, where something else says which."""
        self._departments_field.setVisible(shown)


def department_entries(departments: Sequence[Department]) -> list[CheckEntry]:
    """Departments as entries to tick, each knowing those above it."""
    above: dict[int, tuple[int, ...]] = {}
    entries = []
    for one in departments:
        parents = () if one.parent_id is None else (*above.get(one.parent_id, ()), one.parent_id)
        above[one.id] = parents
        entries.append(CheckEntry(one.id, one.name, parents))
    return entries

"""The departments that an import would make: of which kind each is, where the file does not say."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from quizapp.core.people import DepartmentKind
from quizapp.core.roster import NewDepartment
from quizapp.gui.models.roster_choices import RosterChoices
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class NewDepartments(Scroller):
    """A line a department; `changed` when another kind was chosen."""

    changed = Signal()

    def __init__(self, choices: RosterChoices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._choices = choices
        self._lines: list[QWidget] = []
        self._card = Card()
        self._card.body.addWidget(Text(_("名单没有写明性质的，请看一下判断得对不对。"), "muted"))
        self.body.addWidget(self._card)
        self.body.addStretch(1)
        self.groups: list[QButtonGroup] = []

    def set_departments(self, departments: Sequence[NewDepartment]) -> None:
        """List these; a kind chosen before stays."""
        for line in self._lines:
            self._card.body.removeWidget(line)
            line.deleteLater()
        self._lines, self.groups = [], []
        for department in departments:
            line = self._line(department)
            self._card.body.addWidget(line)
            self._lines.append(line)

    def _line(self, department: NewDepartment) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.normal)
        row.addWidget(Text(" / ".join(department.path)), 1)
        if department.department_id is not None:
            row.addWidget(Text(_("以前撤销过，恢复使用"), "muted", wraps=False))
            return line
        group = QButtonGroup(line)
        chosen = self._choices.kinds.get(department.path, department.kind)
        for kind in DepartmentKind:
            button = QRadioButton(kind.label)
            button.setChecked(kind is chosen)
            button.setAccessibleName(_("{name}是{kind}").format(name=department.path[-1], kind=kind.label))
            button.clicked.connect(lambda _checked=False, kind=kind, path=department.path: self._on_chosen(path, kind))
            group.addButton(button)
            row.addWidget(button)
        self.groups.append(group)
        return line

    def _on_chosen(self, path: tuple[str, ...], kind: DepartmentKind) -> None:
        self._choices.kinds[path] = kind
        self.changed.emit()

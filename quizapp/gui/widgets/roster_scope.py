"""For whom a roster file speaks: everybody, some departments, or only for those it names."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from quizapp.core.people import Department
from quizapp.core.roster import RosterScope
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.audience_lists import department_entries
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.check_list import CheckList
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

WHOLE, PARTS, UPDATE = "whole", "parts", "update"


class RosterScopeCard(Card):
    """`mode` is one of WHOLE, PARTS, UPDATE; UPDATE compares with everybody and notes nobody as left."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(_("这份名单是谁的？"), parent=parent)
        self.departments = CheckList(theme, _("名单里的科室和单位"), rows=6)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self.body.setSpacing(SPACE.hair)
        self._hints: list[Text] = []
        for mode, label, hint in (
            (WHOLE, _("整个名册"), _("名单里没有的人，会列为“离开”，由您逐个确认。")),
            (PARTS, _("只是部分科室（单位）的名单"), _("只在勾选的科室里核对谁离开了，别的科室不动。")),
            (UPDATE, _("只新增和更新"), _("名单里没有的人都不动。")),
        ):
            self._add(mode, label, hint)
        self.body.insertWidget(self.body.indexOf(self._hints[1]) + 1, self.departments)
        self._group.buttonClicked.connect(self._on_button_clicked)
        self.departments.chosen_changed.connect(self.changed)

    def _add(self, mode: str, label: str, hint: str) -> None:
        button, words = QRadioButton(label), Text(hint, "small")
        button.setAccessibleDescription(hint)
        words.setContentsMargins(SPACE.broad, 0, 0, SPACE.tight)
        self._group.addButton(button)
        self.buttons[mode] = button
        self._hints.append(words)
        self.body.addWidget(button)
        self.body.addWidget(words)

    @property
    def mode(self) -> str:
        """What is chosen."""
        return next(mode for mode, button in self.buttons.items() if button.isChecked())

    @property
    def scope(self) -> RosterScope:
        """Whom the file is compared with."""
        return RosterScope(False, self.departments.chosen) if self.mode == PARTS else RosterScope()

    @property
    def is_complete(self) -> bool:
        """Whether departments are ticked where they must be."""
        return self.mode != PARTS or bool(self.departments.chosen)

    def propose(self, mode: str, scope: RosterScope, departments: Sequence[Department], *, may_be_whole: bool) -> None:
        """Show what the file probably is; `may_be_whole` False: it cannot be more than some departments'."""
        self.departments.set_entries(department_entries(departments))
        self.departments.choose(scope.department_ids)
        for one in (WHOLE, UPDATE):
            self.buttons[one].setEnabled(may_be_whole)
        self.buttons[PARTS].setEnabled(bool(departments))
        self.buttons[mode].setChecked(True)
        self.departments.setVisible(mode == PARTS)

    def _on_button_clicked(self) -> None:
        self.departments.setVisible(self.mode == PARTS)
        self.changed.emit()

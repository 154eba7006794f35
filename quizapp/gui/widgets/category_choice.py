"""A person's category: one of the usual ones, one that is in use already, or any other as the bureau writes it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from quizapp.core.people import CATEGORIES
from quizapp.gui.widgets.choice import Choice
from quizapp.i18n import _


class CategoryChoice(Choice):
    """`category` is what is stored: the usual ones in the bureau's language, whatever the window speaks."""

    def __init__(self, in_use: Iterable[str] = (), *, parent: QWidget | None = None) -> None:
        known = dict.fromkeys(["", *CATEGORIES, *in_use])
        super().__init__([(_(one) if one else "", one) for one in known], parent=parent)
        self.setEditable(True)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.lineEdit().setPlaceholderText(_("选择或填写"))

    @property
    def category(self) -> str:
        """What is chosen or typed."""
        at = self.findText(self.currentText().strip())
        return self._values[at] if at >= 0 else self.currentText().strip()

    def set_category(self, category: str) -> None:
        """Show a category, also one that is not offered."""
        if category in self._values:
            self.setCurrentIndex(self._values.index(category))
        else:
            self.setCurrentIndex(-1)
            self.setEditText(category)

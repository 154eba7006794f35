"""Facts below one another: what each is called at the left, what is the case at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text


class FactList(QWidget):
    """Each fact is read out as one: its name and what it says."""

    def __init__(self, facts: Sequence[tuple[str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.normal)
        grid.setVerticalSpacing(SPACE.tight)
        grid.setColumnStretch(1, 1)
        for at, (name, words) in enumerate(facts):
            label, value = Text(name, "muted", wraps=False), Text(words)
            value.setAccessibleName(f"{name} {words}")
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)

"""A few sentences, each with a point before it; the lines of a long one stand under its first letter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text

_POINT = "•"


class Bullets(QWidget):
    """Shows the sentences one below the other."""

    def __init__(self, sentences: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.tight)
        grid.setVerticalSpacing(SPACE.tight)
        grid.setColumnStretch(1, 1)
        for row, sentence in enumerate(sentences):
            grid.addWidget(Text(_POINT, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(sentence), row, 1)

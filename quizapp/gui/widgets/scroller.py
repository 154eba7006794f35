"""Scrolls a page that is taller than the window; never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE


class Scroller(QScrollArea):
    """Put contents into `body`, a column that starts at the top."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, SPACE.tight, 0)
        self.body.setSpacing(SPACE.normal)
        self.setWidget(inner)

"""A card: a surface with a hairline round it, its contents in a column."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text


class Card(QFrame):
    """Put contents into `body`; with a title, `head` takes what stands at its right."""

    def __init__(self, title: str = "", *, surface: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE.wide, SPACE.normal, SPACE.wide, SPACE.normal)
        self.body.setSpacing(SPACE.snug)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.tight)
        self._title = Text(title, "title")
        self.head.addWidget(self._title, 1)
        self.body.addLayout(self.head)
        self._title.setVisible(bool(title))

    def set_title(self, title: str) -> None:
        """Change the card's title; an empty one hides it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

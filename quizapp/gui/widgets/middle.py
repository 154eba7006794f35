"""Scrolls one card that stands in the middle of the window, a little above the centre."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.scroller import Scroller

_ABOVE, _BELOW = 1, 2  # how the room that is left is shared


class Middle(Scroller):
    """`card` is so many letters wide; `below`, a column of the same width, takes what stands under it."""

    def __init__(self, theme: Theme, card: QWidget, *, letters: float, parent: QWidget | None = None) -> None:
        super().__init__(edge=SPACE.wide, parent=parent)
        self._theme = theme
        self._letters = letters
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.normal)
        column.addWidget(card)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        row = QHBoxLayout()  # an alignment instead would ask for the height at the width of the window
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        self.body.setSpacing(0)
        self.body.addStretch(_ABOVE)
        self.body.addLayout(row)
        self.body.addStretch(_BELOW)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._middle.setFixedWidth(self._theme.letters(self._letters))

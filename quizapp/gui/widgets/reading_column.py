"""Keeps what is read at a width that eyes can follow, in the middle of a wide window."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme

LETTERS = 76
_TAKES_ALL = 1000  # beside the column, the room at its sides counts for nothing until the column is as wide as it gets


class ReadingColumn(QWidget):
    """Put contents into `body`; the column is at most so many letters wide."""

    def __init__(self, theme: Theme, *, letters: float = LETTERS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = letters
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.normal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._column, _TAKES_ALL)
        row.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(self._theme.letters(self._letters))

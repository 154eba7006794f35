"""What happened when, as a line of time: the day once, then each moment to the second with its words."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text


class TimeLine(QWidget):
    """Shows pairs of an instant (UTC) and words, in the order given."""

    def __init__(self, events: Sequence[tuple[datetime, str]] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.wide)
        self._grid.setVerticalSpacing(SPACE.tight)
        self._grid.setColumnStretch(1, 1)
        day = ""
        for at, words in events:
            local = at.astimezone()
            if f"{local:%Y-%m-%d}" != day:
                day = f"{local:%Y-%m-%d}"
                self._grid.addWidget(Text(day, "label"), self._grid.rowCount(), 0, 1, 2)
            row = self._grid.rowCount()
            self._grid.addWidget(Text(f"{local:%H:%M:%S}", "muted", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(words), row, 1)

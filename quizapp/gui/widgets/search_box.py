"""Type to find: a field with a magnifying glass that tells what was typed shortly after the last key."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from quizapp.gui.theme import MOTION, Theme


class SearchBox(QLineEdit):
    """`searched` carries the words; Escape empties the field."""

    searched = Signal(str)

    def __init__(self, theme: Theme, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=MOTION.quick_ms)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._glass.setIcon(self._theme.icon("magnifying-glass", "muted"))

    def _on_text_changed(self) -> None:
        self._pause.start()

    def _on_pause_timeout(self) -> None:
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

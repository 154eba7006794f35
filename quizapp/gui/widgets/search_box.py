"""Type to find: a field with a magnifying glass that tells what was typed shortly after the last key."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from quizapp.gui.theme import MOTION, SPACE, Theme


class SearchBox(QLineEdit):
    """`searched` carries the words; Escape empties the field."""

    searched = Signal(str)

    def __init__(self, theme: Theme, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, singleShot=True, interval=MOTION.quick_ms)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 1.7)
        self._glass.setPixmap(self._theme.icon("magnifying-glass", "muted").pixmap(side, side))
        self._glass.resize(side, side)
        self.setTextMargins(side + SPACE.hair, 0, 0, 0)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setMinimumWidth(words + side + 2 * SPACE.normal)
        self._place()

    def _place(self) -> None:
        self._glass.move(SPACE.snug, (self.height() - self._glass.height()) // 2)

    def _on_text_changed(self) -> None:
        self._pause.start()

    def _on_pause_timeout(self) -> None:
        self.searched.emit(self.text().strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

"""A page whose own keys come before those of the cards on it, wherever the focus stands."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from quizapp.gui.page import Page

_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class KeyedPage(Page):
    """`take_key` does what a key means; install the page as event filter on what would spend keys on itself."""

    def take_key(self, key: int) -> bool:
        """Do what a key means here; False where it means nothing."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Option cards would spend arrows on moving the focus, on some platforms Enter too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        return not event.modifiers() & ~_PLAIN and self.take_key(event.key())

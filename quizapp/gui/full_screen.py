"""The window over the whole screen and back to how it stood: for a test that asks for it, and by F11 at any time.

Nothing is locked: Escape and F11 lead out, other programs are reached as ever.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

_STATES = Qt.WindowState


class FullScreen(QObject):
    """Looks after one window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_for_test = False
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F11), window)
        shortcut.activated.connect(self.toggle)
        window.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the window covers the screen."""
        return bool(self._window.windowState() & _STATES.WindowFullScreen)

    def toggle(self) -> None:
        """Cover the screen, or stand as before."""
        self._is_for_test = False  # whoever presses the key decides, also about afterwards
        self._set(not self.is_on)

    def begin_test(self) -> None:
        """Cover the screen for a test."""
        if not self.is_on:
            self._is_for_test = True
            self._set(True)

    def end_test(self) -> None:
        """Stand as before the test, unless the user had chosen the whole screen."""
        if self._is_for_test:
            self._is_for_test = False
            self._set(False)

    def _set(self, is_on: bool) -> None:
        """A window that was as large as the screen allows is so again: Qt keeps that beside the whole screen."""
        states = self._window.windowState()
        self._window.setWindowState(states | _STATES.WindowFullScreen if is_on else states & ~_STATES.WindowFullScreen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leads out where nothing inside the window wanted it."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape and self.is_on:
            self.toggle()
            return True
        return super().eventFilter(watched, event)

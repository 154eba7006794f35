"""Ctrl with plus, minus and 0 change the text size on every page, as they do in a browser."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from quizapp.gui.theme import SIZES, Theme

_LARGER = ("Ctrl++", "Ctrl+=")
_SMALLER = ("Ctrl+-",)
_USUAL = ("Ctrl+0",)


class TextSizeKeys(QObject):
    """Works while `window` is the one in use. The size is that of the sitting: signing out brings the PC's own back."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        for keys, steps in ((_LARGER, 1), (_SMALLER, -1), (_USUAL, 0)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.activated.connect(lambda steps=steps: self._step(steps))

    def _step(self, steps: int) -> None:
        names = list(SIZES)
        at = names.index(self._theme.size) + steps if steps else 0
        self._theme.use(size=names[min(max(at, 0), len(names) - 1)])

"""Scrolls a page that is taller than the window; never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE


class Scroller(QScrollArea):
    """Put contents into `body`, a column that starts at the top.

    With `edge`, contents end so far from both sides, whether there is a scroll bar or not.
    """

    def __init__(self, *, edge: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = edge
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = _Inner()
        inner.setProperty("surface", "clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.normal)
        self.setWidget(inner)
        # once more when all is laid out: a bar that goes while the words are laid out tells it too early
        self.verticalScrollBar().rangeChanged.connect(self._keep_edges, Qt.ConnectionType.QueuedConnection)
        self._keep_edges()

    def _keep_edges(self) -> None:
        taken = max(0, self.width() - self.viewport().width())
        left, top, _right, bottom = self.body.getContentsMargins()
        if self._edge:
            self.body.setContentsMargins(self._edge, top, max(0, self._edge - taken), bottom)
        else:
            self.body.setContentsMargins(left, top, SPACE.tight if taken else 0, bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_edges()


class _Inner(QWidget):
    """As high as its wrapped words need at the width they have, not as at the least width they could have."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least

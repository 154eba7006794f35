"""Parts that stand side by side where all of them have room as they are, and below one another where not."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from quizapp.gui.theme import SPACE


class FoldingRow(QWidget):
    """`add` the parts from the left; it is never wider than its widest part needs."""

    def __init__(self, *, spacing: int = SPACE.snug, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)

    @property
    def is_folded(self) -> bool:
        """Whether the parts stand below one another."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    @property
    def natural_width(self) -> int:
        """The width in which all parts stand side by side, none of them wrapped."""
        widths = [_natural_width(part) for part in self._parts if part.isVisibleTo(self)]
        return sum(widths) + self._box.spacing() * max(0, len(widths) - 1)

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """One more part; without `stretch` it keeps its own width."""
        self._parts.append(part)
        place = Qt.AlignmentFlag(0) if stretch else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._box.addWidget(part, stretch, place)

    def _fold(self) -> None:
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if self.natural_width <= self.width() else directions.TopToBottom
        if direction is not self._box.direction():
            self._box.setDirection(direction)

    def minimumSizeHint(self) -> QSize:
        least = max((part.minimumSizeHint().width() for part in self._parts if part.isVisibleTo(self)), default=0)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part came or went, or its words changed
            self._fold()
        return super().event(event)


def _natural_width(part: QWidget) -> int:
    if isinstance(part, FoldingRow):
        return part.natural_width
    if isinstance(part, QLabel) and part.wordWrap():
        return max(part.fontMetrics().horizontalAdvance(line) for line in part.text().split("\n")) + 1
    return part.sizeHint().width()

"""A field for points: whole or half ones, kept in hundredths."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from quizapp.core.points import POINT, points_text

_DECIMALS = 2


class PointsField(QDoubleSpinBox):
    """`points` reads and sets hundredths; the arrows go by whole points, any hundredth can be typed."""

    def __init__(
        self, points: int = 0, *, least: int = 0, most: int = 1000 * POINT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setDecimals(_DECIMALS)
        self.setRange(least / POINT, most / POINT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_points(points)

    @property
    def points(self) -> int:
        """The points shown, in hundredths."""
        return round(self.value() * POINT)

    def set_points(self, points: int) -> None:
        """Show other points."""
        self.setValue(points / POINT)

    def textFromValue(self, value: float) -> str:
        return points_text(round(value * POINT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

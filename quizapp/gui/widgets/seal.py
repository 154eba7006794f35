"""The cinnabar mark 印: the only ornament, and on the screen only (printed it would look like an official stamp)."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quizapp.gui.theme import Theme


class Seal(QWidget):
    """A square seal of `side` pixels at the standard text size."""

    def __init__(self, theme: Theme, side: int = 36, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        theme.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = round(self._side * self._theme.sizes.body / 11)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("seal"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.14, side * 0.14)
        inner = side * 0.08
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("on_seal"), max(1.0, side * 0.035)))
        painter.drawRoundedRect(QRectF(inner, inner, side - 2 * inner, side - 2 * inner), side * 0.08, side * 0.08)
        font = QFont(self._theme.font("body", bold=True))
        font.setPixelSize(round(side * 0.56))
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, "印")  # no _(): a picture, not a text

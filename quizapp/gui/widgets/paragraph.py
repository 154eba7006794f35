"""Breaks a text into lines of a width at the reading line spacing, for widgets that paint themselves."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QTextLayout, QTextOption

from quizapp.gui.theme import READING_LINE


class Paragraph:
    """A text laid out for one font and width; `height` is what it needs."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        letters = QFontMetricsF(font)
        natural = letters.ascent() + letters.descent()
        pitch = max(natural, QFontInfo(font).pixelSize() * READING_LINE)
        lead = (pitch - natural) / 2
        self._layout.beginLayout()
        self.height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.height + lead))
            self.height += pitch
        self._layout.endLayout()

    @property
    def line_count(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Paint it at the left of `area`, in the middle of its height."""
        self._layout.draw(painter, QPointF(area.left(), area.center().y() - self.height / 2))

"""Breaks a text into lines of a width at the reading line spacing, for widgets that paint themselves."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from quizapp.gui.theme import READING_LINE_PERCENT


class Paragraph:
    """A text laid out for one font and width; `height` is what it needs."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        letters = QFontMetricsF(font)
        pitch = (letters.ascent() + letters.descent()) * READING_LINE_PERCENT / 100
        lead = (pitch - letters.ascent() - letters.descent()) / 2
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

"""A few upright bars with their figures: my months, a department's averages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.marks import Mark, draw_mark

_WIDEST_BAR = 48
_WIDEST_STEP_LETTERS = 8  # few bars stand together at the left, not far apart


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` None: nothing there, only `text` (缺考, 免考 …); `tone` colours the bar (accent, good, warn, bad).

    `mark` is drawn before the text, so that the colour is not the only sign; `line` is a pass mark of this bar alone.
    """

    label: str
    value: float | None
    text: str
    tone: str = "accent"
    mark: Mark = Mark.NONE
    line: float | None = None


class BarChart(QWidget):
    """Bars from 0 to `top`; a dashed line at `mark` (the pass mark) with its word."""

    def __init__(self, theme: Theme, *, top: float = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._top = top
        self._bars: tuple[Bar, ...] = ()
        self._mark: float | None = None
        self._mark_word = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.updateGeometry)

    def set_bars(self, bars: Sequence[Bar], *, mark: float | None = None, mark_word: str = "") -> None:
        """Show other bars."""
        self._bars, self._mark, self._mark_word = tuple(bars), mark, mark_word
        self.setAccessibleName("；".join(f"{bar.label} {bar.text}" for bar in bars))
        self.update()

    def _small_height(self) -> int:
        return QFontMetrics(self._theme.font("small")).height()

    def sizeHint(self) -> QSize:
        return QSize(320, 4 * self._theme.sizes.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 3 * self._theme.sizes.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        line = self._small_height() + SPACE.hair
        room = painter.fontMetrics().horizontalAdvance(self._mark_word) + SPACE.tight if self._mark_word else 0
        plot = QRectF(0, line, self.width() - room, self.height() - 2 * line)
        painter.setPen(QPen(self._theme.colour("line"), SHAPE.line_width))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._paint_mark(painter, plot)
        step = min(plot.width() / len(self._bars), self._theme.letters(_WIDEST_STEP_LETTERS))
        for at, bar in enumerate(self._bars):
            self._paint_bar(painter, QRectF(plot.left() + at * step, plot.top(), step, plot.height()), bar)

    def _paint_mark(self, painter: QPainter, plot: QRectF) -> None:
        if self._mark is None:
            return
        y = plot.bottom() - plot.height() * self._mark / self._top
        painter.setPen(QPen(self._theme.colour("edge"), SHAPE.line_width, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(self._theme.colour("muted"))
        height = self._small_height()
        words = QRectF(plot.right(), y - height / 2, self.width() - plot.right(), height)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._mark_word)

    def _paint_bar(self, painter: QPainter, place: QRectF, bar: Bar) -> None:
        line = self._small_height()
        share = 0.0 if bar.value is None else max(0.0, min(1.0, bar.value / self._top))
        width = min(_WIDEST_BAR, place.width() * 0.56)
        height = place.height() * share
        area = QRectF(place.center().x() - width / 2, place.bottom() - height, width, height)
        if height:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(bar.tone))
            radius = min(SPACE.hair, height / 2)
            painter.drawRoundedRect(area, radius, radius)
        self._paint_line(painter, place, bar)
        self._paint_text(painter, QRectF(place.left(), area.top() - line - 2, place.width(), line), bar)
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(place.left(), place.bottom() + SPACE.hair, place.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, bar.label)

    def _paint_line(self, painter: QPainter, place: QRectF, bar: Bar) -> None:
        if bar.line is not None:
            y = place.bottom() - place.height() * bar.line / self._top
            painter.setPen(QPen(self._theme.colour("edge"), SHAPE.line_width, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

    def _paint_text(self, painter: QPainter, place: QRectF, bar: Bar) -> None:
        """The figure on a ground of its own, its mark before it."""
        ink = self._theme.colour("text" if bar.value is not None else "muted")
        side = round(painter.fontMetrics().ascent() * 0.62) if bar.mark else 0
        wide = painter.fontMetrics().horizontalAdvance(bar.text)
        whole = wide + (side + SPACE.hair if side else 0)
        left = place.center().x() - whole / 2
        painter.fillRect(QRectF(left, place.top(), whole, place.height()), self._theme.colour("surface"))
        if side:
            tone = self._theme.colour(bar.tone)
            draw_mark(painter, bar.mark, QRectF(left, place.center().y() - side / 2, side, side), tone)
        painter.setPen(ink)
        words = QRectF(left + whole - wide, place.top(), wide, place.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextDontClip.value, bar.text)

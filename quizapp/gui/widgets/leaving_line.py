"""When somebody left the window of a test and for how long, drawn on the time of the attempt and written below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.leavings import Leaving
from quizapp.gui.local_times import duration
from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_LEAST_WIDTH = 8  # a leaving of seconds in an hour is still seen
_BAR = 20


@dataclass(frozen=True, slots=True)
class Span:
    """The time of an attempt; one still under way ends where it was last left."""

    start: datetime
    end: datetime

    def share(self, at: datetime) -> float:
        """Where an instant stands in it, from 0 to 1."""
        whole = (self.end - self.start).total_seconds()
        return 0.0 if whole <= 0 else max(0.0, min(1.0, (at - self.start).total_seconds() / whole))


class LeavingLine(QWidget):
    """A bar from start to end with a numbered mark for each leaving, and one line of words for each."""

    def __init__(self, theme: Theme, span: Span, leavings: Sequence[Leaving], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        total = sum(one.seconds for one in leavings)
        words = _("离开 {count} 次，共 {total}").format(count=len(leavings), total=duration(total))
        self.bar = _Bar(theme, span, leavings)
        self.bar.setAccessibleName(words)
        column.addWidget(Text(words, "label"))
        column.addWidget(self.bar)
        for number, leaving in enumerate(leavings, start=1):
            column.addWidget(Text(_line(number, leaving)))


def _line(number: int, leaving: Leaving) -> str:
    left_at = leaving.back_at - timedelta(seconds=leaving.seconds)
    words = _("第 {number} 次：{left} 至 {back}，{seconds} 秒")
    return words.format(number=number, left=_clock(left_at), back=_clock(leaving.back_at), seconds=leaving.seconds)


def _clock(at: datetime) -> str:
    return f"{at.astimezone():%H:%M:%S}"


class _Bar(QWidget):
    """The drawing; each mark carries its number, so that it is not told by colour alone."""

    def __init__(self, theme: Theme, span: Span, leavings: Sequence[Leaving]) -> None:
        super().__init__()
        self._theme, self._span, self._leavings = theme, span, tuple(leavings)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(320, 2 * self._letters() + _BAR + 2 * SPACE.hair)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _letters(self) -> int:
        return QFontMetrics(self._theme.font("small")).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        bar = QRectF(0.5, self._letters() + SPACE.hair, self.width() - 1, _BAR)
        painter.setPen(QPen(self._theme.colour("line"), SHAPE.line_width))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(bar, SPACE.hair, SPACE.hair)
        free_from = bar.left()
        for number, leaving in enumerate(self._leavings, start=1):
            free_from = self._paint_mark(painter, bar, leaving, str(number), free_from=free_from)
        self._paint_ends(painter, bar)

    def _paint_mark(self, painter: QPainter, bar: QRectF, leaving: Leaving, number: str, *, free_from: float) -> float:
        """Paint one leaving, its number above where there is room; returns from where the next number may stand."""
        left_at = leaving.back_at - timedelta(seconds=leaving.seconds)
        left = bar.left() + self._span.share(left_at) * bar.width()
        right = bar.left() + self._span.share(leaving.back_at) * bar.width()
        width = max(_LEAST_WIDTH, right - left)
        left = min(left, bar.right() - width)
        ink, _soft = self._theme.tone("warn")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(left, bar.top(), width, bar.height()), 2, 2)
        wide = painter.fontMetrics().horizontalAdvance(number)
        at = left + (width - wide) / 2
        if at < free_from:
            return free_from
        painter.setPen(ink)
        painter.drawText(QPointF(at, bar.top() - SPACE.hair), number)
        return at + wide + SPACE.hair

    def _paint_ends(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(0, bar.bottom() + SPACE.hair, self.width(), self._letters())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, _clock(self._span.start))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, _clock(self._span.end))

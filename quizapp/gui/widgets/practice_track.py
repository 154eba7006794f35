"""How a set goes, a circle a question: right √, wrong ×, skipped –, done earlier ●, to come ○; a ring: the present."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.marks import Mark, draw_mark
from quizapp.i18n import _

_SIDE_PER_BODY = 2.0


class PracticeTrack(QWidget):
    """`show_states` tells of each question whether it was right; None: not answered."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: tuple[bool | None, ...] = ()
        self._done, self._current = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_states(self, states: Sequence[bool | None], *, current: int, done: int = 0) -> None:
        """Show other states; `current` counts them from 0, `done` were answered before them, earlier in the day."""
        self._states, self._done, self._current = (*(None,) * done, *states), done, done + current
        answered = [state for state in states if state is not None]
        words = _("已练 {count} 题，答对 {right} 题").format(count=len(answered), right=sum(answered))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side, count = self._side(), len(self._states)
        return QSize(count * side + max(0, count - 1) * SPACE.hair, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        for at, state in enumerate(self._states):
            self._paint(painter, QRectF(at * (side + SPACE.hair), 0, side, side), at, state)

    def _side(self) -> int:
        return round(self._theme.sizes.body * _SIDE_PER_BODY)

    def _paint(self, painter: QPainter, area: QRectF, at: int, state: bool | None) -> None:
        ink, soft = self._theme.tone("neutral" if state is None else "good" if state else "bad")
        is_current, tint = at == self._current, self._theme.colour
        width = SHAPE.ring_width if is_current else SHAPE.line_width
        ring = tint("accent") if is_current else tint("edge") if state is None else ink
        painter.setPen(QPen(ring, width))
        painter.setBrush(tint("surface") if state is None else soft)
        half = width / 2
        painter.drawEllipse(area.adjusted(half, half, -half, -half))
        inset = area.width() * 0.27
        if at < self._done:
            draw_mark(painter, Mark.DOT, area.adjusted(inset, inset, -inset, -inset), ink)
        elif state is not None:
            mark = Mark.CHECK if state else Mark.CROSS
            draw_mark(painter, mark, area.adjusted(inset, inset, -inset, -inset), ink)
        elif at < self._current:  # passed by without an answer
            painter.setPen(QPen(ink, SHAPE.ring_width))
            middle = area.center()
            painter.drawLine(QLineF(middle.x() - inset / 2, middle.y(), middle.x() + inset / 2, middle.y()))

"""Where one is in a short sequence: numbered steps with words, the done ones ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.marks import Mark, draw_mark
from quizapp.i18n import _


class Steps(QWidget):
    """Shows the labels in a row; `set_current` says which one is now (from 0; their number: all done).

    In the largest letters only the present step has its word.
    """

    def __init__(self, theme: Theme, labels: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels = tuple(labels)
        self.current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Go to a step."""
        self.current = index
        at = min(index, len(self._labels) - 1)
        words = _("第 {number} 步，共 {count} 步：{label}")
        self.setAccessibleName(words.format(number=at + 1, count=len(self._labels), label=self._labels[at]))
        self.updateGeometry()
        self.update()

    def _circle(self) -> int:
        return round(self._theme.sizes.body * 2.4)

    def _words_width(self, label: str) -> int:
        font = self._theme.font("body", bold=True)
        return QFontMetrics(font).horizontalAdvance(label)

    def _said(self, at: int) -> str:
        """The words beside a circle."""
        is_now = at == min(self.current, len(self._labels) - 1)
        return self._labels[at] if is_now or self._theme.size != "extra" else ""

    def sizeHint(self) -> QSize:
        words = sum(self._words_width(self._said(at)) for at in range(len(self._labels)))
        each = self._circle() + SPACE.tight + SPACE.snug + SPACE.vast
        return QSize(words + each * len(self._labels), self._circle() + SPACE.tight)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 1.0, self.height() / 2
        for at in range(len(self._labels)):
            left = self._paint_step(painter, at, self._said(at), left)
            if at < len(self._labels) - 1:
                painter.setPen(QPen(self._theme.colour("accent" if at < self.current else "line"), 1.5))
                painter.drawLine(QPointF(left, middle), QPointF(left + SPACE.broad, middle))
                left += SPACE.broad + SPACE.snug

    def _paint_step(self, painter: QPainter, at: int, label: str, left: float) -> float:
        tint, side = self._theme.colour, self._circle()
        is_now, is_done = at == self.current, at < self.current
        area = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(tint("accent" if is_now or is_done else "edge"), 1.5))
        painter.setBrush(tint("accent" if is_now else "accent_soft" if is_done else "surface"))
        painter.drawEllipse(area)
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(tint("on_accent" if is_now else "accent" if is_done else "muted"))
        if is_done:
            inset = side * 0.3
            draw_mark(painter, Mark.CHECK, area.adjusted(inset, inset, -inset, -inset), tint("accent"))
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        painter.setFont(self._theme.font("body", bold=is_now))
        painter.setPen(tint("text" if is_now or is_done else "muted"))
        words = QRectF(area.right() + SPACE.tight, 0, self._words_width(label) + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        return words.right() + SPACE.snug

"""A small state mark: a shape, a word and a colour, so that the colour is never the only cue."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.marks import TONE_MARKS, Mark, draw_mark

_GAP = 5


class Badge(QWidget):
    """Tones: good, warn, bad, info, neutral."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: str = "neutral",
        *,
        mark: Mark | None = None,
        role: str = "small",
        parent: QWidget | None = None,
    ) -> None:
        """`role` is that of the word's font."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_state(text, tone, mark=mark)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    @property
    def tone(self) -> str:
        """The tone."""
        return self._tone

    @property
    def mark(self) -> Mark:
        """The shape."""
        return self._mark

    def set_state(self, text: str, tone: str, *, mark: Mark | None = None) -> None:
        """Show another state."""
        self._text, self._tone = text, tone
        self._mark = TONE_MARKS[tone] if mark is None else mark
        if text != self.accessibleName():  # each change of a name may be read out
            self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._theme.font(self._role, bold=True), self._text, self._mark)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        state = (self._text, self._tone, self._mark)
        paint_badge(painter, self._theme, QRectF(self.rect()), state, role=self._role)


def badge_size(font: QFont, text: str, mark: Mark) -> QSize:
    """The room a badge needs."""
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text) + 2 * SPACE.tight + 2
    if mark:
        width += _mark_side(metrics) + _GAP
    return QSize(width, metrics.height() + SPACE.hair)


def paint_badge(
    painter: QPainter, theme: Theme, area: QRectF, state: tuple[str, str, Mark], *, role: str = "small"
) -> None:
    """Paint text, tone and mark into an area; what is too long for it is elided."""
    text, tone, mark = state
    ink, soft = theme.tone(tone)
    font = theme.font(role, bold=True)
    metrics = QFontMetrics(font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(area, SPACE.hair, SPACE.hair)
    left = area.left() + SPACE.tight
    if mark:
        side = _mark_side(metrics)
        draw_mark(painter, mark, QRectF(left, area.center().y() - side / 2, side, side), ink)
        left += side + _GAP
    painter.setPen(ink)
    painter.setFont(font)
    room = QRectF(left, area.top(), area.right() - SPACE.tight - left + 2, area.height())
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def _mark_side(metrics: QFontMetrics) -> int:
    return round(metrics.ascent() * 0.62)

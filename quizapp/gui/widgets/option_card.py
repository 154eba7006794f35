"""One option of a question as a whole-width card: letter badge, wrapped text, picture, and whether it is chosen.

A radio button where one option is right, a check box where several may be, so that screen readers say which.
"""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QRectF, QSize, QSizeF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from quizapp.gui.contrast import between
from quizapp.gui.picture_source import ShownPicture, fitted
from quizapp.gui.theme import MOTION, SHAPE, SPACE, Theme
from quizapp.gui.widgets.marks import Mark, draw_mark
from quizapp.gui.widgets.paragraph import Paragraph
from quizapp.gui.widgets.picture_view import draw_picture
from quizapp.i18n import _

_BADGE_PER_TARGET = 0.68
_PICTURE_TARGETS = 2.4  # the most height of a picture, in heights of what is pressed
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class _Inks:
    border: QColor
    fill: QColor
    badge: QColor
    letter: QColor
    width: int


class _Card:
    """What both kinds of card share: painting, size and verdict. Mixed into a button of Qt."""

    def _set_up(self: QAbstractButton, theme: Theme, letter: str, text: str, picture: ShownPicture | None) -> None:
        self._theme = theme
        self.picture = picture
        self.letter = letter
        self._text = text
        self._verdict = ""
        self._is_hovered = False
        self._former: _Inks | None = None
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=MOTION.quick_ms)
        self._fade.valueChanged.connect(self.update)
        self.toggled.connect(self._on_toggled)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(isinstance(self, QRadioButton))  # what makes it a radio button to screen readers
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()
        theme.changed.connect(self._bound)
        if picture is not None:
            picture.changed.connect(self._bound)

    def _bound(self) -> None:
        """Be as high as the words need at this width: a fixed height would be that of the hint's width."""
        self.setMaximumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def set_verdict(self, verdict: str, word: str = "") -> None:
        """For the review: "right", "wrong" or "" (none), and a word for it such as 正确答案 or 你的选择."""
        self._verdict, self._word = verdict, word
        self._name()
        self._bound()
        self.update()

    def _name(self) -> None:
        text = self._text if self._text or self.picture is None else _("图片")
        parts = [_("选项 {letter}：{text}").format(letter=self.letter, text=text)]
        if self._verdict:
            parts.append(self._word)
        self.setAccessibleName("，".join(parts))

    _word = ""

    def _letters(self) -> QFont:
        return self._theme.font("option")

    def _badge_side(self) -> int:
        return round(self._theme.sizes.target * _BADGE_PER_TARGET)

    def _tail_width(self) -> int:
        """Room at the right for the check, or for the verdict's mark and word."""
        side = round(self._theme.sizes.body * 2)
        if not self._word:
            return side
        metrics = QFontMetrics(self._theme.font("body", bold=True))
        return side + SPACE.tight + metrics.horizontalAdvance(self._word)

    def _text_width(self, width: int) -> float:
        return width - 2 * SPACE.normal - self._badge_side() - 2 * SPACE.snug - self._tail_width()

    def _picture_size(self, width: int) -> QSizeF:
        """The room that the picture takes."""
        tallest = self._theme.sizes.target * _PICTURE_TARGETS
        if self.picture is None:
            return QSizeF(0, 0)
        if self.picture.image is None:
            return QSizeF(min(self._text_width(width), self._theme.letters(12)), self._theme.sizes.target)
        most = max(1.0, self._theme.sizes.body / 11)  # as the letters grow
        size = fitted(self.picture.image, max(1.0, self._text_width(width)), tallest, most=most)
        return QSizeF(size.width() + 2, size.height() + 2)

    def _inks(self) -> _Inks:
        tint = self._theme.colour
        if self._verdict:
            ink, soft = self._theme.tone("good" if self._verdict == "right" else "bad")
            return _Inks(ink, soft, ink, tint("on_accent"), SHAPE.ring_width)
        if self.isChecked():
            return _Inks(tint("accent"), tint("accent_soft"), tint("accent"), tint("on_accent"), SHAPE.ring_width)
        if not self.isEnabled():
            return _Inks(tint("line"), tint("surface"), tint("sunken"), tint("muted"), SHAPE.line_width)
        if self.isDown():
            return _Inks(tint("accent"), tint("pressed"), tint("accent_soft"), tint("accent"), SHAPE.line_width)
        if self._is_hovered:
            return _Inks(tint("accent"), tint("hover"), tint("accent_soft"), tint("accent"), SHAPE.line_width)
        return _Inks(tint("edge"), tint("surface"), tint("sunken"), tint("muted"), SHAPE.line_width)

    def _on_toggled(self, checked: bool) -> None:
        """Let the colours of the choice come softly; the check and the letter are there at once."""
        if not (self._theme.moves and self.isVisible()):
            return
        tint = self._theme.colour
        former = _Inks(tint("edge"), tint("surface"), tint("sunken"), tint("muted"), SHAPE.line_width)
        chosen = _Inks(tint("accent"), tint("accent_soft"), tint("accent"), tint("on_accent"), SHAPE.ring_width)
        self._former = former if checked else chosen
        self._fade.start()

    @property
    def is_fading(self) -> bool:
        """Whether the colours are still on their way."""
        return self._fade.state() is QAbstractAnimation.State.Running

    def _shown_inks(self) -> _Inks:
        """The colours of the state, or those on the way to it."""
        inks = self._inks()
        if self._former is None or not self.is_fading:
            return inks
        share = float(self._fade.currentValue())
        fill, badge = between(self._former.fill, inks.fill, share), between(self._former.badge, inks.badge, share)
        return _Inks(inks.border, fill, badge, inks.letter if share > 0.5 else self._former.letter, inks.width)

    def _paint_ground(self, painter: QPainter, inks: _Inks) -> None:
        half = inks.width / 2
        painter.setPen(QPen(inks.border, inks.width))
        painter.setBrush(inks.fill)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, SHAPE.card_radius, SHAPE.card_radius)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), SHAPE.ring_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = SPACE.hair + 1.0 if inks.width == SHAPE.ring_width else SHAPE.ring_width / 2
            area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            radius = SHAPE.card_radius - (inset if inks.width == SHAPE.ring_width else 0)
            painter.drawRoundedRect(area, radius, radius)

    def _paint_badge(self, painter: QPainter, inks: _Inks) -> None:
        side = self._badge_side()
        area = QRectF(SPACE.normal, (self.height() - side) / 2, side, side)
        radius = side / 2 if isinstance(self, QRadioButton) else SHAPE.field_radius
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.badge)
        painter.drawRoundedRect(area, radius, radius)
        painter.setPen(inks.letter)
        painter.setFont(self._theme.font("body", bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.letter)

    def _paint_tail(self, painter: QPainter, inks: _Inks) -> None:
        if not (self.isChecked() or self._verdict):
            return
        width = self._tail_width()
        side = round(self._theme.sizes.body * 1.5)
        left = self.width() - SPACE.normal - (width if self._word else side)
        mark = Mark.CROSS if self._verdict == "wrong" else Mark.CHECK
        draw_mark(painter, mark, QRectF(left, (self.height() - side) / 2, side, side), inks.border)
        painter.setPen(inks.border)
        painter.setFont(self._theme.font("body", bold=True))
        words = QRectF(left + side + SPACE.tight, 0, width - side - SPACE.tight, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._word)

    def paintEvent(self, _event: QPaintEvent) -> None:
        inks = self._shown_inks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, inks)
        self._paint_badge(painter, inks)
        self._paint_tail(painter, inks)
        left = SPACE.normal + self._badge_side() + SPACE.snug
        words = Paragraph(self._text, self._letters(), self._text_width(self.width()))
        painter.setPen(self._theme.colour("text"))
        if self.picture is None:
            words.draw(painter, QRectF(left, 0, self._text_width(self.width()), self.height()))
            return
        size, top = self._picture_size(self.width()), float(SPACE.snug)
        if self._text:
            words.draw(painter, QRectF(left, top, self._text_width(self.width()), words.height))
            top += words.height + SPACE.tight
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_picture(painter, QRectF(left, top, size.width(), size.height()), self.picture, self._theme)

    def heightForWidth(self, width: int) -> int:
        words = Paragraph(self._text, self._letters(), self._text_width(width))
        high = words.height if self._text or self.picture is None else 0
        if self.picture is not None:
            high += self._picture_size(width).height() + (SPACE.tight if self._text else 0)
        return max(self._theme.sizes.target + SPACE.tight, round(high + 2 * SPACE.snug))

    def sizeHint(self) -> QSize:
        width = self._theme.letters(30)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.letters(12), self._theme.sizes.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bound()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # a button would change the answer by an arrow: the list only moves the focus
        else:
            super().keyPressEvent(event)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)


class SingleOptionCard(_Card, QRadioButton):
    """A card of which one in a list is chosen; who is chosen is the list's business."""

    def __init__(self, theme: Theme, letter: str, text: str, picture: ShownPicture | None = None) -> None:
        super().__init__()
        self._set_up(theme, letter, text, picture)


class MultipleOptionCard(_Card, QCheckBox):
    """A card of which several may be chosen."""

    def __init__(self, theme: Theme, letter: str, text: str, picture: ShownPicture | None = None) -> None:
        super().__init__()
        self._set_up(theme, letter, text, picture)

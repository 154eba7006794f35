"""A picture over the whole window, to be looked at closely: larger by + − 0 or the wheel, moved by dragging.

Esc, Enter or a click goes back.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.picture_source import fitted
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.i18n import _

_LARGER = 4.0  # times, at most: more shows nothing but blur
_STEP = 1.25
_MOST_ZOOM = 6.0
_A_CLICK = 6  # pixels: who moves the mouse less has not dragged
_MOVE = 80  # pixels for an arrow key
_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LARGER_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER_KEYS = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(_MOVE, 0),
    Qt.Key.Key_Right: QPointF(-_MOVE, 0),
    Qt.Key.Key_Up: QPointF(0, _MOVE),
    Qt.Key.Key_Down: QPointF(0, -_MOVE),
}


class PictureZoom(QWidget):
    """Covers the window it is opened in; the keyboard stays with it and returns to where it was."""

    def __init__(self, theme: Theme, opener: QWidget, image: QImage, name: str) -> None:
        super().__init__(opener.window())
        self._theme, self._image = theme, image
        self._opener: QWidget | None = opener
        self.factor = 1.0
        self.offset = QPointF()
        self._pressed_at: QPointF | None = None
        self._dragged_from = QPointF()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addStretch(1)
        self.buttons = [
            self._add_button(row, _("缩小"), "magnifying-glass-minus", lambda: self.scale_to(self.factor / _STEP)),
            self._add_button(row, _("放大"), "magnifying-glass-plus", lambda: self.scale_to(self.factor * _STEP)),
            self._add_button(row, _("适合窗口"), "arrows-in", lambda: self.scale_to(1.0)),
        ]
        self.close_button = self._add_button(row, _("关闭（Esc）"), "x", self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.normal, SPACE.normal, SPACE.normal, SPACE.normal)
        column.addLayout(row)
        column.addStretch(1)
        opener.window().installEventFilter(self)
        opener.destroyed.connect(self._on_opener_destroyed)
        self.setGeometry(opener.window().rect())
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_button(self, row: QHBoxLayout, word: str, icon: str, press: Callable[[], object]) -> Button:
        button = Button(self._theme, word, icon=icon)
        button.clicked.connect(lambda _checked=False: press())
        button.installEventFilter(self)
        row.addWidget(button)
        return button

    def scale_to(self, factor: float) -> None:
        """Show the picture so many times as large as the window has room for, at least once."""
        factor = min(max(factor, 1.0), _MOST_ZOOM)
        self.offset = self.offset * (factor / self.factor)
        self.factor = factor
        self.move_by(QPointF())

    def move_by(self, way: QPointF) -> None:
        """Move the picture, never so far that its middle leaves it."""
        size = self._size() / 2
        moved = self.offset + way
        x = min(max(moved.x(), -size.width()), size.width()) if self.factor > 1 else 0.0
        y = min(max(moved.y(), -size.height()), size.height()) if self.factor > 1 else 0.0
        self.offset = QPointF(x, y)
        self.setCursor(Qt.CursorShape.OpenHandCursor if self.factor > 1 else Qt.CursorShape.ArrowCursor)
        self.update()

    def _room(self) -> QRectF:
        top = 2 * SPACE.normal + self.close_button.height()
        return QRectF(self.rect()).adjusted(SPACE.wide, top, -SPACE.wide, -SPACE.wide)

    def _size(self) -> QSizeF:
        room = self._room()
        return fitted(self._image, max(1.0, room.width()), max(1.0, room.height()), most=_LARGER) * self.factor

    def leave(self) -> None:
        """Go back to where the picture was opened."""
        self.window().removeEventFilter(self)
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def _on_opener_destroyed(self) -> None:
        """Time ran out, or the page went for another reason: there is nothing to go back to."""
        self._opener = None
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size, room = self._size(), self._room()
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(room.center() + self.offset)
        painter.setClipRect(QRectF(self.rect()).adjusted(0, room.top() - SPACE.tight, 0, 0))
        painter.fillRect(area, Qt.GlobalColor.white)  # as paper: drawings may have no ground of their own
        painter.drawImage(area, self._image)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.parentWidget().rect())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is not self.parent():
            return self._takes_key(event.key())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the page's shortcuts rest while it is covered
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes_key(event.key()) and event.key() in _CLOSING:
            self.leave()
        event.accept()  # no key reaches the question behind

    def _takes_key(self, key: int) -> bool:
        """Larger, smaller, whole, or moved by an arrow; False for any other key."""
        if key in _LARGER_KEYS:
            self.scale_to(self.factor * _STEP)
        elif key in _SMALLER_KEYS:
            self.scale_to(self.factor / _STEP)
        elif key == Qt.Key.Key_0:
            self.scale_to(1.0)
        elif key in _ARROWS:
            self.move_by(_ARROWS[Qt.Key(key)])
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scale_to(self.factor * _STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = self._dragged_from = event.position()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_by(event.position() - self._dragged_from)
        self._dragged_from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and (event.position() - pressed).manhattanLength() < _A_CLICK:
            self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard stays here, and goes round the buttons."""
        ring = [*self.buttons, self.close_button]
        at = next((at for at, button in enumerate(ring) if button.hasFocus()), len(ring) - 1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        ring[(at + (1 if forward else -1)) % len(ring)].setFocus(reason)
        return True

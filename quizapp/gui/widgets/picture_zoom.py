"""A picture over the whole window, to be looked at closely; Esc, Enter or a click anywhere goes back."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.picture_source import fitted
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.i18n import _

_LARGER = 4.0  # times, at most: more shows nothing but blur
_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PictureZoom(QWidget):
    """Covers the window it is opened in; the keyboard stays with it and returns to where it was."""

    def __init__(self, theme: Theme, opener: QWidget, image: QImage, name: str) -> None:
        super().__init__(opener.window())
        self._theme, self._image = theme, image
        self._opener: QWidget | None = opener
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button = Button(theme, _("关闭（Esc）"), icon="x", compact=True, parent=self)
        self.close_button.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
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
        top = 2 * SPACE.normal + self.close_button.height()
        room = QRectF(self.rect()).adjusted(SPACE.wide, top, -SPACE.wide, -SPACE.wide)
        size = fitted(self._image, max(1.0, room.width()), max(1.0, room.height()), most=_LARGER)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(room.center())
        painter.fillRect(area, Qt.GlobalColor.white)  # as paper: drawings may have no ground of their own
        painter.drawImage(area, self._image)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the page's shortcuts rest while it is covered
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLOSING:
            self.leave()
        event.accept()  # no key reaches the question behind

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.leave()

    def focusNextPrevChild(self, _next: bool) -> bool:
        return True  # the keyboard stays here

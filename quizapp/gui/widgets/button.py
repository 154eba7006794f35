"""A push button in one of the program's kinds, with an icon beside its word that follows the theme."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QIconEngine, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from quizapp.gui.theme import SHAPE, Theme

_ICON_INKS = {"primary": "on_accent", "danger_primary": "on_accent", "danger": "bad", "quiet": "accent"}
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class _Lowered(QIconEngine):
    """An icon at the foot of a place that is higher than wide: beside letters that stand below the middle of a line."""

    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self._icon = icon

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        foot = QRect(rect.x(), rect.bottom() + 1 - rect.width(), rect.width(), rect.width())
        self._icon.paint(painter, foot, Qt.AlignmentFlag.AlignCenter, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Lowered(self._icon)


class Button(QPushButton):
    """Kinds: primary (one a page), secondary, quiet, danger, danger_primary, nav. Space and Enter both press it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "secondary",
        icon: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon_name = icon
        self._has_ring = False
        self.setProperty("kind", kind)
        self.setProperty("compact", compact)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._refresh()

    def set_kind(self, kind: str) -> None:
        """Change the kind, such as primary to secondary when another action becomes the next one."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._refresh()

    def set_icon(self, name: str) -> None:
        """Change the icon beside the word; an empty name takes it away."""
        self._icon_name = name
        self._refresh()

    def _refresh(self) -> None:
        if not self._icon_name:
            self.setIcon(QIcon())
            return
        kind = self.property("kind")
        ink = "accent" if kind == "nav" and self.isChecked() else _ICON_INKS.get(kind, "text")
        side, drop = round(self._theme.sizes.body * 1.75), self._theme.letter_drop()
        self.setIcon(QIcon(_Lowered(self._theme.icon(self._icon_name, ink))))
        self.setIconSize(QSize(side, side + 2 * drop))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_ring = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_ring:
            return
        is_filled = self.property("kind") in ("primary", "danger_primary")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 3.0 if is_filled else SHAPE.ring_width / 2
        painter.setPen(QPen(self._theme.colour("on_accent" if is_filled else "accent"), SHAPE.ring_width))
        radius = SHAPE.field_radius - (inset if is_filled else 0)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

"""A picture within a page, as small as the page needs it; a click, Enter or the space bar shows it large."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.gui.picture_source import ShownPicture, fitted
from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.picture_zoom import PictureZoom
from quizapp.i18n import _

_TARGETS_HIGH = 5.0
_MOST = 250  # pixels: of the lowest screen's height, so much that the options begin in sight at the largest text
_LEAST = 48  # pixels


class PictureView(QAbstractButton):
    """Shows a `ShownPicture`; `targets_high`: its most height, in heights of what is pressed."""

    def __init__(
        self,
        theme: Theme,
        shown: ShownPicture,
        name: str,
        *,
        targets_high: float = _TARGETS_HIGH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.shown, self._name = theme, shown, name
        self._targets_high = targets_high
        self.zoom: PictureZoom | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_zoom)
        shown.changed.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._refresh()

    def open_zoom(self) -> None:
        """Show the picture over the whole window."""
        if self.shown.image is not None:
            self.zoom = PictureZoom(self._theme, self, self.shown.image, self._name)
            self.zoom.destroyed.connect(self._on_zoom_gone)

    def _on_zoom_gone(self) -> None:
        self.zoom = None

    def _refresh(self) -> None:
        self.setEnabled(self.shown.image is not None)
        state = self.shown.words or _("按 Enter 放大")
        self.setAccessibleName(_("{name}：{state}").format(name=self._name, state=state))
        self.setToolTip(_("点击放大") if self.shown.image is not None else "")
        self.setMaximumSize(self.sizeHint().expandedTo(QSize(_LEAST, _LEAST)))
        self.updateGeometry()
        self.update()

    def _tallest(self) -> float:
        return min(self._theme.sizes.target * self._targets_high, _MOST)

    def _size_for(self, width: float) -> QSizeF:
        """Picture and frame at a width."""
        if self.shown.image is None:
            return QSizeF(min(width, self._theme.letters(12)), min(self._tallest(), self._theme.sizes.target * 2))
        larger = self._theme.sizes.body / 11  # as the letters grow
        edge = 2 * SHAPE.line_width
        size = fitted(self.shown.image, max(1.0, width - edge), self._tallest(), most=max(1.0, larger))
        return QSizeF(size.width() + edge, size.height() + edge)

    def sizeHint(self) -> QSize:
        return self._size_for(100_000).toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST // 2)

    def heightForWidth(self, width: int) -> int:
        return round(self._size_for(width).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(0, 0, min(self.width(), self._size_for(self.width()).width()), self.height())
        draw_picture(painter, area, self.shown, self._theme)
        if self.shown.image is not None:
            self._draw_hint(painter, area)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), SHAPE.ring_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _draw_hint(self, painter: QPainter, area: QRectF) -> None:
        side = self._theme.sizes.target * 0.6
        spot = QRectF(area.right() - side - SPACE.hair, area.bottom() - side - SPACE.hair, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(spot, SHAPE.field_radius, SHAPE.field_radius)
        self._theme.icon("magnifying-glass-plus").paint(painter, spot.adjusted(4, 4, -4, -4).toRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def draw_picture(painter: QPainter, area: QRectF, shown: ShownPicture, theme: Theme) -> None:
    """Paint a picture at the middle of an area, or the words that stand for it."""
    if shown.image is None:
        painter.setPen(QPen(theme.colour("line"), SHAPE.line_width))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), SHAPE.field_radius, SHAPE.field_radius)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("body"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, shown.words)
        return
    edge = SHAPE.line_width
    size = fitted(shown.image, max(1.0, area.width() - 2 * edge), max(1.0, area.height() - 2 * edge), most=100.0)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(area.center())
    painter.fillRect(place, Qt.GlobalColor.white)  # as paper: drawings may have no ground of their own
    painter.drawImage(place, shown.image)
    painter.setPen(QPen(theme.colour("line"), edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)

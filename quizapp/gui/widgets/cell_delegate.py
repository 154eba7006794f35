"""Paints the cells of a table: text, a bar with its rate, a state as a badge, or a tick."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.gui.models.rows import KIND_ROLE, TONE_ROLE, VALUE_ROLE, ColumnKind
from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.badge import badge_size, paint_badge
from quizapp.gui.widgets.marks import TONE_MARKS, Mark, draw_mark

RATE_SAMPLE = "100.00%"
"""The longest rate: bars begin after the room it takes."""
_BAR_HEIGHT = 6


class CellDelegate(QStyledItemDelegate):
    """Reads what to paint from the model's roles; see `models.rows`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        kind = index.data(KIND_ROLE)
        inner = option.rect.adjusted(SPACE.snug, 0, -SPACE.snug, -SHAPE.line_width)
        if kind == ColumnKind.RATE:
            self._paint_ground(painter, option, index)
            self._paint_rate(painter, inner, index)
        elif kind == ColumnKind.BADGE and index.data(TONE_ROLE):
            self._paint_ground(painter, option, index)
            self._paint_badge(painter, inner, index)
        elif kind == ColumnKind.TICK:
            self._paint_ground(painter, option, index)
            if index.data(VALUE_ROLE) is not None:
                self._paint_tick(painter, inner, is_on=index.data(VALUE_ROLE))
        else:
            super().paint(painter, option, index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)

    def _paint_rate(self, painter: QPainter, inner: QRect, index: QModelIndex) -> None:
        value = index.data(VALUE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("text"))
        words = QRect(inner)
        words.setWidth(painter.fontMetrics().horizontalAdvance(RATE_SAMPLE))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data())
        rail = QRectF(words.right() + SPACE.snug, inner.center().y() - _BAR_HEIGHT / 2 + 1, 0, _BAR_HEIGHT)
        rail.setRight(inner.right())
        if value is not None and rail.width() > 2 * _BAR_HEIGHT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("line"))
            painter.drawRoundedRect(rail, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
            painter.setBrush(self._theme.colour("accent"))
            rail.setWidth(rail.width() * min(1.0, max(0.0, float(value))))
            painter.drawRoundedRect(rail, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.restore()

    def _paint_tick(self, painter: QPainter, inner: QRect, *, is_on: bool) -> None:
        side = self._theme.tick_side
        box = QRectF(inner.left(), inner.top() + (inner.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent" if is_on else "edge"), SHAPE.line_width))
        painter.setBrush(self._theme.colour("accent" if is_on else "surface"))
        painter.drawRoundedRect(box, SPACE.hair, SPACE.hair)
        if is_on:
            inset = side * 0.22
            draw_mark(painter, Mark.CHECK, box.adjusted(inset, inset, -inset, -inset), self._theme.colour("on_accent"))
        painter.restore()

    def _paint_badge(self, painter: QPainter, inner: QRect, index: QModelIndex) -> None:
        tone = index.data(TONE_ROLE)
        mark = TONE_MARKS[tone]
        size = badge_size(self._theme.font("small", bold=True), index.data(), mark)
        top = inner.top() + (inner.height() - size.height()) / 2
        area = QRectF(inner.left(), top, min(size.width(), inner.width()), size.height())
        paint_badge(painter, self._theme, area, (index.data(), tone, mark))

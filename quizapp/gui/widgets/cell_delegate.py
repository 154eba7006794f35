"""Paints the cells of a table: text, a bar with its rate, or a state as a badge."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.gui.models.rows import KIND_ROLE, TONE_ROLE, VALUE_ROLE, ColumnKind
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.badge import SHAPES

_BAR_HEIGHT = 6


class CellDelegate(QStyledItemDelegate):
    """Reads what to paint from the model's roles; see `models.rows`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        kind = index.data(KIND_ROLE)
        if kind == ColumnKind.RATE:
            self._ground(painter, option, index)
            self._paint_rate(painter, option.rect, index)
        elif kind == ColumnKind.BADGE and index.data(TONE_ROLE):
            self._ground(painter, option, index)
            self._paint_badge(painter, option.rect, index)
        else:
            super().paint(painter, option, index)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)

    def _paint_rate(self, painter: QPainter, cell: QRect, index: QModelIndex) -> None:
        value, text = index.data(VALUE_ROLE), index.data()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = cell.adjusted(SPACE.snug, 0, -SPACE.snug, 0)
        word_width = painter.fontMetrics().horizontalAdvance("100.00%")
        painter.setPen(self._theme.colour("text"))
        words = QRect(inner.left(), inner.top(), word_width, inner.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        rail = QRectF(words.right() + SPACE.tight, inner.center().y() - _BAR_HEIGHT / 2 + 1, 0, _BAR_HEIGHT)
        rail.setRight(inner.right())
        if value is not None and rail.width() > 2 * _BAR_HEIGHT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(rail, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
            painter.setBrush(self._theme.colour("accent"))
            rail.setWidth(rail.width() * min(1.0, max(0.0, float(value))))
            painter.drawRoundedRect(rail, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.restore()

    def _paint_badge(self, painter: QPainter, cell: QRect, index: QModelIndex) -> None:
        tone = index.data(TONE_ROLE)
        ink, soft = self._theme.tone(tone)
        text = f"{SHAPES[tone]} {index.data()}"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small", bold=True))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(text) + 2 * SPACE.tight, cell.width() - 2 * SPACE.snug)
        height = metrics.height() + 4
        pill = QRectF(cell.left() + SPACE.snug, cell.center().y() - height / 2 + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(pill, SPACE.hair, SPACE.hair)
        painter.setPen(ink)
        room = int(width) - 2 * SPACE.tight
        painter.drawText(
            pill, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        )
        painter.restore()

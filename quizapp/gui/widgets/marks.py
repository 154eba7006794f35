"""The shapes that stand for a state beside its word, drawn as lines so that they look the same in every font."""

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


class Mark(StrEnum):
    """√ × ! ● ○ ⚑ ★ in the words of the house; NONE draws nothing."""

    CHECK = "check"
    CROSS = "cross"
    ALERT = "alert"
    DOT = "dot"
    RING = "ring"
    FLAG = "flag"
    STAR = "star"
    NONE = ""


TONE_MARKS = {
    "good": Mark.CHECK,
    "bad": Mark.CROSS,
    "warn": Mark.ALERT,
    "info": Mark.DOT,
    "neutral": Mark.RING,
}
"""The shape each tone carries unless another is given."""


def draw_mark(painter: QPainter, mark: Mark, area: QRectF, ink: QColor) -> None:
    """Draw a mark into a square area."""
    if mark is Mark.NONE:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = area.width()
    pen = QPen(ink, max(1.5, side * 0.13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(area.topLeft())
    painter.scale(side, side)
    pen.setWidthF(pen.widthF() / side)
    painter.setPen(pen)
    if mark in (Mark.DOT, Mark.RING):
        _draw_round(painter, ink, is_filled=mark is Mark.DOT)
    elif mark is Mark.FLAG:
        _draw_flag(painter, ink)
    elif mark is Mark.STAR:
        _draw_star(painter, ink)
    else:
        _draw_strokes(painter, mark, ink)
    painter.restore()


def _draw_strokes(painter: QPainter, mark: Mark, ink: QColor) -> None:
    if mark is Mark.CHECK:
        painter.drawPolyline(QPolygonF([QPointF(0.14, 0.54), QPointF(0.40, 0.80), QPointF(0.88, 0.24)]))
    elif mark is Mark.CROSS:
        painter.drawLine(QPointF(0.2, 0.2), QPointF(0.8, 0.8))
        painter.drawLine(QPointF(0.8, 0.2), QPointF(0.2, 0.8))
    else:
        painter.drawLine(QPointF(0.5, 0.14), QPointF(0.5, 0.58))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(0.5, 0.85), 0.09, 0.09)


def _draw_round(painter: QPainter, ink: QColor, *, is_filled: bool) -> None:
    if is_filled:
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0.5, 0.5), 0.38, 0.38)


def _draw_flag(painter: QPainter, ink: QColor) -> None:
    painter.drawLine(QPointF(0.22, 0.1), QPointF(0.22, 0.92))
    cloth = QPainterPath(QPointF(0.22, 0.12))
    for x, y in ((0.88, 0.12), (0.70, 0.34), (0.88, 0.56), (0.22, 0.56)):
        cloth.lineTo(x, y)
    painter.fillPath(cloth, ink)


def _draw_star(painter: QPainter, ink: QColor) -> None:
    """Five points, the first one upwards."""
    path = QPainterPath()
    for at in range(10):
        angle, reach = math.pi * (at / 5 - 0.5), 0.5 if at % 2 == 0 else 0.2
        point = QPointF(0.5 + reach * math.cos(angle), 0.53 + reach * math.sin(angle))
        if at:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    painter.fillPath(path, ink)

"""Pictures for the gallery: a table seen from above with its seats, drawn on the spot."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

_TABLE, _SEAT, _CHOSEN, _INK = (QColor(code) for code in ("#E9DCC6", "#FFFFFF", "#F3C9A8", "#333333"))
_SEATS = 5
_CENTRE = _SEATS // 2


def seat_plan(names: Sequence[str] = (), *, chosen: int | None = None, width: int = 640) -> bytes:
    """A long table with seats at both sides, as a PNG file; `names` on the seats, `chosen` (from 0) in colour."""
    high = width // 2
    image = QImage(width, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_INK, max(1.0, width / 320)))
    painter.setBrush(_TABLE)
    painter.drawRoundedRect(QRectF(width * 0.08, high * 0.36, width * 0.84, high * 0.28), 8, 8)
    font = QFont()
    font.setPixelSize(max(9, round(width / 22)))
    painter.setFont(font)
    for seat in range(2 * _SEATS):
        column, is_below = seat % _SEATS, seat >= _SEATS
        side = width * 0.13
        left = width * (0.1 + 0.165 * column)
        area = QRectF(left, high * (0.7 if is_below else 0.04), side, side * 1.05)
        painter.setBrush(_CHOSEN if seat == chosen else _SEAT)
        painter.drawRoundedRect(area, 6, 6)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, names[seat] if seat < len(names) else "")
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def numbered_plan() -> bytes:
    """The picture of a stem: every seat with its number."""
    return seat_plan([str(number) for number in range(1, 2 * _SEATS + 1)])


def option_plan(option: int) -> bytes:
    """The picture of an option: one seat in colour."""
    return seat_plan(chosen=(_CENTRE, 0, _SEATS + _CENTRE, 2 * _SEATS - 1)[option % 4], width=320)

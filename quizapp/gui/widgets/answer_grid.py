"""All questions of a sheet at a glance, in rows of five: unanswered ○, answered ●, marked ⚑, the present one ringed."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

COLUMNS = 5
UNANSWERED, ANSWERED, MARKED = "○", "●", "⚑"


class AnswerGrid(QWidget):
    """`chosen` carries the index of the question to go to. Arrow keys move inside, Enter or Space goes."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, count: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cells: list[GridCell] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE.hair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addLayout(self._grid)
        column.addLayout(self._legend())
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show so many questions, none answered."""
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self.cells = [GridCell(self._theme, index) for index in range(count)]
        for index, cell in enumerate(self.cells):
            self._grid.addWidget(cell, index // COLUMNS, index % COLUMNS)
            cell.clicked.connect(lambda _checked=False, index=index: self.chosen.emit(index))

    def show_states(self, *, answered: Collection[int], marked: Collection[int], current: int) -> None:
        """Show which questions are answered and marked (indexes from 0) and which one is on the page."""
        for index, cell in enumerate(self.cells):
            cell.set_state(is_answered=index in answered, is_marked=index in marked, is_current=index == current)

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        for mark, word in ((UNANSWERED, _("未答")), (ANSWERED, _("已答")), (MARKED, _("标记"))):
            row.addWidget(Text(f"{mark} {word}", "small", wraps=False))
        row.addStretch(1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS,
        }  # fmt: skip
        at = next((index for index, cell in enumerate(self.cells) if cell.hasFocus()), None)
        if at is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        to = at + steps[Qt.Key(event.key())]
        if 0 <= to < len(self.cells):
            self.cells[to].setFocus(Qt.FocusReason.TabFocusReason)


class GridCell(QPushButton):
    """One question of the grid: its number and the mark of its state."""

    def __init__(self, theme: Theme, index: int) -> None:
        super().__init__(str(index + 1))
        self._theme = theme
        self._number = index + 1
        self._state = (False, False, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self._fit()
        self.set_state(is_answered=False, is_marked=False, is_current=False)

    @property
    def mark(self) -> str:
        """The shapes shown."""
        is_answered, is_marked, _is_current = self._state
        return (ANSWERED if is_answered else UNANSWERED) + (MARKED if is_marked else "")

    def set_state(self, *, is_answered: bool, is_marked: bool, is_current: bool) -> None:
        """Show another state."""
        self._state = (is_answered, is_marked, is_current)
        parts = [_("第 {number} 题").format(number=self._number), _("已答") if is_answered else _("未答")]
        if is_marked:
            parts.append(_("标记"))
        if is_current:
            parts.append(_("当前"))
        self.setAccessibleName("，".join(parts))
        self.setToolTip(self.accessibleName())
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.sizes.target)
        self.setMinimumWidth(round(self._theme.sizes.target * 0.9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_answered, is_marked, is_current = self._state
        tint = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_ringed = is_current or self.hasFocus()
        width = SHAPE.ring_width if is_ringed else SHAPE.line_width
        painter.setPen(QPen(tint("accent" if is_ringed or is_answered else "line"), width))
        fill = "warn_soft" if is_marked else "accent_soft" if is_answered else "surface"
        painter.setBrush(tint("hover") if self.underMouse() and fill == "surface" else tint(fill))
        half = width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, SHAPE.field_radius, SHAPE.field_radius)
        self._paint_words(painter, area, is_current)

    def _paint_words(self, painter: QPainter, area: QRectF, is_current: bool) -> None:
        is_answered, is_marked, _is_current = self._state
        tint = self._theme.colour
        small = self._theme.font("small")
        small.setPointSizeF(small.pointSizeF() * 0.74)
        middle = area.top() + area.height() * 0.62
        painter.setPen(tint("text"))
        painter.setFont(self._theme.font("body", bold=is_current))
        number = QRectF(area.left(), area.top() + 1, area.width(), middle - area.top())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(small)
        painter.setPen(tint("warn" if is_marked else "accent" if is_answered else "muted"))
        below = QRectF(area.left(), middle - 3, area.width(), area.bottom() - middle)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.mark)

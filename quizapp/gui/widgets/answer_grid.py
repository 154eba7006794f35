"""All questions of a sheet at a glance, in rows of five: unanswered ○, answered ●, marked ⚑, the present one ringed."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.marks import Mark, draw_mark
from quizapp.i18n import _

COLUMNS = 5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}


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
        column.addWidget(_Legend(theme))
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
            cell.show()  # at once, so that it can take the focus; the layout alone would show it later
            cell.clicked.connect(lambda _checked=False, index=index: self.chosen.emit(index))

    def show_states(self, *, answered: Collection[int], marked: Collection[int], current: int) -> None:
        """Show which questions are answered and marked (indexes from 0) and which one is on the page."""
        answered, marked = set(answered), set(marked)
        for index, cell in enumerate(self.cells):
            cell.set_state(is_answered=index in answered, is_marked=index in marked, is_current=index == current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((index for index, cell in enumerate(self.cells) if cell.hasFocus()), None)
        if at is None or event.key() not in _STEPS:
            super().keyPressEvent(event)
            return
        to = at + _STEPS[Qt.Key(event.key())]
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
        theme.changed.connect(self.updateGeometry)
        self._name()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The shapes shown."""
        is_answered, is_marked, _is_current = self._state
        return (Mark.DOT if is_answered else Mark.RING, *((Mark.FLAG,) if is_marked else ()))

    def set_state(self, *, is_answered: bool, is_marked: bool, is_current: bool) -> None:
        """Show another state; an answer changes one cell of 200, and the others have nothing to paint."""
        state = (is_answered, is_marked, is_current)
        if state != self._state:
            self._state = state
            self._name()
            self.update()

    def _name(self) -> None:
        is_answered, is_marked, is_current = self._state
        parts = [_("第 {number} 题").format(number=self._number), _("已答") if is_answered else _("未答")]
        if is_marked:
            parts.append(_("标记"))
        if is_current:
            parts.append(_("当前"))
        self.setAccessibleName("，".join(parts))
        self.setToolTip(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()  # a button would move as it likes: the grid moves by rows
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        target = self._theme.sizes.target
        return QSize(target, target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_answered, is_marked, is_current = self._state
        tint = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_ringed = is_current or self.hasFocus()
        width = SHAPE.ring_width if is_ringed else SHAPE.line_width
        painter.setPen(QPen(tint("accent" if is_ringed else "line"), width))
        fill = "warn_soft" if is_marked else "accent_soft" if is_answered else "surface"
        painter.setBrush(tint("hover") if self.underMouse() and fill == "surface" else tint(fill))
        half = width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, SHAPE.field_radius, SHAPE.field_radius)
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        is_answered, is_marked, is_current = self._state
        tint, height = self._theme.colour, area.height()
        painter.setPen(tint("text"))
        painter.setFont(self._theme.font("body", bold=is_current))
        number = QRectF(area.left(), area.top() + height * 0.06, area.width(), height * 0.58)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._number))
        ink = tint("warn" if is_marked else "accent" if is_answered else "muted")
        side, gap = height * 0.22, height * 0.06
        left = area.center().x() - (side * len(self.marks) + gap * (len(self.marks) - 1)) / 2
        for mark in self.marks:
            draw_mark(painter, mark, QRectF(left, area.top() + height * 0.66, side, side), ink)
            left += side + gap


class _Legend(QWidget):
    """What the shapes of the grid mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries = (
            (Mark.RING, "muted", _("未答")),
            (Mark.DOT, "accent", _("已答")),
            (Mark.FLAG, "warn", _("标记")),
            (Mark.NONE, "accent", _("当前")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def _pitch(self) -> tuple[int, int]:
        """The side of a mark and the width of an entry, two of which stand in a row."""
        metrics = QFontMetrics(self._theme.font("small"))
        side = round(metrics.ascent() * 0.8)
        widest = max(metrics.horizontalAdvance(word) for _mark, _ink, word in self._entries)
        return side, side + SPACE.hair + widest + SPACE.snug

    def _per_row(self, width: int) -> int:
        return 4 if width >= 4 * self._pitch()[1] else 2

    def _line(self) -> int:
        return QFontMetrics(self._theme.font("small")).height() + SPACE.hair

    def sizeHint(self) -> QSize:
        return QSize(2 * self._pitch()[1], (2 if self._per_row(self.width()) == 2 else 1) * self._line())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, _event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        side, pitch = self._pitch()
        for at, (mark, ink, word) in enumerate(self._entries):
            row, column = divmod(at, self._per_row(self.width()))
            middle = row * self._line() + self._line() / 2
            area = QRectF(column * pitch, middle - side / 2, side, side)
            draw_mark(painter, mark, area, self._theme.colour(ink))
            if mark is Mark.NONE:
                painter.setPen(QPen(self._theme.colour(ink), SHAPE.ring_width))
                painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
            painter.setPen(self._theme.colour("muted"))
            words = QRectF(area.right() + SPACE.hair, middle - self._line() / 2, pitch, self._line())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)

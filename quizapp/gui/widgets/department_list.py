"""Departments to choose one from: names indented below what they belong to, the number of people at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.core.people import Department
from quizapp.gui.models.department_lines import LINE_ROLE, DepartmentLine, DepartmentLinesModel
from quizapp.gui.theme import SPACE, Theme
from quizapp.i18n import _


class DepartmentList(QListView):
    """`chosen` is the department, None for everybody; `chosen_changed` when the user chooses another line."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self._lines = DepartmentLinesModel(self)
        self._is_filling = False
        self.setAccessibleName(name)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.doItemsLayout)

    @property
    def lines(self) -> list[DepartmentLine]:
        """What is listed."""
        return self._lines.lines

    @property
    def chosen(self) -> Department | None:
        """The department chosen, None for everybody."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.department if line else None

    def set_lines(self, lines: Sequence[DepartmentLine]) -> None:
        """List other lines; what is chosen stays so if it is still there, else it is the first line."""
        kept = self.chosen
        self._is_filling = True
        self._lines.set_lines(lines)
        self._is_filling = False
        wanted = self._lines.row_of(kept.id if kept else None)
        self._go_to(wanted if wanted >= 0 else next((at for at, one in enumerate(lines) if not one.is_heading), -1))
        if (kept.id if kept else None) != (self.chosen.id if self.chosen else None):
            self.chosen_changed.emit()

    def choose(self, department_id: int | None) -> None:
        """Choose a department, None for everybody; unknown ones change nothing."""
        row = self._lines.row_of(department_id)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))

    def _go_to(self, row: int) -> None:
        self._is_filling = True
        self.setCurrentIndex(self._lines.index(row) if row >= 0 else QModelIndex())
        self._is_filling = False

    def _on_current_changed(self) -> None:
        if not self._is_filling:
            self.chosen_changed.emit()


class _LineDelegate(QStyledItemDelegate):
    """Paints a line: a quiet heading, or a name with its count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        height = self._theme.sizes.row
        return QSize(0, height + SPACE.hair if index.data(LINE_ROLE).is_heading else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: DepartmentLine = index.data(LINE_ROLE)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        inner = option.rect.adjusted(SPACE.snug, 0, -SPACE.snug, 0)
        painter.save()
        if line.is_heading:
            self._paint_heading(painter, inner, line)
        else:
            self._paint_line(painter, inner, line, is_chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_heading(self, painter: QPainter, inner: QRect, line: DepartmentLine) -> None:
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(self._theme.colour("muted"))
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inner.adjusted(0, 0, 0, -SPACE.tight), low, line.label)

    def _paint_line(self, painter: QPainter, inner: QRect, line: DepartmentLine, *, is_chosen: bool) -> None:
        count = "" if line.count is None else str(line.count)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        taken = painter.fontMetrics().horizontalAdvance(count) + SPACE.tight
        room = inner.adjusted(line.depth * SPACE.normal, 0, -taken, 0)
        is_closed = line.department is not None and not line.department.is_active
        font = self._theme.font("body", bold=is_chosen)
        words = _("{name}（已撤销）").format(name=line.label) if is_closed else line.label
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if is_chosen else "muted" if is_closed else "text"))
        words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

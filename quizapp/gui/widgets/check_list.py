"""A list to tick: departments with what lies below them, categories, banks; a press anywhere on a row ticks it."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.gui.models.check_entries import DEPTH_ROLE, CheckEntriesModel, CheckEntry
from quizapp.gui.theme import SPACE, Theme

_TICK_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class CheckList(QListView):
    """`chosen` are the values ticked; `chosen_changed` when the user ticks. As high as its rows, at most `rows`."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme, name: str, *, rows: int = 6, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self._theme = theme
        self._most_rows = rows
        self._entries = CheckEntriesModel(self)
        self.setAccessibleName(name)
        self.setModel(self._entries)
        self.setItemDelegate(_TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entries.chosen_changed.connect(self.chosen_changed)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The values ticked, in the order of the list."""
        return self._entries.chosen

    def set_entries(self, entries: Sequence[CheckEntry]) -> None:
        """List other things; what is ticked stays so."""
        self._entries.set_entries(entries)
        self._fit()

    def choose(self, values: Iterable[Any]) -> None:
        """Tick these and no others."""
        self._entries.choose(values)

    def _fit(self) -> None:
        row = self.sizeHintForRow(0) if self._entries.rowCount() else self._theme.sizes.row
        shown = max(1, min(self._most_rows, self._entries.rowCount()))
        self.setFixedHeight(shown * row + 2 * self.frameWidth() + SPACE.hair)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


class _TickDelegate(QStyledItemDelegate):
    """Paints rows indented by their depth; ticks by a press anywhere on the row, and by the space bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        shifted = QStyleOptionViewItem(option)
        shifted.rect = option.rect.adjusted(index.data(DEPTH_ROLE) * SPACE.wide, 0, 0, 0)
        super().paint(painter, shifted, index)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        is_press = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
        )
        is_key = isinstance(event, QKeyEvent) and event.key() in _TICK_KEYS
        return bool(is_press or is_key) and model.setData(index, None, Qt.ItemDataRole.CheckStateRole)

"""A drop-down list of labelled values; the wheel scrolls the page, not the choice, until the list has the focus."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget


class Choice(QComboBox):
    """`chosen` is the value, not the label; `value_changed` carries it."""

    value_changed = Signal(object)

    def __init__(self, entries: Sequence[tuple[str, Any]] = (), *, parent: QWidget | None = None) -> None:
        """`entries` are pairs of label and value."""
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # the only delegate that follows the style sheet
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self._values: list[Any] = []
        self.set_entries(entries)
        self.currentIndexChanged.connect(self._on_current_index_changed)

    @property
    def chosen(self) -> Any:
        """The value chosen, None when the list is empty."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_entries(self, entries: Sequence[tuple[str, Any]]) -> None:
        """Offer other entries; the value chosen stays chosen if it is among them."""
        kept = self.chosen
        was_blocked = self.blockSignals(True)
        self.clear()
        self._values = [value for _label, value in entries]
        self.addItems([label for label, _value in entries])
        if kept in self._values:
            self.setCurrentIndex(self._values.index(kept))
        self.blockSignals(was_blocked)
        if self.chosen != kept:
            self.value_changed.emit(self.chosen)

    def choose(self, value: object) -> None:
        """Choose the entry with this value; unknown values change nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def _on_current_index_changed(self) -> None:
        self.value_changed.emit(self.chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

"""A list of things to tick, some of which lie below others: what is ticked holds for all that lies below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
DEPTH_ROLE = Role.UserRole


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """A thing to tick; `above` are the values of the entries it lies below, the topmost first."""

    value: Any
    label: str
    above: tuple[Any, ...] = ()


class CheckEntriesModel(QAbstractListModel):
    """Keeps the fewest values that say what is ticked: a ticked department stands for all below it."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[CheckEntry] = []
        self._chosen: set[Any] = set()

    @property
    def chosen(self) -> tuple[Any, ...]:
        """What is ticked, in the order of the entries; values no entry has come last."""
        listed = [entry.value for entry in self._entries if entry.value in self._chosen]
        return (*listed, *sorted(self._chosen.difference(listed)))

    def set_entries(self, entries: Sequence[CheckEntry]) -> None:
        """List other things; what is ticked stays so."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def choose(self, values: Iterable[Any]) -> None:
        """Tick these and no others; nobody is told."""
        self._chosen = set(values)
        self._repaint()

    def toggle(self, row: int) -> None:
        """Tick or untick a row with all below it; unticking a part of a ticked whole leaves the other parts."""
        entry = self._entries[row]
        if self.state(row) is Qt.CheckState.Checked:
            self._untick(entry)
        else:
            self._chosen.add(entry.value)
            self._chosen -= {one.value for one in self._entries if entry.value in one.above}
        self._repaint()
        self.chosen_changed.emit()

    def state(self, row: int) -> Qt.CheckState:
        """Whether a row is ticked, or something below it."""
        entry = self._entries[row]
        if self._chosen.intersection((entry.value, *entry.above)):
            return Qt.CheckState.Checked
        has_part = any(entry.value in one.above and one.value in self._chosen for one in self._entries)
        return Qt.CheckState.PartiallyChecked if has_part else Qt.CheckState.Unchecked

    def _untick(self, entry: CheckEntry) -> None:
        """Untick an entry; of a whole that was ticked, tick every part that does not lead to the entry."""
        path = (*entry.above, entry.value)
        whole = next(value for value in path if value in self._chosen)
        self._chosen.discard(whole)
        opened = path[path.index(whole) : -1]
        for one in self._entries:
            if one.above and one.above[-1] in opened and one.value not in path:
                self._chosen.add(one.value)

    def _repaint(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return self._entries[index.row()].label
        if role == Role.CheckStateRole:
            return self.state(index.row()).value
        if role == DEPTH_ROLE:
            return len(self._entries[index.row()].above)
        return None

    def setData(self, index: Index, _value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        self.toggle(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else own

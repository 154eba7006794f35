"""A list of entries that are found by any of their words: name, number, pinyin, initials."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be picked; `keys` are further words it is found by, such as its pinyin."""

    id: Any
    name: str
    sub_text: str = ""
    keys: tuple[str, ...] = ()


class EntriesModel(QAbstractListModel):
    """Shows the entries that match; those whose name or key begins with the words come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[Entry, str]] = []
        self._shown: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Offer other entries; all of them are shown."""
        self.beginResetModel()
        self._entries = [(entry, _folded(entry)) for entry in entries]
        self._shown = [entry for entry, _text in self._entries]
        self.endResetModel()

    def find(self, words: str) -> None:
        """Show the entries in which every word occurs."""
        wanted = words.casefold().split()
        first, later = [], []
        for entry, text in self._entries:
            if all(word in text for word in wanted):
                begins = all(f"\n{word}" in text for word in wanted)
                (first if begins else later).append(entry)
        self.beginResetModel()
        self._shown = first + later
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry shown in a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name} {entry.sub_text}".strip()
        return None


def _folded(entry: Entry) -> str:
    return "\n" + "\n".join((entry.name, *entry.keys, entry.sub_text)).casefold()

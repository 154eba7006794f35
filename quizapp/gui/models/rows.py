"""A table model over frozen values: columns say what they show, what they sort by and how they are painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

VALUE_ROLE = Role.UserRole
ROW_ROLE = Role.UserRole + 1
TONE_ROLE = Role.UserRole + 2
KIND_ROLE = Role.UserRole + 3


class ColumnKind(StrEnum):
    """How a column's cells are painted."""

    TEXT = "text"
    NUMBER = "number"
    RATE = "rate"
    BADGE = "badge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`value(row)` is what is sorted by (None comes last; a RATE: 0 to 1), `text(row)` what is shown instead of it.

    `tone(row)` colours a BADGE (good, warn, bad, info, neutral). `width` is in letters of the body font; 0: as wide as
    the rest allows.
    """

    heading: str
    value: Callable[[Any], Any]
    text: Callable[[Any], str] | None = None
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 0
    tone: Callable[[Any], str] | None = None
    tip: str = ""
    is_shown: bool = True

    def shown(self, row: object) -> str:
        """The text of this column's cell."""
        if self.text:
            return self.text(row)
        value = self.value(row)
        return "" if value is None else str(value)


class RowsModel(QAbstractTableModel):
    """Rows of frozen values under fixed columns; `set_totals` gives the row that stays below."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._totals: list[str] | None = None

    @property
    def rows(self) -> list[Any]:
        """The values now shown, in their own order."""
        return list(self._rows)

    @property
    def totals(self) -> list[str] | None:
        """A text for each column of the totals row, None when there is none."""
        return self._totals

    def set_rows(self, rows: Sequence[Any], *, totals: Sequence[str] | None = None) -> None:
        """Show other rows; `totals` has one text per column."""
        self.beginResetModel()
        self._rows = list(rows)
        self._totals = list(totals) if totals is not None else None
        self.endResetModel()

    def row_at(self, index: int) -> Any:
        """The value shown in a row of this model."""
        return self._rows[index]

    def cell(self, row: object, column: int) -> str:
        """What a cell shows, as it is filtered and copied."""
        return self.columns[column].shown(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == Role.DisplayRole:
            return column.shown(row)
        if role == VALUE_ROLE:
            return column.value(row)
        if role == ROW_ROLE:
            return row
        if role == TONE_ROLE:
            return column.tone(row) if column.tone else ""
        if role == KIND_ROLE:
            return str(column.kind)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.heading
        if role == Role.ToolTipRole:
            return column.tip or None
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind is ColumnKind.NUMBER else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowsProxy(QSortFilterProxyModel):
    """Sorts by the typed values, filters by words (all of which must occur somewhere in the row) and by a test."""

    def __init__(self, model: RowsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._test: Callable[[Any], bool] | None = None
        self.setSourceModel(model)

    def set_words(self, text: str) -> None:
        """Keep the rows in which every word of `text` occurs."""
        self._words = text.casefold().split()
        self.invalidateRowsFilter()

    def set_test(self, test: Callable[[Any], bool] | None) -> None:
        """Keep the rows for which `test(row)` holds; None keeps all."""
        self._test = test
        self.invalidateRowsFilter()

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        row = self._model.row_at(source_row)
        if self._test and not self._test(row):
            return False
        if not self._words:
            return True
        text = "\n".join(column.shown(row) for column in self._model.columns).casefold()
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        column = self._model.columns[left.column()]
        first, second = column.value(self._model.row_at(left.row())), column.value(self._model.row_at(right.row()))
        if first is None or second is None:
            rises = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (first is not None) if rises else (second is not None and first is None)
        return bool(first < second)

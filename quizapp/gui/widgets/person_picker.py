"""Type to find a person: name, pinyin, initials or number; up, down and Enter pick, so does a click."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.gui.models.entries import ENTRY_ROLE, EntriesModel, Entry
from quizapp.gui.theme import SPACE, Theme

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PersonPicker(QWidget):
    """`picked` carries the id of the entry. `rows`: how many entries are in sight at once."""

    picked = Signal(object)

    def __init__(
        self, theme: Theme, *, placeholder: str, empty_text: str, rows: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._model = EntriesModel(self)
        self._chosen: Entry | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setAccessibleName(placeholder)
        self._nobody = QLabel(empty_text)
        self._build()
        self._connect()

    @property
    def chosen(self) -> Any:
        """The id of the entry picked last, None when the field was changed since."""
        return self._chosen.id if self._chosen else None

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Offer other entries and forget what was picked."""
        self._chosen = None
        self.field.clear()
        self._model.set_entries(entries)
        self._show_matches()

    def _build(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(self._theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._nobody.setProperty("role", "muted")
        self._nobody.setWordWrap(True)
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nobody)
        column.addStretch(0)
        self._fit()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_field_edited)
        self.field.textChanged.connect(self._on_field_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_list_clicked)
        self.list.activated.connect(self._on_list_clicked)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Room for some entries; for one where it has been picked, so that what comes next moves into sight."""
        most = 1 if self._chosen else self._rows
        self.list.setMinimumHeight(self._theme.sizes.row * min(most, 3) + 2 * SPACE.hair)
        self.list.setMaximumHeight(self._theme.sizes.row * most + 2 * SPACE.hair)

    def _show_matches(self) -> None:
        count = self._model.rowCount()
        self._nobody.setVisible(count == 0 and bool(self.field.text()))
        self.list.setVisible(count > 0)
        if count:
            self.list.setCurrentIndex(self._model.index(0))

    def _on_field_edited(self) -> None:
        self._chosen = None

    def _on_field_changed(self, text: str) -> None:
        if self._chosen is None or text != self._chosen.name:
            self._chosen = None
            self._model.find(text)
            self._show_matches()
            self._fit()

    def _on_return_pressed(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self._pick(index)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._pick(index)

    def _pick(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        self._chosen = entry
        self.field.setText(entry.name)
        self._fit()
        self.picked.emit(entry.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


class _EntryDelegate(QStyledItemDelegate):
    """The name at the left, what tells it apart at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(0, self._theme.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)
        entry: Entry = index.data(ENTRY_ROLE)
        inner: QRect = option.rect.adjusted(SPACE.snug, 0, -SPACE.snug, 0)
        painter.save()
        painter.setPen(self._theme.colour("text"))
        name_width = min(painter.fontMetrics().horizontalAdvance(entry.name), inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.name)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        rest = inner.adjusted(name_width + SPACE.normal, 0, 0, 0)
        words = painter.fontMetrics().elidedText(entry.sub_text, Qt.TextElideMode.ElideMiddle, max(0, rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

"""The program's table: comfortable rows, sorting by value, filter as you type, column chooser, bars, badges, totals."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QMenu, QTableView, QVBoxLayout

from quizapp.gui.models.rows import KIND_ROLE, ROW_ROLE, Column, ColumnKind, RowsModel
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.cell_delegate import CellDelegate
from quizapp.gui.widgets.totals_row import TotalsRow

_BAR_WIDTH_IN_LETTERS = 11
_ENOUGH_IN_LETTERS = 10
"""What a column that takes the rest should have before others give way to it."""
_LEAST_IN_LETTERS = 8
"""What a column that takes the rest has at least; where there is less room, the table is scrolled sideways."""
_SELECT = QItemSelectionModel.SelectionFlag


class DataTable(QFrame):
    """Shows a `RowsModel`. `activated` (Enter or double click) carries the row's value."""

    activated = Signal(object)
    selection_changed = Signal()

    def __init__(
        self, theme: Theme, model: RowsModel, *, empty_text: str = "", multiple: bool = False, name: str = ""
    ) -> None:
        """`name` is what a screen reader calls the table; `empty_text` is said where no row is."""
        super().__init__()
        self._theme = theme
        self.model = model
        self.view = _View(empty_text)
        self.view.setAccessibleName(name)
        self._kept: set[Any] = set()
        self._chosen: set[int] = set()  # columns that the user showed or hid
        self._gone: set[int] = set()  # columns that gave way
        self._fitted: dict[int, int] = {}  # the width of each column that has one, in pixels
        self._build(multiple)
        self._connect()
        for at, column in enumerate(model.columns):
            self.view.setColumnHidden(at, not column.is_shown)
        self._fit()

    @property
    def selected(self) -> list[Any]:
        """The values of the selected rows, from the top."""
        indexes = sorted(self.view.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(ROW_ROLE) for index in indexes]

    @property
    def shown_rows(self) -> list[Any]:
        """The values that pass the filter, in the order they stand."""
        return self.model.shown

    def filter_words(self, text: str) -> None:
        """Show the rows that contain every word of `text`; connect a `SearchBox` to this."""
        self.model.filter_words(text)

    def filter_rows(self, test: Callable[[Any], bool] | None) -> None:
        """Show the rows for which `test(row)` holds."""
        self.model.filter_rows(test)

    def sort_by(self, column: int, *, falling: bool = False) -> None:
        """Sort by a column's values."""
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(column, order)

    def select(self, wanted: Callable[[Any], bool]) -> None:
        """Select and show the first row for which `wanted(row)` holds."""
        for at, row in enumerate(self.model.shown):
            if wanted(row):
                index = self.model.index(at, 0)
                self.view.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect | _SELECT.Rows)
                self.view.scrollTo(index)
                return

    def _on_model_about_to_be_reset(self) -> None:
        self._kept = {self.model.key(row) for row in self.selected}

    def _on_model_reset(self) -> None:
        """Select again what was selected and is still there."""
        kept, self._kept = self._kept, set()
        for at, row in enumerate(self.model.shown) if kept else ():
            if self.model.key(row) in kept:
                self.view.selectionModel().select(self.model.index(at, 0), _SELECT.Select | _SELECT.Rows)
        self.selection_changed.emit()

    def _build(self, multiple: bool) -> None:
        view = self.view
        self.setProperty("surface", "table")
        view.setModel(self.model)
        view.setItemDelegate(CellDelegate(self._theme, view))
        modes = QAbstractItemView.SelectionMode
        view.setSelectionMode(modes.ExtendedSelection if multiple else modes.SingleSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSortingEnabled(True)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(view, 1)  # from here on the view has a parent
        column.addWidget(TotalsRow(self._theme, self.model, view))

    def _connect(self) -> None:
        self.model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        self.model.modelReset.connect(self._on_model_reset)
        self.view.activated_row.connect(self.activated)
        self.view.clicked.connect(self._on_cell_clicked)
        self.view.space_pressed.connect(self._on_space_pressed)
        self.view.selectionModel().selectionChanged.connect(self.selection_changed)
        self.view.horizontalHeader().customContextMenuRequested.connect(self._on_header_menu_requested)
        self.view.resized.connect(self._share_rest)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(self._theme.sizes.row)
        letter = self._theme.letters(1)
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(letter * 3)
        metrics = QFontMetrics(self._theme.font("small", bold=True))
        for at, column in enumerate(self.model.columns):
            if width := _width_of(column):
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                heading = metrics.horizontalAdvance(column.heading) + 2  # longer than its values in English
                self._fitted[at] = max(width * letter, heading) + 2 * SPACE.snug
                header.resizeSection(at, self._fitted[at])
        header.setStretchLastSection(all(map(_width_of, self.model.columns)))
        self._share_rest()

    def _give_way(self) -> None:
        """Hide the columns that matter less where there is no room for all; what the user chose stays."""
        columns, view = self.model.columns, self.view
        shown = [at for at in range(len(columns)) if at in self._gone or not view.isColumnHidden(at)]
        needed = sum(map(self._room_for, shown))
        yielding = sorted((at for at in shown if columns[at].gives_way and at not in self._chosen),
                          key=lambda at: columns[at].gives_way)  # fmt: skip
        gone: set[int] = set()
        while yielding and needed > view.viewport().width():
            gone.add(at := yielding.pop())
            needed -= self._room_for(at)
        before, self._gone = self._gone, gone
        for at in before ^ gone:
            view.setColumnHidden(at, at in gone)

    def _room_for(self, at: int) -> int:
        """The width a column has or had, in pixels, or should have where it takes the rest."""
        if not _width_of(self.model.columns[at]):
            return _ENOUGH_IN_LETTERS * self._theme.letters(1) + 2 * SPACE.snug
        return self._fitted[at] if self.view.isColumnHidden(at) else self.view.columnWidth(at)

    def _share_rest(self) -> None:
        """Give the columns without a width what the others leave."""
        self._give_way()
        header = self.view.horizontalHeader()
        shown = [at for at in range(len(self.model.columns)) if not self.view.isColumnHidden(at)]
        sharing = [at for at in shown if not _width_of(self.model.columns[at])]
        rest = self.view.viewport().width() - sum(header.sectionSize(at) for at in shown if at not in sharing)
        least = _LEAST_IN_LETTERS * self._theme.letters(1) + 2 * SPACE.snug
        modes = QHeaderView.ResizeMode
        for at in sharing:
            header.setSectionResizeMode(at, modes.Stretch if rest >= least * len(sharing) else modes.Interactive)
            if rest < least * len(sharing):
                header.resizeSection(at, least)

    def column_menu(self) -> QMenu:
        """The menu that shows and hides columns; the last one shown cannot be hidden."""
        menu = QMenu(self)
        shown = sum(not self.view.isColumnHidden(at) for at in range(len(self.model.columns)))
        for at, column in enumerate(self.model.columns):
            action = QAction(column.heading, menu, checkable=True)
            action.setChecked(not self.view.isColumnHidden(at))
            action.setEnabled(not (action.isChecked() and shown == 1))
            action.toggled.connect(lambda on, at=at: self._on_column_chosen(at, is_shown=on))
            menu.addAction(action)
        return menu

    def _on_column_chosen(self, at: int, *, is_shown: bool) -> None:
        self._chosen.add(at)
        self._gone.discard(at)
        self.view.setColumnHidden(at, not is_shown)
        self._share_rest()

    def _on_cell_clicked(self, index: QModelIndex) -> None:
        if index.data(KIND_ROLE) == ColumnKind.TICK:
            self.model.tick([index.data(ROW_ROLE)])

    def _on_space_pressed(self) -> None:
        """Tick or untick all selected rows at once."""
        self.model.tick(self.selected)

    def _on_header_menu_requested(self, position: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.horizontalHeader().mapToGlobal(position))


class _View(QTableView):
    """A table view that says when it is empty, copies its selection and answers Enter."""

    activated_row = Signal(object)
    space_pressed = Signal()
    resized = Signal()

    def __init__(self, empty_text: str) -> None:
        super().__init__()
        self._empty = QLabel(empty_text, self)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.hide()
        self.doubleClicked.connect(self._on_double_clicked)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.activated_row.emit(index.data(ROW_ROLE))

    def _copy(self) -> None:
        model, rows = self.model(), self.selectionModel().selectedRows()
        columns = [at for at in range(model.columnCount()) if not self.isColumnHidden(at)]
        lines = ["\t".join(str(model.index(row.row(), at).data() or "") for at in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _place_empty(self) -> None:
        self._empty.setGeometry(self.viewport().geometry().adjusted(SPACE.wide, 0, -SPACE.wide, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().data(ROW_ROLE))
        elif event.key() == Qt.Key.Key_Space:
            self.space_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._empty.setVisible(self.model() is not None and self.model().rowCount() == 0)


def _width_of(column: Column) -> int:
    """A column's width in letters; 0: it takes a share of the rest."""
    return column.width or (_BAR_WIDTH_IN_LETTERS if column.kind is ColumnKind.RATE else 0)

"""What each column of a file holds, sheet by sheet, to be looked at and changed before the file is read again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.column_mapping import TableLayout
from quizapp.core.questions import Kind
from quizapp.gui.models.mapping_drafts import ColumnsAt, MappingDrafts
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.column_grid import ColumnGrid
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class ColumnMappingPanel(QWidget):
    """`read_wanted` carries the mappings (a tuple) to read the file by; `closed` when nothing is to change."""

    read_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, columns_at: ColumnsAt, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns_at = columns_at
        self._drafts = MappingDrafts((), columns_at)
        self._code_choices: dict[str, Choice] = {}
        self._build()
        self._connect()

    def show_tables(self, tables: Sequence[TableLayout]) -> None:
        """Ask about the tables of a file, as they were read."""
        self._drafts = MappingDrafts(tables, self._columns_at)
        names = [(_table_words(table, tables), at) for at, table in enumerate(tables)]
        was_blocked = self.table.blockSignals(True)
        self.table.set_entries(names)
        self.table.setCurrentIndex(0)
        self.table.blockSignals(was_blocked)
        self._table_field.setVisible(len(tables) > 1)
        self.wanted.setVisible(len(tables) > 1)
        self._show_table()
        self.read_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, is_busy: bool) -> None:
        """Whether the file is being read."""
        self.setEnabled(not is_busy)

    def _build(self) -> None:
        theme = self._theme
        self.table = Choice()
        self._table_field = Field(_("工作表"), self.table)
        self.wanted = QCheckBox(_("导入这张表"))
        self.heading_row = NumberField(1, least=0, most=1)
        self.heading_row.setSpecialValueText(_("没有标题行"))
        self.kind = Choice([(_("按答案和选项判断"), None), *((kind.label, kind) for kind in Kind)])
        self._kind_field = Field(_("整张表的题型"), self.kind)
        counts = (_("由程序判断"), None), (_("1 = 第一个选项"), True), (_("0 = 第一个选项"), False)
        self.numbers = Choice(counts)
        self._numbers_field = Field(_("写成数字的答案"), self.numbers)
        self._codes = QHBoxLayout()
        self._codes.setSpacing(SPACE.normal)
        self.digits_hint = Text(_("数字是什么意思（答案、题型）只对这个文件有效，下次导入不会沿用。"), "muted")
        self.grid = ColumnGrid()
        self.error = Text("", tone="bad")
        self.back_button = Button(theme, _("不改了"))
        self.read_button = Button(theme, _("按此读取"), kind="primary", icon="check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(Text(_("看看每一列认得对不对，不对的在右边改。改好后按“按此读取”，题目会重新列出。"), "muted"))
        column.addLayout(self._head_row())
        scroller = Scroller()
        scroller.body.addWidget(self.digits_hint)
        scroller.body.addLayout(self._codes)
        scroller.body.addWidget(self.grid)
        scroller.body.addStretch(1)
        column.addWidget(scroller, 1)
        column.addLayout(self._foot_row())

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.normal)
        for field, stretch in (
            (self._table_field, 3),
            (Field(_("标题在第几行"), self.heading_row), 2),
            (self._kind_field, 3),
            (self._numbers_field, 3),
        ):
            row.addWidget(field, stretch)
        row.addStretch(4)  # a number alone needs no half of the page
        return row

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.wanted)
        row.addWidget(self.error, 1)
        row.addWidget(self.back_button)
        row.addWidget(self.read_button)
        return row

    def _connect(self) -> None:
        self.table.value_changed.connect(self._on_table_chosen)
        self.wanted.toggled.connect(self._on_wanted_toggled)
        self.heading_row.valueChanged.connect(self._on_heading_row_changed)
        self.kind.value_changed.connect(lambda kind: self._drafts.set_kind(kind))
        self.numbers.value_changed.connect(lambda from_one: self._drafts.set_numbers(from_one))
        self.grid.role_chosen.connect(self._on_role_chosen)
        self.back_button.clicked.connect(self.closed)
        self.read_button.clicked.connect(self._on_read_clicked)

    def _show_table(self) -> None:
        """Show the table in view; nothing that is shown counts as said."""
        draft = self._drafts.now
        controls = (self.wanted, self.heading_row, self.kind, self.numbers)
        was_blocked = [control.blockSignals(True) for control in controls]
        layout, mapping = draft.layout, draft.mapping
        self.wanted.setChecked(draft.is_wanted)
        last = layout.first_row + len(layout.rows) - 1
        self.heading_row.setRange(0 if layout.first_row == 1 else layout.first_row, max(1, last))
        self.heading_row.setValue(mapping.heading_row)
        self.kind.choose(mapping.kind)
        self.numbers.choose(mapping.numbers_from_one)
        for control, was in zip(controls, was_blocked, strict=True):
            control.blockSignals(was)
        self._numbers_field.setVisible(layout.has_number_keys)
        self.digits_hint.setVisible(layout.has_number_keys or bool(layout.codes))
        self._show_columns()
        self._show_codes()

    def _show_columns(self) -> None:
        layout, mapping = self._drafts.now.layout, self._drafts.now.mapping
        row, count = mapping.heading_row, 3 if self._theme.size == "standard" else 1
        told = [(one, layout.samples(one.column, heading_row=row, count=count)) for one in mapping.columns]
        self.grid.set_columns(told)
        self._show_state()

    def _show_codes(self) -> None:
        """A choice for each digit in the kind column."""
        while self._codes.count():
            widget = self._codes.takeAt(0).widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        self._code_choices = {}
        said = dict(self._drafts.now.mapping.kind_codes)
        for code, known in self._drafts.now.layout.codes:
            choice = Choice([(_("不知道"), None), *((kind.label, kind) for kind in Kind)])
            choice.choose(said.get(code, known))
            choice.value_changed.connect(lambda kind, code=code: self._drafts.set_code(code, kind))
            field = Field(_("题型 {code} 是").format(code=code), choice)
            self._codes.addWidget(field, 1)
            field.show()
            self._code_choices[code] = choice

    def _show_state(self) -> None:
        """What is wrong with the table in view, and which controls have a meaning now."""
        draft = self._drafts.now
        self.grid.setEnabled(draft.is_wanted)
        self._kind_field.setVisible(not draft.has_kind_column)
        self.error.setText("\n".join(self._drafts.faults(draft)))

    def _on_table_chosen(self, at: int | None) -> None:
        if at is not None:
            self._drafts.at = at
            self._show_table()

    def _on_wanted_toggled(self, is_on: bool) -> None:
        self._drafts.set_wanted(is_on)
        self._show_state()

    def _on_heading_row_changed(self, row: int) -> None:
        self._drafts.set_heading_row(row)
        self._show_columns()

    def _on_role_chosen(self, column: int, role: str, number: int) -> None:
        self._drafts.set_role(column, role, number)
        self._show_state()

    def _on_read_clicked(self) -> None:
        faulty = self._drafts.first_faulty()
        if faulty is None:
            self.read_wanted.emit(self._drafts.said())
        elif faulty != self._drafts.at:
            self.table.choose(faulty)


def _table_words(table: TableLayout, tables: Sequence[TableLayout]) -> str:
    """How a table is called in the list: by its sheet, and its row where the sheet has several."""
    mapping = table.mapping
    if not table.is_table:
        return _("{sheet}（没有认出题目）").format(sheet=mapping.sheet)
    if sum(one.mapping.sheet == mapping.sheet for one in tables) > 1:
        return _("{sheet}，第 {row} 行起").format(sheet=mapping.sheet, row=mapping.heading_row)
    return mapping.sheet

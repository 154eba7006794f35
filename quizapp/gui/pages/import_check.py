"""The second step of an import: what was recognised, row by row, what is wrong, and which rows are wanted."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Kind
from quizapp.gui.models.preview_lines import Place, PreviewLine, preview_lines
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.bank_columns import preview_columns, problem_columns
from quizapp.gui.pages.row_detail import RowDetail
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.mapping_bar import MappingBar
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile_choice import TileChoice, TileEntry
from quizapp.i18n import _, _n
from quizapp.services.banks import BankPreview, BankSummary, Novelty

_ALL, _PROBLEMS = "all", "problems"
_SHEETS_TOLD = 2
_SHEET_COLUMN = 1


class ImportCheck(QWidget):
    """`bank_named` when another bank is wanted, `commit_wanted`, `file_wanted`; `left_out` are the rows unticked.

    `mapping_bar` says how the file was understood; `annotated_wanted` when the file is wanted with its problems marked.
    """

    bank_named = Signal(str)
    commit_wanted = Signal()
    file_wanted = Signal()
    annotated_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preview: BankPreview | None = None
        self._lines: dict[Place, PreviewLine] = {}
        self._left_out: set[Place] = set()
        self._build()
        self._connect()

    @property
    def left_out(self) -> frozenset[Place]:
        """The rows that are not wanted."""
        return frozenset(self._left_out)

    @property
    def wanted(self) -> list[PreviewLine]:
        """The rows that will be written."""
        return [line for line in self._lines.values() if self._is_wanted(line)]

    def show_preview(self, preview: BankPreview, banks: Sequence[BankSummary]) -> None:
        """Show another preview; rows left out before stay left out where it is the same file."""
        if self._preview is None or self._preview.file_hash != preview.file_hash:
            self._left_out = set()
            self.search.clear()
        self._preview = preview
        lines = preview_lines(preview)
        self._lines = {line.place: line for line in lines}
        self._show_bank(preview, banks)
        self._sentence.setText(_sentence(preview))
        self._sentence.setToolTip(preview.layout)
        self.mapping_bar.set_state(has_tables=bool(preview.tables), is_remembered=bool(preview.remembered))
        self._show_tiles(preview)
        has_sheets = len({one.sheet for one in (*lines, *preview.problems)}) > 1
        for table in (self.table, self.problems):
            table.view.setColumnHidden(_SHEET_COLUMN, not has_sheets)
        self.table.model.set_rows(lines)
        self.problems.model.set_rows(preview.problems)
        self.tiles.choose(_ALL)
        self._show_foot()

    def focus_rows(self) -> None:
        """Put the keyboard where the rows are looked through."""
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, is_busy: bool) -> None:
        """Whether something is under way and nothing may be pressed."""
        for control in (self.import_button, self.again_button, self.bank, self.mapping_bar):
            control.setEnabled(not is_busy)
        if not is_busy:
            self._show_foot()

    def put_bank_back(self) -> None:
        """Show the bank of the preview again: the other one was not compared with."""
        if self._preview:
            self.bank.setEditText(self._preview.bank_name)

    def _build(self) -> None:
        theme = self._theme
        self._sentence = Text()
        self.mapping_bar = MappingBar(theme, self._sentence)
        self.annotated_button = self.mapping_bar.add_button(_("导出标注文件"), icon="export")
        self.bank = Choice()
        self.bank.setEditable(True)
        self.bank.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.bank.setAccessibleName(_("导入到题库"))
        self._bank_note = Text("", "muted", wraps=False)
        self.search = SearchBox(theme, _("查找题目"))
        self.tiles = TileChoice(theme)
        degrees = (_("错误和提醒"), None), (_("只看错误"), Severity.ERROR), (_("只看提醒"), Severity.WARNING)
        self.severity = Choice(degrees)
        self.severity.setAccessibleName(_("程度"))
        self.table, self.problems = self._make_tables(is_roomy=theme.size == "standard")
        self.tables = QStackedWidget()
        self.tables.addWidget(self.table)
        self.tables.addWidget(self.problems)
        self.detail = RowDetail(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(self.mapping_bar)
        column.addLayout(self._bank_row())
        column.addWidget(self.tiles)
        column.addLayout(self._middle(), 1)
        column.addLayout(self._foot_row())
        self.detail.hide()
        self.severity.hide()
        self.annotated_button.hide()

    def _make_tables(self, *, is_roomy: bool) -> tuple[DataTable, DataTable]:
        columns = preview_columns(self._is_tickable, self._on_ticked, is_roomy=is_roomy)
        rows, problems = RowsModel(columns, key=lambda line: line.place), RowsModel(problem_columns(is_roomy=is_roomy))
        empty = _("没有这样的题目。")
        table = DataTable(self._theme, rows, multiple=True, name=_("文件里的题目"), empty_text=empty)
        return table, DataTable(self._theme, problems, name=_("问题"), empty_text=_("没有问题。"))

    def _bank_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(Text(_("导入到题库"), "label", wraps=False))
        row.addWidget(self.bank, 3)
        row.addWidget(self._bank_note)
        row.addStretch(1)
        row.addWidget(self.severity, 1)
        row.addWidget(self.search, 2)
        return row

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.tables, 3)
        row.addWidget(self.detail, 2)
        return row

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        self._foot = Text("", "muted")
        self.again_button = Button(self._theme, _("换一个文件"), icon="arrow-left")
        self.import_button = Button(self._theme, "", kind="primary", icon="check")
        row.addWidget(self._foot, 1)
        row.addWidget(self.again_button)
        row.addWidget(self.import_button)
        return row

    def _connect(self) -> None:
        self.again_button.clicked.connect(self.file_wanted)
        self.annotated_button.clicked.connect(self.annotated_wanted)
        self.import_button.clicked.connect(self.commit_wanted)
        self.bank.activated.connect(self._on_bank_edited)
        self.bank.lineEdit().editingFinished.connect(self._on_bank_edited)
        self.search.searched.connect(self.table.filter_words)
        self.search.searched.connect(self.problems.filter_words)
        self.tiles.chosen_changed.connect(self._on_tile_chosen)
        self.severity.value_changed.connect(self._on_severity_chosen)
        self.table.selection_changed.connect(self._show_detail)
        self.problems.selection_changed.connect(self._show_detail)
        self.problems.activated.connect(self._on_problem_activated)
        self.detail.row_wanted.connect(self._show_row)

    def _show_bank(self, preview: BankPreview, banks: Sequence[BankSummary]) -> None:
        self.bank.set_entries([(one.name, one.name) for one in banks])
        self.bank.setEditText(preview.bank_name)
        self.bank.lineEdit().setCursorPosition(0)  # a long name is read from its beginning
        known = next((one for one in banks if one.name == preview.bank_name), None)
        words = _n("已有 {count} 道题", "已有 {count} 道题", known.total if known else 0)
        self._bank_note.setText(words.format(count=known.total) if known else _("新题库"))

    def _show_tiles(self, preview: BankPreview) -> None:
        has_errors = any(problem.severity is Severity.ERROR for problem in preview.problems)
        entries = [
            TileEntry(_ALL, _("全部"), len(self._lines)),
            TileEntry(Novelty.NEW, _("新增"), preview.count(Novelty.NEW), "good"),
            TileEntry(Novelty.CHANGED, _("有变化"), preview.count(Novelty.CHANGED), "warn"),
            TileEntry(Novelty.SAME, _("相同"), preview.count(Novelty.SAME)),
            TileEntry(Novelty.REPEATED, _("重复"), preview.count(Novelty.REPEATED)),
            TileEntry(_PROBLEMS, _("问题"), len(preview.problems), "bad" if has_errors else "warn"),
        ]
        self.tiles.set_entries(entries)

    def _is_tickable(self, line: PreviewLine) -> bool | None:
        return self._is_wanted(line) if line.may_be_imported else None

    def _is_wanted(self, line: PreviewLine) -> bool:
        return line.may_be_imported and line.place not in self._left_out

    def _on_ticked(self, lines: list[Any], is_on: bool) -> None:
        places = {line.place for line in lines}
        self._left_out = self._left_out - places if is_on else self._left_out | places
        self._show_foot()

    def _show_foot(self) -> None:
        wanted = Counter(line.novelty for line in self.wanted)
        count = wanted.total()
        self.import_button.setEnabled(count > 0)
        self.import_button.setText(_n("导入 {count} 道题", "导入 {count} 道题", count).format(count=count))
        new, changed = wanted[Novelty.NEW], wanted[Novelty.CHANGED]
        if new and changed:
            words = _("将新增 {new} 道、更新 {changed} 道。")
        elif count:
            words = _("将新增 {new} 道。") if new else _("将更新 {changed} 道。")
        else:
            words = _("没有要导入的题目。")
        lines = [words.format(new=new, changed=changed)]
        faulty = self._preview.faulty if self._preview else 0
        if faulty:
            lines.append(_n("有错误的 {count} 行不导入。", "有错误的 {count} 行不导入。", faulty).format(count=faulty))
        self._foot.setText("\n".join(lines))

    def _on_bank_edited(self) -> None:
        name = self.bank.currentText().strip()
        if self._preview is None or name == self._preview.bank_name:
            return
        if name:
            self.bank_named.emit(name)
        else:
            self.put_bank_back()

    def _on_tile_chosen(self, key: object) -> None:
        is_about_problems = key == _PROBLEMS
        self.tables.setCurrentWidget(self.problems if is_about_problems else self.table)
        self.severity.setVisible(is_about_problems)
        self.annotated_button.setVisible(is_about_problems and bool(self._preview and self._preview.problems))
        if not is_about_problems:
            self.table.filter_rows(None if key == _ALL else lambda line: line.novelty is key)
        self._show_detail()

    def _on_severity_chosen(self, severity: Severity | None) -> None:
        self.problems.filter_rows(severity and (lambda problem: problem.severity is severity))

    def _show_detail(self) -> None:
        """What is selected last in the table in view stands beside it."""
        table = self.tables.currentWidget()
        chosen = table.selected[:1]
        self.detail.setVisible(bool(chosen))
        for one in chosen:
            if isinstance(one, Problem):
                self.detail.show_problem(one, self._line_of(one))
            else:
                self.detail.show_line(one)

    def _line_of(self, problem: Problem) -> PreviewLine | None:
        return None if problem.row is None else self._lines.get((problem.sheet, problem.row))

    def _on_problem_activated(self, problem: Problem) -> None:
        line = self._line_of(problem)
        if line:
            self._show_row(line)

    def _show_row(self, line: PreviewLine) -> None:
        """Lead to a row of the table, whatever was looked for."""
        self.search.clear()
        self.table.filter_words("")
        self.tiles.choose(_ALL)
        self.table.select(lambda one: one.place == line.place)
        self.focus_rows()


def _sentence(preview: BankPreview) -> str:
    """What was recognised: how many of which kind, and in which sheets."""
    kinds = Counter(item.question.kind for item in preview.items)
    told = _("、").join(_("{kind} {count}").format(kind=kind.label, count=kinds[kind]) for kind in Kind if kinds[kind])
    words = _("从“{file}”认出 {count} 道题：{kinds}。") if told else _("“{file}”里没有可以导入的题目。")
    first = words.format(file=preview.file_name, count=len(preview.items), kinds=told)
    sheets = preview.layout.splitlines()
    lines = [first, *sheets[:_SHEETS_TOLD]]
    if len(sheets) > _SHEETS_TOLD:
        lines.append(_("另有 {count} 张表。").format(count=len(sheets) - _SHEETS_TOLD))
    return "\n".join(lines)

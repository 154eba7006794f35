"""The second step of an import: what was recognised, row by row, what is wrong, and which rows are wanted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.core.pinyin import sort_key
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Kind
from quizapp.gui.models.preview_lines import PreviewLine, preview_lines
from quizapp.gui.models.row_choices import Decision, RowChoices
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.bank_columns import preview_columns, problem_columns
from quizapp.gui.pages.near_pairs import NearPairs
from quizapp.gui.pages.row_detail import RowDetail
from quizapp.gui.pages.row_mend import RowMend
from quizapp.gui.tasks import Task
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.folding_row import FoldingRow
from quizapp.gui.widgets.import_foot import ImportFoot
from quizapp.gui.widgets.mapping_bar import MappingBar
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile_choice import TileChoice, TileEntry
from quizapp.i18n import _, _n
from quizapp.services.banks import BankPreview, BankSummary, NearPair, Novelty, Place

_ALL, _PROBLEMS, _NEAR = "all", "problems", "near"
_SHEETS_TOLD = 2
_SHEET_COLUMN = 1
_BANK_LETTERS = 14  # Latin ones: seven or eight Chinese ones
_LEAST_ROWS = 4  # of the table, its headings among them, before the page is scrolled


class ImportCheck(QWidget):
    """`bank_named` when another bank is wanted, `commit_wanted`, `file_wanted`; `left_out` are the rows unticked.

    `mapping_bar` says how the file was understood; `annotated_wanted` when the file is wanted with its problems marked.
    `mend_wanted` carries a place and the question it is to be, `unmend_wanted` a place.
    """

    bank_named = Signal(str)
    commit_wanted = Signal()
    file_wanted = Signal()
    annotated_wanted = Signal()
    mend_wanted = Signal(object, object)
    unmend_wanted = Signal(object)

    def __init__(self, theme: Theme, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preview: BankPreview | None = None
        self._lines: dict[Place, PreviewLine] = {}
        self._near_label = ""
        self.choices = RowChoices()
        self._build(today)
        self._connect()

    @property
    def left_out(self) -> frozenset[Place]:
        """The rows that are not wanted."""
        return frozenset(self.choices.left_out)

    @property
    def in_review(self) -> frozenset[Place]:
        """The wanted rows that are reviewed before they are drawn."""
        return frozenset(line.place for line in self.wanted if self.choices.is_in_review(line.place))

    @property
    def replaces(self) -> dict[Place, NearPair]:
        """The wanted rows that take another question's place."""
        return self.choices.replaces(self._lines.values())

    @property
    def wanted(self) -> list[PreviewLine]:
        """The rows that will be written."""
        return [line for line in self._lines.values() if self.choices.is_wanted(line)]

    def show_preview(self, preview: BankPreview, banks: Sequence[BankSummary]) -> None:
        """Show another preview; rows left out before stay left out where it is the same file."""
        if self._preview is None or self._preview.file_hash != preview.file_hash:
            self.choices.begin()
            self.search.clear()
        else:
            self.choices.forget_pairs()
        self.end_mend()
        self.near.show_pairs([])
        self._show_bank(preview, banks)
        self._take_over(preview)
        self.tiles.choose(_ALL)

    def show_mended(self, preview: BankPreview, place: Place) -> None:
        """Show a preview in which one row was mended, or put back; what is listed and selected stays."""
        self.end_mend()
        self.near.drop(place)
        self._take_over(preview)
        self._on_tile_chosen(self.tiles.chosen)

    def begin_near(self, task: Task) -> None:
        """Near questions are being looked for."""
        self._near_label = _("相近（查找中）")
        self.near.begin(task)
        self._show_tiles()

    def show_near(self, pairs: Sequence[NearPair] | None) -> None:
        """The questions found to be near; None: the search was stopped."""
        self._near_label = _("相近")
        if pairs is None:
            self.near.show_stopped()
        else:
            self.choices.know(pairs)
            self.near.show_pairs(pairs)
        self._show_tiles()
        self._show_foot()

    def end_mend(self) -> None:
        """Leave the form of a row."""
        self._show_mending(False)

    def _take_over(self, preview: BankPreview) -> None:
        self._preview = preview
        lines = preview_lines(preview)
        self._lines = {line.place: line for line in lines}
        self._sentence.setText(_sentence(preview))
        self._sentence.setToolTip(escape(preview.layout).replace("\n", "<br>"))  # a sheet may be called <b>
        self.mapping_bar.set_state(has_tables=bool(preview.tables), is_remembered=bool(preview.remembered))
        self._show_tiles()
        has_sheets = len({one.sheet for one in (*lines, *preview.problems)}) > 1
        for table in (self.table, self.problems):
            table.view.setColumnHidden(_SHEET_COLUMN, not has_sheets)
        self.table.model.set_rows(lines)
        self.problems.model.set_rows(preview.problems)
        self._show_foot()

    def focus_rows(self) -> None:
        """Put the keyboard where the rows are looked through."""
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, is_busy: bool) -> None:
        """Whether something is under way and nothing may be pressed."""
        busy = (self.import_button, self.again_button, self.bank, self.mapping_bar, self.mend, self.detail.actions)
        for control in busy:
            control.setEnabled(not is_busy)
        if not is_busy:
            self._show_foot()

    def put_bank_back(self) -> None:
        """Show the bank of the preview again: the other one was not compared with."""
        if self._preview:
            self.bank.setEditText(self._preview.bank_name)

    def _build(self, today: date) -> None:
        theme = self._theme
        self._sentence = Text()
        self.mapping_bar = MappingBar(theme, self._sentence)
        self.annotated_button = self.mapping_bar.add_button(_("导出标注文件"), icon="export")
        self.bank = Choice()
        self.bank.setEditable(True)
        self.bank.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.bank.setMinimumContentsLength(_BANK_LETTERS)
        self.bank.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.bank.setAccessibleName(_("导入到题库"))
        self._bank_note = Text("", "muted", wraps=False)
        self.search = SearchBox(theme, _("查找题目"))
        self.tiles = TileChoice(theme)
        degrees = (_("错误和提醒"), None), (_("只看错误"), Severity.ERROR), (_("只看提醒"), Severity.WARNING)
        self.severity = Choice(degrees)
        self.severity.setAccessibleName(_("程度"))
        self.table, self.problems = self._make_tables()
        self.tables = QStackedWidget()
        self.tables.addWidget(self.table)
        self.tables.addWidget(self.problems)
        self.detail = RowDetail(theme)
        self.mend = RowMend(theme, today)
        self.near = NearPairs(theme, self.choices)
        self.foot = ImportFoot(theme)
        self.import_button, self.again_button = self.foot.import_button, self.foot.again_button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        scroller = Scroller()  # large letters leave too little height for all of it
        scroller.body.setSpacing(SPACE.snug)
        scroller.body.addWidget(self.mapping_bar)
        scroller.body.addWidget(self._bank_row())
        scroller.body.addWidget(self.tiles)
        scroller.body.addWidget(self._middle(), 1)
        column.addWidget(scroller, 1)
        column.addWidget(self.foot)
        self.detail.hide()
        self.mend.hide()
        self.severity.hide()
        self.annotated_button.hide()

    def _make_tables(self) -> tuple[DataTable, DataTable]:
        columns = preview_columns(self._is_tickable, self._on_ticked, marks_of=self._marks_of)
        rows, problems = RowsModel(columns, key=lambda line: line.place), RowsModel(problem_columns())
        empty = _("没有这样的题目。")
        table = DataTable(self._theme, rows, multiple=True, name=_("文件里的题目"), empty_text=empty)
        return table, DataTable(self._theme, problems, name=_("问题"), empty_text=_("没有问题。"))

    def _bank_row(self) -> QWidget:
        self._bank_part = FoldingRow()
        for stretch, parts in (
            (3, ((Text(_("导入到题库"), "label", wraps=False), 0), (self.bank, 1), (self._bank_note, 0))),
            (2, ((self.severity, 1), (self.search, 2))),
        ):
            half = QWidget()
            row = QHBoxLayout(half)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(SPACE.snug)
            for part, share in parts:
                row.addWidget(part, share)
            self._bank_part.add(half, stretch)
        return self._bank_part

    def _middle(self) -> QStackedWidget:
        rows = QWidget()
        row = QHBoxLayout(rows)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.snug)
        row.addWidget(self.tables, 6)
        row.addWidget(self.detail, 4)
        row.addWidget(self.mend, 5)
        self.middle = QStackedWidget()
        self.middle.addWidget(rows)
        self.middle.addWidget(self.near)
        self._fit()
        return self.middle

    def _fit(self) -> None:
        self.middle.setMinimumHeight(_LEAST_ROWS * self._theme.sizes.row)

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit)
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
        self.detail.actions.mend_wanted.connect(self._begin_mend)
        self.detail.actions.unmend_wanted.connect(lambda line: self.unmend_wanted.emit(line.place))
        self.detail.actions.review_chosen.connect(self._on_review_chosen)
        self.detail.actions.decided.connect(lambda decision: self._decide(self.table.selected, decision))
        self.detail.actions.all_decided.connect(lambda decision: self._decide(self._lines.values(), decision))
        self.mend.mended.connect(self.mend_wanted)
        self.mend.cancelled.connect(self.end_mend)
        self.near.decided.connect(self._on_near_decided)
        self.foot.review_chosen.connect(self._on_all_review_chosen)

    def _show_bank(self, preview: BankPreview, banks: Sequence[BankSummary]) -> None:
        self.bank.set_entries([(one.name, one.name) for one in banks])
        self.bank.setEditText(preview.bank_name)
        self.bank.lineEdit().setCursorPosition(0)  # a long name is read from its beginning
        known = next((one for one in banks if one.name == preview.bank_name), None)
        words = _n("已有 {count} 道题", "已有 {count} 道题", known.total if known else 0)
        self._bank_note.setText(words.format(count=known.total) if known else _("新题库"))

    def _show_tiles(self) -> None:
        preview = self._preview
        assert preview
        has_errors = any(problem.severity is Severity.ERROR for problem in preview.problems)
        entries = [
            TileEntry(_ALL, _("全部"), len(self._lines)),
            TileEntry(Novelty.NEW, _("新增"), preview.count(Novelty.NEW), "good"),
            TileEntry(Novelty.CHANGED, _("有变化"), preview.count(Novelty.CHANGED), "warn"),
            TileEntry(Novelty.SAME, _("相同"), preview.count(Novelty.SAME)),
            TileEntry(Novelty.REPEATED, _("重复"), preview.count(Novelty.REPEATED)),
            *([TileEntry(_NEAR, self._near_label, len(self.near.pairs), "warn")] if self._near_label else []),
            TileEntry(_PROBLEMS, _("问题"), len(preview.problems), "bad" if has_errors else "warn"),
        ]
        self.tiles.set_entries(entries)

    def _is_tickable(self, line: PreviewLine) -> bool | None:
        return self.choices.is_wanted(line) if line.may_be_imported else None

    def _marks_of(self, line: PreviewLine) -> list[str]:
        """What was chosen for a row, in a word each."""
        marks = [_("已改")] if line.is_mended else []
        if self.choices.is_wanted(line):
            marks += [_("替换")] if self.choices.is_replacing(line.place) else []
            marks += [_("待审核")] if self.choices.is_in_review(line.place) else []
        return marks

    def _on_ticked(self, lines: list[Any], is_on: bool) -> None:
        change = self.choices.take if is_on else self.choices.leave_out
        change(line.place for line in lines)
        self._show_choices()

    def _decide(self, lines: Iterable[PreviewLine], decision: Decision) -> None:
        """Update changed questions as the file says, or keep them."""
        changed = [line for line in lines if line.novelty is Novelty.CHANGED]
        self._on_ticked(changed, decision is Decision.REPLACE)

    def _on_review_chosen(self, is_on: bool) -> None:
        self.choices.review([line.place for line in self.table.selected], is_on)
        self._show_choices()

    def _on_all_review_chosen(self, is_on: bool) -> None:
        self.choices.review_all(is_on)
        self._show_choices()

    def _on_near_decided(self) -> None:
        self.table.model.touch()
        self._show_foot()

    def _show_choices(self) -> None:
        self.table.model.touch()
        self.near.refresh()
        self._show_foot()
        self._show_detail()

    def _show_foot(self) -> None:
        self.foot.show_wanted(self.wanted, self.choices, self._preview.faulty if self._preview else 0)

    def _begin_mend(self, line: PreviewLine) -> None:
        questions = [one.item.question for one in self._lines.values() if one.item]
        categories = sorted({question.category for question in questions} - {""}, key=sort_key)
        self._show_mending(True)
        self.mend.begin(line, categories)

    def _show_mending(self, is_mending: bool) -> None:
        """While a row is in its form nothing else is chosen: the form has all the room, but for the rows beside it."""
        self.mend.setVisible(is_mending)
        self.detail.setVisible(not is_mending and bool(self.tables.currentWidget().selected))
        self.tables.setVisible(not is_mending or self._theme.size == "standard")
        self.tables.setEnabled(not is_mending)
        for part in (self.tiles, self.foot):
            part.setVisible(not is_mending)
        self._show_head(not is_mending)

    def _show_head(self, is_wanted: bool) -> None:
        """What was recognised and where it goes; in large letters it makes room for two questions side by side."""
        has_room = self._theme.size == "standard" or self.middle.currentWidget() is not self.near
        for part in (self.mapping_bar, self._bank_part):
            part.setVisible(is_wanted and has_room)

    def _on_bank_edited(self) -> None:
        name = self.bank.currentText().strip()
        if self._preview is None or name == self._preview.bank_name:
            return
        if name:
            self.bank_named.emit(name)
        else:
            self.put_bank_back()

    def _on_tile_chosen(self, key: object) -> None:
        self.middle.setCurrentWidget(self.near if key == _NEAR else self.middle.widget(0))
        self._show_head(True)
        is_about_problems = key == _PROBLEMS
        self.tables.setCurrentWidget(self.problems if is_about_problems else self.table)
        self.severity.setVisible(is_about_problems)
        self.annotated_button.setVisible(is_about_problems and bool(self._preview and self._preview.problems))
        if not is_about_problems and key != _NEAR:
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
                wanted, waits = self.choices.is_wanted(one), self.choices.is_in_review(one.place)
                self.detail.show_line(one, is_wanted=wanted, is_in_review=waits)

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

"""The banks as cards and the questions of the chosen one in a table: found, opened, retired, put back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from quizapp.core.people import Actor
from quizapp.errors import UserError
from quizapp.gui.doors import Doors
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.bank_columns import found_words, question_columns
from quizapp.gui.pages.bank_export import BankExporter, details_of, scopes, summary_of, title_of
from quizapp.gui.pages.bank_template import save_bank_template
from quizapp.gui.pages.export_remarks_box import ExportRemarksBox
from quizapp.gui.tasks import Task
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.bank_source import BankSource, choose_bank_file
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card_choice import CardChoice
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.name_strip import NameStrip
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.question_filters import QuestionFilters
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n
from quizapp.services.banks import BankExport, BankQuestion, Banks, BankSummary, QuestionState

_LEAST_ROWS = 4  # of the table, its headings among them, before the page is scrolled


class BankQuestionsPage(PageFrame):
    """`import_wanted` carries a path or None, `question_wanted` a question or None for a new one.

    `text_wanted` carries text to be imported.
    """

    import_wanted = Signal(object)
    text_wanted = Signal(str)
    question_wanted = Signal(object)
    batches_wanted = Signal()

    def __init__(self, doors: Doors, banks: Banks, actor: Actor, offered: Sequence[Path]) -> None:
        """`offered` are the banks that come with the program."""
        super().__init__(doors.theme, _("题库"))
        self._doors, self._banks, self._actor = doors, banks, actor
        self._summaries: list[BankSummary] = []
        self._wanted_bank: int | None = None
        self._listed_bank: int | None = None
        self._change_task: Task | None = None
        self._wanted_question: int | None = None
        self._on_banner_acted: Callable[[], None] = self.banner.clear
        self._renamed: BankSummary | None = None
        self.exporter = BankExporter(doors, banks, actor, self)
        self._build(offered)
        self._connect()

    @property
    def bank(self) -> BankSummary | None:
        """The bank chosen, None while there is none."""
        return next((one for one in self._summaries if one.id == self.cards.chosen), None)

    def enter(self) -> None:
        self._doors.tasks.look_up(self._banks.banks, on_done=self._on_banks_found, on_failed=self._fail)

    def show_bank(self, bank_id: int, *, question_id: int | None = None) -> None:
        """Choose a bank, and a question of it, as soon as they are looked up again."""
        self._wanted_bank, self._wanted_question = bank_id, question_id
        self.filters.clear()

    def menu_now(self) -> QMenu:
        """What is done with banks as a whole; the caller lets it go."""
        menu = QMenu(self)
        entries: tuple[tuple[str, Callable[[], object], bool], ...] = (
            (_("新建题库"), self._on_new_bank_triggered, True),
            (_("给题库改名"), self._on_rename_triggered, self.bank is not None),
            (_("导入记录"), self.batches_wanted.emit, bool(self._summaries)),
            (_("下载空白模板"), self._on_template_wanted, True),
        )
        for word, does, is_possible in entries:
            action = QAction(word, menu)
            action.setEnabled(is_possible)
            action.triggered.connect(lambda _checked=False, does=does: does())
            menu.addAction(action)
        return menu

    def export_menu_now(self) -> QMenu:
        """In which forms the bank, or what is selected or found of it, can be had; the caller lets it go."""
        bank = self.bank
        assert bank is not None, "the button is shown with a bank only"
        is_filtering = self.filters.is_filtering
        return self.exporter.menu_now(
            bank, scopes(self.table.selected, self.table.shown_rows, is_filtering=is_filtering)
        )

    def _build(self, offered: Sequence[Path]) -> None:
        theme = self.theme
        self.more_button = self.add_action(_("更多"), icon="dots-three-outline")
        self.add_button = self.add_action(_("新增题目"), icon="plus")
        self.export_button = self.add_action(_("导出"), icon="export")
        self.import_button = self.add_action(_("导入题库"), icon="upload-simple", kind="primary")
        self.name_strip = NameStrip(theme)
        self.source = BankSource(theme, offered, may_paste=True)
        self.source.zone.take_drops_of(self)
        self.cards = CardChoice(theme, _("题库"))
        self.filters = QuestionFilters(theme)
        model = RowsModel(question_columns(), key=lambda row: row.id, finds=found_words)
        self.table = DataTable(theme, model, multiple=True, name=_("题目"), empty_text=_("这里还没有题目。"))
        self.body = QWidget()
        scroller = Scroller()  # large letters and a long message leave too little height for all of it
        scroller.body.setSpacing(SPACE.snug)
        scroller.body.addWidget(self.cards)
        scroller.body.addWidget(self.filters)
        scroller.body.addWidget(self.table, 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(scroller, 1)
        column.addLayout(self._foot())
        self.content.addWidget(self.exporter.progress)
        self.content.addWidget(self.name_strip)
        self.content.addWidget(self.body, 1)
        self.content.addWidget(self.source, 1)
        self.body.hide()
        self.source.hide()
        self._fit()

    def _fit(self) -> None:
        self.table.setMinimumHeight(_LEAST_ROWS * self.theme.sizes.row)

    def _foot(self) -> QHBoxLayout:
        theme, row = self.theme, QHBoxLayout()
        row.setSpacing(SPACE.snug)
        self.hint = Text("", "muted")
        self.retire_button = Button(theme, _("停用"))
        self.restore_button = Button(theme, _("恢复使用"))
        self.approve_button = Button(theme, _("审核通过"), icon="check")
        self.edit_button = Button(theme, _("修改"), icon="pencil-simple")
        self.approve_button.hide()
        row.addWidget(self.hint, 1)
        for button in (self.approve_button, self.restore_button, self.retire_button, self.edit_button):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.theme.changed.connect(self._fit)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.exporter.exported.connect(self._on_exported)
        self.exporter.failed.connect(self._fail)
        self.import_button.clicked.connect(lambda: self.import_wanted.emit(None))
        self.source.file_chosen.connect(self.import_wanted)
        self.source.text_ready.connect(self._on_text_ready)
        self.source.choose_clicked.connect(self._on_choose_clicked)
        self.source.template_clicked.connect(self._on_template_wanted)
        self.add_button.clicked.connect(self._on_add_wanted)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.table.activated.connect(self.question_wanted)
        any_but_retired = (QuestionState.ACTIVE, QuestionState.REVIEW)
        self.retire_button.clicked.connect(lambda: self._change(QuestionState.RETIRED, any_but_retired))
        self.restore_button.clicked.connect(lambda: self._change(QuestionState.ACTIVE, (QuestionState.RETIRED,)))
        self.approve_button.clicked.connect(lambda: self._change(QuestionState.ACTIVE, (QuestionState.REVIEW,)))
        self.cards.value_changed.connect(self._look_up_questions)
        self.filters.searched.connect(self._on_words_searched)
        self.filters.changed.connect(self._on_filters_changed)
        self.table.selection_changed.connect(self._show_foot)
        self.name_strip.named.connect(self._on_named)
        self.banner.acted.connect(lambda: self._on_banner_acted())
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, self.filters.search.setFocus, context=inside)
        QShortcut(QKeySequence("Ctrl+N"), self, self._on_add_wanted, context=inside)

    def _on_text_ready(self, text: str) -> None:
        self.source.show_zone()
        self.text_wanted.emit(text)

    def _on_banks_found(self, summaries: list[BankSummary]) -> None:
        self._summaries = summaries
        self.cards.set_entries([(one.id, one.name, _facts(one)) for one in summaries])
        self.cards.choose(self._wanted_bank)
        self._wanted_bank = None
        self.body.setVisible(bool(summaries))
        self.source.setVisible(not summaries)
        self.import_button.setVisible(bool(summaries))
        self.add_button.setVisible(bool(summaries))
        self.export_button.setVisible(bool(summaries))
        self._look_up_questions()

    def _look_up_questions(self) -> None:
        bank = self.bank
        if bank is None:
            self._listed_bank = None
            self.set_state(_("还没有题库。先导入一个文件，或者新建一个空的题库。"))
        else:
            self._set_listed(bank.id == self._listed_bank)
            look_up = partial(self._banks.questions, bank.id)
            done = partial(self._on_questions_found, bank.id)
            self._doors.tasks.look_up(look_up, on_done=done, on_failed=self._fail, owner=self)

    def _on_questions_found(self, bank_id: int, rows: list[BankQuestion]) -> None:
        if self.bank is None or self.bank.id != bank_id:
            return  # another bank was chosen meanwhile
        self._listed_bank = bank_id
        self._set_listed(True)
        self.set_state(_sentence(self.bank))
        self.filters.offer_categories(rows)
        self.table.model.set_rows(rows)
        if self._wanted_question is not None:
            wanted, self._wanted_question = self._wanted_question, None
            self.table.select(lambda row: row.id == wanted)
        self._show_foot()

    def _set_listed(self, is_listed: bool) -> None:
        """Nothing can be done with the rows of another bank than the one chosen, until its own are there."""
        if not is_listed:
            self.table.view.clearSelection()
        self.table.setEnabled(is_listed)
        self.export_button.setEnabled(is_listed)

    def _on_words_searched(self, words: str) -> None:
        self.table.filter_words(words)
        self._show_foot()

    def _on_filters_changed(self) -> None:
        self.table.filter_rows(self.filters.lets_pass)
        self._show_foot()

    def _show_foot(self) -> None:
        selected = self.table.selected
        self.edit_button.setEnabled(len(selected) == 1)
        self.retire_button.setEnabled(any(row.state is not QuestionState.RETIRED for row in selected))
        self.restore_button.setEnabled(any(row.state is QuestionState.RETIRED for row in selected))
        self.approve_button.setVisible(bool(self.bank and self.bank.in_review))
        self.approve_button.setEnabled(any(row.state is QuestionState.REVIEW for row in selected))
        count, shown = len(selected), len(self.table.shown_rows)
        if count:
            self.hint.setText(_n("选中 {count} 道题。", "选中 {count} 道题。", count).format(count=count))
        elif self.filters.is_filtering:
            self.hint.setText(_n("找到 {count} 道题。", "找到 {count} 道题。", shown).format(count=shown))
        else:
            self.hint.setText(_("选中题目可以修改或停用；按 Ctrl 或 Shift 可以多选。") if shown else "")

    def _on_more_clicked(self) -> None:
        _pop_up(self.menu_now(), self.more_button)

    def _on_export_clicked(self) -> None:
        _pop_up(self.export_menu_now(), self.export_button)

    def _on_exported(self, export: BankExport, path: Path) -> None:
        lines = details_of(export.remarks)
        if lines:
            self._on_banner_acted = partial(self._show_remarks, lines)
        else:
            self._on_banner_acted = partial(self._doors.dialogs.show_folder, path.parent)
        tone = "warn" if export.left_out else "good"
        action = _("逐题查看") if lines else _("打开文件夹")
        self.banner.say(tone, title_of(export), summary_of(export, path), action=action)

    def _show_remarks(self, lines: str) -> None:
        self._doors.dialogs.run(ExportRemarksBox(self.theme, self, lines=lines))

    def _on_choose_clicked(self) -> None:
        path = choose_bank_file(self._doors, self)
        if path:
            self.import_wanted.emit(path)

    def _on_add_wanted(self) -> None:
        if self.bank:
            self.question_wanted.emit(None)

    def _on_edit_clicked(self) -> None:
        for row in self.table.selected[:1]:
            self.question_wanted.emit(row)

    def _change(self, state: QuestionState, among: Sequence[QuestionState]) -> None:
        """Retire the selected questions, put them back or approve them; the banner offers to undo it."""
        if self._change_task and self._change_task.is_running:
            return  # pressed twice: a second change would find nothing to do, and take the way back away
        chosen = tuple(row.id for row in self.table.selected if row.state in among)
        change = partial(self._banks.set_state, self._actor, chosen, state, among=among)
        done = partial(self._on_changed, state)
        self._change_task = self._doors.tasks.run(change, on_done=done, on_failed=self._fail, owner=self)

    def _on_changed(self, state: QuestionState, before: dict[int, QuestionState]) -> None:
        """`before` is what was changed indeed: the rows in view may be older than that."""
        count = len(before)
        if state is QuestionState.RETIRED:
            words = _n("已停用 {count} 道题，组卷时不再抽到。", "已停用 {count} 道题，组卷时不再抽到。", count)
        elif QuestionState.REVIEW in before.values():
            words = _n("已审核通过 {count} 道题，组卷时可以抽到。", "已审核通过 {count} 道题，组卷时可以抽到。", count)
        else:
            words = _n("已恢复 {count} 道题。", "已恢复 {count} 道题。", count)
        if before:
            self._on_banner_acted = partial(self._undo_change, before, state)
            self.banner.say("good", words.format(count=count), action=_("撤销"))
        else:
            self.banner.say("info", _("选中的题刚被改过，这次没有改动；列表已更新。"))
        self.enter()

    def _undo_change(self, before: dict[int, QuestionState], state: QuestionState) -> None:
        """Only what is still as it was changed to: what somebody did since stays."""
        self.banner.clear()
        change = partial(self._banks.set_states, self._actor, before, among=(state,))
        self._doors.tasks.run(change, on_done=self._on_undone, on_failed=self._fail)

    def _on_undone(self, _result: dict[int, QuestionState]) -> None:
        self.enter()

    def _on_new_bank_triggered(self) -> None:
        self._renamed = None
        self.name_strip.ask(_("新题库的名称"), action=_("新建"))

    def _on_rename_triggered(self) -> None:
        self._renamed = self.bank
        if self._renamed:
            self.name_strip.ask(_("题库名称"), action=_("改名"), name=self._renamed.name)

    def _on_named(self, name: str) -> None:
        if self._renamed is None:
            save = partial(self._banks.add_bank, self._actor, name)
        else:
            save = partial(self._banks.rename_bank, self._actor, self._renamed.id, name)
        self._doors.tasks.run(save, on_done=self._on_name_saved, on_failed=self._on_name_refused)

    def _on_name_saved(self, added: BankSummary | None) -> None:
        self.name_strip.done()
        self._wanted_bank = added.id if added else None
        self.enter()

    def _on_name_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.name_strip.refuse(str(error))
        else:
            self.name_strip.refuse("")
            self._fail(error)

    def _on_template_wanted(self) -> None:
        self._on_banner_acted = self.banner.clear
        save_bank_template(self._doors, self)

    def _fail(self, error: Exception) -> None:
        self._on_banner_acted = self.enter
        self.banner.show_error(error)


def _pop_up(menu: QMenu, button: Button) -> None:
    """Show a menu below its button, and let it go afterwards."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _facts(bank: BankSummary) -> str:
    return _n("{count} 道题", "{count} 道题", bank.total).format(count=bank.total) if bank.total else _("还没有题目")


def _sentence(bank: BankSummary) -> str:
    """What there is to draw from."""
    kinds = _("、").join(
        _("{kind} {count}").format(kind=kind.label, count=count) for kind, count in bank.by_kind.items() if count
    )
    if not kinds and not bank.in_review:
        words = (
            _("这个题库的 {retired} 道题都已停用。")
            if bank.retired
            else _("这里还没有题目：可以导入，也可以逐题新增。")
        )
        return words.format(retired=bank.retired)
    if bank.in_review and bank.retired:
        words = _("{kinds}；另有 {in_review} 道待审核、{retired} 道已停用。")
    elif bank.in_review:
        words = _("{kinds}；另有 {in_review} 道待审核。")
    else:
        words = _("{kinds}；另有 {retired} 道已停用。") if bank.retired else _("{kinds}。")
    kinds = kinds or _("还没有可用的题")
    return words.format(kinds=kinds, in_review=bank.in_review, retired=bank.retired)

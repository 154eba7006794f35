"""The results of a test: figures per department and the whole, the people, who has not sat; settled and handed in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from quizapp.core.exams import ExamState
from quizapp.core.monthly import FORMULAS, MonthFigures, PersonResult, Status
from quizapp.core.people import Actor, Department, ids_below
from quizapp.files import write_whole
from quizapp.gui.doors import Doors
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.page import Page
from quizapp.gui.pages.answer_sheets import AnswerSheetsPage
from quizapp.gui.pages.attempt_record import AttemptRecordPage
from quizapp.gui.pages.result_columns import (
    department_columns,
    department_totals,
    mean_or_dash,
    missing_columns,
    people_columns,
    rate_or_dash,
)
from quizapp.gui.pages.settling import Settling
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.folding_row import FoldingRow
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.progress import Progress
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile import TileRow
from quizapp.i18n import _
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary
from quizapp.services.results import ExamResults, ResultsFilter

_DEPARTMENTS, _PEOPLE, _MISSING = range(3)


class ResultsPage(Page):
    """Shows one test at a time; `went_to` carries the key of another page."""

    went_to = Signal(str)

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__()
        self._stack = QStackedWidget(self)
        self.table_page = _ResultTables(doors, services, actor)
        self.table_page.went_to.connect(self.went_to)
        self.table_page.record_wanted.connect(self._on_record_wanted)
        self.table_page.sheets_wanted.connect(self._on_sheets_wanted)
        self._doors, self._services, self._actor = doors, services, actor
        self._stack.addWidget(self.table_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def enter(self) -> None:
        self.table_page.enter()

    def show_exam(self, exam_id: int) -> None:
        """Choose a test, as another page wishes."""
        self.table_page.show_exam(exam_id)

    def _on_record_wanted(self, attempt_id: int) -> None:
        page = AttemptRecordPage(self._doors, self._services, self._actor, attempt_id, can_print=True)
        page.print_wanted.connect(lambda one: self._on_sheets_wanted([one]))
        self._put_above(page)

    def _on_sheets_wanted(self, attempt_ids: list[int]) -> None:
        load = partial(self._services.answer_sheets.sheets, self._actor, attempt_ids)
        self._put_above(AnswerSheetsPage(self._doors, load, chooses_key=True))

    def _put_above(self, page: AttemptRecordPage | AnswerSheetsPage) -> None:
        page.went_back.connect(self._on_page_left)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.enter()

    def _on_page_left(self) -> None:
        page = self._stack.currentWidget()
        below = self._stack.widget(self._stack.count() - 2)
        self._stack.setCurrentWidget(below)
        self._stack.removeWidget(page)
        page.deleteLater()
        below.enter()


class _ResultTables(PageFrame):
    """The three tables of one test."""

    went_to = Signal(str)
    record_wanted = Signal(int)
    sheets_wanted = Signal(list)

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__(doors.theme, _("成绩"))
        self._doors, self._services, self._actor = doors, services, actor
        self.results: ExamResults | None = None
        self._build()
        self._connect()

    def enter(self) -> None:
        self.banner.clear()
        self._doors.tasks.look_up(self._services.exams.exams, on_done=self._on_exams_listed, on_failed=self._fail)

    def _build(self) -> None:
        theme = self._doors.theme
        self.export_button = self.add_action(_("导出成绩表"), icon="export", kind="primary")
        self.empty = EmptyState(
            theme,
            "chart-bar",
            _("还没有成绩"),
            _("发布考试、有人作答后，成绩会显示在这里。"),
            action=_("设置考试"),
        )
        self.empty.hide()
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.normal)
        column.addWidget(self._build_filters())
        column.addWidget(self._build_tiles())
        self.progress = Progress(theme)
        column.addWidget(self.progress)
        column.addWidget(self._build_tabs(), 1)
        self.content.addWidget(self.body, 1)
        self.content.addWidget(self.empty, 1)

    def _build_filters(self) -> FoldingRow:
        self.exam, self.department, self.category = QComboBox(), QComboBox(), QComboBox()
        self.exam.setAccessibleName(_("考试"))
        self.department.setAccessibleName(_("科室（单位）"))
        self.category.setAccessibleName(_("类别"))
        self.search = SearchBox(self._doors.theme, _("查找姓名、编号、科室"))
        choosers = QWidget()
        row = QHBoxLayout(choosers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.snug)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for chooser, share, letters in ((self.exam, 6, 14), (self.department, 4, 15), (self.category, 3, 9)):
            chooser.setSizeAdjustPolicy(policy)  # room for the words that stand there at first, longer ones are cut
            chooser.setMinimumContentsLength(letters)
            row.addWidget(chooser, share)
        filters = FoldingRow()
        filters.add(choosers, 3)
        filters.add(self.search, 1)
        return filters

    def _build_tiles(self) -> QWidget:
        labels = (_("应考"), _("实考"), _("参考率"), _("平均分"), _("合格率"), _("待核实"))
        row = self._tile_row = TileRow(labels)
        names = ("due", "sat", "participation", "mean", "pass_rate", "unsettled")
        self.tiles = dict(zip(names, row.tiles, strict=True))
        return row

    def _build_tabs(self) -> QTabWidget:
        theme = self._doors.theme
        self.departments = DataTable(theme, RowsModel(department_columns()), name=_("科室汇总"))
        self.people = DataTable(theme, RowsModel(people_columns(), key=lambda one: one.row.due_id), name=_("个人成绩"))
        self.missing = DataTable(
            theme,
            RowsModel(missing_columns(), key=lambda row: row.due_id),
            empty_text=_("应考人员都已参加。"),
            multiple=True,
            name=_("未参加"),
        )
        self.tabs = QTabWidget()
        self.tabs.addTab(self._tab(self.departments, self._build_formulas()), _("科室汇总"))
        self.tabs.addTab(self._tab(self.people, self._build_people_foot()), _("个人成绩"))
        self.tabs.addTab(self._tab(self.missing, self._build_settling()), _("未参加"))
        return self.tabs

    def _tab(self, table: DataTable, foot: QWidget) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, SPACE.snug, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(table, 1)
        column.addWidget(foot)
        return tab

    def _build_formulas(self) -> QWidget:
        """The formulas of every figure, a press away: the table needs the room."""
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        self.formulas_button = Button(self._doors.theme, _("统计口径"), kind="quiet", icon="info", compact=True)
        self.formulas_button.setCheckable(True)
        self.formulas = Text("\n".join(map(_, FORMULAS)), "small")
        self.formulas.hide()
        self.formulas_button.toggled.connect(self._show_formulas)
        column.addWidget(self.formulas_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.formulas)
        return foot

    def _show_formulas(self) -> None:
        """At the largest text they take the place of the table, which has no room beside them."""
        is_open = self.formulas_button.isChecked()
        self.formulas.setVisible(is_open)
        self.departments.setVisible(not is_open or self._doors.theme.size != "extra")

    def _build_people_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.record_button = Button(self._doors.theme, _("查看答卷"), icon="list-numbers")
        self.record_button.setEnabled(False)
        self.print_button = Button(self._doors.theme, _("打印答卷"), icon="printer")
        self.print_button.setToolTip(_("打印表中所有已交卷人员的答卷；先按科室、类别或姓名筛选，可以只打印一部分人。"))
        row.setSpacing(SPACE.snug)
        row.addWidget(Text(_("名次只在参加排名的人员之间计算。"), "small"), 1)
        row.addWidget(self.print_button)
        row.addWidget(self.record_button)
        return foot

    def _build_settling(self) -> QWidget:
        theme = self._doors.theme
        foot = QWidget()
        self._settling = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        self._settling.setContentsMargins(0, 0, 0, 0)
        self._settling.setSpacing(SPACE.snug)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addStretch(1)
        self.settling_hint = Text("", "small")
        self.absent_button = Button(theme, _("记为缺考"))
        self.deferred_button = Button(theme, _("记为缓考"))
        self.exempt_button = Button(theme, _("记为免考"))
        self.put_back_button = Button(theme, _("撤销核实"), kind="quiet")
        for button in self._settling_buttons():
            row.addWidget(button)
        self._settling.addWidget(self.settling_hint, 1)
        self._settling.addLayout(row)
        return foot

    def _settling_buttons(self) -> tuple[Button, ...]:
        return self.put_back_button, self.exempt_button, self.deferred_button, self.absent_button

    def _fit(self) -> None:
        """At the largest text the table has the room: its last row says what the tiles say, a hint stands by itself."""
        is_large, directions = self._doors.theme.size == "extra", QBoxLayout.Direction
        self._tile_row.setVisible(not is_large)
        self._show_formulas()
        self._settling.setDirection(directions.TopToBottom if is_large else directions.LeftToRight)

    def _connect(self) -> None:
        self._doors.theme.changed.connect(self._fit)
        self._fit()
        self.empty.acted.connect(lambda: self.went_to.emit("exams"))
        for chooser in (self.exam, self.department, self.category):
            chooser.activated.connect(self._on_choice_activated)
        for table in (self.departments, self.people, self.missing):
            self.search.searched.connect(table.filter_words)
        self.missing.selection_changed.connect(self._show_settling)
        self.people.selection_changed.connect(self._show_record_button)
        self.people.activated.connect(self._on_person_activated)
        self.record_button.clicked.connect(self._on_record_clicked)
        self.people.model.modelReset.connect(self._show_record_button)
        self.print_button.clicked.connect(lambda: self.sheets_wanted.emit(self._attempts_shown))
        self.absent_button.clicked.connect(lambda: self._settle(Status.ABSENT))
        self.deferred_button.clicked.connect(lambda: self._settle(Status.DEFERRED))
        self.exempt_button.clicked.connect(lambda: self._settle(Status.EXEMPT))
        self.put_back_button.clicked.connect(lambda: self._settle(Status.UNSETTLED))
        self.export_button.clicked.connect(self._on_export_clicked)
        self.banner.acted.connect(self._on_banner_acted)
        self.settling = Settling(self._doors, self._services.results, self._actor, self)
        self.settling.changed.connect(self._on_settling_changed)

    def show_exam(self, exam_id: int) -> None:
        """Choose a test, as another page wishes."""
        self._wanted_exam = exam_id
        self._wants_unsettled = True
        at = self.exam.findData(exam_id)
        if at >= 0:
            self.exam.setCurrentIndex(at)
            self._look_up()

    _wanted_exam: int | None = None
    _wants_unsettled = False
    _keeps_order = False
    _exported_to: Path | None = None

    def _on_exams_listed(self, exams: list[ExamSummary]) -> None:
        shown = [exam for exam in exams if exam.state is not ExamState.DRAFT]
        chosen = self._wanted_exam or self.exam.currentData()
        self.exam.clear()
        for exam in shown:
            self.exam.addItem(exam.title, exam.id)
        self.exam.setCurrentIndex(max(0, self.exam.findData(chosen)))
        self.body.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.export_button.setEnabled(bool(shown))
        if shown:
            self._doors.tasks.look_up(
                self._services.people.departments, on_done=self._on_departments_listed, on_failed=self._fail
            )

    def _on_departments_listed(self, departments: list[Department]) -> None:
        chosen = self.department.currentData()
        self.department.clear()
        unit_id = self._actor.unit_id
        if unit_id is None:
            self.department.addItem(_("全部科室和单位"), None)
        else:  # an administrator of one unit sees that unit, which stands first among what lies within it
            within = ids_below(departments, [unit_id])
            departments = [one for one in departments if one.id in within]
        for department in departments:
            self.department.addItem(department.full_name, department.id)
        self.department.setCurrentIndex(max(0, self.department.findData(chosen)))
        self._look_up()

    def _on_choice_activated(self) -> None:
        self._wanted_exam = None
        self._look_up()

    @property
    def _filter(self) -> ResultsFilter:
        department, category = self.department.currentData(), self.category.currentData()
        return ResultsFilter(() if department is None else (department,), () if category is None else (category,))

    def _look_up(self) -> None:
        exam_id = self.exam.currentData()
        if exam_id is not None:
            look_up = partial(self._services.results.results, exam_id, self._filter)
            self._doors.tasks.look_up(look_up, on_done=self._on_results_loaded, on_failed=self._fail)

    def _on_results_loaded(self, results: ExamResults) -> None:
        self.results = results
        self._show_categories(results.categories)
        self._show_figures(results.figures)
        if self._wants_unsettled and results.figures.whole.unsettled:
            self.tabs.setCurrentIndex(_MISSING)
        self._wants_unsettled = False
        words = _("考试已结束，成绩可以上报。") if results.is_final else _("考试已结束，还有人员待核实。")
        unmarked = results.figures.whole.unmarked
        if unmarked and not results.figures.whole.unsettled:
            words = _("考试已结束，还有 {count} 人待阅卷。").format(count=unmarked)
        if results.state is not ExamState.CLOSED:
            words = _("考试还没有结束，以下是到现在为止的情况。")
        if results.people_not_counted:
            words += _("另有 {count} 人参加测试但不计入统计。").format(count=results.people_not_counted)
        self.set_state(words)

    def _show_categories(self, categories: tuple[str, ...]) -> None:
        chosen = self.category.currentData()
        self.category.clear()
        self.category.addItem(_("全部类别"), None)
        for category in categories:
            self.category.addItem(category, category)
        self.category.setCurrentIndex(max(0, self.category.findData(chosen)))

    def _show_figures(self, figures: MonthFigures) -> None:
        whole = figures.whole
        self.tiles["due"].set_figure(str(whole.due))
        self.tiles["sat"].set_figure(str(whole.sat))
        self.tiles["participation"].set_figure(rate_or_dash(whole.participation))
        self.tiles["mean"].set_figure(mean_or_dash(whole.mean))
        self.tiles["pass_rate"].set_figure(rate_or_dash(whole.pass_rate))
        self.tiles["unsettled"].set_figure(str(whole.unsettled), tone="warn" if whole.unsettled else "")
        self.departments.model.set_rows(list(figures.departments), totals=department_totals(whole))
        self.people.model.set_rows(list(figures.people))
        missing = [one.row for one in figures.people if one.row.status is not Status.SAT]
        rows = self.missing.model.rows if self._keeps_order else []
        stood = {row.due_id: place for place, row in enumerate(rows)}
        # what is still to do stands first, and who was just settled stays where the eye is
        missing.sort(key=lambda row: (stood.get(row.due_id, -1), row.status is not Status.UNSETTLED))
        self.missing.model.set_rows(missing)
        if self._keeps_order:
            self.missing.view.clearSelection()
        self._keeps_order = False
        self.tabs.setTabText(_MISSING, _("未参加（{count}）").format(count=len(missing)))
        self._show_settling()
        self._show_record_button()

    def _show_settling(self) -> None:
        count = len(self.missing.selected)
        hint = (
            _("选中 {count} 人。").format(count=count)
            if count
            else _("先选中人员（可多选），再核实为缺考、缓考或免考。")
        )
        self.settling_hint.setText(hint)
        for button in self._settling_buttons():
            button.setEnabled(count > 0)

    def _show_record_button(self) -> None:
        self.record_button.setEnabled(any(one.row.attempt_id is not None for one in self.people.selected))

        count = len(self._attempts_shown)
        self.print_button.setText(_("打印答卷（{count} 人）").format(count=count))
        self.print_button.setEnabled(count > 0)

    @property
    def _attempts_shown(self) -> list[int]:
        """The attempts that count of the people who pass the filters, in the order they stand."""
        return [one.row.attempt_id for one in self.people.shown_rows if one.row.attempt_id is not None]

    def _settle(self, status: Status) -> None:
        rows = self.missing.selected
        if rows and self.results is not None:
            self.settling.settle(self.results.exam_id, rows, status)

    def _on_settling_changed(self) -> None:
        self._keeps_order = True
        self._look_up()

    def _on_banner_acted(self) -> None:
        """Take back the last settling, open the folder of the last export, or try again what failed."""
        folder, self._exported_to = self._exported_to, None
        if folder is not None:
            self.banner.clear()
            self._doors.dialogs.show_folder(folder)
        elif self.settling.may_take_back:
            self.settling.take_back()
        else:
            self.banner.clear()
            self._look_up()

    def _on_person_activated(self, result: PersonResult) -> None:
        if result.row.attempt_id is not None:
            self.record_wanted.emit(result.row.attempt_id)

    def _on_record_clicked(self) -> None:
        for result in self.people.selected:
            self._on_person_activated(result)

    def _on_export_clicked(self) -> None:
        if self.results is None:
            return
        unsettled = self.results.figures.whole.unsettled
        title = _("还有 {count} 人待核实，现在就导出？").format(count=unsettled)
        text = _("核实以后，参考率、平均分等数字可能变化，要再导出一次。")
        if unsettled and not self._doors.dialogs.confirm(
            self, title=title, text=text, action=_("仍然导出"), back=_("去核实")
        ):
            self.tabs.setCurrentIndex(_MISSING)
            return
        if not self._may_export_unmarked():
            return
        name = _("{title}成绩表.xlsx").format(title=self.results.title)
        path = self._doors.dialogs.save_file(
            self, title=_("导出成绩表"), filters=_("Excel 工作簿 (*.xlsx)"), purpose="results", name=name
        )
        if path is None:
            return
        export = partial(self._export, path, self.results.exam_id, self._filter)
        task = self._doors.tasks.run(
            export,
            on_done=self._on_exported,
            on_failed=self._fail,
            on_progress=self.progress.step,
            owner=self,
        )
        self.progress.start(_("正在导出成绩表"), task)

    def _may_export_unmarked(self) -> bool:
        """Whether to export although scores are missing; asked only then."""
        count = self.results.figures.whole.unmarked if self.results else 0
        title = _("还有 {count} 人待阅卷，现在就导出？").format(count=count)
        text = _("他们还没有成绩，不计入平均分、合格率和名次；阅卷以后要再导出一次。")
        return not count or self._doors.dialogs.confirm(self, title=title, text=text, action=_("仍然导出"))

    def _export(self, path: Path, exam_id: int, wanted: ResultsFilter, *, on_progress, is_cancelled) -> Path:
        """Runs in a worker: make the workbook, then put it in place as a whole."""
        content = self._services.results.export(
            self._actor, exam_id, wanted, on_progress=on_progress, is_cancelled=is_cancelled
        )
        return write_whole(path, content)

    def _on_exported(self, path: Path) -> None:
        self.settling.forget()
        self._exported_to = path.parent
        self.banner.say("good", _("成绩表已导出"), str(path), action=_("打开文件夹"))

    def _fail(self, error: Exception) -> None:
        self.settling.forget()
        self._exported_to = None
        self.banner.show_error(error)

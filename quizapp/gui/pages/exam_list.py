"""All tests in a table, the newest first, and what can be done with the one selected."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal

from quizapp.core.exams import ExamState
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.exam_words import days_words, state_words
from quizapp.gui.local_times import month_name
from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.pages.exam_acts import ExamActs
from quizapp.gui.widgets import exam_actions
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.exam_actions import ExamActions
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _, _n
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary

_OPENED_BY_ENTER = {ExamState.DRAFT: exam_actions.EDIT}


class ExamListPage(PageFrame):
    """`wanted` carries an act that needs a page of its own, and the test; `new_wanted` begins another test."""

    wanted = Signal(str, object)
    new_wanted = Signal()

    def __init__(self, doors: Doors, services: Services, actor: Actor, *, now: Callable[[], datetime]) -> None:
        super().__init__(doors.theme, _("测试"))
        self._doors, self._exams, self._now = doors, services.exams, now
        self._may_change = actor.unit_id is None
        self._wanted_id: int | None = None
        self._build()
        self.acts = ExamActs(doors, services, actor, self)
        self._connect()

    def enter(self) -> None:
        self._doors.tasks.look_up(self._exams.exams, on_done=self._on_exams_listed, on_failed=self.banner.show_error)

    def select_exam(self, exam_id: int) -> None:
        """Select a test as soon as the list is looked up again."""
        self._wanted_id = exam_id

    def _build(self) -> None:
        theme = self._doors.theme
        self.new_button = self.add_action(_("新建考试"), icon="plus", kind="primary")
        if not self._may_change:
            self.new_button.hide()
        action = _("设置第一场考试") if self._may_change else ""
        text = _("选好题库、时间和应考人员，检查通过后发布，工作人员就能参加。")
        self.empty = EmptyState(theme, "clipboard-text", _("还没有考试"), text, action=action)
        self.table = DataTable(theme, RowsModel(self._columns(), key=lambda exam: exam.id), name=_("考试"))
        self.actions = ExamActions(theme, looks_only=not self._may_change)
        self.content.addWidget(self.empty, 1)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.actions)
        self.empty.hide()

    def _columns(self) -> list[Column]:
        return [
            Column(heading=_("月份"), value=lambda exam: exam.month, text=lambda exam: month_name(exam.month), width=7),
            Column(heading=_("考试名称"), value=lambda exam: exam.title),
            Column(
                heading=_("开放时间"),
                value=lambda exam: exam.opens_at,
                text=lambda exam: days_words(exam.opens_at, exam.closes_at),
                width=13,
            ),
            Column(
                heading=_("状态"),
                value=lambda exam: self._state_of(exam)[0],
                tone=lambda exam: self._state_of(exam)[1],
                kind=ColumnKind.BADGE,
                width=7,
            ),
            Column(heading=_("应考"), value=_due, text=_counted(_due), kind=ColumnKind.NUMBER, width=3),
            Column(heading=_("实考"), value=_sat, text=_counted(_sat), kind=ColumnKind.NUMBER, width=3),
        ]

    def _state_of(self, exam: ExamSummary) -> tuple[str, str]:
        return state_words(exam, self._now())

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.empty.acted.connect(self.new_wanted)
        self.table.selection_changed.connect(self._on_table_selection_changed)
        self.table.activated.connect(self._on_table_activated)
        self.actions.wanted.connect(self._on_actions_wanted)
        self.acts.done.connect(self.enter)
        self.acts.published.connect(self.select_exam)
        self.acts.edit_wanted.connect(self._on_acts_edit_wanted)

    def _on_exams_listed(self, exams: list[ExamSummary]) -> None:
        self.new_button.setVisible(self._may_change and bool(exams))  # else the empty page has the one button
        self.empty.setVisible(not exams)
        self.table.setVisible(bool(exams))
        self.table.model.set_rows(exams)
        self.set_state(_sentence(exams) if exams else "")
        if self._wanted_id is not None or not self.table.selected:
            wanted, self._wanted_id = self._wanted_id, None
            self.table.select(lambda exam: wanted in (None, exam.id))
        self._on_table_selection_changed()

    def _on_table_selection_changed(self) -> None:
        self.actions.show_exam(next(iter(self.table.selected), None))

    def _on_table_activated(self, exam: ExamSummary) -> None:
        act = _OPENED_BY_ENTER.get(exam.state, exam_actions.RESULTS)
        self._on_actions_wanted(act if self._may_change else exam_actions.RESULTS, exam)

    def _on_actions_wanted(self, act: str, exam: ExamSummary) -> None:
        """Do what needs no page of its own here; ask for the page of what does."""
        here = {
            exam_actions.PUBLISH: partial(self.acts.publish, exam.id),
            exam_actions.DELETE: partial(self.acts.delete, exam),
            exam_actions.WITHDRAW: partial(self.acts.withdraw, exam),
            exam_actions.CLOSE: partial(self.acts.close, exam),
        }
        if act in here:
            here[act]()
        else:
            self.wanted.emit(act, exam)

    def _on_acts_edit_wanted(self, exam_id: int) -> None:
        exam = next((one for one in self.table.model.rows if one.id == exam_id), None)
        if exam is not None:
            self.wanted.emit(exam_actions.EDIT, exam)


def _due(exam: ExamSummary) -> int | None:
    return None if exam.state is ExamState.DRAFT else exam.due


def _sat(exam: ExamSummary) -> int | None:
    return None if exam.state is ExamState.DRAFT else exam.sat


def _counted(count: Callable[[ExamSummary], int | None]) -> Callable[[ExamSummary], str]:
    """A draft has no due list yet: nothing is counted."""
    return lambda exam: "—" if count(exam) is None else str(count(exam))


def _sentence(exams: list[ExamSummary]) -> str:
    words = _n("共 {count} 场考试", "共 {count} 场考试", len(exams)).format(count=len(exams))
    drafts = sum(one.state is ExamState.DRAFT for one in exams)
    going_on = sum(one.state is ExamState.PUBLISHED for one in exams)
    parts = [words]
    if going_on:
        parts.append(_n("{count} 场已发布", "{count} 场已发布", going_on).format(count=going_on))
    if drafts:
        parts.append(_n("{count} 份草稿", "{count} 份草稿", drafts).format(count=drafts))
    return _("，").join(parts) + _("。")

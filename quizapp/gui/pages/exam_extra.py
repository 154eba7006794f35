"""More time for single people of a published test, as long as they have not started."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from quizapp.core.people import EXTRA_MINUTES_MOST, Actor
from quizapp.gui.doors import Doors
from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.i18n import _, _n
from quizapp.services.exams import Exams, ExamSummary
from quizapp.services.extra_minutes import DuePerson

_USUAL_MINUTES = 10


class ExamExtraPage(PageFrame):
    """`went_back` without a change, `finished` with the words that say what was changed."""

    went_back = Signal()
    finished = Signal(str)

    def __init__(self, doors: Doors, exams: Exams, actor: Actor, exam: ExamSummary) -> None:
        super().__init__(doors.theme, _("个人延时"))
        self._doors, self._exams, self._actor, self._exam = doors, exams, actor, exam
        self._build()
        self._connect()
        self.set_state(_("{title} · 已经开始作答的人不能再改").format(title=exam.title))

    def enter(self) -> None:
        look_up = partial(self._exams.due_people, self._exam.id)
        self._doors.tasks.run(look_up, on_done=self._on_looked_up, on_failed=self.banner.show_error)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.save_button = self.add_action(_("保存延时"), icon="check", kind="primary")
        self.save_button.setEnabled(False)
        self.search = SearchBox(self._doors.theme, _("按姓名、编号或科室查找"))
        self.minutes = NumberField(_USUAL_MINUTES, most=EXTRA_MINUTES_MOST, unit=_("分钟"))
        self.reason = QLineEdit()
        self._reason_field = Field(_("原因"), self.reason, hint=_("记入日志，例如：视力不便。"), required=True)
        self.table = DataTable(
            self._doors.theme,
            RowsModel(_columns(), key=lambda one: one.due_id),
            empty_text=_("名单上没有还没开始的人。"),
            multiple=True,
            name=_("还没有开始作答的人员"),
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(Field(_("查找"), self.search), 3)
        row.addWidget(Field(_("延时"), self.minutes), 2)
        row.addWidget(self._reason_field, 4)
        self.content.addLayout(row)
        self.content.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.reason.returnPressed.connect(self._on_save_clicked)
        self.search.searched.connect(self.table.filter_words)
        self.table.selection_changed.connect(self._on_table_selection_changed)

    def _on_looked_up(self, people: list[DuePerson]) -> None:
        self.table.model.set_rows([one for one in people if not one.has_started])

    def _on_table_selection_changed(self) -> None:
        count = len(self.table.selected)
        self.save_button.setEnabled(count > 0)
        words = _n("给 {count} 人延时", "给 {count} 人延时", count).format(count=count)
        self.save_button.setText(words if count else _("保存延时"))
        given = {one.extra_minutes for one in self.table.selected if one.extra_minutes}
        if len(given) == 1:
            self.minutes.setValue(given.pop())

    def _on_save_clicked(self) -> None:
        chosen = [one.due_id for one in self.table.selected]
        reason = self.reason.text().strip()
        self._reason_field.set_error("" if reason else _("请写明原因。"))
        if not reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen:
            self.save_button.setEnabled(False)
            give = partial(
                self._exams.set_extra_minutes,
                self._actor,
                self._exam.id,
                chosen,
                self.minutes.value(),
                reason=reason,
            )
            self._doors.tasks.run(give, on_done=self._on_saved, on_failed=self._on_failed)

    def _on_saved(self, count: int) -> None:
        words = _n("已修改 {count} 人的延时。", "已修改 {count} 人的延时。", count)
        self.finished.emit(words.format(count=count))

    def _on_failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.banner.show_error(error)


def _columns() -> list[Column]:
    return [
        Column(heading=_("编号"), value=lambda one: one.number, width=6),
        Column(heading=_("姓名"), value=lambda one: one.name, width=6),
        Column(heading=_("科室（单位）"), value=lambda one: one.department),
        Column(heading=_("类别"), value=lambda one: _(one.category) if one.category else "", width=7),
        Column(
            heading=_("延时"),
            value=lambda one: one.extra_minutes,
            text=lambda one: _("{minutes} 分钟").format(minutes=one.extra_minutes) if one.extra_minutes else "—",
            kind=ColumnKind.NUMBER,
            width=5,
        ),
    ]

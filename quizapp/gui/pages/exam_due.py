"""People are put on the due list of a published test: who came after it was published, or was left out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.models.rows import Column, RowsModel
from quizapp.gui.pages.people_columns import PersonLine, person_lines
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.i18n import _, _n
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary


class ExamDuePage(PageFrame):
    """`went_back` without a change, `finished` with the words that say what was changed."""

    went_back = Signal()
    finished = Signal(str)

    def __init__(self, doors: Doors, services: Services, actor: Actor, exam: ExamSummary) -> None:
        super().__init__(doors.theme, _("增加应考人员"))
        self._doors, self._services, self._actor, self._exam = doors, services, actor, exam
        self._build()
        self._connect()
        self.set_state(exam.title)

    def enter(self) -> None:
        self._doors.tasks.look_up(self._look_up, on_done=self._on_looked_up, on_failed=self.banner.show_error)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._doors.theme
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.add_button = self.add_action(_("加入名单"), icon="user-plus", kind="primary")
        self.add_button.setEnabled(False)
        self.search = SearchBox(theme, _("按姓名、拼音、编号或科室查找"))
        self.reason = QLineEdit()
        self._reason_field = Field(_("原因"), self.reason, hint=_("记入日志，例如：发布后调入。"), required=True)
        columns = [
            Column(heading=_("编号"), value=lambda line: line.person.number, width=6),
            Column(
                heading=_("姓名"),
                value=lambda line: (line.reading, line.person.name),
                text=lambda line: line.person.name,
                width=6,
            ),
            Column(
                heading=_("科室（单位）"),
                value=lambda line: line.order,
                text=lambda line: line.person.department.full_name,
            ),
            Column(heading=_("类别"), value=lambda line: _(line.person.category), width=5),
        ]
        model = RowsModel(columns, key=lambda line: line.person.id, finds=lambda line: line.finds)
        self.table = DataTable(
            theme, model, empty_text=_("在册并参加测试的人员都已在名单中。"), multiple=True, name=_("不在名单中的人员")
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(Field(_("查找"), self.search), 1)
        row.addWidget(self._reason_field, 1)
        self.content.addLayout(row)
        self.content.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.reason.returnPressed.connect(self._on_add_clicked)
        self.search.searched.connect(self.table.filter_words)
        self.table.selection_changed.connect(self._on_table_selection_changed)

    def _look_up(self) -> list[PersonLine]:
        """People who take tests and are not on the list; runs in a task."""
        results = self._services.results.results(self._exam.id)
        on_list = {one.row.person_id for one in results.figures.people}
        places = {one.id: at for at, one in enumerate(self._services.people.departments())}
        people = self._services.people.people()
        return person_lines((one for one in people if one.takes_tests and one.id not in on_list), places)

    def _on_looked_up(self, lines: list[PersonLine]) -> None:
        self.table.model.set_rows(lines)

    def _on_table_selection_changed(self) -> None:
        count = len(self.table.selected)
        self.add_button.setEnabled(count > 0)
        words = _n("加入 {count} 人", "加入 {count} 人", count).format(count=count)
        self.add_button.setText(words if count else _("加入名单"))

    def _on_add_clicked(self) -> None:
        chosen = [line.person.id for line in self.table.selected]
        reason = self.reason.text().strip()
        self._reason_field.set_error("" if reason else _("请写明原因。"))
        if not reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen and self.add_button.isEnabled():  # Enter in the reason comes here too, also a second time
            self.add_button.setEnabled(False)
            add = partial(self._services.exams.add_due, self._actor, self._exam.id, chosen, reason)
            self._doors.tasks.run(add, on_done=self._on_added, on_failed=self._on_failed)

    def _on_added(self, count: int) -> None:
        words = _n("已增加 {count} 名应考人员。", "已增加 {count} 名应考人员。", count)
        self.finished.emit(words.format(count=count))

    def _on_failed(self, error: Exception) -> None:
        self.add_button.setEnabled(True)
        self.banner.show_error(error)

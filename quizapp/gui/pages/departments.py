"""The bureau's departments: what they are called, where they stand, what they belong to."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.people import Actor, Department, DepartmentKind, ids_below
from quizapp.gui.doors import Doors
from quizapp.gui.models.department_lines import count_people, department_lines
from quizapp.gui.tasks import Task
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.department_list import DepartmentList
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.bundle import Services

_LIST_LETTERS = 18
_LAST = 10_000
"""A place behind all others."""


@dataclass(frozen=True, slots=True)
class _Looked:
    departments: list[Department]
    counts: dict[int, int]
    unit_word: str


class DepartmentsPage(PageFrame):
    """Each change is carried out at once and said; `went_back` when the organiser is done."""

    went_back = Signal()

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__(doors.theme, _("科室和单位"))
        self._doors = doors
        self._services = services
        self._actor = actor
        self._departments: list[Department] = []
        self._shown: Department | None = None
        self._wanted: int | None = None
        self._is_adding = False
        self._task: Task | None = None
        self._look: Task | None = None
        self._build()
        self._connect()

    def enter(self) -> None:
        self._look = self._doors.tasks.look_up(
            self._look_up, on_done=self._on_looked_up, on_failed=self.banner.show_error
        )

    def leave(self) -> bool:
        return self._may_drop()

    def _may_drop(self) -> bool:
        """Whether what is entered is saved, or may be thrown away."""
        if not self._is_changed:
            return True
        text = _("“{name}”的修改还没有保存。").format(name=self.name.text().strip())
        return self._doors.dialogs.confirm(
            self, title=_("放弃修改？"), text=text, action=_("放弃修改"), destructive=True
        )

    def _build(self) -> None:
        theme = self._doors.theme
        self.set_state(_("科室是局机关内设的，单位可以有自己的下级。撤销的科室保留记录，可以恢复。"))
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.add_button = self.add_action(_("新增科室"), icon="plus", kind="primary")
        self.list = DepartmentList(theme, _("科室和单位"))
        scroller = Scroller()
        scroller.body.addWidget(self._build_card())
        scroller.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(self.list)
        row.addWidget(scroller, 1)
        self.content.addLayout(row, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def _build_card(self) -> QWidget:
        theme = self._doors.theme
        self.card = Card(_("科室（单位）"))
        self.name = QLineEdit()
        self.kind = Choice([(kind.label, kind) for kind in DepartmentKind])
        self.parent_choice = Choice()
        self.name_field = Field(_("名称"), self.name, required=True)
        self.save_button = Button(theme, _("保存"), icon="check")
        self.card.body.addWidget(self.name_field)
        self.card.body.addWidget(Field(_("性质"), self.kind))
        self.card.body.addWidget(Field(_("上级"), self.parent_choice))
        self.card.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._place_part = self._build_place()
        self.card.body.addWidget(self._place_part)
        return self.card

    def _build_place(self) -> QWidget:
        theme = self._doors.theme
        self.up_button = Button(theme, _("上移"), icon="arrow-up")
        self.down_button = Button(theme, _("下移"), icon="arrow-down")
        self.close_button = Button(theme, "")
        self._place_hint = Text(_("名单和成绩表都按这里的顺序排列。"), "small")
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, SPACE.normal, 0, 0)
        column.setSpacing(SPACE.tight)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._place_hint)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _connect(self) -> None:
        self.banner.acted.connect(self.enter)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.list.chosen_changed.connect(self._on_list_chosen_changed)
        self.save_button.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.close_button.clicked.connect(self._on_close_clicked)

    def _fit(self) -> None:
        self.list.setFixedWidth(self._doors.theme.letters(_LIST_LETTERS))

    @property
    def _is_changed(self) -> bool:
        if self._is_adding:
            return bool(self.name.text().strip())
        return self._shown is not None and self._entered(self._shown) != self._shown

    def _entered(self, department: Department) -> Department:
        """The department as it is entered now; elsewhere it stands behind the others."""
        parent_id = self.parent_choice.chosen
        position = department.position if parent_id == department.parent_id else _LAST
        return replace(
            department,
            name=self.name.text().strip(),
            kind=self.kind.chosen,
            parent_id=parent_id,
            position=position,
        )

    def _look_up(self) -> _Looked:
        people = self._services.people
        departments = people.departments(with_inactive=True)
        if self._actor.unit_id is not None:
            own = ids_below(departments, [self._actor.unit_id])
            departments = [one for one in departments if one.id in own]
        return _Looked(departments, count_people(people.people()), self._services.accounts.bureau().unit_word)

    def _on_looked_up(self, looked: _Looked) -> None:
        self._departments = looked.departments
        with QSignalBlocker(self.list):
            self.list.set_lines(department_lines(looked.departments, looked.counts, unit_word=looked.unit_word))
            if self._wanted is not None:
                self.list.choose(self._wanted)
        self._wanted = None
        self._is_adding = not looked.departments
        self._show()

    def _show(self) -> None:
        chosen = self._shown = None if self._is_adding else self.list.chosen
        self.card.set_title(_("新增科室（单位）") if self._is_adding else _("科室（单位）"))
        self._show_parents(chosen)
        self.name.setText(chosen.name if chosen else "")
        self.name_field.set_error("")
        if chosen:
            self.kind.choose(chosen.kind)
            self.parent_choice.choose(chosen.parent_id)
        self.save_button.setEnabled(chosen is not None or self._is_adding)
        self._place_part.setVisible(chosen is not None)
        self._show_place(chosen)
        if self._is_adding:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parents(self, chosen: Department | None) -> None:
        """All departments that this one may belong to; the unit's own administrator makes none at the top."""
        within = ids_below(self._departments, [chosen.id]) if chosen else frozenset()
        above = [one for one in self._departments if one.is_active and one.id not in within]
        top = [(_("没有上级"), None)]
        if self._actor.unit_id is not None and (chosen is None or chosen.id != self._actor.unit_id):
            top = []
        self.parent_choice.set_entries([*top, *((one.full_name, one.id) for one in above)])

    def _show_place(self, chosen: Department | None) -> None:
        beside = self._shown_beside(chosen) if chosen else []
        at = beside.index(chosen) if chosen in beside else 0
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(at < len(beside) - 1)
        is_open = chosen is None or chosen.is_active
        self.close_button.setText(_("撤销这个科室") if is_open else _("恢复这个科室"))

    def _beside(self, department: Department) -> list[Department]:
        return [one for one in self._departments if one.parent_id == department.parent_id]

    def _shown_beside(self, department: Department) -> list[Department]:
        """Those between which it can move: at the top, sections stand before units whatever their place."""
        is_top = department.parent_id is None
        return [one for one in self._beside(department) if not is_top or one.kind is department.kind]

    def _save(self) -> None:
        name = self.name.text().strip()
        self.name_field.set_error("" if name else _("请填写名称。"))
        if not name:
            return
        chosen = self._shown
        if chosen is None:
            add = partial(
                self._services.people.add_department, self._actor, name, self.kind.chosen, self.parent_choice.chosen
            )
            self._run(add, _("已新增“{name}”。"))
        elif self._is_changed:
            self._change(self._entered(chosen), _("已保存“{name}”。"))

    def _move(self, by: int) -> None:
        chosen = self._shown
        if chosen is not None:
            shown = self._shown_beside(chosen)
            neighbour = shown[shown.index(chosen) + by]
            place = self._beside(chosen).index(neighbour) + 1
            self._change(replace(chosen, position=place), "")

    def _change(self, department: Department, words: str) -> None:
        self._run(partial(self._services.people.change_department, self._actor, department), words)

    def _run(self, act: partial, words: str) -> None:
        if any(task is not None and task.is_running for task in (self._task, self._look)):
            return  # pressed twice, or before what is shown is what is on record: it would undo the change before
        done = partial(self._on_changed, words)
        self._task = self._doors.tasks.run(act, on_done=done, on_failed=self.banner.show_error, owner=self)

    def _on_changed(self, words: str, department: Department) -> None:
        if words:
            self.banner.say("good", words.format(name=department.name))
        self._wanted = department.id
        self._is_adding = False
        self.enter()

    def _on_list_chosen_changed(self) -> None:
        if self._shown is not None and not self._may_drop():
            with QSignalBlocker(self.list):
                self.list.choose(self._shown.id)
            return
        self._is_adding = False
        self._show()

    def _on_add_clicked(self) -> None:
        if not self._may_drop():
            return
        self._is_adding = True
        chosen = self.list.chosen
        self.banner.clear()
        self._show()
        if chosen and chosen.kind is DepartmentKind.UNIT and chosen.is_active:
            self.parent_choice.choose(chosen.id)

    def _on_close_clicked(self) -> None:
        chosen = self._shown
        if chosen is not None:
            words = _("已撤销“{name}”，记录都保留着。") if chosen.is_active else _("已恢复“{name}”。")
            self._change(replace(chosen, is_active=not chosen.is_active), words)

    def _on_back_clicked(self) -> None:
        if self.leave():
            self.went_back.emit()

"""The roster: departments at the left, their people at the right, and what can be done with those selected."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.people import Actor, Department, Person, SignInCheck, ids_below
from quizapp.gui.doors import Doors
from quizapp.gui.models.department_lines import count_people, department_lines
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.people_acts import PeopleActs
from quizapp.gui.pages.people_columns import STATE_COLUMN, PersonLine, people_columns, person_lines
from quizapp.gui.pages.person_editor import draft_of
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.department_list import DepartmentList
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.folding_row import FoldingRow
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.people_foot import PeopleFoot
from quizapp.gui.widgets.quick_person import QuickPerson
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.gui.widgets.secret_card import SecretCard
from quizapp.i18n import _, _n
from quizapp.services.bundle import Services
from quizapp.services.people import PersonDraft

_SIDE_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Roster:
    """All departments and people as they are now, also those closed and those who left."""

    departments: tuple[Department, ...]
    lines: tuple[PersonLine, ...]
    unit_word: str

    @property
    def open_departments(self) -> list[Department]:
        """The departments that are not closed."""
        return [one for one in self.departments if one.is_active]

    @property
    def categories(self) -> list[str]:
        """The categories in use."""
        return list(dict.fromkeys(line.person.category for line in self.lines if line.person.category))


def look_up_roster(services: Services, unit_id: int | None) -> Roster:
    """Look up everything that the page shows; an administrator of one unit sees that unit."""
    departments = services.people.departments(with_inactive=True)
    if unit_id is not None:
        own = ids_below(departments, [unit_id])
        departments = [one for one in departments if one.id in own]
    places = {one.id: at for at, one in enumerate(departments)}
    people = services.people.people(with_inactive=True)
    lines = person_lines((one for one in people if one.department.id in places), places)
    return Roster(tuple(departments), tuple(lines), services.accounts.bureau().unit_word)


class PeopleTablePage(PageFrame):
    """`editor_wanted` carries a person (None: a new one) and the draft to begin with."""

    import_wanted = Signal()
    editor_wanted = Signal(object, object)
    departments_wanted = Signal()

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__(doors.theme, _("人员"))
        self._doors = doors
        self._services = services
        self._actor = actor
        self.roster = Roster((), (), "")
        self._wanted_person: int | None = None
        self._build()
        self._acts = PeopleActs(doors, services, actor, self)
        self._connect()

    def enter(self) -> None:
        look_up = partial(look_up_roster, self._services, self._actor.unit_id)
        self._doors.tasks.look_up(look_up, on_done=self._on_roster_looked_up, on_failed=self.banner.show_error)

    def show_person(self, person: Person) -> None:
        """Select a person as soon as the roster is looked up again."""
        self._wanted_person = person.id

    def show_pin(self, person: Person, pin: str, check: SignInCheck = SignInCheck.PIN) -> None:
        """Show a new login code large, the only time that it is seen."""
        title = _("{name}（{number}）的新登录码").format(name=person.name, number=person.number)
        hint = _("请当面告诉本人。它只显示这一次，忘记了可以再重设。")
        if check is not SignInCheck.PIN:
            hint = _("请当面告诉本人。现在登录不核对登录码，要核对请到“设置”里选择。")
        self.secret.show_secret(title, pin, hint)

    def _build(self) -> None:
        theme = self._doors.theme
        self.add_button = self.add_action(_("新增人员"), icon="user-plus")
        self.import_button = self.add_action(_("导入名单"), icon="upload-simple", kind="primary")
        self.empty = EmptyState(
            theme,
            "users",
            _("还没有人员"),
            _("从 Excel 名单导入科室和人员；以后人员变动，再导入一次新名单就可以。"),
            action=_("导入名单"),
        )
        self.quick = QuickPerson(theme)
        self.secret = SecretCard(theme)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.wide)
        row.addWidget(self._build_side())
        row.addLayout(self._build_people(), 1)
        self.foot = PeopleFoot(theme)
        self.content.addWidget(self.quick)
        self.content.addWidget(self.secret)
        self.content.addWidget(self.body, 1)
        self.content.addWidget(self.foot)
        self.content.addWidget(self.empty, 1)
        for part in (self.empty, self.body, self.foot):
            part.hide()

    def _build_side(self) -> QWidget:
        theme = self._doors.theme
        self.departments = DepartmentList(theme, _("科室和单位"))
        self.departments_button = Button(theme, _("管理科室"), icon="tree-structure", kind="quiet")
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.departments, 1)
        column.addWidget(self.departments_button)
        theme.changed.connect(self._fit)
        self._fit()
        return self._side

    def _build_people(self) -> QVBoxLayout:
        theme = self._doors.theme
        self.search = SearchBox(theme, _("查找姓名、拼音、编号"))
        self.category = Choice([(_("全部类别"), None)])
        self.category.setAccessibleName(_("类别"))
        self.with_left = QCheckBox(_("显示已离开的人"))
        model = RowsModel(people_columns(), key=lambda line: line.person.id, finds=lambda line: line.finds)
        self.table = DataTable(theme, model, multiple=True, empty_text=_("没有符合条件的人。"), name=_("人员"))
        self.table.view.setColumnHidden(STATE_COLUMN, True)
        narrowing = QWidget()
        row = QHBoxLayout(narrowing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.snug)
        row.addWidget(self.category, 1)
        row.addWidget(self.with_left)
        filters = FoldingRow()
        filters.add(self.search, 1)
        filters.add(narrowing, 1)
        column = QVBoxLayout()
        column.setSpacing(SPACE.snug)
        column.addWidget(filters)
        column.addWidget(self.table, 1)
        return column

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_wanted)
        self.empty.acted.connect(self.import_wanted)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.departments_button.clicked.connect(self.departments_wanted)
        self.departments.chosen_changed.connect(self._filter)
        self.category.value_changed.connect(self._filter)
        self.with_left.toggled.connect(self._on_with_left_toggled)
        self.search.searched.connect(self.table.filter_words)
        self.table.selection_changed.connect(self._on_selection_changed)
        self.table.activated.connect(self._on_table_activated)
        self.quick.submitted.connect(self._acts.add)
        self.quick.more_wanted.connect(self._on_more_wanted)
        self.quick.closed.connect(lambda: self.import_button.set_kind("primary"))
        self.foot.edit_wanted.connect(self._on_edit_wanted)
        self.foot.pin_wanted.connect(lambda: self._acts.reset_pin(self.selected))
        self.foot.no_pin_wanted.connect(lambda: self._acts.clear_pins(self.selected))
        self.foot.switch_wanted.connect(lambda field, is_on: self._acts.set_switch(self.selected, field, is_on))
        self.foot.left_wanted.connect(lambda has_left: self._acts.set_left(self.selected, has_left=has_left))
        self._acts.pin_made.connect(self.show_pin)
        self._acts.person_added.connect(self._on_person_added)
        self._acts.person_not_added.connect(self.quick.keep_on)
        self._acts.done.connect(self.enter)

    @property
    def selected(self) -> list[Person]:
        """The people selected, from the top."""
        return [line.person for line in self.table.selected]

    def _on_roster_looked_up(self, roster: Roster) -> None:
        self.roster = roster
        has_any = bool(roster.lines or roster.departments)
        self.body.setVisible(has_any)
        self.foot.setVisible(has_any)
        self.empty.setVisible(not has_any)
        self.import_button.setVisible(has_any)
        with QSignalBlocker(self.category):
            self.category.set_entries([(_("全部类别"), None), *((_(one), one) for one in roster.categories)])
        self.table.model.set_rows(roster.lines)
        self._show_departments()
        self._filter()
        self._select_wanted()
        self._say_state()

    def _say_state(self) -> None:
        here = [line.person for line in self.roster.lines if line.person.is_active]
        if not self.roster.lines:
            self.set_state(_("还没有人员。") if self.roster.departments else "")
            return
        words = _n(
            "在册 {count} 人，其中 {tested} 人参加测试。", "在册 {count} 人，其中 {tested} 人参加测试。", len(here)
        )
        self.set_state(words.format(count=len(here), tested=sum(person.takes_tests for person in here)))

    def _show_departments(self) -> None:
        shows_left = self.with_left.isChecked()
        departments = [one for one in self.roster.departments if one.is_active or shows_left]
        people = [line.person for line in self.roster.lines if line.person.is_active or shows_left]
        lines = department_lines(
            departments, count_people(people), unit_word=self.roster.unit_word, everybody=_("全部人员")
        )
        with QSignalBlocker(self.departments):
            self.departments.set_lines(lines)

    def _filter(self) -> None:
        chosen, category, shows_left = self.departments.chosen, self.category.chosen, self.with_left.isChecked()
        within = ids_below(self.roster.departments, [chosen.id]) if chosen else None

        def is_wanted(line: PersonLine) -> bool:
            person = line.person
            return (
                (shows_left or person.is_active)
                and (within is None or person.department.id in within)
                and (category is None or person.category == category)
            )

        self.table.filter_rows(is_wanted)

    def _select_wanted(self) -> None:
        if self._wanted_person is not None:
            wanted, self._wanted_person = self._wanted_person, None
            self.table.select(lambda line: line.person.id == wanted)

    def _fit(self) -> None:
        self._side.setFixedWidth(self._doors.theme.letters(_SIDE_LETTERS))

    def _on_with_left_toggled(self, shows_left: bool) -> None:
        self.table.view.setColumnHidden(STATE_COLUMN, not shows_left)
        self._show_departments()
        self._filter()

    def _on_selection_changed(self) -> None:
        self.foot.show_selection(self.selected)

    def _on_table_activated(self, line: PersonLine) -> None:
        self._edit(line.person)

    def _on_edit_wanted(self) -> None:
        for person in self.selected[:1]:
            self._edit(person)

    def _edit(self, person: Person) -> None:
        self.editor_wanted.emit(person, draft_of(person))

    def _on_add_clicked(self) -> None:
        if not self.roster.open_departments:
            self.departments_wanted.emit()
            return
        chosen = self.departments.chosen
        self.import_button.set_kind("secondary")  # one primary button: now it is the one that saves
        self.quick.open(self.roster.open_departments, chosen.id if chosen else None)

    def _on_more_wanted(self, name: str, department_id: int) -> None:
        self.quick.put_away()
        self.editor_wanted.emit(None, PersonDraft(name, department_id))

    def _on_person_added(self, person: Person) -> None:
        self.quick.go_on()
        self.show_person(person)

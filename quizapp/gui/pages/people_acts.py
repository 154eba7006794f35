"""What is done to people from their table: each act says in the page what became of it, and how it is taken back."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from quizapp.core.people import Actor, Person, SignInCheck
from quizapp.core.roster import RosterField
from quizapp.gui.doors import Doors
from quizapp.gui.tasks import Task
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import N_, _, _n
from quizapp.services.bundle import Services
from quizapp.services.people import PersonDraft

_SWITCH_WORDS = {
    (RosterField.TAKES_TESTS, True): N_("已设为参加测试：{names}。"),
    (RosterField.TAKES_TESTS, False): N_("已设为不参加测试：{names}。"),
    (RosterField.COUNTS, True): N_("已设为计入统计：{names}。"),
    (RosterField.COUNTS, False): N_("已设为不计入统计：{names}。"),
    (RosterField.IS_RANKED, True): N_("已设为参与排名：{names}。"),
    (RosterField.IS_RANKED, False): N_("已设为不参与排名：{names}。"),
}
_MOST_NAMES = 3
_Change = Callable[[tuple[int, ...]], object]
"""Is given the ids of people; what it returns are those for whom it was a change."""


class PeopleActs(QObject):
    """`done` after every change; `pin_made` carries the person, the login code and what is checked at sign-in."""

    done = Signal()
    pin_made = Signal(object, str, object)
    person_added = Signal(object)
    person_not_added = Signal()

    def __init__(self, doors: Doors, services: Services, actor: Actor, page: PageFrame) -> None:
        super().__init__(page)
        self._doors = doors
        self._services = services
        self._people = services.people
        self._actor = actor
        self._page = page
        self._undo: Callable[[], object] | None = None
        self._task: Task | None = None
        page.banner.acted.connect(self._on_banner_acted)

    def add(self, name: str, department_id: int) -> None:
        """Add somebody of whom only name and department are known."""
        add = partial(self._people.add_person, self._actor, PersonDraft(name, department_id))
        self._doors.tasks.run(add, on_done=self._on_added, on_failed=self._on_not_added)

    def set_left(self, people: Sequence[Person], *, has_left: bool) -> None:
        """Note that people left, or are back; only those for whom that is a change."""
        words = _("已标记离开：{names}。记录都保留着。") if has_left else _("已恢复在册：{names}。")
        act = partial(self._people.set_left, self._actor)
        meant = [person for person in people if person.is_active is has_left]
        self._change(meant, words, partial(act, has_left=has_left), partial(act, has_left=not has_left))

    def set_switch(self, people: Sequence[Person], switch: RosterField, is_on: bool) -> None:
        """Set one of the three switches of people; only of those for whom it is a change."""
        act = partial(self._people.set_switch, self._actor, switch=switch)
        meant = [person for person in people if getattr(person, switch) is not is_on]
        self._change(meant, _(_SWITCH_WORDS[switch, is_on]), partial(act, is_on=is_on), partial(act, is_on=not is_on))

    def reset_pin(self, people: Sequence[Person]) -> None:
        """Ask once, then make a new login code and show it."""
        if len(people) != 1:
            return
        (person,) = people
        title = _("重设{name}的登录码？").format(name=person.name)
        text = _("会给出新的 6 位登录码，原来的马上失效。") if person.has_pin else _("会给出一个 6 位登录码。")
        if self._doors.dialogs.confirm(self._page, title=title, text=text, action=_("重设")):
            self._doors.tasks.run(
                partial(self._new_pin, person), on_done=self._on_pin_made, on_failed=self._page.banner.show_error
            )

    def clear_pins(self, people: Sequence[Person]) -> None:
        """Ask once, then take the login codes of people away."""
        ids = tuple(person.id for person in people if person.has_pin)
        title = _n("取消 {count} 人的登录码？", "取消 {count} 人的登录码？", len(ids)).format(count=len(ids))
        text = _("取消后不能找回原来的登录码，只能重设。")
        if ids and self._doors.dialogs.confirm(self._page, title=title, text=text, action=_("取消登录码")):
            self._run(partial(self._people.clear_pins, self._actor, ids), self._on_pins_cleared)

    def _change(self, meant: Sequence[Person], words: str, act: _Change, undo: _Change) -> None:
        """Do something to people for whom it seems to be a change; who it was one for is said, and taken back."""
        if meant:
            ids = tuple(person.id for person in meant)
            self._run(partial(act, ids), partial(self._on_changed, meant, words, undo))

    @property
    def _is_busy(self) -> bool:
        return self._task is not None and self._task.is_running

    def _run(self, act: Callable[[], object], on_done: Callable[..., None]) -> None:
        if not self._is_busy:  # pressed twice, it would find nothing to do, and take the way back away
            self._task = self._doors.tasks.run(act, on_done=on_done, on_failed=self._on_failed, owner=self)

    def _on_changed(self, meant: Sequence[Person], words: str, undo: _Change, changed: tuple[int, ...]) -> None:
        """`changed` is what became of it: the rows that were selected may be older than that."""
        if changed:
            names = _names(person for person in meant if person.id in changed)
            self._on_done(words.format(names=names), partial(undo, changed), None)
        else:
            self._undo = None
            self._page.banner.say("info", _("这些人刚被改过，这次没有改动；名单已更新。"))
            self.done.emit()

    def _on_pins_cleared(self, cleared: tuple[int, ...]) -> None:
        count = len(cleared)
        words = _n("已取消 {count} 人的登录码。", "已取消 {count} 人的登录码。", count)
        self._on_done(words.format(count=count), None, None)

    def _on_done(self, words: str, undo: Callable[[], object] | None, _result: object) -> None:
        self._undo = undo
        self._page.banner.say("good", words, action=_("撤销") if undo else "")
        self.done.emit()

    def _on_failed(self, error: Exception) -> None:
        self._undo = None
        self._page.banner.show_error(error)
        self.done.emit()

    def _on_banner_acted(self) -> None:
        if self._is_busy:
            return
        undo, self._undo = self._undo, None
        self._page.banner.clear()
        if undo:
            self._run(undo, partial(self._on_done, _("已撤销。"), None))
        else:
            self.done.emit()  # the banner offered to try again: look up once more

    def _on_added(self, person: Person) -> None:
        words = _("已新增{name}（{department}，编号 {number}）。")
        department = person.department.full_name
        words = words.format(name=person.name, department=department, number=person.number)
        undo = partial(self._people.set_left, self._actor, (person.id,), has_left=True)
        self.person_added.emit(person)
        self._on_done(words, undo, person)

    def _on_not_added(self, error: Exception) -> None:
        self._undo = None
        self._page.banner.show_error(error)
        self.person_not_added.emit()

    def _new_pin(self, person: Person) -> tuple[Person, str, SignInCheck]:
        """Runs in a task: whether a login code is asked for at all belongs to the answer."""
        pin = self._people.reset_pin(self._actor, person.id)
        return person, pin, self._services.accounts.bureau().check

    def _on_pin_made(self, made: tuple[Person, str, SignInCheck]) -> None:
        self.pin_made.emit(*made)
        self.done.emit()


def _names(people: Iterable[Person]) -> str:
    """Names to be read out: a few, and how many more."""
    names = [person.name for person in people]
    if len(names) <= _MOST_NAMES:
        return _("、").join(names)
    return _("{names}等 {count} 人").format(names=_("、").join(names[:_MOST_NAMES]), count=len(names))

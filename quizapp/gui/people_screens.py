"""The people's screens for the gallery, in the states that matter."""

from functools import partial
from pathlib import Path

from quizapp.core.people import Person
from quizapp.core.roster import RosterChange
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.departments import DepartmentsPage
from quizapp.gui.pages.people import PeoplePage
from quizapp.gui.pages.roster_import import RosterImportPage
from quizapp.gui.pages.roster_review import DEPARTMENTS as NEW_DEPARTMENTS
from quizapp.gui.pages.roster_review import LEFT, PROBLEMS
from quizapp.gui.screen import Screen
from quizapp.gui.stage import Stage
from quizapp.gui.widgets.roster_scope import PARTS, WHOLE
from quizapp.services.bundle import Services
from quizapp.services.people import RosterImported

# no _() in this module: names in a roster are data, the same in both languages

# no _(): what stands in a file is data, the same in both languages
_HEADINGS = ("编号", "姓名", "科室", "职务", "类别")
_NEW = (
    ("", "刘一帆", "保卫科", "科长", "公务员"),
    ("", "周晓", "保卫科", "科员", "公务员"),
    ("2026003", "钱多多", "办公室", "科员", "公务员"),
)
_FAULTY = (("", "", "办公室", "科员", ""), ("", "贺新春", "", "科员", ""))
_FILE = "2026年4月在职人员名册.csv"
_SELECTED = "李娜"
_NEWCOMER = "王小明"


def people_screens(stage: Stage) -> list[Screen]:
    """What an organiser sees of the people: the roster, one of them, the departments, an import step by step."""
    return [*_roster(stage), *_import(stage)]


def _shell(stage: Stage, services: Services | None = None) -> OrganiserShell:
    """The organiser's side, at the people."""
    actor = stage.data.actor
    shell = organiser_shell(stage.doors, services or stage.services, stage.preferences, stage.places, actor)
    shell.go("people")
    return shell


def _page(shell: OrganiserShell) -> PeoplePage:
    page = shell.page("people")
    assert isinstance(page, PeoplePage)
    return page


def _select(shell: OrganiserShell) -> None:
    _page(shell).table_page.table.select(lambda line: line.person.name == _SELECTED)


def _roster(stage: Stage) -> list[Screen]:
    def empty() -> OrganiserShell:
        return _shell(stage, stage.data.fresh())

    def add(shell: OrganiserShell) -> None:
        page = _page(shell).table_page
        page.add_button.click()
        page.quick.name.setText(_NEWCOMER)

    def show_code(shell: OrganiserShell) -> None:
        page = _page(shell).table_page
        (person,) = page.selected
        page.show_pin(person, "482913")

    def edit(shell: OrganiserShell) -> None:
        _page(shell).table_page.foot.edit_button.click()

    def show_departments(shell: OrganiserShell) -> None:
        _page(shell).table_page.departments_button.click()

    def choose_third(shell: OrganiserShell) -> None:
        page = _page(shell).top
        assert isinstance(page, DepartmentsPage)
        page.list.choose(page.list.lines[4].department.id)

    make = partial(_shell, stage)
    return [
        Screen("people", make, (_select,)),
        Screen("people-empty", empty),
        Screen("people-add", make, (add,)),
        Screen("people-code", make, (_select, show_code)),
        Screen("person", make, (_select, edit)),
        Screen("departments", make, (show_departments, choose_third)),
    ]


def _import(stage: Stage) -> list[Screen]:
    def start(shell: OrganiserShell) -> None:
        _page(shell).show_import()

    def page_of(shell: OrganiserShell) -> RosterImportPage:
        page = _page(shell).top
        assert isinstance(page, RosterImportPage)
        return page

    def read(shell: OrganiserShell) -> None:
        page_of(shell).read(_roster_file(stage))

    def ask_departments(shell: OrganiserShell) -> None:
        page_of(shell).scope.buttons[PARTS].click()

    def compare(shell: OrganiserShell) -> None:
        page = page_of(shell)
        page.scope.buttons[WHOLE].click()
        page.next_button.click()

    def show_group(key: str, shell: OrganiserShell) -> None:
        page_of(shell).review.go_to(key)

    def end(shell: OrganiserShell) -> None:
        done = RosterImported(batch_id=1, new=3, moved=2, renamed=1, changed=3, left=3, same=48)
        page_of(shell).show_done(done)

    make = partial(_shell, stage)
    compared = (start, read, compare)
    groups = {"moved": RosterChange.MOVED, "left": LEFT, "kinds": NEW_DEPARTMENTS, "problems": PROBLEMS}
    return [
        Screen("import-people-file", make, (start,)),
        Screen("import-people-scope", make, (start, read)),
        Screen("import-people-parts", make, (start, read, ask_departments)),
        Screen("import-people-questions", make, compared),
        *(Screen(f"import-people-{name}", make, (*compared, partial(show_group, key))) for name, key in groups.items()),
        Screen("import-people-done", make, (start, end)),
    ]


def _roster_file(stage: Stage) -> Path:
    """The roster as a month later: some are new, moved, renamed, promoted or gone, and two rows are faulty."""
    rows = [
        _row(person) for person in stage.services.people.people() if person.name not in ("赵立诚", "董雪", "韩志远")
    ]
    return stage.file(_FILE, (_HEADINGS, *rows, *_NEW, *_FAULTY))


def _row(person: Person) -> tuple[str, ...]:
    number, name, department, position = person.number, person.name, person.department.name, person.position
    if name in ("李娜", "苏苇"):
        department = "财务科"
    elif name in ("郑国平", "马秋实"):
        number, department = "", "人事科"
    elif name == "冯静姝":
        name = "冯静殊"
    elif name in ("唐敏", "高文博", "田思源"):
        position = "副科长"
    return number, name, department, position, person.category

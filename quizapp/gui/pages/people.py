"""The organiser's people: the roster, and above it one person, the departments, or the import of a list."""

from PySide6.QtCore import Signal

from quizapp.core.people import Actor, Person
from quizapp.gui.doors import Doors
from quizapp.gui.page_stack import PageStack
from quizapp.gui.pages.departments import DepartmentsPage
from quizapp.gui.pages.people_table import PeopleTablePage
from quizapp.gui.pages.person_editor import PersonChoices, PersonEditorPage
from quizapp.gui.pages.roster_import import RosterImportPage
from quizapp.services.bundle import Services
from quizapp.services.people import PersonDraft


class PeoplePage(PageStack):
    """`went_to` carries the key of another page."""

    went_to = Signal(str)

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        page = PeopleTablePage(doors, services, actor)
        super().__init__(page)
        self.table_page = page
        self._doors = doors
        self._services = services
        self._actor = actor
        self.table_page.import_wanted.connect(self.show_import)
        self.table_page.editor_wanted.connect(self._on_editor_wanted)
        self.table_page.departments_wanted.connect(self._on_departments_wanted)

    def show_import(self) -> None:
        """Begin the import of a list, as another page may wish."""
        page = RosterImportPage(self._doors, self._services, self._actor)
        page.went_back.connect(self.pop)
        page.went_to.connect(self.went_to)
        self.push(page)

    def _on_editor_wanted(self, person: Person | None, draft: PersonDraft) -> None:
        roster = self.table_page.roster
        departments = roster.open_departments
        if person and not person.department.is_active:
            departments.append(person.department)
        page = PersonEditorPage(
            self._doors,
            self._services.people,
            self._actor,
            person=person,
            draft=draft,
            choices=PersonChoices(departments, roster.categories),
        )
        page.went_back.connect(self.pop)
        page.saved.connect(self._on_person_saved)
        self.push(page)

    def _on_person_saved(self, person: Person) -> None:
        self.table_page.show_person(person)
        self.pop()

    def _on_departments_wanted(self) -> None:
        page = DepartmentsPage(self._doors, self._services, self._actor)
        page.went_back.connect(self.pop)
        self.push(page)

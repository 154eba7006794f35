"""From the roster to a person, the departments or an import, and back to the roster as it is then."""

from dataclasses import replace

import pytest

from quizapp.gui.pages.departments import DepartmentsPage
from quizapp.gui.pages.people import PeoplePage
from quizapp.gui.pages.person_editor import PersonEditorPage
from quizapp.gui.pages.roster_import import RosterImportPage
from quizapp.services.people import PersonDraft
from tests.gui.reading import button, cells
from tests.services.office import ACTOR


@pytest.fixture
def page(show, doors, services, people, qtbot):
    made = show(PeoplePage(doors, services, ACTOR))
    made.enter()
    qtbot.waitUntil(lambda: len(made.table_page.roster.lines) == 3)
    return made


def test_a_person_is_edited_and_found_again(page, qtbot):
    page.table_page.table.select(lambda line: line.person.name == "王五")
    button(page.top, "修改").click()
    editor = page.top
    assert isinstance(editor, PersonEditorPage)
    editor.position.setText("队长")
    editor.save_button.click()
    qtbot.waitUntil(lambda: page.top is page.table_page and "队长" in cells(page.table_page.table, "职务"))
    assert [person.name for person in page.table_page.selected] == ["王五"]


def test_an_edit_can_be_left(page, answers):
    page.table_page.table.select(lambda line: True)
    page.table_page.foot.edit_button.click()
    page.top.back_button.click()
    assert page.top is page.table_page


def test_somebody_in_a_closed_department_keeps_it(page, services, people, qtbot):
    services.people.set_left(ACTOR, (people[2].id,), has_left=True)
    closed = people[2].department
    services.people.change_department(ACTOR, replace(closed, is_active=False))
    page.enter()
    qtbot.waitUntil(lambda: len(page.table_page.roster.open_departments) == 1)
    person = next(line.person for line in page.table_page.roster.lines if line.person.name == "王五")
    page.table_page.editor_wanted.emit(person, PersonDraft("王五", closed.id))
    assert page.top.department.currentText() == "车队"


def test_departments_and_back(page):
    button(page.top, "管理科室").click()
    assert isinstance(page.top, DepartmentsPage)
    page.top.back_button.click()
    assert page.top is page.table_page


def test_an_import_and_back_or_on_to_another_page(page, qtbot):
    button(page.top, "导入名单").click()
    assert isinstance(page.top, RosterImportPage)
    with qtbot.waitSignal(page.went_to) as went:
        page.top.went_to.emit("banks")
    assert went.args == ["banks"]
    page.top.back_button.click()
    assert page.top is page.table_page

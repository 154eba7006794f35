"""A person's facts: shown, changed, saved; edits are not lost unasked, and what is wrong is said beside the field."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.person_editor import PersonChoices, PersonEditorPage, draft_of
from quizapp.services.people import PersonDraft
from tests.services.office import ACTOR


@pytest.fixture
def choices(services, people):
    return PersonChoices(services.people.departments(), ["返聘"])


@pytest.fixture
def editor(show, doors, services, people, choices):
    person = services.people.people()[1]
    page = PersonEditorPage(doors, services.people, ACTOR, person=person, draft=draft_of(person), choices=choices)
    show(page)
    page.enter()
    return page


@pytest.fixture
def newcomer(show, doors, services, people, choices):
    draft = PersonDraft("", people[0].department.id)
    page = show(PersonEditorPage(doors, services.people, ACTOR, person=None, draft=draft, choices=choices))
    page.enter()
    return page


def by_name(services):
    return {person.name: person for person in services.people.people()}


def test_what_is_shown_is_the_person(editor, services):
    person = services.people.people()[1]
    assert editor.draft == draft_of(person)
    assert editor.leave()
    assert editor.name.hasFocus()


def test_changes_are_saved_by_enter(editor, services, qtbot):
    editor.position.setText("主任")
    editor.category.setEditText("返聘")
    editor.remark.setText("女")
    editor.is_ranked.setChecked(False)
    with qtbot.waitSignal(editor.saved) as saved:
        qtbot.keyClick(editor.position, Qt.Key.Key_Return)
    person = saved.args[0]
    assert by_name(services)[person.name] == person
    assert (person.position, person.category, person.remark, person.is_ranked) == ("主任", "返聘", "女", False)
    assert editor.leave()


def test_somebody_new_with_a_number(newcomer, services, qtbot):
    newcomer.name.setText("王小明")
    newcomer.number.setText("0042")
    newcomer.department.setCurrentIndex(newcomer.department.findText("车队"))
    with qtbot.waitSignal(newcomer.saved):
        newcomer.save_button.click()
    assert by_name(services)["王小明"].number == "0042"
    assert by_name(services)["王小明"].department.name == "车队"


def test_a_name_is_needed(newcomer, qtbot):
    with qtbot.assertNotEmitted(newcomer.saved):
        newcomer.save_button.click()
    assert newcomer.name_field.error == "请填写姓名。"


def test_a_number_that_somebody_has_is_told(newcomer, people, qtbot):
    newcomer.name.setText("王小明")
    newcomer.number.setText(people[0].number)
    newcomer.save_button.click()
    qtbot.waitUntil(newcomer.banner.isVisible)
    assert f"编号 {people[0].number} 已经是 张三 的编号" in newcomer.banner.message
    assert newcomer.save_button.isEnabled()


def test_edits_are_saved_thrown_away_or_gone_on_with(editor, answers, services, qtbot):
    editor.position.setText("主任")
    answers.keeps_edits = None
    with qtbot.assertNotEmitted(editor.went_back):
        editor.back_button.click()
    answers.keeps_edits = False
    with qtbot.waitSignal(editor.went_back):
        editor.back_button.click()
    answers.keeps_edits = True
    with qtbot.waitSignal(editor.saved):
        editor.back_button.click()
    assert any(person.position == "主任" for person in services.people.people())


def test_nothing_is_cut_at_the_largest_text(editor, theme, qtbot):
    qtbot.waitUntil(lambda: cut_texts(editor) == [])
    theme.use(size="extra")
    qtbot.waitUntil(lambda: cut_texts(editor) == [])


def test_more_time_is_kept(editor, services, qtbot):
    editor.extra_minutes.setValue(10)
    with qtbot.waitSignal(editor.saved):
        editor.save_button.click()
    assert editor.draft.extra_minutes == 10
    assert [one.extra_minutes for one in services.people.people()].count(10) == 1

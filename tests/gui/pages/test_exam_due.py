"""People are put on the list of a published test with a reason."""

import pytest

from quizapp.gui.pages.exam_due import ExamDuePage
from tests.gui.bureau import services_of
from tests.gui.reading import words_of
from tests.services.office import ACTOR


@pytest.fixture
def page(show, doors, office, roster, people, exam_id, qtbot) -> ExamDuePage:
    """Two people came after publishing; somebody who takes no tests is not offered."""
    department = people[0].department
    roster.people(department, "赵敏", "钱程")
    roster.person("局长", department, takes_tests=False)
    made = show(ExamDuePage(doors, services_of(office), ACTOR, office.exams.exams()[0]))
    made.enter()
    qtbot.waitUntil(lambda: bool(made.table.model.rows))
    return made


def names(page) -> list[str]:
    return [line.person.name for line in page.table.shown_rows]


def test_who_is_not_on_the_list_is_offered(page):
    assert sorted(names(page)) == ["赵敏", "钱程"]
    assert not page.add_button.isEnabled()


def test_people_are_found_by_pinyin(page, qtbot):
    page.search.setText("zm")
    qtbot.waitUntil(lambda: names(page) == ["赵敏"])


def test_those_selected_are_added(page, office, exam_id, qtbot):
    page.table.view.selectAll()
    assert page.add_button.text() == "加入 2 人"
    page.reason.insert("发布后调入")
    with qtbot.waitSignal(page.finished) as told:
        page.add_button.click()
    assert told.args == ["已增加 2 名应考人员。"]
    assert office.exams.exam(exam_id).due == 5


def test_without_a_reason_nobody_is_added(page, office, exam_id):
    page.table.view.selectAll()
    page.add_button.click()
    assert "请写明原因。" in words_of(page)
    assert office.exams.exam(exam_id).due == 3


def test_what_cannot_be_done_is_said(page, office, exam_id, qtbot):
    office.exams.close(ACTOR, exam_id)
    page.table.view.selectAll()
    page.reason.insert("发布后调入")
    page.add_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert "已经结束" in page.banner.message
    assert page.add_button.isEnabled()


def test_the_way_back(page, qtbot):
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_enter_twice_adds_them_once(page, office, exam_id, qtbot, tasks):
    page.table.view.selectAll()
    page.reason.insert("发布后调入")
    told = []
    page.finished.connect(told.append)
    page.reason.returnPressed.emit()
    page.reason.returnPressed.emit()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert told == ["已增加 2 名应考人员。"]

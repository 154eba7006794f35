"""More time is given to those who have not started, with a reason."""

import pytest

from quizapp.gui.pages.exam_extra import ExamExtraPage
from tests.gui.reading import cells, words_of
from tests.services.office import ACTOR


@pytest.fixture
def page(show, doors, office, people, exam_id, qtbot) -> ExamExtraPage:
    """张三 has started; 李四 and 王五 have not."""
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    made = show(ExamExtraPage(doors, office.exams, ACTOR, office.exams.exams()[0]))
    made.enter()
    qtbot.waitUntil(lambda: bool(made.table.model.rows))
    return made


def test_who_has_started_is_not_offered(page):
    assert sorted(cells(page.table, "姓名")) == ["李四", "王五"]
    assert not page.save_button.isEnabled()


def test_those_selected_get_the_minutes(page, office, exam_id, qtbot):
    page.table.view.selectAll()
    assert page.save_button.text() == "给 2 人延时"
    page.minutes.setValue(15)
    page.reason.insert("视力不便")
    with qtbot.waitSignal(page.finished) as told:
        page.save_button.click()
    assert told.args == ["已修改 2 人的延时。"]
    assert sorted(one.extra_minutes for one in office.exams.due_people(exam_id)) == [0, 15, 15]


def test_what_was_given_is_shown_and_stands_in_the_field(page, office, exam_id, qtbot):
    due = next(one for one in office.exams.due_people(exam_id) if one.name == "王五")
    office.exams.set_extra_minutes(ACTOR, exam_id, [due.due_id], 25, reason="视力不便")
    page.enter()
    qtbot.waitUntil(lambda: "25 分钟" in cells(page.table, "延时"))
    page.table.select(lambda one: one.name == "王五")
    assert page.minutes.value() == 25


def test_without_a_reason_nothing_changes(page, office, exam_id):
    page.table.view.selectAll()
    page.save_button.click()
    assert "请写明原因。" in words_of(page)
    assert not any(one.extra_minutes for one in office.exams.due_people(exam_id))


def test_what_cannot_be_done_is_said(page, office, exam_id, qtbot):
    office.exams.close(ACTOR, exam_id)
    page.table.view.selectAll()
    page.reason.insert("视力不便")
    page.save_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert "已经结束" in page.banner.message
    assert page.save_button.isEnabled()


def test_the_way_back(page, qtbot):
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()

"""The window of a published test is moved with a reason."""

from datetime import timedelta

import pytest

from quizapp.db.tables import LogRow
from quizapp.gui.pages.exam_window import ExamWindowPage
from tests.gui.reading import words_of
from tests.services.office import ACTOR, CLOSES, OPENS


@pytest.fixture
def page(show, doors, office, exam_id) -> ExamWindowPage:
    made = show(ExamWindowPage(doors, office.exams, ACTOR, office.exams.exams()[0]))
    made.enter()
    return made


def test_it_shows_the_window_as_it_is(page):
    assert (page.opens.moment, page.closes.moment) == (OPENS, CLOSES)
    assert "正在作答的人，截止时间随之调整。" in words_of(page)


def test_without_a_reason_nothing_is_changed(page, office, exam_id):
    page.closes.set_moment(CLOSES + timedelta(days=1))
    page.save_button.click()
    assert "请写明原因。" in words_of(page)
    assert office.exams.exam(exam_id).definition.closes_at == CLOSES


def test_it_is_changed_and_logged(page, office, exam_id, database, qtbot):
    page.closes.set_moment(CLOSES + timedelta(days=1))
    page.reason.insert("出车未归")
    with qtbot.waitSignal(page.finished) as told:
        page.reason.returnPressed.emit()
    assert "开放时间已改为" in told.args[0]
    assert office.exams.exam(exam_id).definition.closes_at == CLOSES + timedelta(days=1)
    with database.read() as session:
        assert session.query(LogRow).filter_by(action="exam.window").one().reason == "出车未归"


def test_what_makes_no_sense_is_said(page, office, exam_id, qtbot):
    page.closes.set_moment(OPENS - timedelta(hours=1))
    page.reason.insert("出车未归")
    page.save_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert "结束时间应晚于开始时间" in page.banner.message
    assert page.save_button.isEnabled()


def test_the_way_back(page, qtbot):
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_enter_twice_changes_it_once(page, database, qtbot, tasks):
    page.reason.insert("出车未归")
    told = []
    page.finished.connect(told.append)
    page.reason.returnPressed.emit()
    page.reason.returnPressed.emit()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert len(told) == 1

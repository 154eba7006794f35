"""The rules are read, then the clock starts with one press."""

from datetime import timedelta

from quizapp.gui.pages.exam_rules import ExamRulesPage
from tests.gui.reading import button, words_of
from tests.services.office import CLOSES


def open_page(show, doors, office, person):
    me = office.desk.sign_in(person.id, "")
    page = show(ExamRulesPage(doors, office.desk, me, office.desk.my_page(me.token).exams[0]))
    page.enter()
    return page


def test_the_rules_then_the_sheet(show, doors, office, people, exam_id, qtbot):
    page = open_page(show, doors, office, people[0])
    assert "单选题 4 题，每题 10 分" in words_of(page)
    with qtbot.waitSignal(page.started) as started:
        button(page, "开始考试（点击后开始计时）").click()
    assert len(started.args[0].questions) == 10


def test_a_test_that_ended_meanwhile_is_told_in_the_page(show, doors, office, people, exam_id, qtbot):
    page = open_page(show, doors, office, people[0])
    office.clock.advance((CLOSES - office.clock.wall_at + timedelta(seconds=1)).total_seconds() - 13 * 3600)
    office.clock.wall_at = CLOSES
    page._me = office.desk.sign_in(people[0].id, "")
    page.start_button.click()
    qtbot.waitUntil(lambda: "考试已经结束" in page.banner.message)
    assert page.start_button.isEnabled()


def test_going_back(show, doors, office, people, exam_id, qtbot):
    page = open_page(show, doors, office, people[0])
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()

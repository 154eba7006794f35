"""The rules are read, then the clock starts with one press."""

from datetime import timedelta

from quizapp.gui.pages.exam_rules import ExamRulesPage
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, CLOSES


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


def test_who_has_more_time_is_told_before_starting(show, doors, office, people, exam_id):
    due = next(one for one in office.exams.due_people(exam_id) if one.name == "张三")
    office.exams.set_extra_minutes(ACTOR, exam_id, [due.due_id], 10, reason="视力不便")
    assert "您的时长：30 + 10 分钟" in words_of(open_page(show, doors, office, people[0]))
    assert "您的时长" not in words_of(open_page(show, doors, office, people[1]))

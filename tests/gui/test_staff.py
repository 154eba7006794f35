"""The way of a staff member through the window, page after page, and nothing left for the next one."""

import pytest

from quizapp.gui.main_window import MainWindow
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.staff import StaffFlow
from tests.gui.pages.conftest import *  # noqa: F403 - the fixtures of pages
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def flow(doors, window, office, preferences):
    asked = []
    made = StaffFlow(doors, window, office.desk, preferences, on_organiser=lambda: asked.append(True))
    made.asked = asked
    made.begin()
    return made


def arrive(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.page, kind))
    return window.page


def sign_in(window, qtbot, letters):
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    page.picker.field.setText(letters)
    page.picker.field.returnPressed.emit()
    page.enter_button.click()
    return arrive(window, StaffHomePage, qtbot)


def test_the_text_size_of_one_person_is_gone_for_the_next(exam_id, flow, window, theme, preferences, qtbot):
    page = arrive(window, StaffSignInPage, qtbot)
    button(page, "特大").click()
    home = sign_in(window, qtbot, "zs")
    assert theme.size == "extra"
    home.sign_out_button.click()
    arrive(window, StaffSignInPage, qtbot)
    assert theme.size == preferences.settings.appearance.text_size == "standard"


def press(page, text, qtbot):
    qtbot.waitUntil(lambda: text in words_of(page))
    button(page, text).click()


def test_from_the_first_page_to_the_review_and_out(exam_id, flow, window, office, qtbot):
    press(sign_in(window, qtbot, "zs"), "参加考试", qtbot)
    arrive(window, ExamRulesPage, qtbot).start_button.click()
    taking = arrive(window, TakeTestPage, qtbot)
    taking.question.options.cards[0].click()
    taking.submit_button.click()
    outcome = arrive(window, OutcomePage, qtbot)
    assert "已答 1 题，共 10 题" in words_of(outcome)
    outcome.back_button.click()
    arrive(window, StaffHomePage, qtbot)
    office.exams.close(ACTOR, exam_id)
    window.page.enter()
    press(window.page, "查看答卷", qtbot)
    review = arrive(window, ReviewPage, qtbot)
    assert "共 10 题" in words_of(review)
    review.back_button.click()
    home = arrive(window, StaffHomePage, qtbot)
    press(home, "退出登录", qtbot)
    arrive(window, StaffSignInPage, qtbot)
    assert flow.token == ""
    assert "张三" not in window.windowTitle()


def test_the_organisers_door(people, flow, window, qtbot):
    page = arrive(window, StaffSignInPage, qtbot)
    page.organiser_button.click()
    assert flow.asked == [True]


def test_going_back_from_the_rules(exam_id, flow, window, qtbot):
    press(sign_in(window, qtbot, "ls"), "参加考试", qtbot)
    arrive(window, ExamRulesPage, qtbot).back_button.click()
    arrive(window, StaffHomePage, qtbot)


def test_a_sheet_that_comes_late_is_not_shown_to_the_next_one(exam_id, flow, window, office, qtbot, tasks):
    press(sign_in(window, qtbot, "zs"), "参加考试", qtbot)
    arrive(window, ExamRulesPage, qtbot).start_button.click()
    arrive(window, TakeTestPage, qtbot).submit_button.click()
    arrive(window, OutcomePage, qtbot).back_button.click()
    office.exams.close(ACTOR, exam_id)
    home = arrive(window, StaffHomePage, qtbot)
    home.enter()
    press(home, "查看答卷", qtbot)
    button(home, "退出登录").click()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert isinstance(window.page, StaffSignInPage)

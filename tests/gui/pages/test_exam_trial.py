"""A paper tried by the organiser: said to be a trial throughout, marked, and nothing kept."""

from dataclasses import replace

import pytest

from quizapp.core.exams import Audience, PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind
from quizapp.gui.pages.exam_trial import ExamTrialPage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.pages.take_test import TakeTestPage
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, SECTIONS, fill_bank, right_response, usual_questions


@pytest.fixture
def bank(database) -> int:
    return fill_bank(database, usual_questions(explanation="记住它。"))


@pytest.fixture
def open_page(show, doors, office, bank, tasks, qtbot):
    def open_for(**changes):
        exam_id = office.exams.create(ACTOR, office.definition(bank, **changes))
        definition = office.exams.exam(exam_id).definition
        queue = tasks.serial("trial")
        page = show(ExamTrialPage(doors, office.trials, queue, exam_id, definition, clock=office.clock))
        page.enter()
        qtbot.waitUntil(lambda: page.page is not None or page.banner.isVisible())
        yield_stop.append(page)
        return page

    yield_stop: list[ExamTrialPage] = []
    yield open_for
    for page in yield_stop:
        page._stop()


def answer(page: ExamTrialPage, *, count: int = 10) -> None:
    for question in page.page.sheet.questions[:count]:
        page.page.keeper.answer(question.position, right_response(question))


def test_it_says_throughout_that_nothing_counts(open_page, office, qtbot):
    page = open_page()
    assert isinstance(page.page, TakeTestPage)
    badge = next(one for one in page.findChildren(type(page.page.save_state)) if "试做" in one.text)
    assert badge.isVisible()
    answer(page)
    button(page, "交卷").click()
    qtbot.waitUntil(lambda: isinstance(page.page, OutcomePage))
    assert badge.isVisible()
    assert "100 分" in words_of(page)
    assert "没有留下任何记录" in words_of(page)
    button(page, "查看答卷").click()
    assert isinstance(page.page, ReviewPage)
    assert "解析：记住它。" in words_of(page)
    assert office.attempts.attempts(1) == []


def test_leaving_an_empty_paper_asks_nothing(open_page, answers, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.went_back):
        page.end_button.click()
    assert answers.asked == []


def test_leaving_with_answers_asks_first(open_page, answers, qtbot):
    page = open_page()
    answer(page, count=1)
    answers.confirms = False
    assert not page.leave()
    assert answers.asked == [("结束试做？", "已经作答的内容不会保留。")]
    answers.confirms = True
    with qtbot.waitSignal(page.went_back):
        page.end_button.click()


def test_another_paper_can_be_drawn(open_page, qtbot):
    page = open_page(same_questions=False)
    first = page.page
    page.again_button.click()
    qtbot.waitUntil(lambda: page.page is not first)
    assert isinstance(page.page, TakeTestPage)


def test_each_paper_of_a_test_can_be_tried(open_page, bank, qtbot):
    drivers = PaperPlan("驾驶员卷", Blueprint((bank,), (Section(Kind.SINGLE, 5, 20_00),)), Audience((), ("工勤",)))
    page = open_page(papers=(drivers, PaperPlan("通用卷", Blueprint((bank,), SECTIONS))))
    assert len(page.page.sheet.questions) == 5
    page.plan.choose(1)
    qtbot.waitUntil(lambda: len(page.page.sheet.questions) == 10)


def test_the_outcome_leads_back(open_page, qtbot):
    page = open_page()
    button(page, "交卷").click()
    qtbot.waitUntil(lambda: isinstance(page.page, OutcomePage))
    with qtbot.waitSignal(page.went_back):
        page.page.back_button.click()


def test_a_bank_that_is_too_small_is_said(open_page, bank):
    page = open_page(papers=(PaperPlan("通用卷", Blueprint((bank,), (replace(SECTIONS[0], count=500),))),))
    assert "还缺 492 题" in page.banner.message
    assert page.page is None

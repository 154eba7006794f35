"""The way after a test, page after page in the real window: history, each attempt, the printed sheet, and back."""

import pytest

from quizapp.core.exams import AttemptsRule
from quizapp.gui.afterwards_flow import AfterwardsFlow
from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.pages.answer_sheets import AnswerSheetsPage
from quizapp.gui.pages.own_history import OwnHistoryPage
from quizapp.gui.pages.review import ReviewPage
from tests.gui.pages.conftest import *  # noqa: F403 - the fixtures of pages
from tests.gui.reading import words_of
from tests.services.office import ACTOR, fill_bank, usual_questions
from tests.services.test_own_standing import sit


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def attempts(office, people, database):
    """张三 sat twice, and the better one counts."""
    exam_id = office.published(
        fill_bank(database, usual_questions()), attempts_allowed=2, attempts_rule=AttemptsRule.BEST
    )
    made = [sit(office, exam_id, people[0], wrong) for wrong in (4, 1)]
    office.exams.close(ACTOR, exam_id)
    return made


@pytest.fixture
def homecomings():
    return []


@pytest.fixture
def flow(doors, window, office, people, homecomings):
    token = office.desk.sign_in(people[0].id, "").token

    def show(page: Page, title: str) -> None:
        window.replace_page(page, title=title)

    return AfterwardsFlow(
        doors,
        office.desk,
        lambda: token,
        show=show,
        shown=lambda: window.page,
        on_home=lambda: homecomings.append(True),
    )


def arrive(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.page, kind))
    return window.page


def test_from_the_history_to_a_sheet_and_back(attempts, flow, window, homecomings, qtbot):
    flow.history()
    history = arrive(window, OwnHistoryPage, qtbot)
    qtbot.waitUntil(lambda: history.table is not None)
    history.table.select(lambda _one: True)
    history.review_button.click()
    review = arrive(window, ReviewPage, qtbot)
    assert "答对 9 题，共 10 题" in words_of(review)
    review.back_button.click()
    history = arrive(window, OwnHistoryPage, qtbot)
    history.back_button.click()
    assert homecomings == [True]


def test_each_attempt_can_be_reviewed(attempts, flow, window, homecomings, qtbot):
    flow.review(attempts[1])
    page = arrive(window, ReviewPage, qtbot)
    assert page.attempt.currentText() == "第 2 次，90 分（计入成绩）"
    page.attempt.choose(attempts[0])
    qtbot.waitUntil(lambda: "答对 6 题，共 10 题" in words_of(window.page))
    assert window.page.attempt.currentText() == "第 1 次，60 分"
    window.page.back_button.click()
    assert homecomings == [True]


def test_the_sheet_is_printed_from_the_review(attempts, flow, window, answers, tmp_path, qtbot):
    flow.review(attempts[0])
    arrive(window, ReviewPage, qtbot).print_button.click()
    page = arrive(window, AnswerSheetsPage, qtbot)
    qtbot.waitUntil(lambda: page.pdf_button.isEnabled())
    assert "作答：" in page.view.document.papers[0].text.toPlainText()
    answers.saves = tmp_path / "答卷.pdf"
    page.pdf_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert answers.saves.read_bytes().startswith(b"%PDF")
    page.back_button.click()
    assert arrive(window, ReviewPage, qtbot).attempt.chosen == attempts[0]

"""From my page through a set and back, over the real desk; the real window is in test_staff."""

import pytest

from quizapp.gui.pages.practise import PractisePage
from quizapp.gui.pages.practise_end import PractiseEndPage
from quizapp.gui.pages.practise_nothing import PractiseNothingPage
from quizapp.gui.pages.practise_topics import PractiseTopicsPage
from quizapp.gui.practice_flow import PracticeFlow
from tests.gui.pages.conftest import *  # noqa: F403 - the fixtures of pages
from tests.gui.practising import DAILY, MISTAKES, choose
from tests.gui.reading import button, words_of
from tests.services.office import fill_bank, question, usual_questions


class Shown:
    """What the flow showed, the newest last."""

    def __init__(self, qtbot):
        self.qtbot, self.pages, self.homes = qtbot, [], 0

    def show(self, page, title):
        self.qtbot.addWidget(page)
        self.pages.append(page)
        page.enter()

    def home(self):
        self.homes += 1

    def arrive(self, kind):
        self.qtbot.waitUntil(lambda: bool(self.pages) and isinstance(self.pages[-1], kind))
        return self.pages[-1]


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


@pytest.fixture
def token(office, people):
    return office.desk.sign_in(people[0].id, "").token


@pytest.fixture
def signed_in(token):
    """Whose token the flow is given; a test may sign somebody else in."""
    return [token]


@pytest.fixture
def flow(doors, tasks, office, signed_in, shown):
    return PracticeFlow(
        doors,
        tasks.serial("desk"),
        office.desk,
        lambda: signed_in[-1],
        show=shown.show,
        shown=lambda: shown.pages[-1] if shown.pages else None,
        on_home=shown.home,
    )


def answer_one(page, qtbot, *, is_right):
    choose(page.question, page.asked.kind, is_right=is_right)
    page.main_button.click()
    qtbot.waitUntil(lambda: page.main_button.text() in ("下一题", "看看练得怎样") and page.main_button.isEnabled())


def test_a_mistake_is_met_again_in_the_book(flow, shown, database, qtbot):
    fill_bank(database, [question(1)])
    flow.begin(DAILY)
    page = shown.arrive(PractisePage)
    answer_one(page, qtbot, is_right=False)
    page.main_button.click()
    button(shown.arrive(PractiseEndPage), "练错题本").click()
    qtbot.waitUntil(lambda: shown.pages[-1] is not page and isinstance(shown.pages[-1], PractisePage))
    assert shown.pages[-1].book_badge.isVisibleTo(shown.pages[-1])
    shown.pages[-1].end_button.click()
    assert shown.homes == 1  # nothing was answered: there is nothing to tell


def test_an_empty_book_is_good_news(flow, shown, people):
    flow.begin(MISTAKES)
    page = shown.arrive(PractiseNothingPage)
    assert "真好" in words_of(page)
    page.words.acted.emit()
    assert shown.homes == 1


def test_by_category(flow, shown, database, qtbot):
    fill_bank(database, usual_questions())
    flow.show_topics()
    page = shown.arrive(PractiseTopicsPage)
    qtbot.waitUntil(lambda: "练整个题库" in words_of(page))
    button(page, "练整个题库").click()
    assert len(shown.arrive(PractisePage)._set.questions) == 10


def test_what_goes_wrong_is_said_where_it_was_asked_for(flow, shown, office, database, token):
    office.desk.start(token, office.published(fill_bank(database, usual_questions())))
    said = []
    flow.begin(DAILY, on_failed=said.append)
    shown.qtbot.waitUntil(lambda: bool(said))
    assert "正在考试" in str(said[0])
    assert shown.pages == []


def test_a_set_is_not_shown_to_the_next_person(flow, shown, office, database, people, signed_in, tasks):
    fill_bank(database, usual_questions())
    flow.begin(DAILY)
    signed_in.append(office.desk.sign_in(people[1].id, "").token)
    shown.qtbot.waitUntil(lambda: not tasks.is_busy)
    assert shown.pages == []


def test_a_set_that_comes_late_covers_no_other_page(flow, shown, database, tasks, qtbot):
    fill_bank(database, [question(1)])
    flow.begin(DAILY)
    flow.show_topics()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [type(page) for page in shown.pages] == [PractiseTopicsPage]

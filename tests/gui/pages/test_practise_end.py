"""After a set: the figure, what became of the mistakes book, and what can be done next."""

import pytest

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.gui.pages.practise import PracticeTally
from quizapp.gui.pages.practise_end import PractiseEndPage
from tests.gui.practising import DAILY, MISTAKES
from tests.gui.reading import button, words_of

TOPIC = PracticeChoice(PracticeMode.TOPIC, 1, "会面礼仪")


@pytest.fixture
def open_page(show, doors):
    return lambda *fields, **named: show(PractiseEndPage(doors, PracticeTally(*fields, **named)))


def test_the_days_ten_are_enough(open_page, qtbot):
    page = open_page(DAILY, 10, right=8, answered=10, new_mistakes=2, left_book=1)
    page.enter()
    words = words_of(page)
    for said in ("每日十题", "8 / 10", "2 道题放进了错题本", "1 道题移出了错题本", "明天见"):
        assert said in words
    qtbot.waitUntil(lambda: page.back_button.hasFocus())
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, "练错题本").click()
    assert chosen.args == [MISTAKES]
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_of_a_topic_there_is_more(open_page, qtbot):
    page = open_page(TOPIC, 10, right=10, answered=10)
    page.enter()
    assert "会面礼仪" in words_of(page) and "错题本" not in words_of(page)
    qtbot.waitUntil(lambda: page.next_button.hasFocus())
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, "再练一组").click()
    assert chosen.args == [TOPIC]


def test_all_right_asks_for_no_mistakes_book(open_page):
    page = open_page(DAILY, 10, right=10, answered=10)
    assert not page.next_button.isVisibleTo(page)


def test_what_is_left_of_the_day_is_told(open_page):
    page = open_page(DAILY, 10, right=1, answered=3, new_mistakes=2)
    assert "还没练完" in words_of(page)

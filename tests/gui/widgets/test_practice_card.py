"""Practising on my page: what is offered, and what is not while there is a reason."""

import pytest

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import PracticeBank, PracticeOverview, PracticeTopic
from quizapp.gui.widgets.practice_card import PracticeCard
from tests.gui.reading import words_of

BANKS = (PracticeBank(1, "礼仪题库", (PracticeTopic("会面", 20, 3),)),)


@pytest.fixture
def card(show, theme):
    return show(PracticeCard(theme, is_main=True))


def overview(done=0, total=10, *, banks=BANKS, is_closed=False):
    return PracticeOverview(banks, 4, 2, done, total, is_closed)


@pytest.mark.parametrize(
    ("done", "word", "mode"),
    [(0, "开始每日十题", "daily"), (3, "继续每日十题", "daily"), (10, "再随机练十题", "random")],
)
def test_the_main_button_is_the_days_ten_until_they_are_done(card, qtbot, done, word, mode):
    card.show_overview(overview(done))
    assert card.main_button.text() == word
    assert card.state.text == f"今天 {done} / 10"
    assert ("明天见" in words_of(card)) == (done == 10)
    with qtbot.waitSignal(card.chosen) as chosen:
        card.main_button.click()
    assert chosen.args == [PracticeChoice(PracticeMode(mode))]


def test_everything_else_is_a_quiet_choice(card, qtbot):
    card.show_overview(overview())
    assert card.mistakes_button.text() == "错题本 4" and card.favourites_button.text() == "我的收藏 2"
    for button, mode in ((card.mistakes_button, "mistakes"), (card.favourites_button, "favourites")):
        with qtbot.waitSignal(card.chosen) as chosen:
            button.click()
        assert chosen.args == [PracticeChoice(PracticeMode(mode))]
    with qtbot.waitSignal(card.more_wanted):
        card.topics_button.click()


def test_nothing_can_be_pressed_before_it_is_known_what_there_is(card):
    assert not card.main_button.isEnabled() and not card.topics_button.isEnabled()


def test_closed_while_one_is_in_a_test(card):
    card.show_overview(overview(is_closed=True))
    assert "正在考试" in words_of(card)
    assert not card.main_button.isEnabled() and not card.mistakes_button.isEnabled()


def test_without_questions_the_books_can_still_be_opened(card):
    card.show_overview(overview(0, 0, banks=()))
    assert "没有可以练习的题" in words_of(card)
    assert not card.main_button.isEnabled() and not card.state.isVisibleTo(card)
    assert card.mistakes_button.isEnabled()


def test_beside_a_test_it_is_not_the_first_thing_to_do(show, theme):
    assert show(PracticeCard(theme, is_main=False)).main_button.property("kind") == "secondary"
    assert show(PracticeCard(theme, is_main=True)).main_button.property("kind") == "primary"

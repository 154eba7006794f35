"""Nothing to practise is said in kind words, and there is a way back."""

import pytest

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import PracticeSet
from quizapp.gui.pages.practise_nothing import PractiseNothingPage
from tests.gui.reading import words_of


@pytest.mark.parametrize(
    ("mode", "done", "said"),
    [
        ("mistakes", 0, "错题本是空的，真好"),
        ("favourites", 0, "还没有收藏的题"),
        ("daily", 10, "今天的十题都练完了"),
        ("daily", 0, "现在没有可以练习的题"),
        ("random", 0, "现在没有可以练习的题"),
    ],
)
def test_why_there_is_nothing(show, doors, qtbot, mode, done, said):
    page = show(PractiseNothingPage(doors, PracticeSet(PracticeChoice(PracticeMode(mode)), (), done)))
    page.enter()
    assert said in words_of(page)
    qtbot.waitUntil(lambda: page.words.action_button.hasFocus())
    with qtbot.waitSignal(page.went_back):
        page.words.action_button.click()

"""Words and actions at the head, cards that come and go, and a banner whose button tries again."""

import pytest

from quizapp.errors import EnvironmentFault
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.reading_frame import ReadingFrame
from quizapp.gui.widgets.text import Text
from tests.gui.reading import words_of


class Counting(ReadingFrame):
    entered = 0

    def enter(self):
        self.entered += 1


@pytest.fixture
def frame(theme, show):
    made = Counting(theme)
    made.words.addWidget(Text("我的成绩", "heading"))
    made.cards.addWidget(Card("三月"))
    made.cards.addStretch(1)
    return show(made)


def test_cards_are_exchanged(frame, qtbot):
    assert words_of(frame).splitlines() == ["我的成绩", "三月"]
    frame.clear_cards()
    assert words_of(frame).splitlines() == ["我的成绩"], "at once"
    frame.cards.addWidget(Card("四月"))
    qtbot.waitUntil(lambda: words_of(frame).splitlines() == ["我的成绩", "四月"])


def test_the_banner_s_button_tries_again(frame):
    frame.banner.show_error(EnvironmentFault("磁盘已满"))
    frame.banner.action_button.click()
    assert frame.entered == 1
    assert not frame.banner.isVisible()

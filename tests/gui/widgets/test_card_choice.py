"""One of a few cards is chosen, by mouse or by arrow; those that do not fit are scrolled to."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.card_choice import CardChoice

ENTRIES = [(1, "礼仪题库", "120 题"), (2, "服务标准题库", "80 题"), (3, "保密题库", "还没有题目")]


@pytest.fixture
def choice(theme, show) -> CardChoice:
    made = show(CardChoice(theme, "题库"))
    made.set_entries(ENTRIES)
    return made


def test_the_first_is_chosen_and_each_says_its_name_and_facts(choice):
    assert choice.chosen == 1
    assert [card.accessibleName() for card in choice.cards][1] == "服务标准题库，80 题"
    assert choice.cards[2].facts == "还没有题目"


def test_a_click_chooses_and_tells(choice, qtbot):
    qtbot.waitUntil(choice.cards[1].isVisible)
    with qtbot.waitSignal(choice.value_changed) as signal:
        qtbot.mouseClick(choice.cards[1], Qt.MouseButton.LeftButton)
    assert signal.args == [2]
    assert choice.chosen == 2


def test_arrows_choose(choice, qtbot):
    qtbot.waitUntil(choice.cards[0].isVisible)
    choice.cards[0].setFocus()
    with qtbot.waitSignal(choice.value_changed):
        qtbot.keyClick(choice.cards[0], Qt.Key.Key_Right)
    assert choice.chosen == 2


def test_choosing_elsewhere_is_silent_and_survives_new_facts(choice, qtbot):
    with qtbot.assertNotEmitted(choice.value_changed):
        choice.choose(3)
        choice.choose(99)
        choice.set_entries([(3, "保密题库", "12 题"), (4, "新题库", "")])
    assert choice.chosen == 3
    choice.set_entries([(4, "新题库", "")])
    assert choice.chosen == 4
    choice.set_entries([])
    assert choice.chosen is None


def test_many_cards_are_scrolled_sideways(choice, qtbot):
    choice.set_entries([(number, f"题库{number}", "") for number in range(30)])
    bar = choice.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    choice.choose(29)
    assert bar.value() > 0
    assert choice.sizeHint().height() > choice.cards[0].sizeHint().height()


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_it_paints_itself_in_every_state(choice, theme, size):
    theme.use(size=size)
    choice.cards[0].setFocus()
    first = choice.cards[0].grab().toImage()
    choice.choose(2)
    assert choice.cards[0].grab().toImage() != first

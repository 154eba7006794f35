"""One or several options are chosen by mouse or key; what is set from outside is silent."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.option_list import OptionList
from quizapp.gui.widgets.picture_zoom import PictureZoom
from tests.gui.pictured import shown

TEXTS = ["副驾驶座", "后排右侧", "后排左侧", "后排中间"]


@pytest.fixture
def options(theme, show) -> OptionList:
    return show(OptionList(theme))


def click(options, qtbot, at):
    qtbot.mouseClick(options.cards[at], Qt.MouseButton.LeftButton)


def test_of_a_single_question_one_is_chosen(options, qtbot):
    options.set_options(TEXTS, multiple=False)
    click(options, qtbot, 0)
    with qtbot.waitSignal(options.choice_changed) as told:
        click(options, qtbot, 2)
    assert told.args == [(2,)]
    assert options.chosen == (2,)
    click(options, qtbot, 2)
    assert options.chosen == (2,)


def test_of_a_multiple_question_several_and_back(options, qtbot):
    options.set_options(TEXTS, multiple=True)
    for at in (3, 0):
        click(options, qtbot, at)
    assert options.chosen == (0, 3)
    click(options, qtbot, 3)
    assert options.chosen == (0,)


@pytest.mark.parametrize(
    ("key", "chosen"), [(Qt.Key.Key_A, (0,)), (Qt.Key.Key_D, (3,)), (Qt.Key.Key_1, (0,)), (Qt.Key.Key_4, (3,))]
)
def test_letters_and_figures_choose(options, key, chosen):
    options.set_options(TEXTS, multiple=False)
    assert options.press(key)
    assert options.chosen == chosen


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_0])
def test_other_keys_mean_nothing(options, key):
    options.set_options(TEXTS, multiple=False)
    assert not options.press(key)
    assert options.chosen == ()


@pytest.mark.parametrize("multiple", [False, True])
def test_up_and_down_move_but_choose_nothing(options, qtbot, multiple):
    options.set_options(TEXTS, multiple=multiple, chosen=(0,))
    options.cards[0].setFocus()
    qtbot.keyClick(options.cards[0], Qt.Key.Key_Down)
    assert options.cards[1].hasFocus()
    qtbot.keyClick(options.cards[1], Qt.Key.Key_Up)
    qtbot.keyClick(options.cards[0], Qt.Key.Key_Up)
    assert options.cards[0].hasFocus()
    assert options.chosen == (0,)


def test_a_single_choice_can_be_taken_back_from_outside(options):
    options.set_options(TEXTS, multiple=False, chosen=(2,))
    options.set_chosen(())
    assert options.chosen == ()


def test_a_choice_from_outside_is_silent(options, qtbot):
    with qtbot.assertNotEmitted(options.choice_changed):
        options.set_options(TEXTS, multiple=True, chosen=(1,))
        options.set_chosen((0, 2))
    assert options.chosen == (0, 2)


def test_a_locked_list_cannot_be_changed(options, qtbot):
    options.set_options(TEXTS, multiple=False, chosen=(1,))
    options.set_locked(True)
    click(options, qtbot, 0)
    options.press(Qt.Key.Key_A)
    assert options.chosen == (1,)


def test_another_question_takes_the_place_of_the_first(options):
    options.set_options(TEXTS, multiple=True, chosen=(0, 1))
    options.set_options(["正确", "错误"], multiple=False, letters="√×")
    assert [card.letter for card in options.cards] == ["√", "×"]
    assert options.chosen == ()


def test_options_that_are_pictures_stand_two_in_a_row(options, qtbot):
    pictures = {at: shown() for at in range(4)}
    options.set_options([""] * 4, multiple=False, pictures=pictures, is_wide=True)
    qtbot.waitUntil(lambda: options.cards[3].y() >= 0 and options.cards[1].isVisible())
    tops = [card.mapTo(options, card.rect().topLeft()).y() for card in options.cards]
    assert tops[0] == tops[1] < tops[2] == tops[3]
    click(options, qtbot, 3)
    click(options, qtbot, 1)
    assert options.chosen == (1,)


def test_with_words_they_stand_below_one_another(options):
    options.set_options(TEXTS, multiple=False, pictures={0: shown()}, is_wide=True)
    assert list(options.zoom_buttons) == [0]
    assert len({card.mapTo(options, card.rect().topLeft()).y() for card in options.cards}) == 4


def test_a_picture_is_shown_large_also_where_nothing_can_be_chosen(options, qtbot):
    options.set_options(["", "无"], multiple=False, pictures={0: shown()})
    options.set_locked(True)
    qtbot.mouseClick(options.zoom_buttons[0], Qt.MouseButton.LeftButton)
    (large,) = options.window().findChildren(PictureZoom)
    with qtbot.waitSignal(large.destroyed):
        large.leave()
    assert options.chosen == ()

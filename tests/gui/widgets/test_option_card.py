"""A card is a radio button or a check box to those who listen, wraps, and shows its verdict."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.gui.picture_source import ShownPicture
from quizapp.gui.theme import SIZES
from quizapp.gui.widgets.option_card import MultipleOptionCard, SingleOptionCard
from tests.gui.pictured import shown

KINDS = {SingleOptionCard: QAccessible.Role.RadioButton, MultipleOptionCard: QAccessible.Role.CheckBox}


@pytest.mark.parametrize("kind", KINDS)
def test_readers_hear_kind_letter_and_text(theme, show, kind):
    card = show(kind(theme, "B", "后排右侧座位"))
    heard = QAccessible.queryAccessibleInterface(card)
    assert heard.role() == KINDS[kind]
    assert heard.text(QAccessible.Text.Name) == "选项 B：后排右侧座位"


@pytest.mark.parametrize("kind", KINDS)
def test_a_press_anywhere_chooses(theme, show, qtbot, kind):
    card = show(kind(theme, "A", "副驾驶座"))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topRight() + card.rect().topLeft())
    assert card.isChecked()


@pytest.mark.parametrize("size", SIZES)
def test_long_text_gets_the_height_it_needs(theme, show, size):
    theme.use(size=size)
    card = show(SingleOptionCard(theme, "A", "字" * 120))
    assert card.heightForWidth(400) > card.heightForWidth(1200) >= SIZES[size].target


def test_cards_in_a_column_take_their_height(theme, show, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    cards = [SingleOptionCard(theme, "A", "短"), SingleOptionCard(theme, "B", "长" * 200)]
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    show(page, 500, 700)
    qtbot.waitUntil(lambda: cards[1].height() >= cards[1].heightForWidth(cards[1].width()) > cards[0].height())


def test_states_look_different(theme, show):
    card = show(SingleOptionCard(theme, "A", "副驾驶座"))
    card.clearFocus()
    pictures = [card.grab().toImage()]
    card.setChecked(True)
    pictures.append(card.grab().toImage())
    card.set_verdict("right", "正确答案")
    pictures.append(card.grab().toImage())
    card.set_verdict("wrong", "你的选择")
    pictures.append(card.grab().toImage())
    card.set_verdict("")
    card.setAutoExclusive(False)
    card.setChecked(False)
    card.setFocus()
    pictures.append(card.grab().toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_a_verdict_is_heard(theme, show):
    card = show(SingleOptionCard(theme, "A", "副驾驶座"))
    card.set_verdict("wrong", "你的选择")
    assert card.accessibleName() == "选项 A：副驾驶座，你的选择"
    card.set_verdict("")
    assert card.accessibleName() == "选项 A：副驾驶座"


def test_a_narrow_card_is_as_high_as_its_words_and_no_higher(theme, show, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    card = SingleOptionCard(theme, "A", "请对方说明来意，询问是否紧急，并代为转达留言")
    column.addWidget(card)
    show(page, 320, 700)
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()))
    single = card.height()
    card.set_verdict("right", "正确答案")
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()) > single)


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_gets_the_room_it_needs(theme, show, size):
    theme.use(size=size)
    plain = show(SingleOptionCard(theme, "A", "副驾驶座"))
    both = show(SingleOptionCard(theme, "A", "副驾驶座", shown(900, 900)))
    alone = show(SingleOptionCard(theme, "A", "", shown(900, 900)))
    assert both.heightForWidth(900) > alone.heightForWidth(900) > plain.heightForWidth(900)
    assert alone.heightForWidth(900) <= 3 * SIZES[size].target
    assert alone.accessibleName() == "选项 A：图片"


def test_a_card_grows_when_its_picture_comes(theme, show):
    picture = ShownPicture()
    card = show(SingleOptionCard(theme, "A", "", picture))
    before = card.maximumHeight()
    picture.on_loaded(shown(400, 400).image)
    assert card.maximumHeight() > before


def test_a_press_on_the_picture_chooses(theme, show, qtbot):
    card = show(MultipleOptionCard(theme, "A", "", shown()))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert card.isChecked()


def test_the_colours_of_a_choice_come_softly_and_end_where_they_should(theme, show, qtbot):
    card = show(SingleOptionCard(theme, "A", "一寸"))
    card.click()
    assert card.isChecked()
    assert card.is_fading
    qtbot.waitUntil(lambda: not card.is_fading)
    settled = card.grab().toImage()
    theme.is_moving_wanted = False
    card.setChecked(False)
    card.setChecked(True)
    assert not card.is_fading
    assert card.grab().toImage() == settled


def test_nothing_fades_where_calm_is_wanted(theme, show):
    theme.is_moving_wanted = False
    card = show(MultipleOptionCard(theme, "A", "一寸"))
    card.click()
    assert not card.is_fading

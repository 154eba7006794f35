"""A card in the middle has the width it was given and all the height its words need."""

from quizapp.gui.gallery import cut_texts
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.text import Text


def test_the_card_stands_in_the_middle(theme, show):
    card = Card("标题")
    middle = show(Middle(theme, card, letters=20), 1000, 600)
    assert card.width() == theme.letters(20)
    left, right = card.mapTo(middle, card.rect().topLeft()).x(), card.mapTo(middle, card.rect().topRight()).x()
    assert abs(left - (middle.width() - 1 - right)) <= 1
    top, bottom = card.mapTo(middle, card.rect().topLeft()).y(), card.mapTo(middle, card.rect().bottomLeft()).y()
    assert 0 < top < middle.height() - bottom


def test_wrapped_words_have_room_at_the_cards_width(theme, show):
    card = Card()
    middle = Middle(theme, card, letters=12)
    card.body.addWidget(Text("很长的一句话，" * 12))
    middle.below.addWidget(Text("下面的一句话，" * 8))
    show(middle, 1200, 500)
    assert cut_texts(middle) == []


def test_it_grows_with_the_text(theme, show):
    card = Card("标题")
    middle = show(Middle(theme, card, letters=20), 1300, 600)
    before = card.width()
    theme.use(size="extra")
    assert theme.letters(20) > before
    assert card.parentWidget().minimumWidth() == theme.letters(20)
    assert middle.body.contentsMargins().left() == SPACE.wide

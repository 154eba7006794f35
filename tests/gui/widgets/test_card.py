"""A card shows its title only when it has one."""

from PySide6.QtWidgets import QLabel

from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text


def title(card: Card) -> Text:
    return card.findChild(Text)


def test_a_title_can_come_and_go(theme, show):
    card = show(Card())
    assert not title(card).isVisible()
    card.set_title("本月测试")
    assert title(card).isVisible()
    assert title(card).text() == "本月测试"
    card.set_title("")
    assert not title(card).isVisible()


def test_contents_stand_inside(theme, show):
    card, label = Card("标题"), QLabel("内容")
    card.body.addWidget(label)
    show(card)
    assert card.isAncestorOf(label)
    assert label.isVisible()
    assert label.y() > title(card).y()

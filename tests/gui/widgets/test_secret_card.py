"""A secret is shown large, copied, printed, and gone when it is put away."""

import pytest
from PySide6.QtGui import QGuiApplication

from quizapp.gui.widgets.secret_card import SecretCard
from tests.gui.reading import button, words_of


@pytest.fixture
def card(theme, show) -> SecretCard:
    made = show(SecretCard(theme))
    made.show_secret("张三的新登录码", "482913", "请当面告诉本人。")
    return made


def test_it_says_whose_it_is(card):
    assert card.isVisible()
    assert "张三的新登录码\n482913\n请当面告诉本人。" in words_of(card)
    assert not card.print_button.isVisible()
    assert card.copy_button.hasFocus()


def test_it_is_copied(card):
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == "482913"
    assert card.copy_button.text() == "已复制"


def test_it_is_put_away(card):
    button(card, "知道了").click()
    assert not card.isVisible()
    assert card.secret.text() == ""


def test_what_is_to_be_printed_says_so(theme, show, qtbot):
    card = show(SecretCard(theme, can_print=True))
    card.show_secret("王芳的恢复码", "ABCDE-FGHJK", "")
    with qtbot.waitSignal(card.print_wanted):
        card.print_button.click()

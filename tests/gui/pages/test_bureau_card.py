"""The bureau's settings: shown, changed, saved and confirmed; what is not saved is not lost by looking again."""

import pytest

from quizapp.core.people import Actor, SignInCheck
from quizapp.gui.pages.bureau_card import BureauCard
from quizapp.gui.widgets.banner import Banner
from quizapp.services.bureau import Bureau
from tests.gui.reading import words_of
from tests.services.office import ACTOR


@pytest.fixture
def banner(theme, show):
    return show(Banner(theme))


@pytest.fixture
def card(show, doors, services, banner, qtbot):
    services.accounts.change_bureau(ACTOR, Bureau("海滨局", "直属", SignInCheck.NONE))
    made = show(BureauCard(doors, services.accounts, ACTOR, banner))
    made.look_up()
    qtbot.waitUntil(lambda: bool(made.name.text()))
    return made


def test_what_is_on_record_is_shown(card):
    assert (card.name.text(), card.unit_word.chosen) == ("海滨局", "直属")
    assert card.checks[SignInCheck.NONE].isChecked()
    assert not card.is_changed
    assert not card.save_button.isEnabled()
    assert "电话后 4 位" in words_of(card)


def test_changes_are_saved_and_confirmed(card, services, banner, qtbot):
    card.name.setText("海滨市机关事务管理局")
    card.unit_word.choose("局属")
    card.checks[SignInCheck.PIN].click()
    assert card.save_button.isEnabled()
    card.save_button.click()
    qtbot.waitUntil(lambda: banner.message == "单位的设置已保存。")
    assert services.accounts.bureau() == Bureau("海滨市机关事务管理局", "局属", SignInCheck.PIN)
    assert not card.is_changed


def test_looking_again_keeps_what_was_typed(card, services, qtbot, tasks):
    card.name.setText("另一个局")
    card.look_up()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert card.name.text() == "另一个局"


def test_a_unit_s_administrator_only_looks(show, doors, services, banner, roster):
    unit = roster.department("幼儿园")
    card = show(BureauCard(doors, services.accounts, Actor("李管", unit.id), banner))
    assert not card.isEnabled()
    assert "这里由全局管理员设置。" in words_of(card)


def test_a_refusal_is_told(card, doors, services, banner, roster, qtbot):
    card._actor = Actor("李管", roster.department("幼儿园").id)
    card.name.setText("另一个局")
    card.save()
    qtbot.waitUntil(lambda: banner.tone == "bad")
    assert card.save_button.isEnabled()

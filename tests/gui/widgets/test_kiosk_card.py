"""The switch of this PC is remembered for the next start."""

from quizapp.config import load_settings
from quizapp.gui.widgets.kiosk_card import KioskCard
from tests.gui.pages.conftest import preferences as preferences
from tests.gui.reading import words_of


def test_the_switch_is_remembered(show, preferences, tmp_path):
    card = show(KioskCard(preferences))
    assert not card.switch.isChecked()
    card.switch.click()
    assert preferences.settings.kiosk.is_on
    assert load_settings(tmp_path / "settings.toml").kiosk.is_on
    card.switch.click()
    assert not load_settings(tmp_path / "settings.toml").kiosk.is_on


def test_it_says_how_to_get_out(show, preferences):
    preferences.set_kiosk(True)
    card = show(KioskCard(preferences))
    assert card.switch.isChecked()
    assert "管理员密码" in words_of(card) and "不会被锁住" in words_of(card)

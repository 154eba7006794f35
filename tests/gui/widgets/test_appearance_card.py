"""The look is chosen in words, takes effect at once, and follows what was chosen elsewhere."""

import pytest

from quizapp.config import load_settings
from quizapp.gui.widgets.appearance_card import AppearanceCard
from tests.gui.pages.conftest import preferences as preferences


@pytest.fixture
def card(theme, show, preferences) -> AppearanceCard:
    return show(AppearanceCard(theme, preferences))


def test_it_shows_what_is_chosen(card):
    assert card.sizes["standard"].isChecked()
    assert card.schemes["light"].isChecked()
    assert card.languages["zh"].isChecked()
    assert not card.reduced.isChecked()


def test_choices_take_effect_and_are_kept(card, theme, preferences, tmp_path):
    card.sizes["large"].click()
    card.schemes["dark"].click()
    card.reduced.click()
    assert (theme.size, theme.is_dark, theme.moves) == ("large", True, False)
    kept = load_settings(tmp_path / "settings.toml").appearance
    assert (kept.text_size, kept.theme, kept.reduced_motion) == ("large", "dark", True)


def test_another_language_is_asked_for(card, preferences, qtbot):
    with qtbot.waitSignal(preferences.language_changed):
        card.languages["en"].click()


def test_what_was_chosen_elsewhere_is_shown(card, preferences):
    preferences.set_text_size("extra")
    assert card.sizes["extra"].isChecked()

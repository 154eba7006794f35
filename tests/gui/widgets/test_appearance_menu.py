"""The button for the look: what is chosen is ticked, takes effect at once and is kept."""

import pytest

from quizapp.config import Settings, load_settings
from quizapp.gui.preferences import Preferences
from quizapp.gui.widgets.appearance_menu import AppearanceMenu
from tests.gui.conftest import RESOURCES


@pytest.fixture
def preferences(theme, tmp_path) -> Preferences:
    return Preferences(Settings(), tmp_path / "settings.toml", RESOURCES / "translations", theme)


@pytest.fixture
def opened(theme, preferences, show) -> dict:
    button = show(AppearanceMenu(theme, preferences))
    return {action.text(): action for action in button.menu_now().actions() if action.text()}


def test_what_is_chosen_is_ticked(opened):
    assert [word for word, action in opened.items() if action.isChecked()] == ["标准字号", "浅色", "中文"]


def test_a_choice_takes_effect_and_is_kept(opened, theme, tmp_path):
    opened["特大字号"].trigger()
    opened["深色"].trigger()
    assert (theme.size, theme.scheme) == ("extra", "dark")
    kept = load_settings(tmp_path / "settings.toml").appearance
    assert (kept.text_size, kept.theme) == ("extra", "dark")


def test_another_language_is_told(opened, preferences, qtbot):
    with qtbot.waitSignal(preferences.language_changed):
        opened["English"].trigger()
    assert preferences.settings.appearance.language == "en"

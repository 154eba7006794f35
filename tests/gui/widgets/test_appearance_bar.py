"""Size, theme and language in one row."""

from pathlib import Path

import pytest

from quizapp.config import Settings
from quizapp.gui.preferences import Preferences
from quizapp.gui.widgets.appearance_bar import AppearanceBar
from tests.gui.reading import button

TRANSLATIONS = Path(__file__).parents[3] / "resources" / "translations"


@pytest.fixture
def bar(show, theme, tmp_path):
    made = AppearanceBar(theme, Preferences(Settings(), tmp_path / "settings.toml", TRANSLATIONS, theme))
    made.kept = made._preferences  # the test's own hold on what the bar was handed
    return show(made)


def test_text_sizes(bar, theme):
    button(bar, "特大").click()
    assert theme.size == "extra" and button(bar, "特大").isChecked()
    button(bar, "标准").click()
    assert theme.size == "standard"


def test_the_theme_button_names_the_other_one(bar, theme):
    button(bar, "深色").click()
    assert theme.is_dark
    button(bar, "浅色").click()
    assert not theme.is_dark


def test_the_other_language(bar, qtbot):
    with qtbot.waitSignal(bar.kept.language_changed):
        button(bar, "English").click()

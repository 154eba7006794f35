"""Preferences take effect at once and are there at the next start; a folder that cannot be written is told."""

from pathlib import Path

from quizapp.config import Settings, load_settings
from quizapp.gui.preferences import Preferences
from quizapp.i18n import _

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"


def test_choices_take_effect_and_are_kept(theme, tmp_path, qtbot):
    file = tmp_path / "settings.toml"
    preferences = Preferences(Settings(), file, TRANSLATIONS, theme)
    preferences.set_text_size("extra")
    preferences.set_theme("dark")
    preferences.set_reduced_motion(True)
    assert (theme.size, theme.is_dark, theme.moves) == ("extra", True, False)
    with qtbot.waitSignal(preferences.language_changed):
        preferences.set_language("en")
    assert _("单选题") != "单选题"
    preferences.remember(geometry="AAAA", opened="/in", saved="/out")
    kept = load_settings(file)
    assert kept == preferences.settings
    assert (kept.appearance.language, kept.appearance.theme, kept.appearance.text_size) == ("en", "dark", "extra")
    assert kept.appearance.reduced_motion
    assert (kept.window.geometry, kept.folders.opened) == ("AAAA", "/in")


def test_choosing_the_same_language_changes_nothing(theme, tmp_path, qtbot):
    preferences = Preferences(Settings(), tmp_path / "settings.toml", TRANSLATIONS, theme)
    with qtbot.assertNotEmitted(preferences.language_changed):
        preferences.set_language("zh")


def test_what_cannot_be_saved_is_told_and_still_takes_effect(theme, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    preferences = Preferences(Settings(), blocked / "settings.toml", TRANSLATIONS, theme)
    told = []
    preferences.on_not_saved = told.append
    preferences.set_text_size("large")
    assert theme.size == "large"
    assert "设置" in str(told[0])


def test_a_size_for_one_sitting_is_not_kept(theme, tmp_path):
    preferences = Preferences(Settings(), tmp_path / "settings.toml", TRANSLATIONS, theme)
    preferences.set_text_size("large")
    preferences.try_text_size("extra")
    assert theme.size == "extra"
    assert preferences.settings.appearance.text_size == "large"
    preferences.end_sitting()
    assert theme.size == "large"

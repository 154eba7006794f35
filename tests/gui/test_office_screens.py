"""The screens of the beginning and of the settings show the states that matter."""

from quizapp.gui.office_screens import office_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in office_screens(stage)}
    assert {"first-start", "first-start-refused", "first-start-code", "organisers-door"} <= names
    assert {"settings", "settings-administrator", "settings-code", "settings-data"} <= names

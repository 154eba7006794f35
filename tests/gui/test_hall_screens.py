"""The screens of the hall show the states that matter."""

from quizapp.gui.hall_screens import hall_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in hall_screens(stage)}
    assert {"hall", "hall-outage", "hall-person", "hall-ended", "hall-departments", "hall-empty"} <= names
    assert {"hall-add-time", "hall-make-up", "hall-end"} <= names

"""The screens of marking show the states that matter."""

from quizapp.gui.marking_screens import marking_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in marking_screens(stage)}
    assert names == {"marking", "marking-fault", "marking-again", "marking-done", "marking-none"}

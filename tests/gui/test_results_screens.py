"""The screens of results show the states that matter."""

from quizapp.gui.results_screens import results_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in results_screens(stage)}
    assert {"results", "results-people", "results-missing", "results-reason", "results-open", "results-empty"} <= names
    assert {"attempt", "attempt-move", "manual"} <= names

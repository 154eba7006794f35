"""The staff's screens show the states that matter."""

from quizapp.gui.staff_screens import staff_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in staff_screens(stage)}
    assert {"sign-in", "sign-in-empty", "sign-in-pin", "rules", "review"} <= names
    assert {"my-page", "my-page-running", "my-page-year", "my-page-empty"} <= names
    assert {"take-single", "take-multiple", "take-true-false", "take-fill-blank"} <= names
    assert {"take-five-minutes", "take-not-saved", "take-end"} <= names
    assert {"outcome-passed", "outcome-failed", "outcome-hidden"} <= names

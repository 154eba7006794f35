"""The screens of practising show the states that matter."""

from quizapp.gui.practice_screens import practice_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in practice_screens(stage)}
    assert {"practise-home", "practise-home-done", "practise-topics"} <= names
    assert {"practise-single", "practise-right", "practise-wrong", "practise-blank-wrong", "practise-gone"} <= names
    assert {"practise-end", "practise-no-mistakes", "practise-done-today"} <= names

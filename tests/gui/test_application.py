"""One application a process, however often it is asked for."""

from quizapp.gui.application import make_application


def test_there_is_only_one(qapp):
    assert make_application() is qapp
    assert qapp.applicationName() == "QuizApp"

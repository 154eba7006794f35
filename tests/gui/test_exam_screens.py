"""The screens of the month and its tests show the states that matter."""

from quizapp.gui.exam_screens import exam_screens


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in exam_screens(stage)}
    assert {"month", "month-over", "month-next", "month-empty"} <= names
    assert {"exams", "exams-empty", "exams-close"} <= names
    assert {"exam-editor", "exam-editor-papers", "exam-editor-faults", "exam-editor-publish"} <= names
    assert {"exam-trial", "exam-print", "exam-window", "exam-add-due"} <= names

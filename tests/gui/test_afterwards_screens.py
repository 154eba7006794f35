"""The screens of what comes after a test show the states that matter."""

from quizapp.core.questions import Kind
from quizapp.gui.afterwards_screens import afterwards_screens, sample_sheet
from quizapp.gui.answer_sheet_html import sheet_document


def test_every_state_that_matters_is_shown(stage):
    names = {screen.name for screen in afterwards_screens(stage)}
    assert {"outcome-ranked", "outcome-again", "outcome-not-final"} <= names
    assert {"review-attempts", "review-wrong", "history", "history-marks", "history-empty"} <= names
    assert {"sheet-own", "sheets-organiser"} <= names


def test_the_printed_sheet_has_every_kind_and_a_picture(stage):
    sheet = sample_sheet(stage)
    assert {one.kind for one in sheet.questions} == set(Kind)
    assert sheet.pictures
    assert sheet_document(sheet).page_count > 1

"""What tests of practising on the screen share: a desk over a small bank, and answers to its questions."""

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.questions import Kind
from quizapp.gui.widgets.question_view import QuestionView

DAILY = PracticeChoice(PracticeMode.DAILY)
MISTAKES = PracticeChoice(PracticeMode.MISTAKES)


def choose(view: QuestionView, kind: Kind, *, is_right: bool) -> None:
    """Answer one of `tests.services.office.question` as a user does, by mouse or by typing."""
    if kind is Kind.FILL_BLANK:
        view.fields[0].setText("3" if is_right else "四")
        view.fields[0].textEdited.emit(view.fields[0].text())
        return
    if kind is Kind.TRUE_FALSE:
        view.options.cards[0 if is_right else 1].click()
        return
    wanted = ("乙" if kind is Kind.SINGLE else "甲丙") if is_right else "丁"
    for card in view.options.cards:
        if card.text()[-1] in wanted:
            card.click()

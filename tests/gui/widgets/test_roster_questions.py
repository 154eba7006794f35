"""Questions over a roster: each with its possible answers, the state beside it, many shown some at a time."""

import pytest

from quizapp.core.roster import RosterDoubt, RosterQuestion
from quizapp.gui.models.roster_choices import LEAVE_OUT, RosterChoices
from quizapp.gui.widgets.roster_questions import RosterQuestions
from tests.core.rosters import FINANCE, OFFICE, person, row
from tests.gui.reading import words_of

LI = person(2, "李四", FINANCE, number="0007", position="科员")
MOVED = RosterQuestion(row(3, "李四"), ("办公室",), OFFICE.id, RosterDoubt.MOVED, (LI,))
REPEATED = RosterQuestion(row(4, "王五"), ("办公室",), OFFICE.id, RosterDoubt.REPEATED, ())


@pytest.fixture
def choices() -> RosterChoices:
    return RosterChoices()


@pytest.fixture
def questions(theme, show, choices) -> RosterQuestions:
    made = show(RosterQuestions(theme, choices))
    made.set_questions([MOVED, REPEATED])
    return made


def test_each_says_who_the_row_is_and_who_it_may_be(questions):
    words = words_of(questions)
    assert "第 3 行：李四，办公室" in words
    assert "就是名册里的李四（财务科，编号 0007，科员）" in words
    assert "是另一个同名的人，新增" in words
    assert "是重复的一行，不导入" in words


def test_an_answer_is_kept_and_shown(questions, choices, qtbot):
    card = questions.cards[0]
    assert card.findChild(type(card._badge)).text == "待回答"
    with qtbot.waitSignal(questions.answered):
        card.buttons[0].click()
    assert choices.answers == {MOVED.row.key: LI.id}
    assert card._badge.text == "已回答"
    card.buttons[1].click()
    assert choices.answers == {MOVED.row.key: None}
    questions.cards[1].buttons[1].click()
    assert choices.answers[REPEATED.row.key] == LEAVE_OUT


def test_answers_given_before_are_shown_again(questions, choices):
    choices.answers[MOVED.row.key] = LI.id
    questions.set_questions([MOVED])
    assert [button.isChecked() for button in questions.cards[0].buttons] == [True, False, False]


def test_many_are_shown_some_at_a_time(questions, qtbot):
    many = [RosterQuestion(row(at, "李四"), ("办公室",), OFFICE.id, RosterDoubt.MOVED, (LI,)) for at in range(2, 42)]
    questions.set_questions(many)
    assert len(questions.cards) == 30
    questions.more_button.click()
    assert len(questions.cards) == 40
    assert not questions.more_button.isVisible()

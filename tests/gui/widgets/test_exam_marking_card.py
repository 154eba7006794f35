"""How questions are given out and marked."""

from dataclasses import replace

import pytest

from quizapp.core.grading import MultipleRule
from quizapp.gui.widgets.exam_marking_card import ExamMarkingCard
from tests.gui.exams import DEFINITION
from tests.gui.reading import words_of


@pytest.fixture
def card(theme, show) -> ExamMarkingCard:
    return show(ExamMarkingCard(theme, DEFINITION))


@pytest.mark.parametrize("rule", MultipleRule)
def test_a_definition_is_shown_and_read(card, rule):
    wanted = replace(
        DEFINITION,
        same_questions=False,
        shuffles_questions=False,
        shuffles_options=False,
        multiple_rule=rule,
        pass_points=72_50,
        excellent_points=95_00,
    )
    card.show_definition(wanted)
    assert card.applied_to(DEFINITION) == wanted
    card.show_definition(DEFINITION)
    assert card.applied_to(wanted) == DEFINITION


def test_every_rule_shows_its_formula(card):
    assert "选对个数 ÷ 正确选项个数" in words_of(card)
    assert "选对个数 ÷ 正确选项个数" in card.rules[MultipleRule.PART].accessibleName()


def test_edits_are_told(card, qtbot):
    for edit in (
        card.own.click,
        card.shuffles_options.click,
        card.rules[MultipleRule.HALF].click,
        lambda: card.passing.set_points(80_00),
    ):
        with qtbot.waitSignal(card.changed):
            edit()
    edited = card.applied_to(DEFINITION)
    assert (edited.same_questions, edited.shuffles_options) == (False, False)
    assert (edited.multiple_rule, edited.pass_points) == (MultipleRule.HALF, 80_00)

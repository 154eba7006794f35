"""Month, title, window, minutes and attempts: shown, edited, put into a definition."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.core.exams import AttemptsRule
from quizapp.gui.widgets.exam_basics_card import ExamBasicsCard, months_around
from tests.gui.exams import DEFINITION


@pytest.fixture
def card(theme, show) -> ExamBasicsCard:
    return show(ExamBasicsCard(theme, DEFINITION))


def test_a_definition_is_shown_and_read(card):
    assert card.applied_to(DEFINITION) == DEFINITION
    other = replace(
        DEFINITION,
        month="2026-04",
        title="四月测试",
        opens_at=DEFINITION.opens_at + timedelta(days=30),
        closes_at=DEFINITION.closes_at + timedelta(days=31),
        minutes=45,
        attempts_allowed=3,
        attempts_rule=AttemptsRule.LAST,
    )
    card.show_definition(other)
    assert card.applied_to(DEFINITION) == other


def test_edits_are_told_and_read(card, qtbot):
    with qtbot.waitSignal(card.changed):
        card.title.selectAll()
        card.title.insert("安全知识测试")
    with qtbot.waitSignal(card.changed):
        card.minutes.setValue(20)
    with qtbot.waitSignal(card.changed):
        card.month.choose("2026-05")
    edited = card.applied_to(DEFINITION)
    assert (edited.title, edited.minutes, edited.month) == ("安全知识测试", 20, "2026-05")


def test_which_attempt_counts_is_asked_where_there_are_several(card):
    assert not card.rule.isEnabled()
    card.attempts.setValue(2)
    assert card.rule.isEnabled()


def test_months_cross_the_year():
    assert months_around("2026-11")[0] == "2026-09"
    assert months_around("2026-11")[3:5] == ["2026-12", "2027-01"]

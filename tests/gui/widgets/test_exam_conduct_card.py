"""All rules of the room are off until switched on, and what depends on another switch follows it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.exams import ExamDefinition
from quizapp.gui.gallery import cut_texts
from quizapp.gui.widgets.exam_conduct_card import ExamConductCard
from tests.gui.reading import words_of

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PLAIN = ExamDefinition("2026-03", "三月测试", NOW, NOW + timedelta(days=1), ())


@pytest.fixture
def card(show, theme):
    return show(ExamConductCard(theme, PLAIN))


def test_nothing_is_on_at_first(card):
    assert card.applied_to(PLAIN) == PLAIN
    assert not card.limits.isEnabled() and not card.allowed.isEnabled()
    assert "都不选也可以考试" in words_of(card) and "输入法、锁屏和睡眠不算" in words_of(card)


def test_each_switch_is_told_and_taken(card, qtbot):
    with qtbot.waitSignal(card.changed):
        card.full_screen.click()
    card.records.click()
    card.limits.click()
    with qtbot.waitSignal(card.changed):
        card.allowed.setValue(5)
    wanted = replace(PLAIN, is_full_screen=True, records_leaving=True, leavings_allowed=5)
    assert card.applied_to(PLAIN) == wanted


def test_without_a_record_there_is_no_limit(card):
    card.show_definition(replace(PLAIN, records_leaving=True, leavings_allowed=4))
    assert card.allowed.value() == 4
    card.records.click()
    assert not card.allowed.isEnabled()
    assert card.applied_to(PLAIN) == PLAIN


@pytest.mark.parametrize("definition", [PLAIN, replace(PLAIN, is_full_screen=True, records_leaving=True)])
def test_what_is_shown_is_what_was_given(card, definition):
    card.show_definition(definition)
    assert card.applied_to(PLAIN) == definition


def test_nothing_is_cut_at_the_largest_text(card, theme, qtbot):
    theme.use(size="extra")
    qtbot.waitUntil(lambda: cut_texts(card) == [])

"""What people see afterwards, and what they read before."""

from dataclasses import replace

import pytest

from quizapp.core.exams import ReviewContent, ReviewFrom
from quizapp.gui.widgets.exam_review_card import ExamReviewCard
from tests.gui.exams import DEFINITION


@pytest.fixture
def card(theme, show) -> ExamReviewCard:
    return show(ExamReviewCard(theme, DEFINITION))


@pytest.mark.parametrize("content", ReviewContent)
@pytest.mark.parametrize("start", ReviewFrom)
def test_a_definition_is_shown_and_read(card, content, start):
    wanted = replace(
        DEFINITION,
        shows_score_at_once=False,
        shows_own_rank=content is ReviewContent.ANSWERS,
        review_content=content,
        review_from=start,
        instructions="请独立作答。\n手机静音。",
    )
    card.show_definition(wanted)
    assert card.applied_to(DEFINITION) == wanted


def test_where_only_the_score_is_shown_nothing_begins(card, qtbot):
    with qtbot.waitSignal(card.changed):
        card.content.choose(ReviewContent.SCORE_ONLY)
    assert not card.review_from.isEnabled()


def test_tab_leaves_the_field_of_many_lines(card, qtbot):
    assert card.instructions.tabChangesFocus()
    with qtbot.waitSignal(card.changed):
        card.instructions.setPlainText("开卷。")


def test_the_own_rank_is_a_tick(card, qtbot):
    assert not card.own_rank.isChecked()
    with qtbot.waitSignal(card.changed):
        card.own_rank.click()
    assert card.applied_to(DEFINITION).shows_own_rank

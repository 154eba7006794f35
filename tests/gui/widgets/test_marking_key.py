"""The points of the key with a sign for each that is said; the share is only told."""

import pytest

from quizapp.core.key_points import key_points
from quizapp.gui.widgets.marking_key import MarkingKey
from quizapp.services.answer_marking import QuestionToMark

KEY = "请坐倒水；耐心听完；记下要点"
QUESTION = QuestionToMark(1, "怎样接待？", KEY, 10_00, key_points(KEY), (), 0)


@pytest.fixture
def card(show, theme) -> MarkingKey:
    return show(MarkingKey())


def test_what_is_said_has_another_sign_than_what_is_not(card):
    card.show_key(QUESTION, {0, 2})
    assert card.lines == ["√ 请坐倒水", "○ 耐心听完", "√ 记下要点"]
    assert "3 个要点，找到 2 个。按比例是 6.5 分" in card.suggestion


def test_another_question_replaces_the_former(card):
    card.show_key(QUESTION, {0})
    card.show_key(QUESTION, ())
    assert card.lines == ["○ 请坐倒水", "○ 耐心听完", "○ 记下要点"]
    assert "按比例是 0 分" in card.suggestion

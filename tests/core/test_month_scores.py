"""Scores of a month file come from the responses; a score that the file claims is only compared."""

import pytest

from quizapp.core.grading import MultipleRule
from quizapp.core.month_scores import grade_attempt, grade_month
from quizapp.core.read_month import read_month
from quizapp.errors import UserError
from tests.services.month_json import content, faults, month


def test_scores_by_hand() -> None:
    graded = grade_month(read_month(content(month())))
    assert [[(one.score, one.answered, one.right) for one in attempts] for attempts in graded] == [
        [(100_00, 4, 4)], [(12_50, 3, 0)], [], [], [], [],
    ]  # fmt: skip
    assert graded[1][0].earned == (0, 0, 0, 12_50)  # one blank of two is right


def test_the_rule_of_the_test_marks_multiple_answers() -> None:
    document = month()
    document["exam"]["multiple_rule"] = "half"
    read = read_month(content(document))
    attempt = read.people[1].attempts[0]  # ticked one of two
    for rule, earned in ((MultipleRule.HALF, 12_50), (MultipleRule.EXACT, 0), (MultipleRule.PART, 12_50)):
        assert grade_attempt(attempt, read.exam.papers[0], read.questions, rule).earned[1] == earned
    assert grade_month(read)[1][0].score == 25_00


def test_a_claimed_score_that_is_not_earned_is_refused() -> None:
    document = month()
    document["people"][0]["attempts"][0]["score"] = 86.5
    document["people"][1]["attempts"][0]["score"] = 12.5
    with pytest.raises(UserError) as refused:
        grade_month(read_month(content(document)))
    assert faults(str(refused.value)) == ["people[0].attempts[0].score：写的是 86.5 分，按作答计算是 100 分。"]

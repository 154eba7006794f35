"""A person's own result in words that hold for every rule of a test."""

from dataclasses import replace

import pytest

from quizapp.core.desk import ReviewRight
from quizapp.core.exams import AttemptsRule, ReviewContent, ReviewFrom
from quizapp.core.monthly import Grade, Marks, Status
from quizapp.core.own_results import AttemptPlace, OwnRank, OwnResult, Ranking, RankState
from quizapp.gui.result_words import (
    GRADE_MARKS,
    facts_of,
    grade_of,
    place_words,
    rank_words,
    review_words,
    status_tone,
    status_words,
    time_words,
)
from tests.gui.pages.test_outcome import OUTCOME

RESULT = OwnResult(1, "2026-03", "三月测试", Status.SAT, 86_00, Marks(100_00, 60_00, 90_00), attempt_id=7)


def test_time_is_told_of_the_time_given():
    assert time_words(725, 1800) == "12 分 5 秒（可用 30 分钟）"
    assert time_words(725, 1830) == "12 分 5 秒（可用 30 分 30 秒）"
    assert time_words(725, 0) == "12 分 5 秒"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (AttemptPlace(2, 3), "第 2 次，最多 3 次，取最高分"),
        (AttemptPlace(2, 3, counting_number=2), "第 2 次，最多 3 次，取最高分；这一次计入成绩"),
        (AttemptPlace(2, 3, AttemptsRule.FIRST, 1), "第 2 次，最多 3 次，取第一次；计入成绩的是第 1 次"),
        (AttemptPlace(2, 3, counting_number=1, counting_score=86_50),
         "第 2 次，最多 3 次，取最高分；计入成绩的是第 1 次（86.5 分）"),
    ],
)  # fmt: skip
def test_which_attempt_counts(place, words):
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("ranking", "words"),
    [
        (Ranking(), ""),
        (Ranking(RankState.LATER), "考试结束后公布"),
        (Ranking(RankState.WAITING), "还有人没有成绩，全部评完后公布"),
        (Ranking(RankState.UNRANKED), "不参加排名"),
        (Ranking(RankState.KNOWN, OwnRank(3, 120, 1, 12)), "全部 120 人中第 3 名，本科室（单位）12 人中第 1 名"),
    ],
)
def test_the_own_rank(ranking, words):
    assert rank_words(ranking) == words


@pytest.mark.parametrize(
    ("content", "since", "may", "words"),
    [
        (ReviewContent.SCORE_ONLY, ReviewFrom.WINDOW_CLOSED, False, "只公布成绩，不开放答卷"),
        (ReviewContent.ANSWERS, ReviewFrom.WINDOW_CLOSED, True, "现在可以查看，有答案和解析"),
        (ReviewContent.RIGHT_WRONG, ReviewFrom.WINDOW_CLOSED, True, "现在可以查看每题对错，不给答案"),
        (ReviewContent.ANSWERS, ReviewFrom.EXAM_CLOSED, False, "组织者结束考试后可以查看，有答案和解析"),
        (ReviewContent.RIGHT_WRONG, ReviewFrom.EXAM_CLOSED, False, "组织者结束考试后可以查看每题对错"),
    ],
)
def test_what_may_be_looked_at_and_from_when(content, since, may, words):
    outcome = replace(OUTCOME, review=ReviewRight(content, since), may_review=may)
    assert review_words(outcome) == words


def test_the_moment_is_named_where_it_is_known():
    assert review_words(OUTCOME).endswith(" 后可以查看，有答案和解析")
    only_right = replace(OUTCOME, review=ReviewRight(ReviewContent.RIGHT_WRONG))
    assert review_words(only_right).endswith(" 后可以查看每题对错")


def test_facts_are_those_that_matter():
    assert [name for name, _words in facts_of(OUTCOME)] == ["用时", "答题", "答卷"]
    full = replace(OUTCOME, place=AttemptPlace(1, 2), ranking=Ranking(RankState.LATER))
    assert [name for name, _words in facts_of(full)] == ["用时", "答题", "次数", "名次", "答卷"]
    assert [name for name, _words in facts_of(full, is_trial=True)] == ["用时", "答题"]


def test_grades_differ_by_sign():
    grades = [
        grade_of(replace(OUTCOME, is_passed=passed, is_excellent=excellent))
        for passed, excellent in ((True, True), (True, False), (False, False), (None, None))
    ]
    assert grades == [Grade.EXCELLENT, Grade.PASSED, Grade.FAILED, None]
    assert len(set(GRADE_MARKS.values())) == len(Grade)


@pytest.mark.parametrize(
    ("change", "word", "tone"),
    [
        ({}, "合格", "good"),
        ({"score": 59_99}, "不合格", "bad"),
        ({"score": None}, "未公布", "neutral"),
        ({"score": None, "attempt_id": None}, "作答中", "neutral"),
        ({"score": None, "is_unmarked": True}, "待阅卷", "warn"),
        ({"score": None, "status": Status.ABSENT}, "缺考", "bad"),
        ({"score": None, "status": Status.DEFERRED}, "缓考", "neutral"),
        ({"score": None, "status": Status.EXEMPT}, "免考", "neutral"),
    ],
)
def test_a_month_in_a_word(change, word, tone):
    result = replace(RESULT, **change)
    assert (status_words(result), status_tone(result)) == (word, tone)

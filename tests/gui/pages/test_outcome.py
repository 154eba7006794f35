"""The outcome says what it means in one line, and offers the review only when it may be seen."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quizapp.core.desk import Outcome
from quizapp.core.own_results import AttemptPlace, OwnRank, Ranking, RankState
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.marks import Mark
from tests.gui.reading import words_of

OUTCOME = Outcome(
    1, 7, "三月测试", 86_50, 100_00, True, False, 725, 24, 25, False, False, datetime(2026, 3, 4, 9, 30, tzinfo=UTC), 0
)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {},
            [
                "86.5 分",
                "成绩已经记录，感谢参加。",
                "12 分 5 秒",
                "已答 24 题，共 25 题，未答 1 题",
                "后可以查看，有答案和解析",
            ],
        ),
        ({"score": 40_00, "is_passed": False}, ["40 分", "是否补考"]),
        ({"score": None, "is_passed": None, "is_excellent": None}, ["已交卷", "成绩将在考试结束后公布。"]),
        ({"was_expired": True}, ["时间到，已自动交卷"]),
        ({"attempts_left": 2}, ["还可以再考 2 次。"]),
        ({"score": None, "is_passed": None, "is_excellent": None, "unmarked": 2}, ["已交卷", "有 2 道简答题待阅"]),
        ({"place": AttemptPlace(2, 3, counting_number=1, counting_score=90_00)}, ["计入成绩的是第 1 次（90 分）"]),
        ({"ranking": Ranking(RankState.KNOWN, OwnRank(3, 120, 1, 12))}, ["全部 120 人中第 3 名", "12 人中第 1 名"]),
        ({"ranking": Ranking(RankState.LATER)}, ["考试结束后公布"]),
    ],
)
def test_what_it_says(show, doors, change, words):
    page = show(OutcomePage(doors, replace(OUTCOME, **change)))
    for part in words:
        assert part in words_of(page)
    assert ("名次" in words_of(page)) == ("ranking" in change)
    assert not page.review_button.isVisible()


@pytest.mark.parametrize(
    ("change", "badges"),
    [
        ({}, [("合格", Mark.CHECK)]),
        ({"is_excellent": True}, [("优秀", Mark.STAR)]),
        ({"is_passed": False}, [("不合格", Mark.CROSS)]),
        ({"score": None, "is_passed": None, "unmarked": 1}, [("待阅卷，不是最终成绩", Mark.ALERT)]),
        ({"score": None, "is_passed": None}, []),
    ],
)
def test_the_grade_has_a_word_and_a_sign(show, doors, change, badges):
    page = show(OutcomePage(doors, replace(OUTCOME, **change)))
    assert [(one.text, one.mark) for one in page.findChildren(Badge)] == badges


def test_ways_on(show, doors, qtbot):
    page = show(OutcomePage(doors, replace(OUTCOME, may_review=True)))
    with qtbot.waitSignal(page.review_wanted) as wanted:
        page.review_button.click()
    assert wanted.args == [7]
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_a_trial_promises_no_record(show, doors):
    words = words_of(show(OutcomePage(doors, OUTCOME, is_trial=True)))
    assert "这是试做，没有留下任何记录。" in words
    assert "成绩已经记录" not in words
    assert "结束试做" in words


def test_answers_to_be_marked_are_told_and_no_score_is_shown(show, doors):
    outcome = replace(OUTCOME, score=None, is_passed=None, is_excellent=None, unmarked=2)
    words = words_of(show(OutcomePage(doors, outcome)))
    assert "有 2 道简答题待阅，阅完后才有成绩。" in words
    assert "成绩将在" not in words

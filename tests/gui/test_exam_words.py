"""Tests and people in the words of pages and questions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.core.exams import ExamDefinition, ExamState
from quizapp.gui.exam_words import (
    Step,
    close_words,
    days_words,
    due_words,
    next_step,
    publish_words,
    state_words,
    window_words,
)
from quizapp.services.due_lists import DueCount
from quizapp.services.exams import ExamSummary
from tests.gui.exams import DEFINITION

OPENS, CLOSES = DEFINITION.opens_at, DEFINITION.closes_at
HOUR = timedelta(hours=1)


def summary(state: ExamState, *, unsettled: int = 0) -> ExamSummary:
    return ExamSummary(1, "2026-03", "三月测试", state, OPENS, CLOSES, due=9, sat=4, running=0, unsettled=unsettled)


@pytest.mark.parametrize(
    ("state", "unsettled", "now", "word"),
    [
        (ExamState.DRAFT, 0, OPENS, "草稿"),
        (ExamState.PUBLISHED, 0, OPENS - HOUR, "未开放"),
        (ExamState.PUBLISHED, 0, OPENS, "进行中"),
        (ExamState.PUBLISHED, 0, CLOSES, "时间已到"),
        (ExamState.CLOSED, 3, CLOSES + HOUR, "待核实"),
        (ExamState.CLOSED, 0, CLOSES + HOUR, "已结束"),
    ],
)
def test_a_state_is_a_word(state, unsettled, now, word):
    assert state_words(summary(state, unsettled=unsettled), now)[0] == word


def test_a_window_has_both_ends():
    assert " 至 " in window_words(OPENS, CLOSES)


def test_a_test_of_one_day_names_it_once():
    assert "至" in days_words(OPENS, CLOSES)
    assert "至" not in days_words(OPENS, OPENS + HOUR)


def test_nobody_due_is_said():
    assert due_words([]) == "现在没有人应考。"


def test_of_many_departments_the_first_are_named():
    words = due_words([DueCount(f"第{number}科", 2, (("通用卷", 2),)) for number in range(1, 21)])
    assert words.startswith("应考 40 人：第1科 2、第2科 2")
    assert words.endswith("等 20 个科室（单位）")
    assert "第13科" not in words


def test_publishing_names_departments_and_papers():
    due = [DueCount("办公室", 5, (("通用卷", 5),)), DueCount("车队", 9, (("驾驶员卷", 8), ("通用卷", 1)))]
    definition = ExamDefinition("2026-03", "三月测试", OPENS, CLOSES, ())
    words = publish_words(definition, due)
    assert words.startswith(f"开放时间：{window_words(OPENS, CLOSES)}，每人 30 分钟。")
    assert "应考 14 人：办公室 5、车队 9" in words
    assert "试卷：通用卷 6 人、驾驶员卷 8 人" in words
    assert "试卷" not in publish_words(definition, due[:1])


def test_closing_names_who_has_not_sat():
    words = close_words([("办公室", "张三"), ("办公室", "李四"), ("车队", "王五")], running=0)
    assert "还有 3 人没有参加：办公室 张三、李四；车队 王五" in words
    assert "待核实" in words


def test_closing_says_who_is_still_writing():
    words = close_words([], running=2)
    assert "应考人员都已参加。" in words
    assert "2 人正在作答" in words


def test_of_many_people_the_first_are_named():
    words = close_words([("办公室", f"第{number}人") for number in range(1, 31)], running=0)
    assert "第20人 等" in words
    assert "第21人" not in words


def test_answers_to_be_marked_come_after_people_to_be_settled():
    waiting = replace(summary(ExamState.CLOSED), unmarked=3)
    assert state_words(waiting, CLOSES + HOUR) == ("待阅卷", "warn")
    assert next_step(waiting, CLOSES + HOUR)[:2] == (Step.MARK, "批阅 3 份简答")
    assert next_step(replace(waiting, unsettled=1), CLOSES + HOUR)[0] is Step.SETTLE
    assert next_step(replace(waiting, unmarked=0), CLOSES + HOUR)[0] is Step.EXPORT

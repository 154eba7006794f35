"""Questions in words, and what differs between two of them."""

from dataclasses import replace
from datetime import date

import pytest

from quizapp.core.pictures import Picture
from quizapp.core.question_facts import FieldChange, changes, facts, key_text, kind_text
from quizapp.core.questions import Difficulty, Kind, Option, Question

OPTIONS = (Option("三声"), Option("五声"), Option("七声"))
SINGLE = Question(Kind.SINGLE, "几声之内接听？", (1,), OPTIONS)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (SINGLE, "B"),
        (replace(SINGLE, kind=Kind.MULTIPLE, key=(0, 2)), "AC"),
        (Question(Kind.TRUE_FALSE, "对吗？", True), "正确"),
        (Question(Kind.TRUE_FALSE, "对吗？", False), "错误"),
        (Question(Kind.FILL_BLANK, "____先伸手，____秒", (("位尊者", "尊者"), ("三",))), "位尊者；尊者 | 三"),
        (Question(Kind.SHORT_ANSWER, "怎样做？", "请坐倒水"), "请坐倒水"),
        (replace(SINGLE, key=()), ""),
    ],
)
def test_the_key_in_a_few_letters(question, text):
    assert key_text(question) == text


def test_all_fields_in_words():
    question = replace(
        SINGLE, explanation="不必久等", category="电话", knowledge_point="接听", difficulty=Difficulty.EASY,
        source="惯例", reviewed_on=date(2026, 3, 1),
    )  # fmt: skip
    assert facts(question) == [
        ("题型", "单选题"), ("题干", "几声之内接听？"), ("选项", "A. 三声\nB. 五声\nC. 七声"), ("答案", "B. 五声"),
        ("解析", "不必久等"), ("分类", "电话"), ("知识点", "接听"), ("难度", "易"), ("依据", "惯例"),
        ("复核日期", "2026-03-01"), ("图片", ""),
    ]  # fmt: skip


def test_only_what_differs_is_a_change():
    after = replace(SINGLE, key=(0,), category="电话礼仪")
    assert changes(SINGLE, after) == [
        FieldChange("答案", "B. 五声", "A. 三声"),
        FieldChange("分类", "", "电话礼仪"),
    ]
    assert changes(SINGLE, SINGLE) == []


def test_a_key_that_points_nowhere_is_left_out():
    assert dict(facts(replace(SINGLE, key=(1, 7))))["答案"] == "B. 五声"


def test_pictures_are_told_by_place_and_apart_by_digits():
    shown = replace(SINGLE, options=(Option(""), *OPTIONS[1:]), pictures=(Picture("abcdef01"), Picture("123456ff", 0)))
    said = dict(facts(shown))
    assert said["选项"].startswith("A. （图片）\nB. 五声")
    assert said["图片"] == "题干：图片 abcdef\n选项 A：图片 123456"
    other = replace(shown, pictures=(Picture("bbbbbb01"), Picture("123456ff", 0)))
    assert [change.label for change in changes(shown, other)] == ["图片"]


def test_any_order_is_said_with_kind_and_key():
    fixed = Question(Kind.FILL_BLANK, "____和____", (("甲",), ("乙",)))
    loose = replace(fixed, any_order=True)
    assert (kind_text(fixed), kind_text(loose)) == ("填空题", "填空题（顺序不限）")
    assert key_text(loose) == "甲 | 乙（顺序不限）"
    assert changes(fixed, loose) == [FieldChange("答案", "甲 | 乙", "甲 | 乙（顺序不限）")]

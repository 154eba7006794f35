"""Kinds as they are declared, and as they follow from options and keys."""

from collections import Counter

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.kinds import (
    CHOICE,
    declared_kind,
    inferred_kind,
    is_section_title,
    is_truth_pair,
    kind_in_name,
    understand_kinds,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("单选", Kind.SINGLE),
        (" 单项选择题 ", Kind.SINGLE),
        ("【多选题】", Kind.MULTIPLE),
        ("不定项选择", Kind.MULTIPLE),
        ("是非题", Kind.TRUE_FALSE),
        ("True/False", Kind.TRUE_FALSE),
        ("填空题", Kind.FILL_BLANK),
        ("Fill-in-the-Blank", Kind.FILL_BLANK),
        ("问答题", Kind.SHORT_ANSWER),
        ("论述", Kind.SHORT_ANSWER),
        ("选择题", CHOICE),
        ("Multiple Choice", CHOICE),
        ("required", None),
        ("", None),
    ],
)
def test_words_that_declare_a_kind(text: str, kind: Kind | None) -> None:
    assert declared_kind(text) == kind


@pytest.mark.parametrize("kind", list(Kind))
def test_our_own_names_declare_their_kinds(kind: Kind) -> None:
    assert declared_kind(kind.label) is kind


def test_a_name_that_speaks_of_one_kind() -> None:
    assert kind_in_name("多选题（2026）") is Kind.MULTIPLE
    assert kind_in_name("单选和判断") is None
    assert kind_in_name("Sheet1") is None


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("一、单选题（每题 2 分）", True),
        ("第二部分：判断题", True),
        ("简答题", True),
        ("判断题要看清楚题干再作答。", False),
        ("三、接待来宾的礼仪", False),
    ],
)
def test_titles_between_questions(text: str, is_title: bool) -> None:
    assert is_section_title(text) is is_title


@pytest.mark.parametrize(
    ("stem", "options", "key", "kind"),
    [
        ("题干", ("甲", "乙"), "A", Kind.SINGLE),
        ("题干", ("正确", "错误"), "A", Kind.TRUE_FALSE),
        ("题干", ("错", "对"), "B", Kind.TRUE_FALSE),
        ("题干", (), "√", Kind.TRUE_FALSE),
        ("题干", (), "错误", Kind.TRUE_FALSE),
        ("题干", (), "错，见规定", Kind.TRUE_FALSE),
        ("握手约____秒", (), "三", Kind.FILL_BLANK),
        ("明辨____", (), "是，非", Kind.FILL_BLANK),
        ("什么是礼仪？", (), "尊重", Kind.SHORT_ANSWER),
        ("题干", (), "AC", None),
        ("题干", (), "T", None),
    ],
)
def test_options_and_key_speak_for_a_kind(stem: str, options: tuple[str, ...], key: str, kind: Kind | None) -> None:
    assert inferred_kind(stem, options, key) is kind


def test_a_pair_of_true_and_false() -> None:
    assert is_truth_pair(("是", "否"))
    assert not is_truth_pair(("是", "是"))
    assert not is_truth_pair(("能", "不能"))
    assert not is_truth_pair(("对", "错", "不知道"))


def test_a_column_of_other_words_is_no_kind_column() -> None:
    column = understand_kinds("type", {"required": 5, "quick": 3, "": 9}, {})
    assert not column.is_used


def test_a_column_with_one_strange_word_is_one() -> None:
    column = understand_kinds("题型", {"单选题": 5, "连线题": 1}, {})
    assert column.is_used
    assert column.declared("单选题") is Kind.SINGLE
    assert column.declared("连线题") is None


def test_codes_mean_what_the_heading_says() -> None:
    column = understand_kinds("题型（0单选，1判断，2多选）", {"0": 3, "1": 3}, {})
    assert [column.declared(code) for code in "012"] == [Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE]
    assert not column.are_codes_deduced


def test_codes_without_an_explanation_mean_what_their_rows_are() -> None:
    votes = {"0": Counter({Kind.SINGLE: 99, Kind.MULTIPLE: 1}), "1": Counter({Kind.MULTIPLE: 40})}
    column = understand_kinds("类型", {"0": 100, "1": 40}, votes)
    assert column.are_codes_deduced
    assert [column.declared(code) for code in "01"] == [Kind.SINGLE, Kind.MULTIPLE]


@pytest.mark.parametrize(
    "votes",
    [
        {"0": Counter({Kind.SINGLE: 6, Kind.MULTIPLE: 4})},
        {"0": Counter({Kind.SINGLE: 6}), "1": Counter({Kind.SINGLE: 4})},
        {},
    ],
)
def test_codes_that_could_mean_anything_are_not_used(votes: dict[str, Counter[Kind]]) -> None:
    assert not understand_kinds("类型", {"0": 10, "1": 4}, votes).is_used


def test_notes_above_the_headings_explain_codes_unless_the_rows_speak_against_them() -> None:
    notes = "试题类型只能是 1-2，1单选题2多选题"
    counts = {"1": 1, "2": 1}
    found = understand_kinds("题型", counts, {"2": Counter({Kind.MULTIPLE: 1})}, said_above=notes)
    assert (found.codes, found.are_codes_deduced) == ({"1": Kind.SINGLE, "2": Kind.MULTIPLE}, False)
    against = understand_kinds("题型", counts, {"1": Counter({Kind.MULTIPLE: 9})}, said_above=notes)
    assert not against.is_used


@pytest.mark.parametrize("options", [("1", "0"), ("x", "y"), ("OK", "NO"), ("t", "f"), ("同意", "不同意")])
def test_options_that_may_be_words_of_their_own_stay_options(options: tuple[str, str]) -> None:
    assert inferred_kind("坐标系的横轴叫", options, "A") is Kind.SINGLE
    assert inferred_kind("对吗？", ("对", "错"), "A") is Kind.TRUE_FALSE

"""Blanks in any order: how files say it, and what is not taken for it."""

import time

import pytest

from quizapp.core.questions import Kind, Question
from quizapp.excel.any_order import ordered, without_order
from quizapp.excel.kinds import declared_kind
from tests.excel.made_books import bank

HEADINGS = ["题型", "题干", "答案"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("甲|乙（顺序可颠倒）", "甲|乙"),
        ("甲；乙 [不分先后]", "甲；乙"),
        ("甲、乙，顺序不限。", "甲、乙"),
        ("甲、乙（答案顺序不限）", "甲、乙"),
        ("甲|乙（先后次序不限均可）", "甲|乙"),
        ("甲|乙（次序任意）", "甲|乙"),
        ("甲|乙（不分先后顺序）", "甲|乙"),
        ("甲|乙 (in any order)", "甲|乙"),
        ("填空题（顺序不限）", "填空题"),
        ("顺序不限", ""),
    ],
)
def test_the_words_for_it_are_taken_away(text: str, bare: str) -> None:
    assert without_order(text) == (bare, bare != text)


@pytest.mark.parametrize(
    "text", ["按先后顺序", "顺序", "有序推进", "不限于此", "顺序不限于两种的", "先进|先锋", "order"]
)
def test_other_words_stay(text: str) -> None:
    assert without_order(text) == (text, False)


def test_a_kind_with_the_remark_is_that_kind() -> None:
    assert declared_kind("填空题（顺序不限）") is Kind.FILL_BLANK
    assert declared_kind("填空题(不分先后)") is Kind.FILL_BLANK


@pytest.mark.parametrize(
    ("kind", "stem", "key"),
    [
        ("填空题（顺序不限）", "____和____", "甲|乙"),
        ("填空题", "____和____", "甲|乙（顺序可颠倒）"),
        ("填空题", "____和____", "甲（顺序可颠倒）|乙（顺序可颠倒）"),
        ("填空题", "____和____（顺序不限）", "甲|乙"),
        ("填空题", "____和____", "甲；乙（不分先后）"),
        ("填空题", "____和____", "甲、乙，顺序不限"),
        ("填空题", "____和____", "甲；乙；顺序不限"),
        (None, "____和____", "甲、乙（顺序不限）"),
    ],
)
def test_rows_that_say_it(kind: str | None, stem: str, key: str) -> None:
    (item,) = bank([kind, stem, key], headings=HEADINGS).items
    question = item.question
    assert (question.kind, question.key, question.any_order) == (Kind.FILL_BLANK, (("甲",), ("乙",)), True)
    assert question.stem == stem


@pytest.mark.parametrize(
    ("kind", "stem", "key", "expected"),
    [
        ("填空题", "____和____", "甲|乙", (("甲",), ("乙",))),
        ("填空题", "只有____", "甲；乙（顺序不限）", (("甲", "乙"),)),
        ("简答题", "有哪些？", "甲；乙（顺序不限）", "甲；乙（顺序不限）"),
    ],
)
def test_rows_in_which_there_is_no_order_to_be_free(kind: str, stem: str, key: str, expected: object) -> None:
    (item,) = bank([kind, stem, key], headings=HEADINGS).items
    assert (item.question.key, item.question.any_order) == (expected, False)


def test_pieces_that_do_not_fit_the_blanks_are_left_as_they_stand() -> None:
    question = Question(Kind.FILL_BLANK, "____、____和____", (("甲、乙（顺序不限）",),))
    assert ordered(question, is_said=False).key == (("甲、乙",),)


def test_a_cell_of_nothing_but_spaces_and_a_hint_takes_no_time() -> None:
    long = "序" + " " * 200_000 + "，" * 200_000 + "（" * 50_000
    start = time.perf_counter()
    assert without_order(long) == (long, False)
    assert time.perf_counter() - start < 5  # quadratic, it would be hours

"""Letters before options: layout or content."""

import pytest

from quizapp.excel.option_labels import (
    carries_labels,
    is_labelled,
    is_own,
    may_be_labelled,
    without_labels,
    without_own_labels,
)


@pytest.mark.parametrize(
    "options",
    [
        ["A、甲", "B、乙"],
        ["A.甲", "B．乙"],
        ["(A)甲", "（B）乙"],
        ["a) 甲", "b) 乙"],
        ["A 甲", "B 乙"],
        ["Ａ：甲", "Ｂ：乙"],
        ["A-甲", "", "C-丙"],
    ],
)
def test_labels_are_taken_off(options: list[str]) -> None:
    assert [text[-1:] for text in without_labels(options)] == [text[-1:] for text in options]
    assert all(len(text) <= 1 for text in without_labels(options))


@pytest.mark.parametrize(
    "options", [["A级", "B级"], ["B、乙", "A、甲"], ["A、甲", "乙"], ["A", "B"], ["Apple", "Banana"]]
)
def test_letters_that_are_content_stay(options: list[str]) -> None:
    assert not is_labelled(options)
    assert without_labels(options) == options


def test_most_rows_decide_for_the_table() -> None:
    labelled, bare = ["A、甲", "B、乙"], ["甲", "乙"]
    assert carries_labels([labelled, labelled, bare])
    assert not carries_labels([labelled, bare])
    assert not carries_labels([])


def test_the_quick_look_agrees_with_the_long_one() -> None:
    assert may_be_labelled("A、甲")
    assert may_be_labelled("（A）甲")
    assert not may_be_labelled("甲")
    assert not may_be_labelled("")


def test_letters_before_some_options_only() -> None:
    assert without_own_labels(["甲", "乙", "C. 丙", "D．丁"]) == ["甲", "乙", "丙", "丁"]


@pytest.mark.parametrize("options", [["甲", "B.乙"], ["A级", "B级"], ["B. 甲", "A. 乙"], ["A.1", "B.2"]])
def test_what_may_be_content_stays(options: list[str]) -> None:
    assert without_own_labels(options) == options


def test_own_letters_in_any_width_and_case() -> None:
    assert is_own("ｂ", 1)
    assert not is_own("B", 0)

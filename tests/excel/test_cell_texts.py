"""Difficulties, dates and keys that show, in single cells."""

from datetime import date

import pytest

from quizapp.core.questions import Difficulty, Kind, Option, Question
from quizapp.excel.cell_texts import read_date, read_difficulty, shown_key_in


@pytest.mark.parametrize(
    ("text", "difficulty"),
    [
        ("易", Difficulty.EASY),
        ("简单", Difficulty.EASY),
        ("中等", Difficulty.MEDIUM),
        (" 一般 ", Difficulty.MEDIUM),
        ("较难", Difficulty.HARD),
        ("难题", Difficulty.HARD),
        ("", Difficulty.UNRATED),
    ],
)
def test_difficulties_in_words(text: str, difficulty: Difficulty) -> None:
    strange: set[str] = set()
    assert read_difficulty(text, strange) is difficulty
    assert not strange


def test_numbers_are_no_difficulties() -> None:
    strange: set[str] = set()
    assert read_difficulty("0.7", strange) is Difficulty.UNRATED
    assert strange == {"0.7"}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-01",
        "2026/11/1",
        "2026年11月1日",
        "2026.11",
        "2026.11.1",
        "2026年11月",
        "２０２６－１１－０１",
        "2026-11-01 00:00",
    ],
)
def test_dates_in_all_spellings(text: str) -> None:
    assert read_date(text) == date(2026, 11, 1)


@pytest.mark.parametrize("text", ["2026", "2026.1", "11月1日", "2026-13-01", "2026-02-30", "去年", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def question(stem: str, key: tuple[int, ...] = (0, 1)) -> Question:
    return Question(Kind.MULTIPLE, stem, key, tuple(map(Option, "甲乙丙")))


@pytest.mark.parametrize(
    ("stem", "is_shown"),
    [
        ("下列正确的是（AB）。", True),
        ("下列正确的是( b、a )。", True),
        ("下列正确的是（ＡＢ）。", True),
        ("下列正确的是（A）。", False),
        ("下列正确的是（ ）。", False),
        ("会议室（B 座）在哪里", False),
    ],
)
def test_a_key_that_shows_in_the_stem(stem: str, is_shown: bool) -> None:
    assert shown_key_in(question(stem)) is is_shown

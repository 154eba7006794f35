"""Difficulties, dates and keys that show, in single cells."""

from datetime import date

import pytest

from quizapp.core.questions import Difficulty, Kind, Option, Question
from quizapp.excel.cell_texts import has_numbered_blanks, key_in_stem, may_show_key, read_date, read_difficulty


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
    ("stem", "without", "key", "agrees"),
    [
        ("下列正确的是（AB）。", "下列正确的是（）。", "AB", True),
        ("下列正确的是( B、A )。", "下列正确的是()。", "AB", True),
        ("下列正确的是（ＡＢ）。", "下列正确的是（）。", "AB", True),
        ("下列正确的是（A）。", "下列正确的是（）。", "A", False),
    ],
)
def test_a_key_that_shows_in_the_stem(stem: str, without: str, key: str, agrees: bool) -> None:
    shown = key_in_stem(question(stem))
    assert may_show_key(stem)
    assert (shown.stem, shown.key, shown.agrees) == (without, key, agrees)


@pytest.mark.parametrize(
    "stem", ["下列正确的是（ ）。", "会议室（B 座）在哪里", "维生素（D）的来源", "正确的是（ ），见（A）"]
)
def test_what_is_no_key_in_a_stem(stem: str) -> None:
    shown = key_in_stem(question(stem))
    assert not shown.key


@pytest.mark.parametrize(
    ("stem", "key", "agrees"),
    [("名片正对对方。（√）", True, True), ("名片正对对方（错）", True, False), ("名片（正反面）", True, False)],
)
def test_true_and_false_that_show_in_the_stem(stem: str, key: bool, agrees: bool) -> None:
    assert key_in_stem(Question(Kind.TRUE_FALSE, stem, key)).agrees is agrees


def test_places_for_answers_in_a_stem() -> None:
    assert has_numbered_blanks("电流为【空1】，功率为【空2】。", 2)
    assert has_numbered_blanks("先____后____。", 2)
    assert not has_numbered_blanks("先____。", 2)

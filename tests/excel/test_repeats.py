"""Questions that stand in a file twice."""

from quizapp.core.questions import Kind, Option, Question
from quizapp.excel.bank_items import Gathered
from quizapp.excel.repeats import tell_repeats


def question(stem: str = "题干", key: tuple[int, ...] = (0,), options: str = "甲乙") -> Question:
    return Question(Kind.SINGLE, stem, key, tuple(map(Option, options)))


def told(*items: tuple[str, int, Question]) -> list[tuple[int | None, str]]:
    gathered = Gathered(items=list(items))
    tell_repeats(gathered)
    assert len(gathered.items) == len(items)
    return [(problem.row, problem.message) for problem in gathered.problems]


def test_the_later_one_is_told_about_the_first() -> None:
    assert told(("甲", 2, question()), ("甲", 5, question(" 题干 "))) == [(5, "与第 2 行相同。")]


def test_another_sheet_is_named() -> None:
    ((row, message),) = told(("甲", 2, question()), ("乙", 3, question()))
    assert row == 3
    assert "“甲”第 2 行" in message


def test_another_key_is_worth_a_word() -> None:
    ((_row, message),) = told(("甲", 2, question()), ("甲", 3, question(key=(1,))))
    assert "答案却不同" in message


def test_options_in_another_order_are_the_same_question() -> None:
    ((_row, message),) = told(("甲", 2, question()), ("甲", 3, question(options="乙甲", key=(1,))))
    assert message == "与第 2 行相同。"


def test_other_options_make_another_question() -> None:
    assert not told(("甲", 2, question()), ("甲", 3, question(options="甲丙")))

"""Keys of closing lists go to the questions that they fit, or to none."""

from quizapp.excel.closing_keys import is_same_key
from tests.excel.made_texts import written

QUESTIONS = "1. 甲（ ）\nA.一 B.二\n2. 乙（ ）\nA.一 B.二\n"
TRUTHS = "1. 丙。\n2. 丁。\n"


def keys(text: str) -> list[str]:
    return [question.key for question in written(text).questions()]


def test_a_list_at_the_end() -> None:
    assert keys(QUESTIONS + "1-2 AB") == ["A", "B"]


def test_lists_at_the_end_of_each_part() -> None:
    assert keys(f"一、单选题\n{QUESTIONS}1.A 2.B\n二、判断题\n{TRUTHS}1.√ 2.×") == ["A", "B", "√", "×"]


def test_lists_with_headings_at_the_end_of_the_text() -> None:
    text = f"一、单选题\n{QUESTIONS}二、判断题\n{TRUTHS}参考答案\n二、判断题\n1.√ 2.×\n一、单选题\n1.A 2.B"
    assert keys(text) == ["A", "B", "√", "×"]


def test_lists_without_headings_follow_the_parts() -> None:
    assert keys(f"一、单选题\n{QUESTIONS}二、判断题\n{TRUTHS}答案\n1-2 AB\n1-2 √×") == ["A", "B", "√", "×"]


def test_numbers_that_go_on_through_the_parts() -> None:
    text = f"一、单选题\n{QUESTIONS}二、判断题\n3. 丙。\n4. 丁。\n答案：1.A 2.B 3.√ 4.×"
    assert keys(text) == ["A", "B", "√", "×"]


def test_a_list_with_another_number_of_keys_is_told_and_not_used() -> None:
    for listed in ("1-3 ABA", "1.A 3.B", "1-2 ABA", "1.A 2.B 3.A"):
        found = written(QUESTIONS + listed)
        assert [question.key for question in found.questions()] == ["", ""]
        assert [remark.line for remark in found.remarks] == [5], listed


def test_a_list_does_not_overrule_a_key() -> None:
    found = written(QUESTIONS.replace("甲（ ）", "甲（B）") + "1-2 AB").questions()
    assert found[0].trouble
    assert not found[1].trouble


def test_keys_that_say_the_same() -> None:
    assert is_same_key("√", "正确")
    assert is_same_key("A、B", "BA")
    assert not is_same_key("A", "B")
    assert is_same_key("三", "三 ")

"""What the lines ahead say."""

import pytest

from quizapp.excel.written_ahead import following, has_chinese_questions, looks_whole, next_filled
from quizapp.excel.written_marks import start_of
from tests.excel.made_texts import lines_of


def test_blank_lines_are_passed_over() -> None:
    lines = lines_of("甲\n\n 乙\n")
    assert next_filled(lines, 1) == 2
    assert following(lines, 0) == "乙"
    assert following(lines, 2) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2. 甲\nA.一\nB.二", True),
        ("2. 甲 A.一 B.二", True),
        ("2. 甲\n答：乙", True),
        ("2. 甲（√）", True),
        ("2. 甲\n3. 乙\n答：丙", False),
        ("2. 甲\n一、单选题\nA.一", False),
        ("2. 甲", False),
    ],
)
def test_a_question_has_its_key_or_options_before_the_next_number(text: str, expected: bool) -> None:
    lines = lines_of(text)
    start = start_of(lines[0].text)
    assert start is not None
    assert looks_whole(lines, (), 0, start) is expected


def test_chinese_numbers_count_questions_where_no_part_is_named() -> None:
    assert has_chinese_questions(lines_of("一、甲？\n二、乙？"))
    assert not has_chinese_questions(lines_of("一、单选题\n二、判断题"))
    assert not has_chinese_questions(lines_of("甲\n乙"))

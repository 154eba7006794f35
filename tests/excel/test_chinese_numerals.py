"""Numbers in Chinese numerals."""

import pytest

from quizapp.excel.chinese_numerals import CHINESE_DIGITS, digits_in_chinese, number_in_chinese


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (0, "〇"),
        (7, "七"),
        (10, "十"),
        (14, "十四"),
        (31, "三十一"),
        (105, "一百〇五"),
        (1234, "一千二百三十四"),
        (10_005, "一万〇五"),
        (120_000, "十二万"),
    ],
)
def test_a_number_is_spelled_as_it_is_read(number: int, spelled: str) -> None:
    assert number_in_chinese(number, CHINESE_DIGITS[1]) == spelled


def test_the_numerals_of_banks_keep_the_one_before_ten() -> None:
    assert number_in_chinese(15, CHINESE_DIGITS[2]) == "壹拾伍"


def test_a_year_is_read_digit_by_digit() -> None:
    assert digits_in_chinese("2017", 1) == "二〇一七"

r"""Signs for options that are not there, and the same signs as options."""

import pytest

from quizapp.excel.blank_signs import without_blank_signs
from quizapp.excel.layout import find_tables
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import bank


def options(*row: str, key: str = "A") -> list[str]:
    (item,) = bank([None, "题", *row, *[None] * (4 - len(row)), key]).items
    return [option.text for option in item.question.options]


@pytest.mark.parametrize("sign", ["\\", "/", "—", "-", "N/A"])
def test_signs_at_the_end_are_no_options(sign: str) -> None:
    assert options("甲", "乙", sign, sign) == ["甲", "乙"]
    assert options("甲", "乙", "丙", sign) == ["甲", "乙", "丙"]


def test_none_is_an_option_among_words_and_a_sign_where_it_repeats() -> None:
    assert options("大", "中", "小", "无") == ["大", "中", "小", "无"]
    assert options("大", "中", "无", "无") == ["大", "中"]
    assert options("对", "错", "无") == []


def test_an_option_that_is_right_or_one_of_several_signs_stays() -> None:
    assert options("甲", "乙", "丙", "/", key="D") == ["甲", "乙", "丙", "/"]
    assert options("+", "×", "-", "/") == ["+", "×", "-", "/"]


def test_a_table_without_such_signs_stays_as_it_is() -> None:
    (table,), _problems = find_tables([SheetRows("甲", [["题干", "选项A", "选项B", "答案"], ["题", "甲", "乙", "A"]])])
    assert without_blank_signs(table) is table

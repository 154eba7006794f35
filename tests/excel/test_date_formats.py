"""Dates and times as cells show them."""

import pytest

from quizapp.excel.date_formats import compile_dates, is_date_section

JUNE_14_2017 = 42900


def shown(code: str, value: float, *, is_1904: bool = False, chinese: int = 0) -> str:
    return compile_dates(code, chinese=chinese, is_1904=is_1904)(value)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("yyyy/m/d", JUNE_14_2017, "2017/6/14"),
        ('yyyy"年"m"月"d"日"', JUNE_14_2017, "2017年6月14日"),
        ("yy-mm-dd", JUNE_14_2017, "17-06-14"),
        ("d-mmm-yy", JUNE_14_2017, "14-Jun-17"),
        ("mmmm d", JUNE_14_2017, "June 14"),
        ("[$-804]aaaa", JUNE_14_2017, "星期三"),
        ("dddd", JUNE_14_2017, "Wednesday"),
        ("[$-804]dddd", JUNE_14_2017, "星期三"),
        ("[$-F800]dddd, mmmm dd, yyyy", JUNE_14_2017, "2017年6月14日"),
        ("yyyy/m/d h:mm", JUNE_14_2017 + 0.75, "2017/6/14 18:00"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ('上午/下午h"时"mm"分"', 0.25, "上午6时00分"),
        ("h:mm:ss", 8.5 / 24, "8:30:00"),
        ("h:mm", 17 / 24 + 35 / 1440, "17:35"),
        ("mm:ss", 61.6 / 86400, "01:02"),
        ("mm:ss.0", 62.4 / 86400, "01:02.4"),
        ("[h]:mm:ss", (300 * 3600 + 29 * 60 + 1) / 86400, "300:29:01"),
        ("[mm]:ss", 3661 / 86400, "61:01"),
    ],
)
def test_a_date_is_shown_as_its_format_says(code: str, value: float, text: str) -> None:
    assert shown(code, value) == text


def test_the_first_months_of_1900_are_counted_as_excel_counts_them() -> None:
    assert [shown("yyyy/m/d", day) for day in (0, 1, 59, 60, 61)] == [
        "1900/1/0",
        "1900/1/1",
        "1900/2/28",
        "1900/2/29",
        "1900/3/1",
    ]


def test_days_may_be_counted_from_1904() -> None:
    assert shown("yyyy/m/d", JUNE_14_2017 - 1462, is_1904=True) == "2017/6/14"


def test_chinese_numerals_in_a_date() -> None:
    assert shown('yyyy"年"m"月"d"日"', JUNE_14_2017, chinese=1) == "二〇一七年六月十四日"


def test_what_is_no_date_fills_the_cell_with_hashes() -> None:
    assert shown("yyyy/m/d", -1) == "########"


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("yyyy/m/d", True),
        ("[h]:mm", True),
        ("[$-F400]h:mm:ss", True),
        ('0"day"', False),
        ("0.00E+00", False),
        ("[Red]0", False),
        ("General", False),
    ],
)
def test_a_date_format_is_told_from_a_number_format(code: str, is_date: bool) -> None:
    assert is_date_section(code) is is_date

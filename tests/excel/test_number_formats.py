"""Numbers as cells show them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.excel.number_formats import BUILT_IN, GENERAL_WIDTH, compile_format, is_plain, show_general


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333"),
        (-1 / 3, "-0.333333333"),
        (1234.5678901234, "1234.56789"),
        (12345678901, "12345678901"),
        (123456789012, "1.23457E+11"),
        (12345678901.5, "12345678902"),
        (370602199001010000, "3.70602E+17"),
        (0.00001, "0.00001"),
        (0.0000123456, "1.23456E-05"),
        (0.99999999999999, "1"),
        (1e-12, "1E-12"),
    ],
)
def test_a_number_without_a_format_is_shown_as_a_cell_has_room_for_it(value: float, text: str) -> None:
    assert show_general(value) == text


@given(st.floats(min_value=-1e11, max_value=1e11, exclude_min=True, exclude_max=True))
def test_what_a_plain_cell_shows_is_short_and_near(value: float) -> None:
    text = show_general(value)
    assert len(text.removeprefix("-")) <= GENERAL_WIDTH + 1  # 1.23457E-100 has one more
    assert abs(Decimal(text) - Decimal(value)) <= max(abs(Decimal(value)) * Decimal("1e-5"), Decimal("1e-9"))


@given(st.integers(min_value=-99_999_999_999, max_value=99_999_999_999))
def test_a_whole_number_has_no_point(value: int) -> None:
    assert show_general(float(value)) == str(value)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0%", 0.16, "16%"),
        ("0.00%", 0.00005, "0.01%"),
        ("0.0%", 0.1234, "12.3%"),
        ("00000", 7, "00007"),
        ("0", 2.5, "3"),
        ("0.00", 2.345, "2.35"),
        ("#,##0", 1234567, "1,234,567"),
        ("#,##0.00", -1234567.891, "-1,234,567.89"),
        ("0.##", 2.5, "2.5"),
        ("#.00", 0.5, ".50"),
        ("0.00E+00", 12345.678, "1.23E+04"),
        ("##0.0E+0", 12345.678, "12.3E+3"),
        ("# ?/?", 1.5, "1 1/2"),
        ("# ?/?", 0.25, "1/4"),
        ("# ?/?", 2, "2"),
        ("?/8", 0.375, "3/8"),
        ("¥#,##0.00;¥-#,##0.00", -3.5, "¥-3.50"),
        ("[$¥-804]0.0", 3, "¥3.0"),
        ('"第"0"题"', 3, "第3题"),
        ("0_ ", 3, "3"),
        ("0.0_);[Red]\\(0.0\\)", -3.25, "(3.3)"),
        ('0;-0;"零"', 0, "零"),
        ("0;-0;;@", 0, ""),
        ("[>=60]0;[<60]0.0", 59.5, "59.5"),
        ('0,"千"', 12345, "12千"),
        ('General"分"', 2.5, "2.5分"),
        ("G/通用格式", 2.5, "2.5"),
        ("000-0000", 1234567, "123-4567"),
        ("[DBNum1]General", 15, "十五"),
        ("@", 5, "5"),
        ("yyyy/m/d;@", 42900, "2017/6/14"),
    ],
)
def test_a_number_is_shown_as_its_format_says(code: str, value: float, text: str) -> None:
    assert compile_format(code)(value) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (9, "16%"),
        (10, "16.00%"),
    ],
)
def test_percentages_without_a_text_in_the_file(number: int, text: str) -> None:
    assert compile_format(BUILT_IN[number])(0.16) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (14, "2017/6/14"),
        (22, "2017/6/14 0:00"),
        (27, "2017年6月"),
        (28, "6月14日"),
        (31, "2017年6月14日"),
        (36, "2017年6月"),
        (50, "2017年6月"),
        (57, "2017年6月"),
        (58, "6月14日"),
    ],
)
def test_the_date_formats_of_a_chinese_installation(number: int, text: str) -> None:
    assert compile_format(BUILT_IN[number])(42900) == text


@given(st.integers(0, 99_999), st.integers(1, 8))
def test_zeros_in_a_format_are_leading_zeros(number: int, width: int) -> None:
    assert compile_format("0" * width)(number) == f"{number:0{width}d}"


@given(st.integers(-(10**9), 10**9))
def test_thousands_are_parted_as_python_parts_them(number: int) -> None:
    assert compile_format("#,##0")(number) == f"{number:,}"


@given(st.text("0#?.,%/@;[]\"'\\_*-+Ee ymdhs年月日aAmMpP/$>=<8", max_size=12), st.floats(-1e6, 1e6))
def test_no_format_however_odd_stops_the_reading(code: str, value: float) -> None:
    assert isinstance(compile_format(code)(value), str)


def test_a_format_that_changes_nothing_is_known() -> None:
    assert all(map(is_plain, ("", "General", "GENERAL", "@", "G/通用格式")))
    assert not any(map(is_plain, ("0", "0.0", "yyyy")))


@pytest.mark.parametrize("code", ["[" * 300_000, "0" * 300_000, '"' * 300_001])
def test_a_format_longer_than_any_program_takes_shows_nothing_of_its_own(code: str) -> None:
    assert compile_format(code)(0.5) == "0.5"

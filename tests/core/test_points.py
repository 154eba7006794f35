"""Points and rates are rounded as people check them by hand: half up, exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.points import half_up, mean_text, points_text, rate_text, share


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(5, 2), 0, "3"),  # bankers' rounding would say 2
        (Fraction(2675, 1000), 2, "2.68"),  # a binary float would say 2.67
        (Fraction(8_625, 1_000), 2, "8.63"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(0), 2, "0.00"),
        (Decimal("2.345"), 2, "2.35"),
        (Decimal("-2.345"), 2, "-2.35"),
    ],
)
def test_halves_go_away_from_zero(value: Fraction | Decimal, decimals: int, rounded: str) -> None:
    assert str(half_up(value, decimals)) == rounded


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**4), st.integers(0, 4))
def test_rounding_moves_a_value_by_half_a_step_at_most(numerator: int, denominator: int, decimals: int) -> None:
    value = Fraction(numerator, denominator)
    moved = abs(Fraction(half_up(value, decimals)) - value)
    assert moved <= Fraction(1, 2 * 10**decimals)


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_a_fraction_and_its_decimal_round_to_the_same(millionths: int, decimals: int) -> None:
    assert half_up(Fraction(millionths, 10**6), decimals) == half_up(Decimal(millionths).scaleb(-6), decimals)


def test_a_share_of_points_is_whole_hundredths() -> None:
    assert [share(600, part, 3) for part in range(4)] == [0, 200, 400, 600]
    assert share(100, 1, 3) == 33
    assert share(100, 1, 8) == 13  # 12.5 rounds up


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, "0"), (8600, "86"), (8650, "86.5"), (8625, "86.25"), (5, "0.05"), (10000, "100")]
)
def test_a_score_is_shown_without_idle_zeros(hundredths: int, text: str) -> None:
    assert points_text(hundredths) == text


def test_means_and_rates_have_two_decimals() -> None:
    assert mean_text(Fraction(25_000, 3)) == "83.33"
    assert mean_text(Fraction(8_600)) == "86.00"
    assert mean_text(Fraction(17_251, 2)) == "86.26"  # 86.255 rounds up
    assert rate_text(Fraction(240, 254)) == "94.49%"
    assert rate_text(Fraction(1)) == "100.00%"
    assert rate_text(Fraction(0)) == "0.00%"
    assert rate_text(Fraction(1, 80_000)) == "0.00%"
    assert rate_text(Fraction(1, 20_000)) == "0.01%"  # 0.005 % rounds up

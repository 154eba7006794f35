"""Points and rates: integer hundredths and Decimal, rounded half-up, as people check by hand."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

POINT = 100
"""One point in the unit that scores are kept in (hundredths)."""


def half_up(value: Fraction | Decimal, decimals: int = 0) -> Decimal:
    """Round to `decimals` places, halves away from zero, exactly (never through a binary float)."""
    if isinstance(value, Fraction):
        scaled = value * 10**decimals
        whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
        rounded = whole + (1 if 2 * rest >= scaled.denominator else 0)
        return (Decimal(rounded) if scaled >= 0 else -Decimal(rounded)).scaleb(-decimals)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def share(points: int, part: int, whole: int) -> int:
    """`points` hundredths × part ÷ whole, in hundredths, half-up."""
    return int(half_up(Fraction(points * part, whole)))


def points_text(hundredths: int) -> str:
    """A score as it is shown: "86", "86.5", "86.25"."""
    if hundredths % POINT == 0:
        return str(hundredths // POINT)
    return f"{Decimal(hundredths) / POINT:f}".rstrip("0")


def mean_text(hundredths: Fraction) -> str:
    """A mean of scores to two decimals, as it is printed: "86.25"."""
    return str(half_up(hundredths / POINT, 2))


def rate_text(rate: Fraction) -> str:
    """A rate as a percentage to two decimals, as it is printed: "94.49%"."""
    return f"{half_up(rate * 100, 2)}%"

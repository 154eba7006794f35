"""Dates, times and durations as their number formats show them; serial days are counted as Excel counts them."""

# no _() in this module: what Chinese date formats show

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from quizapp.excel.chinese_numerals import CHINESE_DIGITS, digits_in_chinese, number_in_chinese

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = "一二三四五六日"
_CHINESE_LOCALES = ("804", "404", "c04", "1004")
_SYSTEM_FORMATS = {"-f800": 'yyyy"年"m"月"d"日"', "-f400": "h:mm:ss"}
"""The formats that follow the machine's own setting, as a Chinese machine has it."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<ampm>AM/PM|A/P|上午/下午)|(?P<unit>y+|m+|d+|h+|s+|e+|aaaa|aaa|[bg]+)(?P<parts>\.0+)?|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_UNITS = re.compile(r'"[^"]*"?|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General|G/通用格式|[Ee][+-]', re.IGNORECASE)


def is_date_section(text: str) -> bool:
    """Whether a section of a format shows a date, a time or a duration."""
    if any(name in text.casefold() for name in _SYSTEM_FORMATS):
        return True
    return bool(re.search(r"[ymdhse]|aaa", _NOT_UNITS.sub("", text), re.IGNORECASE))


@dataclass(frozen=True, slots=True)
class _Moment:
    """A serial number taken apart; day 0 of January 1900 and 29 February 1900 are as Excel shows them."""

    year: int
    month: int
    day: int
    weekday: int
    seconds: Decimal  # since midnight
    total: Decimal  # seconds since day 0


@dataclass(frozen=True, slots=True)
class _Style:
    """How units are spelled."""

    chinese: int
    is_local: bool
    is_12_hours: bool


def compile_dates(text: str, *, chinese: int, is_1904: bool) -> Callable[[float], str]:
    """Turn a date section into the function that shows a serial number; `chinese`: 1, 2 for [DBNum1], [DBNum2]."""
    brackets = [bracket.casefold() for bracket in re.findall(r"\[\$([^\]]*)\]", text)]
    text = next((_SYSTEM_FORMATS[name] for name in brackets if name in _SYSTEM_FORMATS), text)
    tokens = list(_TOKEN.finditer(text))
    units = _units(tokens)
    places = max((len(token["parts"] or ".") - 1 for token in tokens), default=0)
    has_seconds = any(unit.startswith("s") for unit in units if unit)
    is_local = any(name.rpartition("-")[2] in _CHINESE_LOCALES for name in brackets)
    style = _Style(chinese, is_local, any(token["ampm"] for token in tokens))

    def shown(value: float) -> str:
        if value < 0 or value >= 2_958_466:  # before 1900, after 9999: Excel fills the cell with hash signs
            return "########"
        moment = _moment(value + (1462 if is_1904 else 0), places, has_seconds)
        pieces = (_piece(token, unit, moment, style) for token, unit in zip(tokens, units, strict=True))
        return "".join(pieces).strip()

    return shown


def _units(tokens: list[re.Match[str]]) -> list[str]:
    """Name the unit of each token: m means minutes after hours or before seconds."""
    units = [(token["unit"] or token["elapsed"] or "").casefold() for token in tokens]
    named = [index for index, unit in enumerate(units) if unit]
    for place, index in enumerate(named):
        if units[index] not in ("m", "mm") or tokens[index]["elapsed"]:
            continue
        before = units[named[place - 1]] if place else ""
        after = units[named[place + 1]] if place + 1 < len(named) else ""
        if before.startswith("h") or after.startswith("s"):
            units[index] = "n" * len(units[index])
    return units


def _moment(value: float, places: int, has_seconds: bool) -> _Moment:
    exact = Decimal(f"{value:.15g}") * 86400
    step = Decimal(1).scaleb(-places)
    if has_seconds:
        total = exact.quantize(step, ROUND_HALF_UP)
    else:  # a cell without seconds shows the minute that has begun; half a millisecond makes up for binary fractions
        total = (exact + Decimal("0.0005")).quantize(Decimal("0.001"), ROUND_DOWN)
    days = int(total // 86400)
    year, month, day, weekday = _calendar(days)
    return _Moment(year, month, day, weekday, total - days * 86400, total)


def _calendar(days: int) -> tuple[int, int, int, int]:
    """Year, month, day and weekday of a serial day; Excel believes that 1900 was a leap year."""
    if days == 0:
        return 1900, 1, 0, 5
    if days == 60:
        return 1900, 2, 29, 2
    found = date(1899, 12, 30 if days > 60 else 31) + timedelta(days)
    return found.year, found.month, found.day, found.weekday() if days > 60 else (found.weekday() - 1) % 7


def _piece(token: re.Match[str], unit: str, moment: _Moment, style: _Style) -> str:
    if token["elapsed"]:
        whole = int(moment.total // {"h": 3600, "m": 60, "s": 1}[unit[0]])
        return f"{whole:0{len(unit)}d}"
    if token["ampm"]:
        return _half_of_day(token["ampm"], moment, style)
    if unit:
        return _unit(unit, moment, style) + _decimals(token["parts"], moment)
    if token["pad"]:
        return " "
    if token["other"] == "@":
        return ""
    return token["quoted"] or token["escaped"] or token["other"] or ""


def _half_of_day(words: str, moment: _Moment, style: _Style) -> str:
    first, second = ("上午", "下午") if style.is_local else words.split("/")
    return first if moment.seconds < 43200 else second


def _decimals(parts: str | None, moment: _Moment) -> str:
    if not parts:
        return ""
    places = len(parts) - 1
    return f".{int(moment.seconds % 1 * 10**places):0{places}d}"


def _unit(unit: str, moment: _Moment, style: _Style) -> str:
    letter, length = unit[0], len(unit)
    if letter in "ye":
        return _year(letter, length, moment, style)
    if letter == "a":
        return ("星期" if length > 3 else "") + _WEEK[moment.weekday]
    if letter == "m" and length > 2:
        return _month_name(length, moment.month, style)
    if letter == "d" and length > 2:
        return _day_name(length, moment.weekday, style)
    if letter in "bg":
        return ""
    hour = int(moment.seconds // 3600)
    number = {
        "m": moment.month,
        "d": moment.day,
        "h": (hour + 11) % 12 + 1 if style.is_12_hours else hour,
        "n": int(moment.seconds // 60 % 60),
        "s": int(moment.seconds % 60),
    }[letter]
    return _in_digits(number, length, style)


def _year(letter: str, length: int, moment: _Moment, style: _Style) -> str:
    text = f"{moment.year % 100:02d}" if letter == "y" and length < 3 else str(moment.year)
    return digits_in_chinese(text, style.chinese) if style.chinese else text


def _in_digits(number: int, length: int, style: _Style) -> str:
    if style.chinese:
        return number_in_chinese(number, CHINESE_DIGITS[style.chinese])
    return f"{number:0{min(length, 2)}d}"


def _month_name(length: int, month: int, style: _Style) -> str:
    if style.is_local:
        return f"{month}月" if length == 3 else number_in_chinese(month, CHINESE_DIGITS[1]) + "月"
    name = _MONTHS[month - 1]
    return name if length == 4 else name[:1] if length == 5 else name[:3]


def _day_name(length: int, weekday: int, style: _Style) -> str:
    if style.is_local:
        return ("星期" if length > 3 else "周") + _WEEK[weekday]
    return _DAYS[weekday] if length > 3 else _DAYS[weekday][:3]

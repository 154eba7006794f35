"""What a number looks like in its cell: the number formats of Excel and WPS, as a Chinese installation shows them.

Only what can stand in a question or a roster is rendered: numbers, percentages, fractions, dates, times, durations,
Chinese numerals. Colours are dropped, and padding is trimmed at the ends.
"""

# no _() in this module: what Chinese number formats show

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from quizapp.excel.chinese_numerals import CHINESE_DIGITS, digits_in_chinese, number_in_chinese
from quizapp.excel.date_formats import compile_dates, is_date_section

GENERAL_WIDTH = 11
"""Characters that a cell without a format has room for before Excel rounds."""

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;-", 42: "¥#,##0;¥-#,##0;¥-", 43: "#,##0.00;-#,##0.00;-", 44: "¥#,##0.00;¥-#,##0.00;¥-",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""The formats that have a number and no text in the file; 27–36 and 50–58 are those of a Chinese installation."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<exponent>[Ee][+-])|(?P<slot>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_TESTS: dict[str, Callable[[float, float], bool]] = {
    "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b, ">": lambda a, b: a > b, "=": lambda a, b: a == b,
}  # fmt: skip

Shown = Callable[[float], str]


def show_general(value: float) -> str:
    """Show a number as a cell without a format does: whole numbers to 11 digits, else what fits into 11 characters."""
    size = abs(value)
    if size < 1e11 and value == int(value):
        return str(int(value))
    sign = "-" if value < 0 else ""
    exact = Decimal(f"{size:.15g}")
    if Decimal("1e-4") <= exact < Decimal("1e11"):
        places = max(GENERAL_WIDTH - 1 - len(str(int(exact))), 0)
        return sign + _trimmed(format(_rounded(exact, places), "f"))
    plain = format(exact, "f")
    if exact < 1 and len(plain) <= GENERAL_WIDTH:
        return sign + plain
    mantissa, exponent = f"{exact:.5E}".split("E")
    return f"{sign}{_trimmed(mantissa)}E{exponent[0]}{int(exponent[1:]):02d}"


_LONGEST = 255  # in Excel and WPS


def compile_format(code: str, *, is_1904: bool = False) -> Shown:
    """Turn a format's text into the function that shows a number with it; one longer than may be shows it plainly."""
    if len(code) > _LONGEST:
        return show_general
    sections = [_section(part, is_1904) for part in _split(code)][:3]
    if len(sections) == 1 and sections[0].condition is None:
        return sections[0].show_signed

    def shown(value: float) -> str:
        return _shown_by_sections(sections, value)

    return shown


def is_plain(code: str) -> bool:
    """Whether the format shows a number just as no format would."""
    return code.strip().casefold() in ("", "general", "g/通用格式", "@")


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts between semicolons."""

    show: Shown
    condition: tuple[str, float] | None
    signs_itself: bool = False

    def holds(self, value: float) -> bool:
        return self.condition is not None and _TESTS[self.condition[0]](value, self.condition[1])

    def show_signed(self, value: float) -> str:
        if value >= 0 or self.signs_itself:
            return self.show(value)
        text = self.show(-value)
        return "-" + text if any(char in "123456789" for char in text) else text


def _shown_by_sections(sections: list[_Section], value: float) -> str:
    if any(section.condition for section in sections):
        for section in sections:
            if section.holds(value) or section.condition is None:
                return section.show_signed(value)
        return show_general(value)
    if value == 0 and len(sections) > 2:
        return sections[2].show(value)
    if value < 0:
        return sections[1].show(-value)
    return sections[0].show(value)


def _split(code: str) -> list[str]:
    """Split at the semicolons that are not quoted, escaped or in brackets."""
    parts = re.findall(r'(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\\[]|\[)*;?', code, re.DOTALL)
    found = [part.removesuffix(";") for part in parts if part]
    return found or [""]


def _section(text: str, is_1904: bool) -> _Section:
    brackets = re.findall(r"\[([^\]]*)\]", text)
    condition = None
    for bracket in brackets:
        if match := _CONDITION.fullmatch(bracket.strip()):
            condition = (match[1], float(match[2]))
    chinese = next((int(bracket[5]) for bracket in brackets if re.fullmatch(r"(?i)dbnum[12]", bracket)), 0)
    if is_date_section(text):
        return _Section(compile_dates(text, chinese=chinese, is_1904=is_1904), condition, signs_itself=True)
    return _Section(_compile_number(text, chinese), condition)


@dataclass(slots=True)
class _Parts:
    """A number section taken apart; literals stand between the slots as (text, is_slot)."""

    whole: list[tuple[str, bool]]
    decimals: list[tuple[str, bool]]
    tail: list[tuple[str, bool]]
    exponent: str = ""
    exponent_digits: int = 0
    has_point: bool = False
    thousands: bool = False
    scale: int = 0  # powers of ten: 2 for each %, -3 for each trailing comma
    is_general: bool = False
    is_text: bool = False


def _compile_number(text: str, chinese: int) -> Shown:
    if re.search(r"[0#?]\s*/\s*[0-9#?]", re.sub(r'"[^"]*"', "", text)):
        return _compile_fraction(text)
    parts = _parts_of(text)
    if not any(slot for _text, slot in parts.whole + parts.decimals):
        return _compile_words(parts, chinese)
    if parts.exponent:
        return lambda value: _show_scientific(parts, value)

    def shown(value: float) -> str:
        places = sum(slot for _text, slot in parts.decimals)
        number = _rounded(Decimal(f"{value:.15g}").scaleb(parts.scale), places)
        whole, _point, fraction = format(number, "f").partition(".")
        after = _fill_decimals(parts.decimals, fraction)
        point = "." if parts.has_point else ""
        body = _fill_whole(parts.whole, whole.lstrip("0"), parts.thousands) + point + after + _literals(parts.tail)
        return (digits_in_chinese(body, chinese) if chinese else body).strip()

    return shown


def _compile_words(parts: _Parts, chinese: int) -> Shown:
    """A section without slots: only words, or words round the number as it is."""
    before = _literals(parts.whole)
    after = _literals(parts.decimals) + _literals(parts.tail)
    if not parts.is_general and not parts.is_text:
        return lambda _value: (before + after).strip()

    def shown(value: float) -> str:
        body = show_general(value)
        if chinese and body.isdecimal():
            body = number_in_chinese(int(body), CHINESE_DIGITS[chinese])
        return (before + body + after).strip()

    return shown


def _parts_of(text: str) -> _Parts:
    parts = _Parts([], [], [])
    target = parts.whole
    tokens = list(_TOKEN.finditer(text))
    last_slot = max((number for number, token in enumerate(tokens) if token["slot"]), default=-1)
    for number, token in enumerate(tokens):
        kind, piece = token.lastgroup, token[token.lastgroup or 0] or ""
        if kind == "slot" and parts.exponent:
            parts.exponent_digits += 1
        elif kind == "slot":
            target.append((piece, True))
        elif kind == "exponent":
            parts.exponent, target = piece.upper(), parts.tail
        elif kind == "general":
            parts.is_general, target = True, parts.tail
        elif kind == "bracket":
            target.append((_currency(piece), False))
        elif kind == "pad":
            target.append((" ", False))
        elif kind == "other" and piece == "." and not parts.has_point:
            parts.has_point, target = True, parts.decimals
        elif kind == "other" and piece == ",":
            _note_comma(parts, is_inner=number < last_slot)
        elif kind == "other" and piece == "@":
            parts.is_text, target = True, parts.tail
        elif kind != "fill":
            parts.scale += 2 * (kind == "other" and piece == "%")
            (target if number < last_slot or parts.is_general else parts.tail).append((piece, False))
    return parts


def _note_comma(parts: _Parts, *, is_inner: bool) -> None:
    if is_inner:
        parts.thousands = True
    else:
        parts.scale -= 3


def _currency(bracket: str) -> str:
    """`[$¥-804]` stands for its sign, any other bracket for nothing."""
    return bracket[1:].split("-")[0] if bracket.startswith("$") else ""


def _fill_whole(slots: list[tuple[str, bool]], digits: str, thousands: bool) -> str:
    """Put the digits into the slots from the right; the leftmost slot takes what is left over."""
    count = sum(slot for _text, slot in slots)
    out: list[str] = []
    seen = placed = 0
    for text, slot in reversed(slots):
        if not slot:
            out.append(text)
            continue
        seen += 1
        left = max(len(digits) - placed, 0)
        room = left if seen == count else min(1, left)
        piece = list(reversed(digits[left - room : left]))
        for digit in piece or ([{"0": "0", "?": " "}[text]] if text in "0?" else []):
            if thousands and placed and placed % 3 == 0:
                out.append(",")
            out.append(digit)
            placed += 1
    return "".join(reversed(out))


def _fill_decimals(slots: list[tuple[str, bool]], fraction: str) -> str:
    kept = len(fraction.rstrip("0"))
    out = []
    index = 0
    for text, slot in slots:
        if not slot:
            out.append(text)
            continue
        if index < kept or text == "0":
            out.append(fraction[index])
        elif text == "?":
            out.append(" ")
        index += 1
    return "".join(out)


def _literals(pieces: list[tuple[str, bool]]) -> str:
    return "".join(text for text, slot in pieces if not slot)


def _show_scientific(parts: _Parts, value: float) -> str:
    number = Decimal(f"{value:.15g}").scaleb(parts.scale)
    step = max(sum(slot for _text, slot in parts.whole), 1)
    places = sum(slot for _text, slot in parts.decimals)
    exponent = 0 if not number else (number.adjusted() // step) * step
    mantissa = _rounded(number.scaleb(-exponent), places)
    if mantissa >= Decimal(10) ** step:
        exponent += step
        mantissa = _rounded(number.scaleb(-exponent), places)
    whole, _point, fraction = format(mantissa, "f").partition(".")
    sign = "-" if exponent < 0 else "+" if parts.exponent.endswith("+") else ""
    point = "." if parts.has_point else ""
    body = (
        _fill_whole(parts.whole, whole.lstrip("0"), thousands=False) + point + _fill_decimals(parts.decimals, fraction)
    )
    return f"{body}E{sign}{abs(exponent):0{parts.exponent_digits}d}{_literals(parts.tail)}".strip()


def _compile_fraction(text: str) -> Shown:
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|[_*].', " ", text)
    top, _slash, bottom = bare.partition("/")
    has_whole = len(top.split()) > 1
    fixed = int(bottom.strip()) if bottom.strip().isdigit() and bottom.strip("0 ") else 0
    largest = 10 ** len(bottom.strip()) - 1 if bottom.strip() else 9

    def shown(value: float) -> str:
        exact = Fraction(f"{value:.15g}")
        whole = int(exact) if has_whole else 0
        rest = exact - whole
        part = Fraction(round(rest * fixed), fixed) if fixed else rest.limit_denominator(largest)
        if has_whole and part == 1:
            whole, part = whole + 1, Fraction(0)
        if part == 0:
            return str(whole)
        below = fixed or part.denominator
        above = part * below
        return f"{whole} {above}/{below}" if whole else f"{above}/{below}"

    return shown


def _rounded(number: Decimal, places: int) -> Decimal:
    if number.adjusted() > 20:  # beyond what Decimal's context holds, and beyond what anybody reads
        return number
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text

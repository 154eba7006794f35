"""Reading JSON that somebody wrote by hand or by program: every value knows its path, every fault is collected."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

from quizapp.core.control_characters import CONTROL_CHARACTERS
from quizapp.core.points import POINT
from quizapp.errors import NotReadable, UserError
from quizapp.i18n import _

Choice = TypeVar("Choice")

_ABSENT = object()
_MOST_FAULTS = 50  # nobody reads more at once
_MOST_DIGITS = 30
_DECIMALS = 2
_LAST_YEAR = 2999  # behind it no time zone can be reckoned with, and nobody sat a test there

NO_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
"""What `Node.instant` answers where no moment could be read: later than that is every moment that can."""


class Node:
    """A value of a JSON document with its path ("people[3].name"); asked in vain, it notes a fault and goes on.

    What a fault makes meaningless is answered with something empty: call `raise_faults` before using any of it.
    """

    __slots__ = ("_faults", "value", "where")

    def __init__(self, value: Any, where: str, faults: list[str]) -> None:
        self.value = value
        self.where = where
        self._faults = faults

    @property
    def is_absent(self) -> bool:
        """Whether nothing was written here (null counts as nothing)."""
        return self.value is _ABSENT or self.value is None

    def fault(self, message: str) -> None:
        """Note what is wrong here."""
        self._faults.append(at(self.where, message))

    def only(self, *names: str) -> "Node":
        """Note every key that is not one of these: a mistyped key would silently lose what it holds."""
        if not isinstance(self.value, dict):
            self.fault(_("这里应是对象（花括号）。"))
            return Node({}, self.where, self._faults)
        for name in self.value:
            if name not in names:
                self.field(name).fault(_("不认识的键。可用的键：{names}。").format(names=_("、").join(names)))
        return self

    def field(self, name: str) -> "Node":
        """The value under a key of this object."""
        where = f"{self.where}.{name}" if self.where else name
        value = self.value.get(name, _ABSENT) if isinstance(self.value, dict) else _ABSENT
        return Node(value, where, self._faults)

    def fields(self) -> "Iterator[tuple[str, Node]]":
        """Every key of this object with its value."""
        if not self.is_absent and not isinstance(self.value, dict):
            self.fault(_("这里应是对象（花括号）。"))
        for name in self.value if isinstance(self.value, dict) else ():
            yield name, self.field(name)

    def items(self) -> "Iterator[Node]":
        """The values of this list; nothing where it is absent."""
        if not self.is_absent and not isinstance(self.value, list):
            self.fault(_("这里应是列表（方括号）。"))
        for index, value in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Node(value, f"{self.where}[{index}]", self._faults)

    def text(self, default: str | None = None) -> str:
        """A text without blanks around it; without a default it must be there and not be empty."""
        if self.is_absent and default is not None:
            return default
        if not isinstance(self.value, str):
            self.fault(_("缺少这一项。") if self.is_absent else _("这里应是文字，放在引号里。"))
            return ""
        if not self.value.strip() and default is None:
            self.fault(_("不能为空。"))
        if any("\ud800" <= character <= "\udfff" for character in self.value):  # half of one: no file can hold it
            self.fault(_("有不完整的字符，请重新填写。"))
            return ""
        if CONTROL_CHARACTERS.search(self.value):  # a workbook cannot hold it: what is exported would differ
            self.fault(_("有看不见的控制字符，请重新填写。"))
            return ""
        return self.value.replace("\r\n", "\n").replace("\r", "\n").strip()

    def flag(self, default: bool) -> bool:
        """True or false."""
        if self.is_absent:
            return default
        if not isinstance(self.value, bool):
            self.fault(_("这里应是 true 或 false。"))
            return default
        return self.value

    def whole(self, default: int, *, lowest: int, highest: int) -> int:
        """A whole number within limits."""
        if self.is_absent:
            return default
        if type(self.value) is not int or not lowest <= self.value <= highest:
            self.fault(_("这里应是 {lowest} 至 {highest} 的整数。").format(lowest=lowest, highest=highest))
            return default
        return self.value

    def points(self) -> int:
        """Points as hundredths: a number of at most two decimals, not below zero."""
        number = self.value if type(self.value) in (int, Decimal) else None
        if number is None or not 0 <= number <= 10_000 or _decimals(number) > _DECIMALS:
            self.fault(_("缺少这一项。") if self.is_absent else _("这里应是分数：不小于 0，最多两位小数。"))
            return 0
        return int(Fraction(number) * POINT) if number else 0

    def one_of(self, choices: Mapping[str, Choice], default: Choice) -> Choice:
        """One of some words."""
        if self.is_absent:
            return default
        if not isinstance(self.value, str) or self.value not in choices:
            self.fault(_("只能是：{choices}。").format(choices=_("、").join(choices)))
            return default
        return choices[self.value]

    def instant(self) -> datetime:
        """A moment, in UTC, NO_INSTANT where there is none; one without a zone is local time."""
        text = self.text()
        try:
            at = datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError, OSError):  # the last: Windows, on times long ago
            if text:
                self.fault(_("时间要写成 2026-03-20T09:00:00+08:00 这样。"))
            return NO_INSTANT
        if at <= NO_INSTANT or at.year > _LAST_YEAR:
            self.fault(_("时间要在 1970 年至 {last} 年之间。").format(last=_LAST_YEAR))
            return NO_INSTANT
        return at

    def day(self) -> date | None:
        """A day, None where it is absent."""
        if self.is_absent:
            return None
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            self.fault(_("日期要写成 2026-03-20 这样。"))
            return None


def read_json(content: bytes) -> Node:
    """The root of a JSON document; NotReadable where it is none. Two equal keys in one object are refused."""
    try:
        value = json.loads(
            content.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_repeats,
        )
    except UnicodeDecodeError as error:
        raise NotReadable(_("文件不是 UTF-8 编码的文本，读不出来。")) from error
    except json.JSONDecodeError as error:
        words = _("不是有效的 JSON：第 {line} 行第 {column} 列附近有错误。")
        raise NotReadable(words.format(line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise NotReadable(_("不是有效的月份文件：括号套得太深。")) from error
    return Node(value, "", [])


def raise_faults(root: Node) -> None:
    """Raise UserError with all the faults noted anywhere in the document."""
    refuse(root._faults)


def refuse(faults: Sequence[str]) -> None:
    """Raise UserError with these faults, where there are any."""
    if not faults:
        return
    lines = [_("文件有 {count} 处问题，没有写入任何内容：").format(count=len(faults)), *faults[:_MOST_FAULTS]]
    if len(faults) > _MOST_FAULTS:
        lines.append(_("……还有 {count} 处。").format(count=len(faults) - _MOST_FAULTS))
    raise UserError("\n".join(lines))


def at(where: str, message: str) -> str:
    """A fault as it is listed: the path, then what is wrong there."""
    return _("{where}：{message}").format(where=where, message=message) if where else message


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:  # Python itself refuses to read some thousands, with an error of its own
        _refuse_constant(f"{digits[:_MOST_DIGITS]}…")
    return int(digits)


def _decimal(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:  # an exponent beyond all reckoning
        _refuse_constant(digits if len(digits) <= _MOST_DIGITS else f"{digits[:_MOST_DIGITS]}…")


def _decimals(number: int | Decimal) -> int:
    """How many decimals a number needs, exactly: reckoning would round it at some length."""
    if not number:
        return 0
    _sign, digits, exponent = Decimal(number).as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return -(int(exponent) + zeros)


def _refuse_constant(name: str) -> NoReturn:
    raise NotReadable(_("不是有效的 JSON：{name} 不是数字。").format(name=name))


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _value in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise UserError(_("同一个对象里有两个“{name}”，没有写入任何内容。请删去一个。").format(name=repeated))
    return values

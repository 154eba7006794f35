"""Letters typed before the options (A、甲): part of the layout where a whole table carries them, else of the text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from quizapp.core.questions import letter

_LABEL = re.compile(
    r"\s*[(（\[【]?\s*([A-Pa-pＡ-Ｐａ-ｐ])(?:\s*[)）\]】]\s*[、.．:：,，]?|\s*[、.．:：,，\-—]|\s)\s*(?=\S)"
)
_OWN = re.compile(r"\s*[（(]?([A-Pa-pＡ-Ｐ])(?:[)）]\s*[、.．:：]?|[、.．:：])\s*(?=[^\s\d])")
_FIRST_CHARS = frozenset("AaＡａ(（[【")


def carries_labels(rows: Iterable[Sequence[str]]) -> bool:
    """Whether most rows of options carry their own letters; A级, B级 are words and no labels."""
    labelled = total = 0
    for options in rows:
        total += 1
        labelled += may_be_labelled(options[0]) and is_labelled(options)
    return labelled * 2 > total


def may_be_labelled(first: str) -> bool:
    """Whether the first option of a row could begin with a label: a quick look before the long one."""
    return first[:1] in _FIRST_CHARS


def is_labelled(options: Sequence[str]) -> bool:
    """Whether each option of a row that is not blank begins with its own letter."""
    return all(_letter(option) == letter(index) for index, option in enumerate(options) if option)


def without_labels(options: list[str]) -> list[str]:
    """The options without their letters, if all of them have theirs."""
    return [_LABEL.sub("", option, count=1) for option in options] if is_labelled(options) else options


def without_own_labels(options: list[str]) -> list[str]:
    """The options without the letters that at least two of them carry, each its own, with a full sign behind it."""
    own = [index for index, option in enumerate(options) if (match := _OWN.match(option)) and is_own(match[1], index)]
    if len(own) < 2:
        return options
    return [_OWN.sub("", option, count=1) if index in own else option for index, option in enumerate(options)]


def is_own(label: str, index: int) -> bool:
    """Whether a letter, in whatever width and case, is that of the option with this number from 0."""
    return unicodedata.normalize("NFKC", label).upper() == letter(index)


def _letter(option: str) -> str:
    match = _LABEL.match(option)
    return unicodedata.normalize("NFKC", match[1]).upper() if match else ""

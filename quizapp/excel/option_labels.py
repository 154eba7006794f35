"""Letters typed before the options (A、甲): part of the layout where a whole table carries them, else of the text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from quizapp.core.questions import LETTERS

_LABEL = re.compile(
    r"\s*[(（\[【]?\s*([A-Pa-pＡ-Ｐａ-ｐ])(?:\s*[)）\]】]\s*[、.．:：,，]?|\s*[、.．:：,，\-—]|\s)\s*(?=\S)"
)
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
    return all(_letter(option) == LETTERS[index] for index, option in enumerate(options) if option)


def without_labels(options: list[str]) -> list[str]:
    """The options without their letters, if all of them have theirs."""
    return [_LABEL.sub("", option, count=1) for option in options] if is_labelled(options) else options


def _letter(option: str) -> str:
    match = _LABEL.match(option)
    return unicodedata.normalize("NFKC", match[1]).upper() if match else ""

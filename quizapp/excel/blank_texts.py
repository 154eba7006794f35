"""The key of a fill-in question in one cell: blanks parted by |, what is accepted for one of them by ; or ；.

A separator that belongs to a text has a \\ before it, and each \\ right before a separator is doubled: everywhere else
a \\ is only a \\.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_SEPARATOR = re.compile(r"(?<!\\)(\\*)([|｜;；])")
_BLANK_SIGNS = "|｜"


def joined_blanks(key: Iterable[Sequence[str]]) -> str:
    """The key of all blanks as one text."""
    pieces = [(index > 0, text) for accepted in key for index, text in enumerate(accepted)]
    joined = ""
    for is_same_blank, text in pieces:
        if joined:
            joined = _closed(joined) + (";" if is_same_blank else "|")
        joined += _SEPARATOR.sub(lambda found: found[1] * 2 + "\\" + found[2], text)
    return joined


def split_blanks(text: str) -> list[list[str]]:
    """The pieces of one text, by blanks; blank pieces included. Where || stands, | parts nothing."""
    tokens = _tokens(text)
    is_doubled = any(pair == ("|", "|") for pair in _neighbours(tokens))
    blanks: list[list[str]] = [[""]]
    position = 0
    while position < len(tokens):
        is_sign, token = tokens[position]
        is_pair = is_doubled and tokens[position : position + 2] == [(True, "|")] * 2
        if not is_sign or (is_doubled and token in _BLANK_SIGNS and not is_pair):
            blanks[-1][-1] += token
        elif token in _BLANK_SIGNS:
            blanks.append([""])
        else:
            blanks[-1].append("")
        position += 2 if is_pair else 1
    return blanks


def _closed(text: str) -> str:
    """The text with each \\ at its end doubled, since a separator follows."""
    return text + "\\" * (len(text) - len(text.rstrip("\\")))


def _tokens(text: str) -> list[tuple[bool, str]]:
    """Texts, and separators (marked True)."""
    tokens: list[tuple[bool, str]] = []
    start = 0
    for found in _SEPARATOR.finditer(text):
        signs, separator = found[1], found[2]
        before = text[start : found.start()] + "\\" * (len(signs) // 2)
        is_text = len(signs) % 2 == 1
        tokens.append((False, before + separator * is_text))
        if not is_text:
            tokens.append((True, separator))
        start = found.end()
    rest = text[start:]
    tokens.append((False, rest))
    return [token for token in tokens if token[0] or token[1]]


def _neighbours(tokens: list[tuple[bool, str]]) -> list[tuple[str, str]]:
    """Separators that stand side by side."""
    return [(first[1], second[1]) for first, second in pairwise(tokens) if first[0] and second[0]]

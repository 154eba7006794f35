"""Options that stand all in one cell: how a whole column of such cells is to be divided, and each of its cells.

The signs between options are decided by the column, never by a single cell; letters before the options by each cell.
"""

# no _() in this module: signs in files that others wrote

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from quizapp.core.questions import LETTERS, MAX_OPTIONS

Divide = Callable[[str], list[str]]

_MOST = 16
_BETWEEN = frozenset(";；|,，、#/")
_LABEL = r"[(（\[【<]?\s{{0,30}}({letter})\s*(?:[)）\]】>]\s*[、.．:：,，\-—]?|[、.．:：\-—]|,(?=\s)|，)\s*"
_ALL_LETTERS = [f"{letter}|{letter.lower()}|{chr(ord(letter) + 0xFEE0)}" for letter in LETTERS[:_MOST]]
_SIGNS = (r"\$;\$", r"<\|>", r"<br\s*/?>(?:\s*<br\s*/?>)*", r"={3,}", r"\n+", r"\|+|｜", r"[;；]", r"#", r"\t")
_COMMAS = (r",", r"，", r"、")
_SURE = 0.9
"""So much of a column has to be divided by a sign that it is taken for the one."""


@cache
def _line_starts() -> list[re.Pattern[str]]:
    """Letters at the beginnings of lines; compiled when they are first asked for."""
    return [re.compile(r"(?:^|(?<=\n))[ \t\u3000]*" + _LABEL.format(letter=letter)) for letter in _ALL_LETTERS]


@cache
def _word_starts() -> list[re.Pattern[str]]:
    """Letters behind a space or a sign."""
    behind = r"(?:^|(?<=[\s;；|,，、。.$#)）>_？?：:]))"
    return [re.compile(behind + _LABEL.format(letter=letter)) for letter in _ALL_LETTERS]


@cache
def _glued() -> list[re.Pattern[str]]:
    """Letters right behind a text that is not in Latin letters."""
    wide = [f"{letter}|{chr(ord(letter) + 0xFEE0)}" for letter in LETTERS[:_MOST]]
    return [re.compile(r"(?<=[^\sA-Za-z0-9])" + _LABEL.format(letter=letter)) for letter in wide]


def divider_of(cells: Iterable[str]) -> tuple[str, Divide] | None:
    """The sign between the options of a column's cells, as people type it, and what divides a cell by it.

    None where nothing divides most of them. "" is the sign where only the letters before the options do.
    """
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return None
    lists = sum(_as_list(cell) is not None for cell in filled)
    if lists >= _SURE * len(filled):
        return "[ ]", lambda cell: _as_list(cell) or [cell]
    labelled = sum(len(by_letters(cell)) > 1 for cell in filled)
    for sign in _SIGNS:
        pattern = re.compile(sign)
        divided = sum(1 < len(_parts(pattern, cell)) <= _MOST for cell in filled)
        if divided >= max(_SURE * len(filled), 1) and not _breaks_letters(pattern, filled, labelled):
            is_lettered = labelled >= _SURE * len(filled)
            return _shown(sign, filled), partial(_divided, pattern, is_lettered)
    if labelled >= _SURE * len(filled):
        return "", by_letters
    return _by_commas(filled) or (_mixed(filled) if _by_any(filled) else None)


def is_comma(sign: str) -> bool:
    """Whether the sign is one that stands in options as well, so that somebody should look."""
    return sign in _COMMAS


def by_letters(cell: str) -> list[str]:
    """The options of a cell by the letters before them: A, B, C … in this order, the first at the start."""
    places = letter_places(cell)
    if not places or cell[: places[0][0]].strip():
        return [cell.strip()]
    return texts_at(cell, places)


def letter_places(text: str) -> list[tuple[int, int]]:
    """Where the letters A, B, C … stand before options, and where the options' texts begin; [] for less than two.

    Letters at the beginnings of lines go first; else the longest row of letters counts, of several alike the last one.
    """
    for starts in (_line_starts(), _word_starts()):
        found: list[tuple[int, int]] = []
        ahead = _Ahead(text)
        for first in starts[0].finditer(text):
            places = _places_from(ahead, first, starts)
            if len(places) >= max(len(found), 2):
                found = places
        if found:
            return found if starts is _line_starts() or not _goes_on(text, found) else []
    return []


def _goes_on(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the next letter stands somewhere behind the last place: VPND.交换机 may be two options."""
    letter = _ALL_LETTERS[len(places)] if len(places) < _MOST else "$^"
    return re.search(rf"(?:{letter.partition('|')[0]})\s*[、.．:：]", text[places[-1][1] :]) is not None


class _Ahead:
    """Looks for patterns in a text, from places that only go forward: what was found ahead is not looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[re.Pattern[str], re.Match[str] | None] = {}

    def search(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The first match that begins at this place or behind it."""
        if pattern in self._found:
            known = self._found[pattern]
            if known is None or known.start() >= at:
                return known
        found = self._found[pattern] = pattern.search(self._text, at)
        return found


def _places_from(ahead: _Ahead, first: re.Match[str], starts: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    places = [(first.start(), first.end())]
    for pattern, glued in zip(starts[1:], _glued()[1:], strict=True):
        at = places[-1][1]
        match = ahead.search(pattern, at) or (ahead.search(glued, at) if starts is _word_starts() else None)
        if match is None:
            break
        places.append((match.start(), match.end()))
    return places


def texts_at(text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """The texts from each place to the next, without the sign that stands between all of them."""
    ends = [start for start, _end in places[1:]] + [len(text)]
    texts = [text[begin:end].strip() for (_start, begin), end in zip(places, ends, strict=True)]
    signs = {part[-1:] for part in texts[:-1]}
    sign = signs.pop() if len(signs) == 1 else ""
    if sign not in _BETWEEN:
        return texts
    return [part.removesuffix(sign).rstrip() for part in texts]


def _as_list(cell: str) -> list[str] | None:
    """The texts of a list as programs write it: ["甲","乙"], or {"A": "甲", "B": "乙"}."""
    text = cell.strip()
    if text[:1] not in ("[", "{"):
        return None
    try:
        return _listed(_from_json(text) or _from_json(text.replace("'", '"')))
    except RecursionError:  # brackets in brackets in brackets: nobody's options
        return None


def _listed(found: object) -> list[str] | None:
    if isinstance(found, dict):
        letters = list(map(str.upper, map(str, found)))
        return [_text(value) for value in found.values()] if letters == list(LETTERS[: len(letters)]) else None
    return _unlettered([_text(value) for value in found]) if isinstance(found, list) and found else None


def _from_json(text: str) -> object:
    """The value that a text spells; None where it spells none."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _text(value: object) -> str:
    if isinstance(value, dict):
        known = (value.get(name) for name in ("text", "content", "value", "label", "option"))
        return next((str(text) for text in known if text is not None), str(value))
    return str(value).strip()


def _parts(pattern: re.Pattern[str], cell: str) -> list[str]:
    """The parts of a cell, without an empty one at its ends: gaps within stay."""
    parts = [part.strip() for part in pattern.split(cell.strip())]
    while parts and not parts[-1]:
        parts.pop()
    return parts[1:] if parts and not parts[0] else parts


def _divided(pattern: re.Pattern[str], is_lettered: bool, cell: str) -> list[str]:
    """The options of a cell by a sign; where the cells have letters, these tell a sign within an option."""
    parts = _parts(pattern, cell)
    bare = _unlettered(parts)
    return by_letters(cell) if is_lettered and bare == parts else bare


def _unlettered(parts: list[str]) -> list[str]:
    """The parts without their own letters, where all of them have theirs."""
    found = []
    for letter, part in zip(LETTERS, parts, strict=False):
        wide = chr(ord(letter) + 0xFEE0)
        match = re.match(r"\s*" + _LABEL.format(letter=f"{letter}|{letter.lower()}|{wide}"), part)
        spaced = re.match(rf"\s*[{letter}{wide}]\s+(?=\S)", part)
        if not (match or spaced) and part:
            return parts
        found.append(part[(match or spaced).end() :].strip() if match or spaced else part)  # type: ignore[union-attr]  # one of the two
    return found


def _breaks_letters(pattern: re.Pattern[str], cells: list[str], labelled: int) -> bool:
    """Whether the sign divides options that carry letters at other places than their letters say."""
    if labelled < _SURE * len(cells):
        return False
    same = sum(_unlettered(parts) != parts for cell in cells if (parts := _parts(pattern, cell)))
    return same < _SURE * len(cells)


def _by_commas(cells: list[str]) -> tuple[str, Divide] | None:
    """Commas stand in options as well: they divide only where each cell falls into the same number of parts."""
    fitting = []
    for sign in _COMMAS:
        pattern = re.compile(sign)
        counts = {len(_parts(pattern, cell)) for cell in cells}
        if len(counts) == 1 and 3 <= min(counts) <= MAX_OPTIONS:
            fitting.append((sign, pattern))
    if len(fitting) != 1:
        return None
    sign, pattern = fitting[0]
    return sign, lambda cell: _unlettered(_parts(pattern, cell))


def _by_any(cells: list[str]) -> bool:
    """Whether each cell is divided by its letters or by one of the signs that stand in no option."""
    return all(len(_mixed_parts(cell)) > 1 for cell in cells)


def _mixed(_cells: list[str]) -> tuple[str, Divide]:
    return "", _mixed_parts


def _mixed_parts(cell: str) -> list[str]:
    lettered = by_letters(cell)
    if len(lettered) > 1:
        return lettered
    found = [parts for sign in _SIGNS[:8] if len(parts := _parts(re.compile(sign), cell)) > 1]
    return found[0] if len(found) == 1 else [cell.strip()]


def _shown(sign: str, cells: list[str]) -> str:
    """The sign as it stands in the first cell that has it."""
    match = next((found for cell in cells if (found := re.search(sign, cell))), None)
    return unicodedata.normalize("NFKC", match[0]).replace("\n", "↵").strip() if match else ""

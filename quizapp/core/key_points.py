"""What a model answer wants said: its points, where a response says them, and the marks that this would suggest.

A person gives the marks; nothing here sets any.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.points import POINT
from quizapp.i18n import _

# no _(): signs between the points of other people's answers
_NUMBERED = re.compile(
    r"(?:^|(?<=[\s,，。;；:：、]))[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、](?!\d)|[①-⑳]"
)
_PARTED = re.compile(r"[;；\n|｜]+")
_LISTED = re.compile(r"[,，、。]+")
_OR = re.compile(r"[/／]|(?<=.)或者?(?=.)")
_LEAD = re.compile(r"^(?:答|要点|答案|参考答案|答题要点)\s*[:：]\s*")
_EDGES = " \t\u3000,，。.;；:：、!！?？"
STEP = POINT // 2
"""Marks go in half points."""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing that the answer should say, in any of these words."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a response says a point: characters `start` to `end`, and the number of the point."""

    start: int
    end: int
    point: int


def key_points(model_answer: str) -> tuple[KeyPoint, ...]:
    """The points of a model answer: numbered ones, or what stands between ；, or between commas; each once."""
    text = _LEAD.sub("", model_answer.strip())
    pieces = _pieces(_NUMBERED, text)
    if len(pieces) > 1 and (first := _NUMBERED.search(text)) and first.start() > 0:
        pieces = pieces[1:]  # what leads to the list is no point
    if len(pieces) < 2:
        pieces = _pieces(_PARTED, pieces[0] if pieces else "")
    if len(pieces) < 2:
        pieces = _pieces(_LISTED, pieces[0] if pieces else "")
    known: dict[str, KeyPoint] = {}
    for piece in pieces:
        words = tuple(word for one in _OR.split(piece) if (word := one.strip(_EDGES)))
        known.setdefault(_folded(piece)[0], KeyPoint(piece, words or (piece,)))
    return tuple(known.values())


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    return [bare for piece in pattern.split(text) if (bare := piece.strip(_EDGES)) and _folded(bare)[0]]


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without width, case, white space and marks, and for each sign the place it came from."""
    signs: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for sign in unicodedata.normalize("NFKC", char).casefold():
            if unicodedata.category(sign)[0] in "LNS":
                signs.append(sign)
                places.append(at)
    return "".join(signs), places


def points_in(response: str, points: Sequence[KeyPoint]) -> tuple[Found, ...]:
    """Every place where a response says one of the points, in reading order."""
    folded, places = _folded(response)
    found = [
        Found(places[start], places[start + length - 1] + 1, number)
        for number, point in enumerate(points)
        for word in point.words
        for start, length in _occurrences(folded, _folded(word)[0])
    ]
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end, one.point)))


def _occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, len(word)
        at = text.find(word, at + len(word))


def suggested(points: int, said: int, wanted: int) -> int:
    """Marks for a response that says so many of the points wanted: their share, down to a whole step."""
    if not wanted:
        return 0
    return points if said >= wanted else points * said // wanted // STEP * STEP


def mark_fault(mark: int, points: int) -> str:
    """Why a mark cannot be given for a question worth `points`, in words; empty where it can."""
    if not 0 <= mark <= points:
        return _("分数应在 0 分到这道题的满分之间。")
    if mark % STEP and mark != points:
        return _("分数应是 0.5 分的整数倍。")
    return ""

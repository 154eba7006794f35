"""What single cells of a question bank say beside stem, options and key: difficulty, dates, a key that shows."""

# no _() in this module: words in files that others wrote, in whatever language the program speaks

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from quizapp.core.questions import LETTERS, Difficulty, Kind, Question, blank_count, fold
from quizapp.excel.keys import truth_of
from quizapp.excel.stem_keys import take_key

_DIFFICULTIES = {
    word: difficulty
    for difficulty, words in {
        Difficulty.EASY: "易 容易 简单 较易 低 easy",
        Difficulty.MEDIUM: "中 中等 适中 一般 普通 medium moderate",
        Difficulty.HARD: "难 困难 较难 高 hard difficult",
    }.items()
    for word in words.split()
}
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?(?:\s.*)?", re.DOTALL)
_SHOWN_KEY = re.compile(r"[(（]\s*([A-Ha-hＡ-Ｈ][A-Ha-hＡ-Ｈ\s、,，]*)[)）]")
_MAY_SHOW_KEY = re.compile(r"[(（【\[]\s*(?:[答正]|[A-Ha-hＡ-Ｈ√×✓✔✗✘╳对错是否TFtf]\s*[)）】\]A-Ha-hＡ-Ｈ、,，;；])")
_SIGNS = frozenset("√×✓✔✗✘╳")
_NUMBERED_BLANK = re.compile(r"[【\[(（]\s*空\s*(\d+)\s*[】\])）]")


def read_difficulty(text: str, not_understood: set[str]) -> Difficulty:
    """The difficulty in words; numbers run in opposite directions in different products and are left unrated."""
    text = text.strip()
    if not text:
        return Difficulty.UNRATED
    found = _DIFFICULTIES.get(text) or _DIFFICULTIES.get(fold(text).removesuffix("题"))
    found = found or next((known for known in Difficulty if known and fold(known.label) == fold(text)), None)
    if found is None:
        not_understood.add(text[:20])
        return Difficulty.UNRATED
    return found


def read_date(text: str) -> date | None:
    """2026-11-01, 2026/11/1, 2026.11.1, 2026年11月1日; a month alone means its first day.

    2026.1 is refused: it is what Excel makes of 2026.10.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _DATE.fullmatch(plain)
    if match is None or not match[2] or re.fullmatch(r"\d{4}\.1", plain):
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key that stands in a stem: the stem without it; `agrees` with the question's key. `key` "" for none."""

    stem: str
    key: str = ""
    agrees: bool = False


def may_show_key(stem: str) -> bool:
    """A quick look before `key_in_stem`."""
    return _MAY_SHOW_KEY.search(stem) is not None or not _SIGNS.isdisjoint(stem[-2:])


def key_in_stem(question: Question) -> ShownKey:
    """The key in a stem's brackets; letters that name no option of the question are words."""
    options = [option.text for option in question.options]
    if question.kind is Kind.TRUE_FALSE:
        found = take_key(question.stem, options, None)
        return ShownKey(found.stem, found.key, truth_of(found.key) is question.key) if found.key else ShownKey("")
    if not question.kind.has_options:
        return ShownKey(question.stem)
    letters = question.key_letters
    found = take_key(question.stem, options, question.kind)
    shown = "".join(sorted(re.sub(r"[^A-H]", "", fold(found.key).upper())))
    if not shown:
        several = {
            "".join(sorted(re.sub(r"[^A-H]", "", fold(one).upper()))) for one in _SHOWN_KEY.findall(question.stem)
        }
        return ShownKey(question.stem, "/".join(sorted(several)) if letters in several else "")
    is_word = LETTERS.index(shown[-1]) >= len(options)
    return ShownKey(question.stem) if is_word else ShownKey(found.stem, shown, shown == letters)


def has_numbered_blanks(stem: str, count: int) -> bool:
    """Whether a stem has so many places for answers, be they written 【空1】."""
    return len(set(_NUMBERED_BLANK.findall(stem))) == count or blank_count(stem) == count

"""What single cells of a question bank say beside stem, options and key: difficulty, dates, a key that shows."""

# no _() in this module: words in files that others wrote, in whatever language the program speaks

import re
import unicodedata
from datetime import date

from quizapp.core.questions import Difficulty, Question, fold

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
_MAY_SHOW_KEY = re.compile(r"[(（]\s*[A-Ha-hＡ-Ｈ]")


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


def shown_key_in(question: Question) -> bool:
    """Whether the stem of a choice question shows its key in brackets."""
    if not _MAY_SHOW_KEY.search(question.stem):
        return False
    letters = question.key_letters
    shown = {re.sub(r"[^A-H]", "", fold(found).upper()) for found in _SHOWN_KEY.findall(question.stem)}
    return bool(letters) and any("".join(sorted(found)) == letters for found in shown)

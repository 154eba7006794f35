"""Keys that stand in the stem itself: （B）, （√）, （三）; they are taken out, and the empty place remains."""

# no _(): words in texts that others wrote; what is told the user goes through _()

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.questions import Kind, fold
from quizapp.excel.keys import truth_of
from quizapp.excel.kinds import CHOICE, Declared
from quizapp.i18n import _

_LETTERS = re.compile(r"([(（【\[])\s*([A-HＡ-Ｈ](?:[\s、,，;；]*[A-HＡ-Ｈ])*|[a-hａ-ｈ])\s*([)）】\]])")
_EMPTY = re.compile(r"[(（]\s*[)）]|_{2,}|＿{2,}")
_BRACKETED = re.compile(r"([(（])\s{0,30}+([^()（）\n]{1,80}?)\s{0,30}([)）])")
_SIGN_AT_END = re.compile(r"\s([√×✓✔✗✘╳])\s{0,30}[。.]?$|(?<=[。.；;])([√×✓✔✗✘╳])$")
_SIGNS = frozenset("√×✓✔✗✘╳")


@dataclass(frozen=True, slots=True)
class StemKey:
    """The stem without its key, the key, and why it cannot be trusted."""

    stem: str
    key: str = ""
    trouble: str = ""


def take_key(stem: str, options: Sequence[str], kind: Declared | None) -> StemKey:
    """The key in a stem's brackets, for questions of this kind with these options."""
    if options or kind in (Kind.SINGLE, Kind.MULTIPLE, CHOICE):
        return _letters(stem)
    if kind is Kind.FILL_BLANK:
        return _blanks(stem)
    if kind in (None, Kind.TRUE_FALSE):
        return _truth(stem, is_declared=kind is not None)
    return StemKey(stem)


def has_key(line: str) -> bool:
    """Whether a line ends with true or false in brackets, or has the letters of options in them."""
    return bool(_truth(line, is_declared=False).key or _letters(line).key)


def _letters(stem: str) -> StemKey:
    found = [match for match in _LETTERS.finditer(_worded(stem)) if _is_ascending(match[2])]
    stem = _worded(stem)
    if not found or _EMPTY.search(stem):
        return StemKey(stem)
    if len({fold(match[2]) for match in found}) > 1:
        words = _("题干里有几处括号写着字母，看不出哪一处是答案：请只留一处，或另写“答案：”。")
        return StemKey(stem, trouble=words)
    emptied = _LETTERS.sub(lambda match: match[1] + match[3] if _is_ascending(match[2]) else match[0], stem)
    return StemKey(emptied, found[0][2])


def _worded(stem: str) -> str:
    """（答案：B） is （B）."""
    return re.sub(r"([(（])\s*(?:正确|标准|参考)?答案\s*[:：]\s*", r"\1", stem)


def _is_ascending(letters: str) -> bool:
    """Letters of a key stand in order, each once; CBD or AA is a word. Between commas any order will do."""
    bare = re.sub(r"[\s、,，;；]+", "", fold(letters))
    return len(set(bare)) == len(bare) and (list(bare) == sorted(bare) or bool(re.search(r"[\s、,，;；]", letters)))


def _truth(stem: str, *, is_declared: bool) -> StemKey:
    stem = _worded(stem)
    found = []
    for match in _BRACKETED.finditer(stem):
        truth = truth_of(match[2])
        is_last = not stem[match.end() :].strip(" \t\u3000。.；;！!")
        is_sign = match[2].strip() in _SIGNS
        if truth is not None and not match[2].strip().isdecimal() and (is_sign or is_last or is_declared):
            found.append(match)
    if not found:
        sign = _SIGN_AT_END.search(stem)
        return StemKey(stem[: sign.start()].rstrip(), sign[1] or sign[2]) if sign else StemKey(stem)
    if len({truth_of(match[2]) for match in found}) > 1:
        return StemKey(stem, trouble=_("题干里有几处括号写着对错，看不出哪一处是答案：请只留一处。"))
    match = found[-1]
    return StemKey(stem[: match.start()] + match[1] + match[3] + stem[match.end() :], match[2].strip())


def _blanks(stem: str) -> StemKey:
    """Every bracket of a stem without an empty place is an answer; words between lines (__三__) could be the stem's."""
    found = list(_BRACKETED.finditer(stem))
    if not found or _EMPTY.search(stem):
        return StemKey(stem)
    return StemKey(_BRACKETED.sub(r"\1\3", stem), "|".join(match[2].strip() for match in found))

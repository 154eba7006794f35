"""Texts in cells of our own exports, so that they come back as they were: what would change is spelled.

A cell that begins with \\: is spelled: in it \\\\ is one \\, and \\u200b or \\U0001fffe the character of this number.
Every other cell says what it shows.
"""

import re

from quizapp.core.control_characters import CONTROL_CHARACTERS

SPELLED = "\\:"
_CHANGED = re.compile(rf"{CONTROL_CHARACTERS.pattern}|[\r\u200b\ufeff\ud800-\udfff]")
_LOOKS_SPELLED = re.compile(r"\\:|=?\s*(?:_xlfn\.)?DISPIMG\(|.*_x[0-9A-Fa-f]{4}_", re.DOTALL)
_SPELLING = re.compile(r"\\(?:\\|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_TO_SPELL = re.compile(rf"{_CHANGED.pattern}|\\|_(?=x[0-9A-Fa-f]{{4}}_)")


def spelled(text: str) -> str:
    """The text as a cell of ours holds it."""
    if not _CHANGED.search(text) and not _LOOKS_SPELLED.match(text):
        return text
    return SPELLED + _TO_SPELL.sub(_spell, text)


def read_spelled(cell: str) -> str:
    """The text that a cell of ours stands for."""
    return _SPELLING.sub(_read, cell.removeprefix(SPELLED)) if cell.startswith(SPELLED) else cell


def _spell(match: re.Match[str]) -> str:
    if match[0] == "\\":
        return "\\\\"
    number = ord(match[0])
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def _read(match: re.Match[str]) -> str:
    number = match[1] or match[2]
    return chr(int(number, 16)) if number else "\\"

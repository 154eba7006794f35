"""Texts in cells of our own exports, so that they come back as they were: what would change is spelled.

A cell that begins with \\: is spelled: in it \\\\ is one \\, and \\u200b the character of this number. Every
other cell says what it shows.
"""

import re

SPELLED = "\\:"
_CHANGED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\ufeff\ud800-\udfff\ufffe\uffff]")
_LOOKS_SPELLED = re.compile(r"\\:|=?\s*(?:_xlfn\.)?DISPIMG\(|.*_x[0-9A-Fa-f]{4}_", re.DOTALL)
_SPELLING = re.compile(r"\\(?:\\|u([0-9a-f]{4}))")
_TO_SPELL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff\ufffe\uffff\\\\]|_(?=x[0-9A-Fa-f]{4}_)")


def spelled(text: str) -> str:
    """The text as a cell of ours holds it."""
    if not _CHANGED.search(text) and not _LOOKS_SPELLED.match(text):
        return text
    return SPELLED + _TO_SPELL.sub(_spell, text)


def read_spelled(cell: str) -> str:
    """The text that a cell of ours stands for."""
    return _SPELLING.sub(_read, cell.removeprefix(SPELLED)) if cell.startswith(SPELLED) else cell


def _spell(match: re.Match[str]) -> str:
    return "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}"


def _read(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "\\"

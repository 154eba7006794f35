"""How Chinese is sorted and found by typing letters: pinyin, with surnames read as surnames are."""

import re
from dataclasses import dataclass

# no _() in this module: the tables hold characters and their readings, which are data in every language

_SURNAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "查": "zha", "区": "ou", "朴": "piao", "盖": "gai|ge",
    "翟": "zhai|di", "覃": "qin|tan", "乐": "yue|le", "缪": "miao", "员": "yun", "种": "chong", "折": "she",
    "黑": "hei|he", "繁": "po", "秘": "bi", "召": "shao", "洗": "xian", "郇": "xun|huan", "祭": "zhai",
    "隗": "wei|kui", "卜": "bu", "莘": "shen|xin", "都": "du", "谌": "chen|shen", "牟": "mu|mou", "柏": "bai|bo",
    "宓": "mi|fu", "会": "gui", "能": "nai", "行": "xing|heng", "藏": "zang", "重": "chong", "尉迟": "yu chi",
    "万俟": "mo qi", "长孙": "zhang sun", "澹台": "tan tai", "单于": "chan yu", "令狐": "ling hu",
    "皇甫": "huang fu", "亓官": "qi guan",
}  # fmt: skip
"""Surnames that are read otherwise than the same characters in other words; first the usual reading."""

_LETTERS = re.compile(r"[^\w]|_")
_MOST = 3  # readings kept of one name


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The readings of a name, the usual one first: syllables with spaces ("qin feng"), and their first letters."""

    pinyin: tuple[str, ...]
    initials: tuple[str, ...]


def name_keys(name: str) -> NameKeys:
    """Return how a person's name is read; characters that have no known reading stand for themselves."""
    plain = _LETTERS.sub("", name)
    surname = next((plain[:length] for length in (2, 1) if plain[:length] in _SURNAMES), "")
    as_usual = " ".join(_syllables(plain))
    rest = _syllables(plain[len(surname) :])
    readings = [" ".join([reading, *rest]) for reading in _SURNAMES[surname].split("|")] if surname else []
    kept = tuple(dict.fromkeys([*readings, as_usual]))[:_MOST]
    initials = ("".join(syllable[0] for syllable in reading.split()) for reading in kept)
    return NameKeys(kept, tuple(dict.fromkeys(initials)))


def sort_key(text: str) -> tuple[str, str]:
    """Return what to sort any Chinese text by."""
    return " ".join(_syllables(text)), text


def _syllables(text: str) -> list[str]:
    """Return the reading of each character; what is not Chinese stays in one piece, in small letters."""
    from pypinyin import lazy_pinyin  # its dictionary takes a moment, and most starts of the program need none of it

    return [part.strip().lower() for part in lazy_pinyin(text) if part.strip()]

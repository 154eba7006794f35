"""Single cells of a roster: names, departments, numbers, switches, as people type them."""

# no _() in this module: words in files that others wrote, in whatever language the program speaks

import re
import unicodedata

from quizapp.core.people import DepartmentKind
from quizapp.core.questions import fold

_HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_SPACES = re.compile(r"\s+")
_PATH_SIGNS = re.compile("[/／>＞]")
_SCIENTIFIC = re.compile(r"[-+]?\d(?:\.\d+)?[Ee][+-]?\d+")
_ROUNDED = re.compile(r"\d{15}0{2,}")
_CARD = re.compile(r"\d{17}[\dXx]")
_ON = frozenset(["是", "√", "✓", "✔", "对", "y", "yes", "true", "t", "1", "参加", "计入", "参与", "排名", "需要", "要"])
_OFF = frozenset(
    [
        "否",
        "×",
        "✗",
        "✘",
        "x",
        "错",
        "n",
        "no",
        "false",
        "f",
        "0",
        "不",
        "不参加",
        "不计入",
        "不参与",
        "不排名",
        "不需要",
        "不要",
        "无",
    ]
)
_SECTIONS = ("科室", "处室", "内设", "局机关", "机关", "section", "部门")
_UNITS = ("局属", "直属", "下属", "所属", "事业单位", "企业", "单位", "unit", "二级")


def clean_name(text: str) -> str:
    """A name without the spaces that pad it: 张 三 is 张三; names with Latin letters keep one space between words."""
    name = _SPACES.sub(" ", text.replace("\u3000", " ")).strip()
    return _BETWEEN_HAN.sub("", name)


def clean_department(text: str) -> tuple[str, ...]:
    """A department's path: / and > part its levels."""
    parts = (clean_name(part) for part in _PATH_SIGNS.split(text))
    return tuple(part for part in parts if part)


def clean_number(text: str) -> str:
    """A number in narrow digits, with its leading zeros and without the sign that made it text."""
    return unicodedata.normalize("NFKC", text).strip().lstrip("'’`").strip()


def is_rounded_number(text: str) -> bool:
    """Whether a spreadsheet has turned a long number into 3.70602E+17 or lost its last digits."""
    return bool(_SCIENTIFIC.fullmatch(text) or _ROUNDED.fullmatch(text))


def is_identity_card(text: str) -> bool:
    """Whether a number has the shape of an identity card's."""
    return bool(_CARD.fullmatch(text))


def is_switched_on(text: str) -> bool | None:
    """Yes or no in any spelling; None for anything else."""
    folded = fold(text)
    return True if folded in _ON else False if folded in _OFF else None


def department_kind_of(text: str) -> DepartmentKind | None:
    """A section of the office or a subordinate unit; None where the words say neither."""
    folded = fold(text)
    for kind in DepartmentKind:
        if folded == fold(kind.label):
            return kind
    if any(word in folded for word in _UNITS):
        return DepartmentKind.UNIT
    if any(word in folded for word in _SECTIONS):
        return DepartmentKind.SECTION
    return None

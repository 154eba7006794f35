"""Automatic numbers of a .docx as the text that people see: 1. 2. 3., 一、二、, A. B. C."""

# no _() in this module: numbers in documents that others wrote

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from quizapp.excel.chinese_numerals import digits_in_chinese, number_in_chinese
from quizapp.excel.docx_package import W, value_of

_LEVELS = 9
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CHINESE = frozenset([
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
    "japaneseCounting",
])  # fmt: skip
_CHINESE_SIGNS = frozenset("〇一二三四五六七八九十百千零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = "甲乙丙丁戊己庚辛壬癸"
_SILENT = frozenset(["bullet", "none"])
_LARGEST = 100_000
_LARGEST_LETTER = 780  # ZZZ…, thirty times: what Word itself counts to
_LONGEST = 100  # signs of a label


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: bool = True


@dataclass(slots=True)
class _List:
    """A numbering instance: its levels, those it starts anew, and the counters it shares with its like."""

    levels: dict[int, _Level]
    starts: dict[int, int]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts along while paragraphs are read in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._begun: set[tuple[str, int]] = set()
        self._level_of_style: dict[tuple[str, str], int] = {}
        self._styles = _style_numbers(styles)
        if numbering is not None:
            self._read(numbering)

    def label(self, paragraph_properties: Element | None) -> str:
        """The number before a paragraph, empty where it has none; counts it."""
        number, level = self._place(paragraph_properties)
        chosen = self._lists.get(number)
        if chosen is None or level not in chosen.levels:
            return ""
        counts = chosen.counts
        if level in chosen.starts and (number, level) not in self._begun:
            counts[level] = chosen.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else chosen.levels[level].start
        self._begun.add((number, level))
        for deeper in range(level + 1, _LEVELS):
            if deeper in counts and chosen.levels.get(deeper, _Level()).restarts:
                del counts[deeper]
        return _shown(chosen, level)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Numbering and level of a paragraph, its own or its style's."""
        if properties is None:
            return self._styles.get("", ("", 0))
        style = value_of(properties.find(W + "pStyle"))
        own = properties.find(W + "numPr")
        number, level = self._styles.get(style, ("", 0))
        level = self._level_of_style.get((number, style), level)
        if own is not None:
            number = value_of(own.find(W + "numId")) or number
            level = _int(value_of(own.find(W + "ilvl")), level)
        return number, level

    def _read(self, numbering: Element) -> None:
        abstract = {value_of(node, "abstractNumId"): node for node in numbering.iter(W + "abstractNum")}
        linked = {
            value_of(link): node for node in abstract.values() if (link := node.find(W + "styleLink")) is not None
        }
        counts: dict[str, dict[int, int]] = {}
        for node in numbering.iter(W + "num"):
            name = value_of(node.find(W + "abstractNumId"))
            definition = abstract.get(name)
            if definition is None:
                continue
            if (link := definition.find(W + "numStyleLink")) is not None:
                definition = linked.get(value_of(link), definition)
            levels, starts = _levels(definition), {}
            for override in node.iter(W + "lvlOverride"):
                index = _int(value_of(override, "ilvl"), 0)
                if (start := override.find(W + "startOverride")) is not None:
                    starts[index] = _int(value_of(start), 1)
                levels |= _levels(override)
            number = value_of(node, "numId")
            self._lists[number] = _List(levels, starts, counts.setdefault(name, {}))
            for level in definition.iter(W + "lvl"):
                if style := value_of(level.find(W + "pStyle")):
                    self._level_of_style[number, style] = _int(value_of(level, "ilvl"), 0)


def _levels(node: Element) -> dict[int, _Level]:
    levels = {}
    for level in node.iter(W + "lvl"):
        index = _int(value_of(level, "ilvl"), 0)
        if not 0 <= index < _LEVELS:
            continue
        form = value_of(level.find(W + "numFmt")) or "decimal"
        text = value_of(level.find(W + "lvlText"))
        start = _int(value_of(level.find(W + "start")), 0 if level.find(W + "start") is None else 1)
        levels[index] = _Level(start, form, text, value_of(level.find(W + "lvlRestart")) != "0")
    return levels


def _style_numbers(styles: Element | None) -> dict[str, tuple[str, int]]:
    """Style -> numbering and level, those of the style it is based on included; "" is the default style."""
    own: dict[str, tuple[str, str, str]] = {}
    default = ""
    for node in styles.iter(W + "style") if styles is not None else ():
        if value_of(node, "type") not in ("paragraph", ""):
            continue
        name = value_of(node, "styleId")
        numbers = node.find(f"{W}pPr/{W}numPr")
        number = value_of(numbers.find(W + "numId")) if numbers is not None else ""
        level = value_of(numbers.find(W + "ilvl")) if numbers is not None else ""
        own[name] = (number, level, value_of(node.find(W + "basedOn")))
        if value_of(node, "default") in ("1", "true"):
            default = name
    found = {name: _inherited(own, name) for name in own}
    if default:
        found[""] = found[default]
    return found


def _inherited(own: dict[str, tuple[str, str, str]], name: str) -> tuple[str, int]:
    number = level = ""
    seen: set[str] = set()
    while name in own and name not in seen:
        seen.add(name)
        its_number, its_level, name = own[name]
        number, level = number or its_number, level or its_level
    return number, _int(level, 0)


def _shown(chosen: _List, level: int) -> str:
    """The label as its pattern says (%1.%2); a bare number or letter is given a full stop, to be known for one."""
    text = chosen.levels[level].text[:_LONGEST]
    if chosen.levels[level].form in _SILENT:
        return ""
    for index in range(level + 1):
        definition = chosen.levels.get(index, _Level())
        count = chosen.counts.get(index, definition.start)
        text = text.replace(f"%{index + 1}", _formatted(count, definition.form))
    text = text[:_LONGEST]
    bare = text.strip()
    if bare.isalnum() and bare.isascii():
        return f"{bare}."
    return f"{bare}、" if bare and all(char in _CHINESE_SIGNS for char in bare) else text


def _formatted(number: int, form: str) -> str:
    if not 0 <= number < _LARGEST:
        return str(number)
    if form in ("upperLetter", "lowerLetter") and number <= _LARGEST_LETTER:
        text = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""
        return text if form == "upperLetter" else text.lower()
    if form in ("upperRoman", "lowerRoman"):
        text = _roman(number)
        return text if form == "upperRoman" else text.lower()
    if form in _CHINESE:
        return number_in_chinese(number, "〇一二三四五六七八九")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return number_in_chinese(number, "零壹贰叁肆伍陆柒捌玖")
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return digits_in_chinese(str(number), 1)
    if form == "ideographTraditional" and 1 <= number <= len(_TRADITIONAL):
        return _TRADITIONAL[number - 1]
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "decimalEnclosedParen":
        return f"({number})"
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _int(text: str, otherwise: int) -> int:
    try:
        return int(text)
    except ValueError:
        return otherwise

"""Questions written out as colleagues write them, in every style that is read, and small .docx files."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st

from quizapp.core.questions import LETTERS, Kind
from quizapp.excel.written_lines import WrittenLine, WrittenText
from quizapp.excel.written_questions import read_written

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORDS = "接听电话握手名片引路会议座次迎送鞠躬微笑来访群众请坐倒水"
TEXTS = st.text(st.sampled_from(_WORDS), min_size=2, max_size=9)
NUMBERS = ("{}.", "{}、", "{}．", "（{}）", "({}) ", "第{}题 ", "第{}题：", "{})", "{}）", "{}. ")
LABELS = ("{}.", "{}、", "{}．", "{}:", "({})", "（{}）", "{})", "{}）", "{}. ")
KEY_MARKS = ("答案：", "正确答案：", "【答案】", "参考答案：", "Answer: ", "答案:", "标准答案： ")
HEADS = {
    Kind.SINGLE: ("单选题", "单项选择题（每题2分，共20分）", "单选题(共3题)"),
    Kind.MULTIPLE: ("多选题", "多项选择题（每题3分，错选不得分）"),
    Kind.TRUE_FALSE: ("判断题", "判断题（对的打√，错的打×）"),
    Kind.FILL_BLANK: ("填空题", "填空题（每空1分）"),
    Kind.SHORT_ANSWER: ("简答题", "简答题（每题10分）"),
}
TRUTHS = {True: ("√", "对", "正确"), False: ("×", "错", "错误")}


@dataclass(frozen=True, slots=True)
class Made:
    """A question as it should be read."""

    kind: Kind
    stem: str
    options: tuple[str, ...]
    key: object


@dataclass(slots=True)
class Page:
    """A text that grows, and the questions that are in it."""

    lines: list[str] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)


def lines_of(text: str) -> list[WrittenLine]:
    """A text as numbered lines."""
    return [WrittenLine(line, number) for number, line in enumerate(text.split("\n"), start=1)]


def written(text: str) -> WrittenText:
    """A text read."""
    return read_written(lines_of(text))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A text of parts in a random mixture of styles."""
    page = Page()
    kinds = draw(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=5, unique=True))
    restarts = draw(st.booleans())
    closing: list[str] = []
    lists_at_end = draw(st.booleans())
    number = 0
    if draw(st.booleans()):
        page.lines += ["礼仪知识测试题", "姓名：________ 得分：________", ""]
    for index, kind in enumerate(kinds):
        number = 0 if restarts else number
        heading = _heading(draw, index, kind)
        page.lines.append(heading)
        keys = _part(draw, page, kind, number)
        number += draw(st.just(len(keys.made)))
        if not keys.listed:
            continue
        items = _list_lines(draw, keys.listed)
        if lists_at_end:
            closing += [heading, *items]
        else:
            page.lines += items
    if closing:
        page.lines += ["", draw(st.sampled_from(["参考答案", "答案：", "附：参考答案"])), *closing]
    return page


@dataclass(slots=True)
class _Part:
    made: list[Made] = field(default_factory=list)
    listed: list[tuple[int, str]] = field(default_factory=list)


def _heading(draw: st.DrawFn, index: int, kind: Kind) -> str:
    style = draw(st.sampled_from(["{}、", "（{}）", "{}. ", "第{}部分 "]))
    return style.format("一二三四五"[index]) + draw(st.sampled_from(HEADS[kind]))


def _part(draw: st.DrawFn, page: Page, kind: Kind, last: int) -> _Part:
    part = _Part()
    style = draw(st.sampled_from(NUMBERS))
    is_listed = kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE) and draw(st.booleans())
    for number in range(last + 1, last + 1 + draw(st.integers(1, 4))):
        made = draw(_question(kind))
        part.made.append(made)
        key = _key_text(draw, made)
        if is_listed:
            part.listed.append((number, key))
        page.lines += _written_out(draw, made, style.format(number), "" if is_listed else key)
        if draw(st.booleans()):
            page.lines.append("")
    page.made += part.made
    return part


@st.composite
def _question(draw: st.DrawFn, kind: Kind) -> Made:
    stem = draw(TEXTS)
    if kind.has_options:
        options = tuple(draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True)))
        least = 1 if kind is Kind.SINGLE else 2
        most = 1 if kind is Kind.SINGLE else len(options)
        right = draw(st.lists(st.sampled_from(range(len(options))), min_size=least, max_size=most, unique=True))
        return Made(kind, f"{stem}（）。", options, tuple(sorted(right)))
    if kind is Kind.TRUE_FALSE:
        return Made(kind, f"{stem}。（）", (), draw(st.booleans()))
    if kind is Kind.FILL_BLANK:
        answers = draw(st.lists(TEXTS, min_size=1, max_size=2))
        return Made(kind, stem + "，".join("（）" for _answer in answers) + "。", (), tuple((a,) for a in answers))
    return Made(kind, f"{stem}？", (), draw(TEXTS))


def _key_text(draw: st.DrawFn, made: Made) -> str:
    if isinstance(made.key, bool):
        return draw(st.sampled_from(TRUTHS[made.key]))
    if made.kind.has_options and isinstance(made.key, tuple):
        return "".join(LETTERS[index] for index in made.key)
    if isinstance(made.key, tuple):
        return "|".join(answer[0] for answer in made.key)
    return str(made.key)


def _written_out(draw: st.DrawFn, made: Made, number: str, key: str) -> list[str]:
    """The lines of a question; a key goes into its brackets or on a line of its own."""
    in_brackets = bool(key) and made.kind is not Kind.SHORT_ANSWER and draw(st.booleans())
    stem = _filled(draw, made, key) if in_brackets else made.stem
    lines = [number + stem, *_options(draw, made.options)]
    if key and not in_brackets:
        mark = draw(st.sampled_from([*KEY_MARKS, "答："] if made.kind is Kind.SHORT_ANSWER else KEY_MARKS))
        lines.append(mark + key)
    if made.kind is not Kind.SHORT_ANSWER and draw(st.booleans()) and key:
        lines.append("解析：见接待规范。")
    return lines


def _filled(draw: st.DrawFn, made: Made, key: str) -> str:
    stem = made.stem
    for answer in key.split("|"):
        gap = draw(st.sampled_from(["", " "]))
        stem = stem.replace("（）", f"({gap}{answer}{gap})", 1)
    return stem.replace("(", "（").replace(")", "）")


def _options(draw: st.DrawFn, options: Sequence[str]) -> list[str]:
    if not options:
        return []
    label = draw(st.sampled_from(LABELS))
    texts = [label.format(LETTERS[index]) + text for index, text in enumerate(options)]
    layout = draw(st.sampled_from(["lines", " ", "\t", "    ", "", "pairs", "wide"]))
    if layout == "lines":
        return texts
    if layout == "pairs":
        return ["  ".join(texts[at : at + 2]) for at in range(0, len(texts), 2)]
    if layout == "wide":
        return [text.translate(str.maketrans("ABCDE", "ＡＢＣＤＥ")) for text in texts]
    return [layout.join(texts)]


def _list_lines(draw: st.DrawFn, listed: Sequence[tuple[int, str]]) -> list[str]:
    style = draw(st.sampled_from(["items", "range", "colon", "commas"]))
    if style == "range" and len(listed) > 1:
        return [f"{listed[0][0]}—{listed[-1][0]} " + " ".join(key for _number, key in listed)]
    if style == "colon" and len(listed) > 1 and all(len(key) == 1 for _number, key in listed):
        return [f"{listed[0][0]}-{listed[-1][0]}：" + "".join(key for _number, key in listed)]
    if len(listed) == 1:
        number, key = listed[0]
        return [f"{number}—{number} {key}"]
    gap = "，" if style == "commas" else " "
    return [gap.join(f"{number}.{key}" for number, key in listed)]


def docx(body: str, *, numbering: str = "", styles: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """A .docx with this XML in its body, numbering and styles; `parts` are added or replace others."""
    head = f'<?xml version="1.0" encoding="UTF-8"?><w:{{0}} xmlns:w="{WORD}">{{1}}</w:{{0}}>'
    found = {"word/document.xml": head.format("document", f"<w:body>{body}</w:body>").encode()}
    if numbering:
        found["word/numbering.xml"] = head.format("numbering", numbering).encode()
    if styles:
        found["word/styles.xml"] = head.format("styles", styles).encode()
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in (found | (parts or {})).items():
            archive.writestr(name, content)
    return stream.getvalue()


def paragraph(text: str, *, number: int | None = None, level: int = 0, style: str = "") -> str:
    """A paragraph's XML, numbered automatically where `number` says by which list."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table's XML."""
    cells = ["".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def level(index: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of a list's XML."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered_list(number: int, *levels: str, starts: dict[int, int] | None = None) -> str:
    """An abstract list and its one instance."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for at, start in (starts or {}).items()
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{overrides}</w:num>'
    )

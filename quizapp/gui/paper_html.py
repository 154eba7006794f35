"""A whole paper as it lies before somebody, in HTML: for printing, and to be saved as a page for the browser."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from quizapp.core.grading import MultipleRule
from quizapp.core.points import points_text
from quizapp.core.questions import Kind, Question, letter
from quizapp.gui.html_parts import lines, picture_tag
from quizapp.i18n import N_, _
from quizapp.services.trials import PrintedPaper

_NUMERALS = (
    N_("一"), N_("二"), N_("三"), N_("四"), N_("五"), N_("六"), N_("七"), N_("八"), N_("九"), N_("十"),
)  # fmt: skip
_BRACKETS = re.compile(r"[（(]\s*[）)]")
_LINE_TO_WRITE_ON = re.compile(r"_{2,}|＿{2,}")
_WRITING_LINES = 5
_INDENT = 3  # of options, in hundredths of the line
_STEM_ROOM = (600, 220)  # pixels at 96 an inch, as browsers count them: the line is 642 wide
_OPTION_ROOM = (270, 130)  # two side by side
_WIDTHS = ((4, 14), (2, 36))  # so many options side by side while the longest has at most this width in half letters

STYLE = """
body { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: 11pt;
       color: #000000; background: #ffffff; }
p { margin: 0 0 2pt 0; line-height: 135%; }
p.title { font-size: 17pt; font-weight: 600; text-align: center; margin: 0 0 6pt 0; }
p.part { font-size: 12pt; font-weight: 600; margin: 8pt 0 3pt 0; }
p.space { font-size: 5pt; margin: 0; line-height: 100%; }
p.picture { margin: 2pt 0 4pt 0; line-height: 100%; }
p.facts { text-align: center; margin: 0 0 8pt 0; }
p.name { text-align: center; margin: 0 0 6pt 0; }
p.key { page-break-before: always; }
table { page-break-inside: avoid; }
@page { size: A4; margin: 18mm 20mm; }
"""


@dataclass(frozen=True, slots=True)
class _Part:
    """Questions of one kind and worth in a row, with the number of the first."""

    kind: Kind
    points: int
    first: int
    questions: tuple[Question, ...]


def paper_html(paper: PrintedPaper, *, version: str = "", rule: MultipleRule, with_key: bool = False) -> str:
    """The paper; `version` (A, B …) tells apart papers in different order. The key begins on a page of its own."""
    parts = list(_parts(paper))
    body = [*_head(paper, version)]
    for at, part in enumerate(parts):
        for place, question in enumerate(part.questions):
            heading = _heading(at, part, rule) if not place else ""
            body.append(_question(part.first + place, question, heading, paper.pictures))
    if with_key:
        body += _key_page(paper, version, parts)
    title = escape(paper.title)
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head>'
        f"<body>{''.join(body)}</body></html>"
    )


def _parts(paper: PrintedPaper) -> Iterator[_Part]:
    first = 1
    for (kind, points), group in groupby(paper.questions, key=lambda place: (place[0].kind, place[1])):
        questions = tuple(question for question, _points in group)
        yield _Part(kind, points, first, questions)
        first += len(questions)


def _head(paper: PrintedPaper, version: str) -> Iterator[str]:
    yield f'<p class="title">{escape(paper.title)}</p>'
    words = _("共 {count} 题　满分 {full} 分　{passing} 分合格　时间 {minutes} 分钟")
    facts = words.format(
        count=len(paper.questions),
        full=points_text(paper.full_points),
        passing=points_text(paper.pass_points),
        minutes=paper.minutes,
    )
    yield f'<p class="facts">{lines("　".join(filter(None, (_version_words(version), facts))))}</p>'
    name = _("科室（单位）：{line}　姓名：{line}　得分：{short}")
    yield f'<p class="name">{lines(name.format(line="_" * 18, short="_" * 10))}</p>'


def _version_words(version: str) -> str:
    return _("{version} 卷").format(version=version) if version else ""


def _heading(at: int, part: _Part, rule: MultipleRule) -> str:
    words = _("{number}、{kind}（每题 {points} 分，共 {count} 题）")
    if part.kind is Kind.MULTIPLE:
        words = _("{number}、{kind}（每题 {points} 分，共 {count} 题；{rule}）")
    text = words.format(
        number=_numeral(at),
        kind=part.kind.label,
        points=points_text(part.points),
        count=len(part.questions),
        rule=rule.label,
    )
    space = '<p class="space">&nbsp;</p>' if at else ""
    return f'{space}<p class="part">{escape(text)}</p>'


def _numeral(at: int) -> str:
    return _(_NUMERALS[at]) if at < len(_NUMERALS) else str(at + 1)


def _question(number: int, question: Question, heading: str, pictures: Mapping[str, bytes]) -> str:
    """A question in a table of its own, which no page break divides; the first of a part holds its heading."""
    inner = f"{heading}<p>{number}. {lines(_stem(question))}</p>"
    shown = {at: _pictures(question, at, pictures) for at in (None, *range(len(question.options)))}
    if shown[None]:
        inner += f'<p class="picture">{shown[None]}</p>'
    if question.kind.has_options:
        inner += _options([option.text for option in question.options], [shown[at] for at in range(len(shown) - 1)])
    if question.kind is Kind.SHORT_ANSWER:
        inner += "<p>&nbsp;</p>" * _WRITING_LINES
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr><td>{inner}</td></tr></table>'


def _stem(question: Question) -> str:
    """The stem with room to write the answer into."""
    stem = question.stem
    if question.kind is Kind.SHORT_ANSWER:
        return stem
    if question.kind is Kind.FILL_BLANK:
        return stem if _LINE_TO_WRITE_ON.search(stem) else stem + "______"
    room = _("（　　）")
    return _BRACKETS.sub(room, stem) if _BRACKETS.search(stem) else stem + room


def _pictures(question: Question, option: int | None, contents: Mapping[str, bytes]) -> str:
    """The pictures of the stem (None) or of an option, within the page itself, so that a saved page has them too."""
    room = _STEM_ROOM if option is None else _OPTION_ROOM
    digests = [picture.digest for picture in question.pictures if picture.option == option]
    wide = room[0] // max(1, len(digests)) if option is None else room[0]
    return "&nbsp;".join(picture_tag(contents[digest], wide, room[1]) for digest in digests if digest in contents)


def _options(texts: Sequence[str], pictures: Sequence[str]) -> str:
    """Options side by side where they are short, below one another where long; two where there are pictures."""
    longest = max((_width(text) for text in texts), default=0)
    columns = next((count for count, widest in _WIDTHS if longest <= widest), 1)
    if any(pictures):
        columns = min(columns, 2)
    cells = [_option(at, text, picture) for at, (text, picture) in enumerate(zip(texts, pictures, strict=True))]
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    width = (100 - _INDENT) // columns
    indent = f'<td width="{_INDENT}%"></td>'
    filled = ["".join(f'<td width="{width}%">{cell}</td>' for cell in _filled(row, columns)) for row in rows]
    inner = "".join(f"<tr>{indent}{line}</tr>" for line in filled)
    return f'<table width="100%" cellspacing="0" cellpadding="2">{inner}</table>'


def _option(at: int, text: str, picture: str) -> str:
    words = f"{letter(at)}. {lines(text)}"
    return f"{words}<br>{picture}" if picture and text else words + picture


def _filled(row: Sequence[str], columns: int) -> list[str]:
    return [*row, *[""] * (columns - len(row))]


def _width(text: str) -> int:
    """How wide a text is, in half letters."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _key_page(paper: PrintedPaper, version: str, parts: Sequence[_Part]) -> Iterator[str]:
    title = _("{title}　参考答案").format(title=paper.title)
    yield f'<p class="title key">{lines(title)}</p>'
    if version:
        yield f'<p class="facts">{escape(_version_words(version))}</p>'
    for at, part in enumerate(parts):
        heading = _("{number}、{kind}").format(number=_numeral(at), kind=part.kind.label)
        yield f'<p class="part">{escape(heading)}</p>'
        keys = [f"{part.first + place}. {key_words(one)}" for place, one in enumerate(part.questions)]
        yield f"<p>{lines('　'.join(keys))}</p>"
    numbered = [(part.first + place, one) for part in parts for place, one in enumerate(part.questions)]
    explained = [(number, one) for number, one in numbered if one.explanation or one.source]
    if explained:
        yield f'<p class="part">{escape(_("解析"))}</p>'
    for number, one in explained:
        source = _("（依据：{source}）").format(source=one.source) if one.source else ""
        yield f"<p>{number}. {lines(one.explanation)}{lines(source)}</p>"


def key_words(question: Question) -> str:
    """The key as it is written on paper."""
    key = question.key
    if isinstance(key, bool):
        return "√" if key else "×"
    if isinstance(key, str):
        return key
    if question.kind.has_options:
        return question.key_letters
    return _("；").join(_(" 或 ").join(accepted) for accepted in key if isinstance(accepted, tuple))

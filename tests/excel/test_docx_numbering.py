"""Automatic numbers as people see them: forms, levels, starts, styles."""

from xml.etree import ElementTree

import pytest

from quizapp.excel.docx_numbering import Numbering
from quizapp.excel.docx_package import W
from tests.excel.made_texts import WORD, level, numbered_list


def element(inner: str, name: str = "numbering") -> ElementTree.Element:
    return ElementTree.fromstring(f'<w:{name} xmlns:w="{WORD}">{inner}</w:{name}>')


def properties(number: int | str = "", at: int = 0, style: str = "") -> ElementTree.Element:
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number != "":
        inner += f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return element(inner, "pPr")


@pytest.mark.parametrize(
    ("form", "text", "third"),
    [
        ("decimal", "%1.", "3."),
        ("decimal", "第%1题", "第3题"),
        ("decimal", "（%1）", "（3）"),
        ("decimal", "%1", "3."),
        ("decimalZero", "%1、", "03、"),
        ("upperLetter", "%1.", "C."),
        ("lowerLetter", "%1)", "c)"),
        ("upperRoman", "%1、", "III、"),
        ("lowerRoman", "%1、", "iii、"),
        ("chineseCounting", "%1、", "三、"),
        ("japaneseCounting", "（%1）", "（三）"),
        ("ideographDigital", "%1、", "三、"),
        ("chineseCounting", "%1", "三、"),
        ("ideographTraditional", "%1、", "丙、"),
        ("chineseLegalSimplified", "%1、", "叁、"),
        ("decimalEnclosedCircleChinese", "%1", "③"),
        ("decimalEnclosedParen", "%1", "(3)"),
        ("bullet", "l", ""),
        ("none", "", ""),
    ],
)
def test_forms(form: str, text: str, third: str) -> None:
    numbering = Numbering(element(numbered_list(1, level(0, form, text))), None)
    assert [numbering.label(properties(1)) for _time in range(3)][-1] == third


def test_levels_begin_anew_below_a_higher_one() -> None:
    levels = (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2."), level(2, "upperLetter", "%3."))
    numbering = Numbering(element(numbered_list(1, *levels)), None)
    places = [0, 1, 2, 2, 1, 2, 0, 1]
    assert [numbering.label(properties(1, at)) for at in places] == [
        "一、", "一.1.", "A.", "B.", "一.2.", "A.", "二、", "二.1.",
    ]  # fmt: skip


def test_starts_and_lists_that_go_on() -> None:
    first = numbered_list(1, level(0, "decimal", "%1.", start=5))
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    numbering = Numbering(element(first + again + anew), None)
    assert [numbering.label(properties(number)) for number in (1, 1, 2, 3, 3)] == ["5.", "6.", "7.", "1.", "2."]


def test_letters_beyond_z_are_doubled() -> None:
    numbering = Numbering(element(numbered_list(1, level(0, "upperLetter", "%1.", start=27))), None)
    assert numbering.label(properties(1)) == "AA."


def test_styles_number_their_paragraphs() -> None:
    styles = element(
        '<w:style w:type="paragraph" w:styleId="q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="deep"><w:basedOn w:val="q"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="option"><w:basedOn w:val="q"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>',
        "styles",
    )
    levels = (level(0, "decimal", "%1."), level(1, "upperLetter", "%2.", more='<w:pStyle w:val="option"/>'))
    numbering = Numbering(element(numbered_list(1, *levels)), styles)
    said = [numbering.label(properties(style=style)) for style in ("q", "option", "option", "deep", "loop", "other")]
    assert said == ["1.", "A.", "B.", "2.", "", ""]
    assert numbering.label(properties(0, style="q")) == ""


def test_linked_styles_of_lists_are_followed() -> None:
    inner = (
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="s"/>{level(0, "decimal", "%1、")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="9"/></w:num>'
    )
    numbering = Numbering(element(inner), None)
    assert numbering.label(properties(7)) == "1、"
    assert numbering.label(properties(8)) == ""


def test_without_lists_nothing_is_numbered() -> None:
    assert Numbering(None, None).label(properties(1)) == ""
    assert Numbering(None, None).label(None) == ""
    assert W.startswith("{")

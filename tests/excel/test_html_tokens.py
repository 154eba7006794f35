"""Pages are cut as browsers cut them, in one go."""

import pytest

from quizapp.excel.html_tokens import html_tokens, unescaped


def told(page: str) -> list[tuple[str, str]]:
    return [(what, text) for what, text, _attributes in html_tokens(page)]


def test_tags_and_texts() -> None:
    assert told("<TD>甲 &lt; 乙</td >丙") == [("start", "td"), ("text", "甲 < 乙"), ("end", "td"), ("text", "丙")]
    assert told("a < b") == [("text", "a < b")]
    assert told("甲<br/>乙") == [("text", "甲"), ("start", "br"), ("end", "br"), ("text", "乙")]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("<td colspan=2 ROWSPAN='3'>", {"colspan": "2", "rowspan": "3"}),
        ('<td title="a>b" nowrap>', {"title": "a>b", "nowrap": ""}),
        ("<td width = 5/>", {"width": "5/"}),
        ("<td a=1 a=2 b=&quot;>", {"a": "1", "b": '"'}),
        ("<td title='open>", {"title": "'open"}),
    ],
)
def test_attributes(tag: str, attributes: dict[str, str]) -> None:
    assert next(found for _what, _name, found in html_tokens(tag + "甲")) == attributes


def test_comments_declarations_and_ends_of_nothing_are_left_out() -> None:
    assert told("甲<!-- <td> -->乙<!doctype html>丙</1>丁<?x y?>") == [("text", sign) for sign in "甲乙丙丁"]
    assert told("甲<!-- 乙") == [("text", "甲")]


def test_what_scripts_and_styles_hold_is_no_markup() -> None:
    page = "<script>if (a<b) x('</td>')</script>甲<style>"
    assert told(page) == [
        ("start", "script"), ("text", "if (a<b) x('</td>')"), ("end", "script"), ("text", "甲"), ("start", "style"),
    ]  # fmt: skip


def test_references_to_numbers_that_are_no_characters() -> None:
    assert unescaped("&#65;&#x4e00;&amp;") == "A一&"
    assert unescaped(f"甲&#{'9' * 5_000};乙") == "甲\ufffd乙"

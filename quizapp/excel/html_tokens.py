"""Tags and texts of a web page, as browsers cut it: each sign is looked at once, whatever the page holds.

The standard library's parser looks for the end of an unfinished tag or comment again and again, which a page of a
million of them turns into hours.
"""

import html
import re
from collections.abc import Iterator

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*+(?:([^\s/>][^\s/=>]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?)?")
_END = re.compile(r"[^>]*+>")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{12,}+|[xX][0-9a-fA-F]{12,}+);?")
_MARKUP = re.compile(r"<[a-zA-Z!?/]")
_RAW = frozenset(["script", "style", "xmp", "iframe", "noembed", "noframes"])
"""What these hold is no markup, up to their own end."""

Token = tuple[str, str, dict[str, str]]
"""What ("start", "end" or "text"), the tag's name or the text, and the attributes of a start."""


def html_tokens(text: str) -> Iterator[Token]:
    """The page's tags, names in lower case, and the texts between them, references read; comments are left out."""
    at, raw = 0, ""
    while at < len(text):
        begin = _next_markup(text, at, raw)
        if begin > at:
            yield "text", text[at:begin] if raw else unescaped(text[at:begin]), {}
        if begin == len(text):
            return
        if text[begin + 1] in "!?":
            at = _behind_comment(text, begin)
            continue
        is_end = text[begin + 1] == "/"
        name = _NAME.match(text, begin + 1 + is_end)
        if name is None:  # an end of nothing is a comment, as is <!
            at = _behind_comment(text, begin)
            continue
        tag = name[0].lower()
        if is_end:
            rest = _END.match(text, name.end())
            if rest is None:
                return
            at, raw = rest.end(), ""
            yield "end", tag, {}
            continue
        attributes, at, is_closed = _attributes(text, name.end())
        if at < 0:
            return
        yield "start", tag, attributes
        if is_closed:
            yield "end", tag, {}
        elif tag in _RAW:
            raw = tag


def unescaped(text: str) -> str:
    """The text with its references read; one to a number that is no character, however long, is the sign for that."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _next_markup(text: str, at: int, raw: str) -> int:
    """Where the next tag or comment begins; within raw text the end of that; the page's end where there is none."""
    pattern = _raw_end(raw) if raw else _MARKUP
    found = pattern.search(text, at)
    return found.start() if found else len(text)


def _raw_end(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)


def _behind_comment(text: str, begin: int) -> int:
    """The place behind a comment or a declaration; the page's end where it has none."""
    if text.startswith("<!--", begin):
        end = text.find("-->", begin + 2)
        return end + 3 if end >= 0 else len(text)
    end = text.find(">", begin)
    return end + 1 if end >= 0 else len(text)


def _attributes(text: str, at: int) -> tuple[dict[str, str], int, bool]:
    """The attributes of a tag, the place behind it (-1: it never ends), and whether it closes itself."""
    found: dict[str, str] = {}
    while True:
        match = _ATTRIBUTE.match(text, at)
        if match is None or match.end() == at == len(text):
            return found, -1, False
        at = match.end()
        if at >= len(text):
            return found, -1, False
        if match[1]:
            value = next((one for one in (match[2], match[3], match[4]) if one is not None), "")
            found.setdefault(match[1].lower(), unescaped(value))
        if text[at] == ">":
            return found, at + 1, text[at - 1] == "/" and not match[1]

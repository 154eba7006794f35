"""Texts and pictures as parts of a printed page in HTML."""

from base64 import b64encode
from html import escape

from quizapp.core.pictures import facts_of

BLANK = "&nbsp;&nbsp;&nbsp;&nbsp;"  # as wide as the full-width space that HTML would swallow


def lines(text: str) -> str:
    """A text with its lines and its full-width spaces; what looks like markup is none."""
    return escape(text).replace("\n", "<br>").replace("　", BLANK)


def picture_tag(content: bytes, wide: int, high: int) -> str:
    """A picture within the page itself, within so many pixels, so that a saved page has it too."""
    facts = facts_of(content)
    scale = min(1.0, wide / facts.width, high / facts.height)
    size = f'width="{max(1, round(facts.width * scale))}" height="{max(1, round(facts.height * scale))}"'
    source = f"data:{facts.media_type};base64,{b64encode(content).decode('ascii')}"
    return f'<img src="{source}" {size} style="vertical-align: middle">'

"""A small reader of GIFT, written from its description, to read again what the program writes."""

import re
from dataclasses import dataclass, field


@dataclass
class GiftQuestion:
    """A question of GIFT: `answers` as (sign, share, text), `truth` where it is true/false."""

    category: str
    stem: str
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    truth: bool | None = None
    feedback: str = ""


def read_gift(content: bytes) -> list[GiftQuestion]:
    """All questions of a text."""
    found, category = [], ""
    for block in filter(None, (block.strip("\n") for block in content.decode("utf-8").split("\n\n"))):
        if block.startswith("$CATEGORY: "):
            category = block.removeprefix("$CATEGORY: ").strip()
        else:
            found.append(_question(category, block))
    return found


def _question(category: str, block: str) -> GiftQuestion:
    match = re.fullmatch(r"::(?:\\.|[^\\:])*::\[plain\]((?:\\.|[^\\{}])*)\{((?:\\.|[^\\{}])*)\}", block, re.DOTALL)
    assert match, block
    body, _mark, feedback = _parted(match[2].strip())
    question = GiftQuestion(category, _plain(match[1]), feedback=_plain(feedback.strip("\n")))
    body = body.strip()
    if body in ("T", "TRUE", "F", "FALSE"):
        question.truth = body[0] == "T"
        return question
    for sign, rest in re.findall(r"([=~])((?:\\.|[^\\=~#])*)", body, re.DOTALL):
        share = re.match(r"%([-\d.]+)%", rest.strip())
        text = rest.strip()[share.end() :] if share else rest.strip()
        question.answers.append((sign, share[1] if share else "", _plain(text)))
    return question


def _parted(body: str) -> tuple[str, str, str]:
    match = re.search(r"(?<!\\)####", body)
    return (body[: match.start()], "####", body[match.end() :]) if match else (body, "", "")


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)

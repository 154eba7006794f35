"""Questions in Moodle's GIFT: `stem {=right ~wrong}`; what has no like here (matching, numbers) is told, not bent.

Source of the grammar: Moodle's own description of the format (docs.moodle.org, "GIFT format").
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.core.questions import LETTERS, Kind, blank_count
from quizapp.excel.html_tokens import unescaped
from quizapp.excel.written_lines import KeyPlace, LineRemark, WrittenLine, WrittenPart, WrittenQuestion, WrittenText
from quizapp.i18n import _

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_HIDDEN = {char: chr(0xE000 + index) for index, char in enumerate("\\~=#{}:n")}
_SHOWN = str.maketrans({code: "\n" if char == "n" else char for char, code in _HIDDEN.items()})
_BLOCK = re.compile(r"\{([^{}]*)\}", re.DOTALL)
_TITLE = re.compile(r"^\s*::.*?::", re.DOTALL)
_FORMAT = re.compile(r"^\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)", re.IGNORECASE)
_ANSWER = re.compile(r"([=~])\s*(?:%(-?\d+(?:\.\d+)?)%)?\s*([^=~]*)", re.DOTALL)
_LIKELY = re.compile(r"\{\s*+(?:[=~#][^{}]*|(?:T|F|TRUE|FALSE)(?:#[^{}]*)?)\}")
_BLANK = "____"


def is_gift(text: str) -> bool:
    """Whether a text has answers in braces as GIFT writes them."""
    return bool(_LIKELY.search(_ESCAPED.sub("", text)))


def read_gift(lines: Sequence[WrittenLine]) -> WrittenText:
    """The questions of a GIFT text."""
    text = WrittenText()
    part = WrittenPart("")
    category = ""
    for line, block in _blocks(lines):
        if match := re.fullmatch(r"\$CATEGORY:\s*(.*)", block.strip(), re.IGNORECASE):
            category = _shown(match[1]).removeprefix("$course$/").strip("/ ")
            continue
        question = _question(line, block)
        if question is None:
            text.remarks.append(LineRemark("", line, _("这一段没有花括号里的答案，按说明文字略过。")))
            continue
        question.category = category
        part.questions.append(question)
    if part.questions:
        text.parts.append(part)
    return text


def _blocks(lines: Sequence[WrittenLine]) -> Iterator[tuple[int, str]]:
    """The stretches between blank lines, comments left out, with the number of their first line."""
    first, held = 0, list[str]()
    depth = 0
    for line in [*lines, WrittenLine("", 0)]:
        hidden = _hidden(line.text)
        if hidden.lstrip().startswith("//"):
            continue
        is_category = hidden.lstrip().upper().startswith("$CATEGORY:")
        if held and (is_category or line.number == 0 or (not hidden.strip() and depth <= 0)):
            yield first, "\n".join(held)
            held, depth = [], 0
        if is_category:
            yield line.number, hidden
        elif hidden.strip():
            first = first if held else line.number
            held.append(hidden)
            depth += hidden.count("{") - hidden.count("}")


def _question(line: int, block: str) -> WrittenQuestion | None:
    question = WrittenQuestion(line, key_place=KeyPlace.LINE)
    body = _TITLE.sub("", block, count=1)
    is_html = False
    if match := _FORMAT.match(body):
        is_html, body = match[1].lower() == "html", body[match.end() :]
    answers = _BLOCK.search(body)
    if answers is None:
        if "{" in body or "}" in body:
            question.stem, question.trouble = _words(body, is_html), _("花括号没有成对：请核对这道题。")
            return question
        return None
    before, after = body[: answers.start()].strip(), body[answers.end() :].strip()
    if _BLOCK.search(after):
        question.trouble = _("一道题有几处花括号，还不能导入：请拆成几道题。")
    question.stem = _words(f"{before} {_BLANK} {after}" if after else before, is_html)
    said, _mark, feedback = answers[1].partition("####")
    question.explanation = _words(feedback, is_html)
    _read_answers(question, said.strip(), is_html=is_html, has_blank=bool(after))
    return question


def _read_answers(question: WrittenQuestion, said: str, *, is_html: bool, has_blank: bool) -> None:
    """Read what stands in the braces."""
    truth = said.split("#", 1)[0].strip()
    if _TRUTH.fullmatch(truth):
        question.kind = Kind.TRUE_FALSE
        question.key = "true" if truth[0] in "Tt" else "false"
        return
    if said.startswith("#"):
        question.trouble = _("数值题（答案是一个范围）还不能导入：请改为填空题。")
        return
    if not said:
        question.kind = Kind.SHORT_ANSWER
        question.key_place = KeyPlace.NOWHERE
        return
    answers = [(sign, float(part) if part else None, text) for sign, part, text in _ANSWER.findall(said)]
    if not answers:
        question.trouble = _("花括号里的答案看不懂：请核对这道题。")
    elif any("->" in text for sign, _part, text in answers if sign == "="):
        question.trouble = _("连线题（配对）还不能导入：请改为单选题。")
    elif any(sign == "~" for sign, _part, _text in answers):
        _read_choice(question, answers, is_html=is_html)
    else:
        _read_blank(question, answers, is_html=is_html, has_blank=has_blank)


def _read_choice(question: WrittenQuestion, answers: list[tuple[str, float | None, str]], *, is_html: bool) -> None:
    whole = [index for index, (sign, part, _t) in enumerate(answers) if part == 100 or (sign == "=" and part is None)]
    parts = [index for index, (_sign, part, _t) in enumerate(answers) if part is not None and 0 < part < 100]
    if whole and parts:
        question.trouble = _("有的选项只得一部分分数，看不出哪些是正确答案：请改写后再导入。")
    elif parts and not _is_whole(answers[index][1] for index in parts):
        question.trouble = _("得分的选项合起来不是 100%，看不出哪些是正确答案：请改写后再导入。")
    right = whole or parts
    question.kind = Kind.MULTIPLE if len(right) > 1 else Kind.SINGLE
    question.options = [_words(text.split("#", 1)[0], is_html) for _sign, _part, text in answers]
    question.key = "".join(LETTERS[index] for index in right if index < len(LETTERS))
    comments = [answers[index][2].partition("#")[2] for index in right]
    question.explanation = question.explanation or _words("\n".join(filter(None, comments)), is_html)


def _is_whole(shares: Iterable[float | None]) -> bool:
    """Whether shares of the points add up to all of them, rounded as they may be."""
    return abs(sum(filter(None, shares)) - 100) <= 1


def _read_blank(
    question: WrittenQuestion, answers: list[tuple[str, float | None, str]], *, is_html: bool, has_blank: bool
) -> None:
    """Texts that are accepted: a blank; those that get a part of the points only would be right or wrong here."""
    if any(part is not None and part < 100 for _sign, part, _text in answers):
        question.trouble = _("有的答案只得一部分分数，看不出哪些算对：请改写后再导入。")
    accepted = [_words(text.split("#", 1)[0], is_html) for _sign, _part, text in answers]
    if any(re.search("[;；|｜]", text) for text in accepted):
        question.trouble = question.trouble or _("答案里有分号或竖线，会被当作几个答案：请改写后再导入。")
    question.kind = Kind.FILL_BLANK
    question.key = ";".join(accepted)
    if not has_blank and not blank_count(question.stem):
        question.stem = f"{question.stem} {_BLANK}"


def _hidden(text: str) -> str:
    """A text whose escaped signs are put out of the way."""
    return _ESCAPED.sub(lambda match: _HIDDEN[match[1]], text)


def _shown(text: str) -> str:
    return text.translate(_SHOWN).strip()


def _words(text: str, is_html: bool) -> str:
    if is_html:
        text = re.sub(r"<br\s*/?>|</p>", "\n", text, flags=re.IGNORECASE)
        text = unescaped(re.sub(r"<[^<>]+>", "", text))
    return _shown(text)

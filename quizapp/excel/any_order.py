"""Blanks in any order: how people write it with kind, key or stem, and what follows for the key."""

# no _() in this module: words in files that others wrote

import re
from dataclasses import replace

from quizapp.core.questions import Kind, Question, blank_count

_WORDS = (
    r"(?:答案|各空|填空|两空|三空)?(?:的)?(?:"
    r"(?:先后)?(?:顺序|次序|先后)(?:不限|可颠倒|可以颠倒|可互换|可以互换|可调换|可以调换|可换|任意|随意|不分|不论|不计|不拘)"
    r"|不[分限计论](?:先后顺序|先后次序|先后|顺序|次序)|无(?:先后顺序|先后|顺序)(?:要求|之分)?"
    r"|(?:in )?any order|order does not matter)(?:即可|均可|都可|均可得分)?"
)
_BRACKETED = re.compile(rf"\s{{0,5}}[（(【\[]\s{{0,5}}{_WORDS}\s{{0,5}}[。.]?\s{{0,5}}[)）】\]]", re.IGNORECASE)
_AT_END = re.compile(rf"(?:^|[\s,，。.;；|｜、]{{1,5}}){_WORDS}\s{{0,5}}[。.]?\s{{0,5}}$", re.IGNORECASE)
# bounded throughout: a stranger's cell may hold thousands of spaces
_HINT = re.compile(r"[序先]|order", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,，、;；/]+")


def without_order(text: str) -> tuple[str, bool]:
    """The text without a remark that the order does not matter, and whether there was one."""
    if not _HINT.search(text):
        return text, False
    bare = _AT_END.sub("", _BRACKETED.sub("", text))
    return bare, bare != text


def ordered(question: Question, *, is_said: bool) -> Question:
    """The question with its blanks in any order where that is said: with its kind, behind its key, in its stem.

    What was read as several spellings of one blank is what as many blanks of the stem take.
    """
    key = question.key
    if question.kind is not Kind.FILL_BLANK or not isinstance(key, tuple):
        return question
    blanks, is_in_key = [], False
    for accepted in key:
        pairs = [without_order(text) for text in accepted] if isinstance(accepted, tuple) else []
        is_in_key |= any(said for _text, said in pairs)
        blanks.append(tuple(text for text, _said in pairs if text))
    blanks = [accepted for accepted in blanks if accepted] if is_in_key else blanks
    if not (is_said or is_in_key or without_order(question.stem)[1]):
        return question
    wanted = blank_count(question.stem)
    if len(blanks) == 1 and wanted > 1:
        pieces = blanks[0] if len(blanks[0]) > 1 else tuple(filter(None, _BETWEEN.split(blanks[0][0])))
        blanks = [(piece,) for piece in pieces] if len(pieces) == wanted else blanks
    return replace(question, key=tuple(blanks), any_order=len(blanks) > 1)

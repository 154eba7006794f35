"""What is taken off a stem when a question is complete: its kind, its points, and the key that stands in brackets."""

# no _(): words in texts that others wrote; what is told the user goes through _()

import re
from dataclasses import replace

from quizapp.core.questions import Kind
from quizapp.excel.closing_keys import is_same_key
from quizapp.excel.kinds import declared_kind
from quizapp.excel.stem_keys import take_key
from quizapp.excel.written_lines import KeyPlace, WrittenQuestion
from quizapp.i18n import _

_TAG = re.compile(r"^\s*[【\[(（]\s*([^】\])）,，;；、\s]{2,8})[^】\])）]{0,12}[】\])）]\s*[:：]?\s*")
_TAG_AT_END = re.compile(r"\s*[【\[(（]\s*([^】\])）,，;；、\s]{2,8})[^】\])）]{0,12}[】\])）]\s*$")
_FROM_END = 200  # signs that are looked at for what stands at the end
_POINTS = re.compile(r"\s*[【\[(（]\s*(?:本题)?\d+(?:\.\d+)?\s*分\s*[】\])）]\s*$")


def take_tags(question: WrittenQuestion) -> None:
    """Take the kind （单选题） and the points （2 分） off the stem."""
    stem = _without_points(question.stem)
    for pattern, start in ((_TAG, 0), (_TAG_AT_END, len(stem) - _FROM_END)):
        if (match := pattern.search(stem, max(0, start))) and (kind := declared_kind(match[1])) is not None:
            question.kind = kind
            stem = (stem[: match.start()] + stem[match.end() :]).strip()
    question.stem = _without_points(stem).strip()


def _without_points(stem: str) -> str:
    match = _POINTS.search(stem, max(0, len(stem) - _FROM_END))
    return stem[: match.start()] if match else stem


def take_stem_key(question: WrittenQuestion, lead: str) -> None:
    """Take the key out of the stem, or out of the brackets before its number; one that stands elsewhere must agree."""
    found = take_key(question.stem, question.options, question.kind)
    if lead:
        found = replace(take_key(f"（{lead}）", question.options, question.kind), stem=question.stem)
    if found.trouble and not question.key:
        question.trouble = question.trouble or found.trouble
    if not found.key:
        return
    if question.key and not is_same_key(question.key, found.key):
        if question.kind is Kind.FILL_BLANK:
            return  # what stands in brackets is part of the stem
        words = _("题干括号里的答案是“{key}”，另外写的答案是“{other}”：请核对后只留一个。")
        question.trouble = question.trouble or words.format(key=found.key, other=question.key)
        return
    question.stem = found.stem.strip()
    if not question.key:
        question.key, question.key_place = found.key, KeyPlace.BRACKETS

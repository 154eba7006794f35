"""Keys from closing lists are handed to the questions; a key written twice must say the same.

A list is used only where it has a key for each question of its part and for no other.
"""

import re
from collections.abc import Sequence

from quizapp.core.questions import Kind, fold
from quizapp.excel.closing_lists import KeyList
from quizapp.excel.keys import is_letters, truth_of
from quizapp.excel.kinds import CHOICE, Declared
from quizapp.excel.written_lines import KeyPlace, LineRemark, WrittenPart, WrittenQuestion, WrittenText
from quizapp.excel.written_marks import part_heading
from quizapp.i18n import _


def hand_out(text: WrittenText, lists: Sequence[KeyList]) -> None:
    """Give each question its key from the lists; tell of a list that does not fit."""
    open_parts = [part for part in text.parts if part.questions]
    for parsed, below in _with_targets(open_parts, lists):
        numbers = [number for number, _key in parsed.keys]
        part = next((one for one in below if _fits(one, numbers)), None) if not parsed.is_broken else None
        if part is None:
            _tell_misfit(text, parsed, below)
            continue
        for question, (number, key) in zip(part, parsed.keys, strict=True):
            _give(question, key, parsed.explanations.get(number, ""))
        if parsed.doubt:
            words = _("这一行接在答案列表后面，算作最后一个答案或解析的一部分：请核对是不是另一道题。")
            text.remarks.append(LineRemark(parsed.heading, parsed.doubt, words))


Group = list[WrittenQuestion]


def _with_targets(parts: Sequence[WrittenPart], lists: Sequence[KeyList]) -> list[tuple[KeyList, list[Group]]]:
    """Each list with the groups of questions that it may belong to, the likeliest first."""
    found: list[tuple[KeyList, list[Group]]] = []
    used: set[int] = set()
    for cluster in _clusters(parts, lists):
        above = [part for part in parts if part.questions[0].line < cluster[0].line]
        fresh = [part for part in above if id(part) not in used] or above
        unnamed = [parsed for parsed in cluster if parsed.kind is None]
        in_order = next((group for group in (_lacking(fresh), fresh) if len(group) == len(unnamed)), [])
        for parsed in cluster:
            if parsed.kind is not None:
                targets = _of_kind(parsed, above, used)
            elif len(unnamed) == 1:
                targets = _unnamed_groups(above, fresh)
            else:
                targets = [[in_order[unnamed.index(parsed)]]] if in_order else []
            used.update(id(part) for part in (targets[0] if targets else ()))
            found.append((parsed, [[question for part in group for question in part.questions] for group in targets]))
        used.update(id(part) for part in (above if len(unnamed) == 1 else ()))
    return found


def _clusters(parts: Sequence[WrittenPart], lists: Sequence[KeyList]) -> list[list[KeyList]]:
    """Lists that stand together, without questions between them."""
    clusters: list[list[KeyList]] = []
    for parsed in lists:
        last = clusters[-1][-1].line if clusters else 0
        if clusters and not any(last < part.questions[0].line < parsed.line for part in parts):
            clusters[-1].append(parsed)
        else:
            clusters.append([parsed])
    return clusters


def _lacking(parts: Sequence[WrittenPart]) -> list[WrittenPart]:
    """The parts in which a question has no key yet."""
    return [part for part in parts if any(not question.key for question in part.questions)]


def _of_kind(parsed: KeyList, above: Sequence[WrittenPart], used: set[int]) -> list[list[WrittenPart]]:
    """The parts that a list with a heading may mean: of the same heading, else of the same kind."""
    same = [part for part in above if _is_same_part(part, parsed)] or [
        part for part in above if part.kind == parsed.kind or _all_are(part, parsed.kind)
    ]
    fresh = [part for part in same if id(part) not in used] or same
    return [fresh[:1], same] if same else []


def _unnamed_groups(above: Sequence[WrittenPart], fresh: Sequence[WrittenPart]) -> list[list[WrittenPart]]:
    """Groups for a lonely list without a heading: the part just above, those without keys, all that stand above."""
    last = [*above[-1:]]
    groups = [_lacking(last), _lacking(fresh), _lacking(above), [*fresh], [*above], last]
    groups += [[*above[-count:]] for count in range(2, min(len(above), 10))]
    return [group for group in groups if group]


def _is_same_part(part: WrittenPart, parsed: KeyList) -> bool:
    heading = part_heading(part.heading)
    other = part_heading(parsed.heading)
    return bool(heading and other) and fold(part.heading)[:2] == fold(parsed.heading)[:2] and part.kind == parsed.kind


def _all_are(part: WrittenPart, kind: Declared | None) -> bool:
    """Whether all questions of a part without a kind could be of this kind."""
    has_options = [bool(question.options) for question in part.questions]
    return part.kind is None and (
        all(has_options) if kind in (Kind.SINGLE, Kind.MULTIPLE, CHOICE) else not any(has_options)
    )


def _fits(questions: Sequence[WrittenQuestion], numbers: Sequence[int]) -> bool:
    """Whether a list has a key for each of these questions and no other."""
    return _numbers(questions) == numbers or (not any(numbers) and len(questions) == len(numbers))


def _numbers(questions: Sequence[WrittenQuestion]) -> list[int]:
    """The numbers as they are written; places from 1 where nothing is numbered."""
    if all(question.number is None for question in questions):
        return list(range(1, len(questions) + 1))
    return [question.number or 0 for question in questions]


def _give(question: WrittenQuestion, key: str, explanation: str) -> None:
    if question.key and not is_same_key(question.key, key):
        words = _("题目里写的答案是“{key}”，后面的答案列表写的是“{other}”：请核对后只留一个。")
        question.trouble = question.trouble or words.format(key=question.key, other=key)
    elif not question.key:
        question.key, question.key_place = key, KeyPlace.LIST
    question.explanation = question.explanation or explanation


def is_same_key(one: str, other: str) -> bool:
    """Whether two keys say the same, in whatever signs."""
    if truth_of(one) is not None and truth_of(one) == truth_of(other):
        return True
    if is_letters(one) and is_letters(other):
        return _letters(one) == _letters(other)
    return fold(one) == fold(other)


def _letters(key: str) -> set[str]:
    return set(re.findall("[a-h]", fold(key)))


def _tell_misfit(text: WrittenText, parsed: KeyList, below: Sequence[Sequence[WrittenQuestion]]) -> None:
    words = _("这里的答案列表与题目对不上（列表有 {keys} 个答案，前面相应的题目有 {count} 道），没有采用：请核对。")
    count = len(below[0]) if below else 0
    message = words.format(keys=len(parsed.keys), count=count)
    if parsed.is_broken:
        message = _("这里的答案列表数不清：写的题号范围与答案的个数不同，没有采用。请核对。")
    text.remarks.append(LineRemark(parsed.heading, parsed.line, message))

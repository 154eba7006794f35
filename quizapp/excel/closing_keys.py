"""Keys from closing lists are handed to the questions; a key written twice must say the same.

A list is used only where it has a key for each question of its part and for no other.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, islice
from operator import getitem

from quizapp.core.questions import Kind, fold
from quizapp.excel.closing_lists import KeyList
from quizapp.excel.keys import is_letters, truth_of
from quizapp.excel.kinds import CHOICE, Declared
from quizapp.excel.written_lines import KeyPlace, LineRemark, WrittenPart, WrittenQuestion, WrittenText
from quizapp.excel.written_marks import part_heading
from quizapp.i18n import _


def hand_out(text: WrittenText, lists: Sequence[KeyList]) -> None:
    """Give each question its key from the lists; tell of a list that does not fit."""
    for parsed, groups in _Targets([part for part in text.parts if part.questions]).of(lists):
        questions = None if parsed.is_broken else _fitting(parsed, groups)
        if questions is None:
            _tell_misfit(text, parsed, groups[0].count if groups else 0)
            continue
        for question, (number, key) in zip(questions, parsed.keys, strict=True):
            _give(question, key, parsed.explanations.get(number, ""))
        if parsed.doubt:
            words = _("这一行接在答案列表后面，算作最后一个答案或解析的一部分：请核对是不是另一道题。")
            text.remarks.append(LineRemark(parsed.heading, parsed.doubt, words))


@dataclass(frozen=True, slots=True)
class _Group:
    """Parts whose questions a list may mean: how many questions they have, and what tells the parts.

    `is_fresh`: no other list has used them, or at least not all of them.
    """

    count: int
    parts: Callable[[], Sequence[WrittenPart]]
    is_fresh: bool = True


class _Pool:
    """Parts in the text's order, of which those above a line are counted without looking at each."""

    def __init__(self, parts: Iterable[WrittenPart]) -> None:
        self.parts = list(parts)
        self.sums = list(accumulate((len(part.questions) for part in self.parts), initial=0))
        self._lines = [part.questions[0].line for part in self.parts]
        self._fresh = 0

    def above(self, line: int) -> int:
        """How many of them begin above a line."""
        return bisect_left(self._lines, line)

    def group(self, begin: int, end: int) -> _Group:
        """Those from one to before another."""
        return _Group(self.sums[end] - self.sums[begin], partial(getitem, self.parts, slice(begin, end)))

    def first_fresh(self, end: int, used: Container[int]) -> int:
        """The first before `end` that no list has used; the very first where there is none."""
        while self._fresh < end and id(self.parts[self._fresh]) in used:
            self._fresh += 1
        return self._fresh if self._fresh < end else 0


class _Fresh:
    """The parts above that no list has used yet, and those of them in which a question has no key."""

    def __init__(self) -> None:
        self._parts: dict[int, WrittenPart] = {}
        self.count = 0

    def __len__(self) -> int:
        return len(self._parts)

    def add(self, part: WrittenPart) -> None:
        """One more stands above."""
        self._parts[id(part)] = part
        self.count += len(part.questions)

    def use(self, part: WrittenPart) -> None:
        """A list means this one."""
        if self._parts.pop(id(part), None) is not None:
            self.count -= len(part.questions)

    def group(self) -> _Group:
        """All that there are now."""
        return _Group(self.count, partial(list, list(self._parts.values())))


class _Targets:
    """Finds the groups of questions that lists may belong to, in time that grows with parts and lists together."""

    def __init__(self, parts: Sequence[WrittenPart]) -> None:
        lacking = [part for part in parts if any(not question.key for question in part.questions)]
        self._all, self._lacking = _Pool(parts), _Pool(lacking)
        self._lacks = {id(part) for part in lacking}
        headed: dict[tuple[str, Declared | None] | None, list[WrittenPart]] = {}
        for part in parts:
            headed.setdefault(_name_of(part.heading, part.kind), []).append(part)
        self._headed = {name: _Pool(several) for name, several in headed.items() if name is not None}
        self._kinds: dict[Declared | None, _Pool] = {}
        self._used: set[int] = set()
        self._fresh, self._fresh_lacking = _Fresh(), _Fresh()
        self._seen = 0

    def of(self, lists: Sequence[KeyList]) -> Iterator[tuple[KeyList, list[_Group]]]:
        """Each list with its groups, the likeliest first."""
        for cluster in self._clusters(lists):
            line = cluster[0].line
            self._pass_parts(self._all.above(line))
            unnamed = [parsed for parsed in cluster if parsed.kind is None]
            lone = self._unnamed(unnamed[0], line) if len(unnamed) == 1 else []
            in_order = iter(self._in_order(len(unnamed), line) if len(unnamed) > 1 else ())
            for parsed in cluster:
                if parsed.kind is not None:
                    groups = self._of_kind(parsed, line)
                elif len(unnamed) == 1:
                    groups = lone
                else:
                    groups = [_Group(len(part.questions), partial(list, [part])) for part in islice(in_order, 1)]
                yield parsed, groups
                self._use(groups[0].parts() if groups and groups[0].is_fresh else ())
            if len(unnamed) == 1:
                self._use(self._fresh.group().parts())

    def _pass_parts(self, end: int) -> None:
        for part in self._all.parts[self._seen : end]:
            self._fresh.add(part)
            if id(part) in self._lacks:
                self._fresh_lacking.add(part)
        self._seen = max(self._seen, end)

    def _use(self, parts: Iterable[WrittenPart]) -> None:
        for part in parts:
            self._used.add(id(part))
            self._fresh.use(part)
            self._fresh_lacking.use(part)

    def _clusters(self, lists: Sequence[KeyList]) -> list[list[KeyList]]:
        """Lists that stand together, without questions between them."""
        clusters: list[list[KeyList]] = []
        for parsed in lists:
            last = clusters[-1][-1].line if clusters else 0
            if clusters and self._all.above(last + 1) >= self._all.above(parsed.line):
                clusters[-1].append(parsed)
            else:
                clusters.append([parsed])
        return clusters

    def _of_kind(self, parsed: KeyList, line: int) -> list[_Group]:
        """The parts that a list with a heading may mean: of the same heading, else of the same kind."""
        name = _name_of(parsed.heading, parsed.kind)
        pool = self._headed.get(name) if name is not None else None
        if pool is None or not pool.above(line):
            pool = self._kinds.get(parsed.kind)
            if pool is None:
                of_kind = (part for part in self._all.parts if part.kind == parsed.kind or _all_are(part, parsed.kind))
                pool = self._kinds[parsed.kind] = _Pool(of_kind)
        end = pool.above(line)
        if not end:
            return []
        at = pool.first_fresh(end, self._used)
        return [pool.group(at, at + 1), pool.group(0, end)]

    def _unnamed(self, parsed: KeyList, line: int) -> list[_Group]:
        """Groups for a lonely list without a heading: the part just above, those without keys, all that stand above."""
        whole, end = self._all, self._all.above(line)
        above = replace(whole.group(0, end), is_fresh=False)
        lacking = replace(self._lacking.group(0, self._lacking.above(line)), is_fresh=False)
        fresh, fresh_lacking = (self._fresh.group(), self._fresh_lacking.group()) if self._fresh else (above, lacking)
        last = whole.group(max(end - 1, 0), end)
        last_lacking = last if end and id(whole.parts[end - 1]) in self._lacks else _Group(0, tuple)
        groups = [last_lacking, fresh_lacking, lacking, fresh, above, last]
        groups += [whole.group(end - count, end) for count in range(2, min(end, 10))]
        return [group for group in groups if group.count]

    def _in_order(self, count: int, line: int) -> Sequence[WrittenPart]:
        """The parts that so many lists without headings mean one by one; none where their number is another."""
        if self._fresh:
            pool = next((pool for pool in (self._fresh_lacking, self._fresh) if len(pool) == count), None)
            return pool.group().parts() if pool else ()
        ends = [(pool, pool.above(line)) for pool in (self._lacking, self._all)]
        return next((pool.parts[:end] for pool, end in ends if end == count), ())


def _fitting(parsed: KeyList, groups: Iterable[_Group]) -> list[WrittenQuestion] | None:
    """The questions of the first group for each of which a list has a key, and for no other."""
    numbers = [number for number, _key in parsed.keys]
    for group in groups:
        if group.count == len(numbers):
            questions = [question for part in group.parts() for question in part.questions]
            if not any(numbers) or _numbers(questions) == numbers:
                return questions
    return None


def _name_of(heading: str, kind: Declared | None) -> tuple[str, Declared | None] | None:
    """What two headings of the same part have in common; None for what is no heading."""
    return (fold(heading)[:2], kind) if part_heading(heading) else None


def _all_are(part: WrittenPart, kind: Declared | None) -> bool:
    """Whether all questions of a part without a kind could be of this kind."""
    has_options = [bool(question.options) for question in part.questions]
    return part.kind is None and (
        all(has_options) if kind in (Kind.SINGLE, Kind.MULTIPLE, CHOICE) else not any(has_options)
    )


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


def _tell_misfit(text: WrittenText, parsed: KeyList, count: int) -> None:
    words = _("这里的答案列表与题目对不上（列表有 {keys} 个答案，前面相应的题目有 {count} 道），没有采用：请核对。")
    message = words.format(keys=len(parsed.keys), count=count)
    if parsed.is_broken:
        message = _("这里的答案列表数不清：写的题号范围与答案的个数不同，没有采用。请核对。")
    text.remarks.append(LineRemark(parsed.heading, parsed.line, message))

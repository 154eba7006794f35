"""Lists of keys at the end of a part or of the text (1—5 ABCDA; 1.A 2.B), found among its lines."""

# no _() in this module: words in texts that others wrote

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.excel.headings import Role
from quizapp.excel.kinds import Declared
from quizapp.excel.stem_keys import has_key
from quizapp.excel.text_bounds import MAX_TEXT
from quizapp.excel.written_ahead import looks_whole, next_filled
from quizapp.excel.written_lines import WrittenLine
from quizapp.excel.written_marks import (
    is_question_like,
    labelled,
    names_a_kind,
    part_heading,
    pieces_of,
    start_of,
)

_ANSWERS = re.compile(
    r"(?:附\s*[:：]?\s*|[一二三四五六七八九十]+\s*[、.]\s*)?[【\[]?(?:参考|标准|正确|试题|试卷)?答案"
    r"(?:部分|解析|及解析|与解析|和解析|及评分标准|汇总|速查|一览|表)?[】\]]?\s*[:：]?\s*"
)
_KEY_CHARS = "A-Ha-hＡ-Ｈ√×✓✔✗✘╳对错TFＴＦ"
_KEY = rf"[{_KEY_CHARS}](?:[、,，]?[A-HＡ-Ｈ])*|正确|错误"
_ITEM = re.compile(rf"[(（]?(\d{{1,4}})[)）]?\s*[.．、:：\-—]?\s*({_KEY})(?![^\W\d_])")
_RANGE = re.compile(
    rf"[(（]?(\d{{1,4}})\s*[\-—–~～至到一]+\s*(\d{{1,4}})[)）]?\s*[题]?\s*[:：.．、]?\s*"
    rf"((?:正确|错误|[{_KEY_CHARS}]|[ \t\u3000、,，/])+)"
)
_BARE_KEYS = re.compile(rf"(.{{2,40}}?答案)\s*[:：]\s*((?:正确|错误|[{_KEY_CHARS}]|[\s、,，/])+)")
_BOXED = re.compile(r"[(（【\[][^()（）【】\[\]]{0,12}[)）】\]]\s*[。.]?")
_LONGEST_HEAD = 60
_FARTHEST = 30_000  # so many lines are looked through for the questions of a list
_GAP = re.compile(r"[\s;；,，、。.|]*")
_GROUPS = re.compile(r"[\s、,，/]+")
_SIGNS = re.compile(rf"正确|错误|[{_KEY_CHARS}]")


@dataclass(slots=True)
class KeyList:
    """One list: keys by the questions' numbers (0: by their places), and what is said of them.

    `is_broken`: the range it names has another number of questions than of keys. `doubt`: the number of a line below
    the last key that was taken for more of it and may be something else, 0 where there is none.
    """

    line: int
    heading: str
    kind: Declared | None
    keys: list[tuple[int, str]] = field(default_factory=list)
    explanations: dict[int, str] = field(default_factory=dict)
    is_broken: bool = False
    doubt: int = 0


@dataclass(slots=True)
class _Found:
    lists: list[KeyList] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    kinds: dict[Declared | None, int] = field(default_factory=dict)  # the index of the first heading of each
    numbered: list[tuple[int, int]] = field(default_factory=list)  # the index and the number of each numbered line
    places: dict[int, list[int]] = field(default_factory=dict)  # number -> where it stands in `numbered`


def find_lists(lines: Sequence[WrittenLine]) -> tuple[list[KeyList], set[int]]:
    """The lists among the lines, and the indexes of the lines that they take up."""
    found = _Found(kinds=_first_of_kinds(lines))
    found.numbered = [(at, start.number) for at, line in enumerate(lines) if (start := start_of(line.text))]
    for place, (_at, number) in enumerate(found.numbered):
        found.places.setdefault(number, []).append(place)
    index = 0
    while index < len(lines):
        index = _region(lines, index, found) or index + 1
    return found.lists, found.taken


def _region(lines: Sequence[WrittenLine], index: int, found: _Found) -> int:
    """Read a list that begins at a line; the index behind it, 0 where none begins."""
    text = lines[index].text.strip()
    if not text:
        return 0
    answers = _ANSWERS.match(text)
    if answers and answers.end() == len(text):
        return _under_heading(lines, index, found)
    parsed = _headed_list(text) or _plain_list(text)
    if parsed is not None:
        return _add(lines, index, parsed, found)
    heading = _key_heading(text)
    after = next_filled(lines, index + 1)
    if heading is not None and after < len(lines) and _plain_list(lines[after].text) is not None:
        found.taken.add(index)
        parsed = KeyList(lines[index].number, heading.heading, heading.kind)
        return _add(lines, after, _joined(parsed, _plain_list(lines[after].text)), found)
    return 0


def _add(lines: Sequence[WrittenLine], index: int, parsed: KeyList, found: _Found) -> int:
    """Take a list line and those that go on with it."""
    parsed.line = lines[index].number
    found.lists.append(parsed)
    found.taken.add(index)
    after = next_filled(lines, index + 1)
    while after < len(lines) and _goes_on(parsed, more := _plain_list(lines[after].text)):
        _joined(parsed, more)
        found.taken.add(after)
        after = next_filled(lines, after + 1)
    return after


def _goes_on(parsed: KeyList, more: KeyList | None) -> bool:
    return more is not None and bool(parsed.keys and more.keys) and more.keys[0][0] == parsed.keys[-1][0] + 1


def _joined(parsed: KeyList, more: KeyList | None) -> KeyList:
    if more is not None:
        parsed.keys += more.keys
        parsed.is_broken |= more.is_broken
    return parsed


def _under_heading(lines: Sequence[WrittenLine], index: int, found: _Found) -> int:
    """Read what stands under a line 参考答案: lists, and keys in words, one a line, up to the next questions."""
    end = _end_of_answers(lines, index, found)
    if end == index:
        return 0
    found.taken.update(range(index, end))
    heading, kind = "", None
    current: KeyList | None = None
    for at in range(index + 1, end):
        text = lines[at].text.strip()
        if not text:
            continue
        parsed = _headed_list(text) or _plain_list(text)
        if parsed is None and (title := _key_heading(text)) is not None:
            heading, kind, current = title.heading, title.kind, None
            continue
        if parsed is not None:
            if parsed.kind is None and not parsed.heading:
                parsed.heading, parsed.kind = heading, kind
            else:
                heading, kind, current = parsed.heading, parsed.kind, None
        if current is not None and (parsed is None or _goes_on(current, parsed)):
            _go_on(current, parsed, lines, at)
            continue
        current = parsed or KeyList(0, heading, kind)
        if parsed is None:
            _add_words(current, text)
        current.line = lines[at].number
        found.lists.append(current)
    return end


def _go_on(current: KeyList, parsed: KeyList | None, lines: Sequence[WrittenLine], at: int) -> None:
    """Add a line to a list; one that may be no key is kept in mind while no other key follows."""
    count, text = len(current.keys), lines[at].text.strip()
    if parsed is not None:
        _joined(current, parsed)
    else:
        _add_words(current, text)
    if len(current.keys) > count:
        current.doubt = 0
    elif not current.doubt and pieces_of(text)[0].role is None and (_is_after_blank(lines, at) or _asks(text)):
        current.doubt = lines[at].number


def _is_after_blank(lines: Sequence[WrittenLine], at: int) -> bool:
    return not lines[at - 1].text.strip()


def _asks(text: str) -> bool:
    """Whether a line is rather a question than a key."""
    return has_key(text) or is_question_like(text)


def _add_words(current: KeyList, text: str) -> None:
    """A key in words with its number, or another line of the key before."""
    start = start_of(text)
    if start is not None and (not current.keys or start.number == current.keys[-1][0] + 1):
        pieces = pieces_of(start.rest)
        key = next((piece.text for piece in pieces if piece.role in (None, Role.KEY)), "")
        said = [piece.text for piece in pieces if piece.role is Role.EXPLANATION]
        current.keys.append((start.number, key))
        if said:
            current.explanations[start.number] = "\n".join(said)
    elif current.keys:
        number, key = current.keys[-1]
        pieces = pieces_of(text)
        before = current.explanations.get(number, "")
        if len(before) + len(key) > MAX_TEXT:
            current.is_broken = True
        elif number in current.explanations or pieces[0].role is Role.EXPLANATION:
            current.explanations[number] = f"{before}\n{pieces[0].text}".strip()
        else:
            current.keys[-1] = (number, f"{key}\n{pieces[0].text}".strip())
    else:
        current.is_broken = True


def _end_of_answers(lines: Sequence[WrittenLine], index: int, found: _Found) -> int:
    """Where the keys under a heading end; the heading's own index where they are the answer of one question.

    They are a list where list lines follow, or as many numbered lines as questions stand above.
    """
    first = next_filled(lines, index + 1)
    if first == len(lines):
        return index
    text, kinds = lines[first].text, found.kinds
    is_list = (
        _headed_list(text) is not None or _plain_list(text) is not None or _is_repeated_heading(text, first, kinds)
    )
    if not is_list and not _counts_along(found, index, first):
        return index
    at, last = first, _Last()
    while at < len(lines):
        line = lines[at].text
        if at > first and line.strip() and last.is_left_by(lines, at):
            break
        last.go_on(line)
        if part_heading(line) is not None and _headed_list(line) is None and not _is_repeated_heading(line, at, kinds):
            break
        if labelled(line) == 0 and _plain_list(line) is None:  # options: these are questions again
            return index if at == first else _start_above(lines, at, first)
        at += 1
    return at


@dataclass(slots=True)
class _Last:
    """The last key of a list as far as it has been looked through, to see where something else begins."""

    number: int = 0
    style: str = ""
    is_sign: bool = False

    def go_on(self, line: str) -> None:
        """Look at the next line of the list."""
        parsed, start = _headed_list(line) or _plain_list(line), start_of(line)
        if parsed is not None:
            self.number, self.style, self.is_sign = parsed.keys[-1][0], start.style if start else "", True
        elif _key_heading(line) is not None:
            self.number, self.style, self.is_sign = 0, "", False
        elif start is not None and (start.number == self.number + 1 or not self.number):
            self.number, self.style = start.number, start.style
            self.is_sign = re.fullmatch(_KEY, start.rest) is not None
        elif line.strip():
            self.is_sign = self.is_sign and pieces_of(line)[0].role is not Role.EXPLANATION

    def is_left_by(self, lines: Sequence[WrittenLine], at: int) -> bool:
        """Whether a line belongs to the list no more: a question, or a number out of turn."""
        line = lines[at].text
        is_apart = _is_after_blank(lines, at)
        if not (is_apart or self.is_sign) or not self.number:
            return False
        if _headed_list(line) is not None or _plain_list(line) is not None or _key_heading(line) is not None:
            return False
        start = start_of(line)
        if start is None:
            return pieces_of(line)[0].role is None and _asks(line)
        if start.number == self.number + 1:
            return (not _BOXED.fullmatch(start.rest) and has_key(start.rest)) or (
                is_apart and is_question_like(line) and looks_whole(lines, (), at, start)
            )
        return is_apart and start.style == (self.style or start.style)


def _start_above(lines: Sequence[WrittenLine], index: int, first: int) -> int:
    """The line behind the first key where the question begins whose first option stands at the index."""
    return next((at for at in range(index - 1, first, -1) if start_of(lines[at].text)), index)


def _counts_along(found: _Found, index: int, first: int) -> bool:
    """Whether the lines below are numbered as the questions above are, from the last that has the first number on."""
    numbered = found.numbered
    above, below = bisect_left(numbered, (index, 0)), bisect_left(numbered, (first, 0))
    if below == len(numbered) or numbered[below][0] != first:
        return False
    same = found.places[numbered[below][1]]
    at = bisect_left(same, above) - 1
    if at < 0 or numbered[same[at]][0] <= index - _FARTHEST or numbered[above - 1][1] < 2:
        return False
    for step in range(above - same[at]):
        if below + step >= len(numbered) or numbered[below + step][0] >= first + _FARTHEST:
            return False
        if numbered[below + step][1] != numbered[same[at] + step][1]:
            return False
    return True


def _first_of_kinds(lines: Sequence[WrittenLine]) -> dict[Declared | None, int]:
    """The index of the first heading of each kind."""
    first: dict[Declared | None, int] = {}
    for at, line in enumerate(lines):
        if (heading := part_heading(line.text)) is not None:
            first.setdefault(heading.kind, at)
    return first


def _is_repeated_heading(text: str, index: int, kinds: Mapping[Declared | None, int]) -> bool:
    """Whether a line is the heading of a part that stood above already: the part's keys follow."""
    heading = _key_heading(text)
    if heading is None:
        return False
    if heading.says_keys:
        return True
    return kinds.get(heading.kind, index) < index


@dataclass(frozen=True, slots=True)
class _KeyHeading:
    heading: str
    kind: Declared | None
    says_keys: bool


def _key_heading(text: str) -> _KeyHeading | None:
    """The part that a line names, with or without the word 答案 behind it."""
    bare = re.sub(r"\s*(?:参考|标准|正确)?答案\s*[:：]?\s*$", "", text.strip())
    heading = part_heading(bare)
    if heading is None or heading.kind is None:
        return None
    return _KeyHeading(heading.text, heading.kind, bare != text.strip())


def _headed_list(text: str) -> KeyList | None:
    """A list that begins behind the name of its part or the word 答案 on the same line."""
    line = text.strip()
    answers = _ANSWERS.match(line)
    if answers and answers.end() < len(line) and (parsed := _plain_list(line[answers.end() :])) is not None:
        return parsed
    if not names_a_kind(line[:_LONGEST_HEAD]):
        return None
    if (bare := _BARE_KEYS.fullmatch(line)) and (heading := _key_heading(bare[1])) is not None:
        return KeyList(0, heading.heading, heading.kind, [(0, key) for key in _SIGNS.findall(bare[2])])
    for match in re.finditer(r"\d", line[:_LONGEST_HEAD]):
        head = line[: match.start()].rstrip(" \t\u3000:：(（")
        heading = _key_heading(head)
        if heading is not None and (parsed := _plain_list(line[match.start() :], least=1)) is not None:
            parsed.heading, parsed.kind = heading.heading, heading.kind
            return parsed
    return None


def _plain_list(text: str, *, least: int = 2) -> KeyList | None:
    """A line of nothing but numbers and keys: at least two of them, or a range."""
    line = text.strip()
    parsed = KeyList(0, "", None)
    at, has_range = 0, False
    while at < len(line):
        if match := _RANGE.match(line, at):
            has_range = True
            _add_range(parsed, int(match[1]), int(match[2]), match[3])
        elif match := _ITEM.match(line, at):
            parsed.keys.append((int(match[1]), match[2]))
        else:
            return None
        at = match.end()
        gap = _GAP.match(line, at)
        at = gap.end() if gap else at
    return parsed if has_range or len(parsed.keys) >= least else None


def _add_range(parsed: KeyList, first: int, last: int, text: str) -> None:
    """Keys of a range: a sign each, or a group of letters each."""
    count = last - first + 1
    signs = _SIGNS.findall(text)
    groups = [group for group in _GROUPS.split(text) if group]
    if count == len(groups) and count > 0:
        keys = groups
    elif count == len(signs):
        keys = signs
    else:
        parsed.is_broken = True
        parsed.keys += [(first, ""), (max(first, last), "")]
        return
    parsed.keys += [(first + index, key) for index, key in enumerate(keys)]

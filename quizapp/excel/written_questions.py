"""Questions that colleagues send as running text: lines -> questions as they are written, by part.

Nothing is judged here: whoever reads a table's rows (bank_items) judges these questions too.
"""

# no _(): words in texts that others wrote; what is told the user goes through _()

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quizapp.core.questions import LETTERS, Kind, fold
from quizapp.excel.closing_keys import hand_out, is_same_key
from quizapp.excel.closing_lists import find_lists
from quizapp.excel.headings import Role
from quizapp.excel.keys import is_letters, truth_of
from quizapp.excel.kinds import CHOICE, Declared, declared_kind
from quizapp.excel.stem_keys import has_key
from quizapp.excel.text_bounds import MAX_TEXT
from quizapp.excel.written_ahead import following, has_chinese_questions, looks_whole
from quizapp.excel.written_lines import KeyPlace, LineRemark, WrittenLine, WrittenPart, WrittenQuestion, WrittenText
from quizapp.excel.written_marks import (
    Piece,
    Start,
    asks,
    chinese_start_of,
    is_instruction,
    is_page_mark,
    is_question_like,
    labelled,
    part_heading,
    pieces_of,
    split_options,
    split_stem,
    start_of,
    weakly_labelled,
)
from quizapp.excel.written_stems import take_stem_key, take_tags
from quizapp.i18n import _

_FIELDS = {
    Role.DIFFICULTY: "difficulty",
    Role.SOURCE: "source",
    Role.KNOWLEDGE_POINT: "knowledge_point",
    Role.CATEGORY: "category",
}

_GAP = re.compile(r"[^\S\n]{31,}")  # a patterns' trap, and nobody's meaning
_NAMED = re.compile(r"\s*[^:：]{2,8}[:：]")
_SHORT_GAP = " " * 30
_LEVELS = {"part": 0, "dun": 1, "paren": 2, "bare": 3}
"""Styles of headings, the higher ones first: 第一章, 一、, （一）, 单选题."""


def read_written(lines: Sequence[WrittenLine]) -> WrittenText:
    """The questions of a text, and what in it looks like one and is none."""
    lines = [
        replace(line, text=_GAP.sub(_SHORT_GAP, line.text)) if len(line.text) > len(_SHORT_GAP) else line
        for line in lines
    ]
    lists, taken = find_lists(lines)
    reader = _Reader(lines, taken)
    for index in range(len(lines)):
        reader.read(index)
    text = reader.finished()
    hand_out(text, lists)
    for part in text.parts:
        _tell_kinds(part)
    return text


def _tell_kinds(part: WrittenPart) -> None:
    """T and F are true and false where a part has nothing else; one F alone may be an option's letter."""
    bare = [question for question in part.questions if question.kind is None and not question.options]
    signs = {fold(question.key) for question in bare}
    if "t" in signs and signs <= {"t", "f"}:
        for question in bare:
            question.kind = Kind.TRUE_FALSE


@dataclass(slots=True)
class _Open:
    """The question that is being read: its lines, and in which of its texts the next one goes on."""

    question: WrittenQuestion
    stem: list[str] = field(default_factory=list)
    options: dict[int, str] = field(default_factory=dict)
    place: Role = Role.STEM
    has_key_line: bool = False
    is_weak: bool = False  # its options have bare letters
    lead: str = ""  # what stood in brackets before its number
    items: int = 0  # the last number of a list within its answer

    @property
    def is_open_answer(self) -> bool:
        """Whether its answer may go on over several lines: no options, and no sign of true or false."""
        return not self.options and truth_of(self.question.key) is None and not self._is_choice

    @property
    def _is_choice(self) -> bool:
        return is_letters(self.question.key) and self.question.kind in (Kind.SINGLE, Kind.MULTIPLE, CHOICE)


@dataclass(slots=True)
class _Tail:
    """A line that has not found its place yet."""

    line: WrittenLine
    after_blank: bool


class _Reader:
    """Reads line by line; what a line is may depend on those before it and on the next."""

    def __init__(self, lines: Sequence[WrittenLine], taken: set[int]) -> None:
        self._lines = lines
        self._taken = taken
        self._text = WrittenText()
        self._part = WrittenPart("")
        self._open: _Open | None = None
        self._tail: list[_Tail] = []
        self._is_after_blank = False
        self._last_number: int | None = None
        self._style = ""
        self._heading_styles: dict[str, str] = {}  # what a heading gave ("kind", "category") -> its level
        self._category = ""
        self._kind_ahead: Declared | None = None  # 题型： above 题干：
        self._has_stem_marks = any(pieces_of(line.text)[0].role is Role.STEM for line in lines if line.text.strip())
        self._is_numbered = any(start_of(line.text) for line in lines)
        self._has_chinese_numbers = not self._is_numbered and has_chinese_questions(lines)

    def read(self, index: int) -> None:
        """Read one line."""
        line = self._lines[index]
        if index in self._taken:
            self._close()
            if self._part.questions:  # what stands below a list of keys is not meant by it
                self._new_part(self._part.heading, self._part.kind)
            return
        if not line.text.strip() or is_page_mark(line.text):
            if line.pictures:
                self._add_pictures(line)
            self._is_after_blank = True
            return
        start = self._start(index)
        if start is None and self._opens_part(index):
            return
        if start is not None:
            self._begin(line, start)
            self._say(index, start.rest)
        else:
            self._say(index, line.text.strip())
        self._add_pictures(line)
        self._is_after_blank = False

    def finished(self) -> WrittenText:
        """All that was read."""
        self._close()
        self._text.parts.append(self._part)
        self._text.parts = [part for part in self._text.parts if part.questions]
        return self._text

    # -- where questions and parts begin ---------------------------------------------------------------------------

    def _opens_part(self, index: int) -> bool:
        text = self._lines[index].text
        heading = part_heading(text)
        if heading is None:
            return False
        if heading.kind is None and not self._stands_above_questions(index):
            return False
        self._close()
        styles = self._heading_styles
        kind, category = self._part.kind, self._category
        if heading.kind is not None:
            kind = heading.kind
            if _LEVELS[heading.style] <= _LEVELS.get(styles.get("category", ""), -1):
                category = ""
            styles["kind"] = heading.style
        else:
            category = heading.name
            if _LEVELS[heading.style] <= _LEVELS.get(styles.get("kind", ""), -1):
                kind = None
            styles["category"] = heading.style
        self._new_part(heading.text, kind)
        self._category = category
        self._last_number, self._style = None, ""
        return True

    def _new_part(self, heading: str, kind: Declared | None) -> None:
        self._text.parts.append(self._part)
        self._part = WrittenPart(heading, kind)

    def _stands_above_questions(self, index: int) -> bool:
        """Whether a heading without a kind is one: a number or another heading follows, and no answer goes on."""
        if self._has_chinese_numbers:
            return False
        below = following(self._lines, index)
        start = start_of(below)
        if start is None:
            heading = part_heading(below)
            return heading is not None and heading.kind is not None
        return start.number == 1 or self._last_number is None or start.number == self._last_number + 1

    def _start(self, index: int) -> Start | None:
        """The number of a question, where the line begins one."""
        text = self._lines[index].text
        start = chinese_start_of(text) if self._has_chinese_numbers else start_of(text)
        if start is None or ((heading := part_heading(text)) is not None and heading.kind is not None):
            return None
        if start.lead and not has_key(f"({start.lead})") and start.lead not in "ABCDEFGH":
            return None
        last = self._last_number
        if start.is_tight and start.number not in (1, (last or 0) + 1):
            return None
        if self._open is None and last is None:
            return start
        return start if self._begins_another(index, start) else None

    def _begins_another(self, index: int, start: Start) -> bool:
        """Whether a numbered line is the next question, and no item of the stem or the answer of this one."""
        last, now = self._last_number or 0, self._open
        if start.style == "ord" or now is None:
            return True
        if start.style != self._style and self._style:
            is_complete = bool(now.options) and (now.has_key_line or now.place is not Role.STEM)
            return is_complete and start.number == last + 1
        if now.place is Role.STEM and not now.options:
            return start.number == last + 1 or looks_whole(self._lines, self._taken, index, start)
        goes_on = (now.place is Role.KEY and now.is_open_answer) or now.place is Role.EXPLANATION
        if not goes_on:
            return True
        is_item = start.number == now.items + 1 and (now.items or start.number == 1)
        if is_item and not looks_whole(self._lines, self._taken, index, start):
            now.items = start.number
            return False
        return start.number == last + 1 or looks_whole(self._lines, self._taken, index, start)

    def _begin(self, line: WrittenLine, start: Start) -> None:
        """Close the question before and open this one."""
        self._close()
        if self._last_number is not None and start.number <= self._last_number and self._part.questions:
            self._new_part(self._part.heading, self._part.kind)
        self._last_number, self._style = start.number, start.style
        self._open_question(line.number, start.number)
        if self._open is not None:
            self._open.lead = start.lead

    def _open_question(self, line: int, number: int | None) -> _Open:
        kind, self._kind_ahead = self._kind_ahead or self._part.kind, None
        question = WrittenQuestion(line, number, kind, category=self._category)
        self._open = _Open(question)
        return self._open

    # -- what lines say --------------------------------------------------------------------------------------------

    def _say(self, index: int, text: str) -> None:
        """Read the text of a line, the question's number taken off."""
        line = self._lines[index]
        for piece in pieces_of(text):
            if piece.role is not None:
                self._mark(line, piece)
            elif piece.text:
                self._plain(index, piece.text)

    def _plain(self, index: int, text: str) -> None:
        line = self._lines[index]
        now = self._open
        if self._takes_options(index, text):
            self._options(line, text, is_weak=labelled(text) is None)
        elif now is not None and now.place is Role.STEM and not now.options and not self._stem_is_over(text):
            self._stem(index, text)
        else:
            stem, options = split_stem(text, following(self._lines, index))
            if options:
                self._tail.append(_Tail(WrittenLine(stem, line.number), self._is_after_blank))
                self._options(line, options, is_weak=False)
            else:
                self._tail.append(_Tail(WrittenLine(text, line.number), self._is_after_blank))

    def _stem_is_over(self, text: str) -> bool:
        """Whether a line below a stem without a number is another question without options."""
        now = self._open
        return now is not None and now.question.number is None and self._is_after_blank and is_question_like(text)

    def _stem(self, index: int, text: str) -> None:
        now = self._open
        if now is None:
            return
        stem, options = split_stem(text, following(self._lines, index))
        now.stem.append(stem)
        if options:
            self._options(self._lines[index], options, is_weak=False)

    def _takes_options(self, index: int, text: str) -> bool:
        """Whether a line is one of options: its label is the next in turn, or the first again."""
        now = self._open
        expected = max(now.options, default=-1) + 1 if now else 0
        found = labelled(text)
        if found is not None:
            is_open = now is not None and (now.place is not Role.KEY or not now.is_open_answer)
            return found == 0 or (is_open and expected > 0 and found >= expected)
        weak = weakly_labelled(text)
        if weak:
            return now is not None and now.is_weak and weak == expected
        if weak is None or not (self._tail or (now is not None and now.place is Role.STEM)):
            return False
        below = following(self._lines, index)
        return len(split_options(text, is_weak=True)) > 1 or weakly_labelled(below) == 1

    def _options(self, line: WrittenLine, text: str, *, is_weak: bool) -> None:
        options = split_options(text, is_weak=is_weak)
        now = self._open
        if options and options[0][0] == 0 and (now is None or now.options or (now.has_key_line and self._tail)):
            now = self._open_from_tail(line)
        self._settle_tail()
        if now is None:
            return
        for index, words in options:
            now.options[index] = words
        now.is_weak = is_weak
        now.place = Role.OPTION

    def _open_from_tail(self, line: WrittenLine) -> _Open | None:
        """Open a question without a number, whose stem is what stands last before its options or its key."""
        tail = self._tail
        begin = max((at for at, entry in enumerate(tail) if entry.after_blank), default=0)
        stem, self._tail = tail[begin:], tail[:begin]
        if not stem and self._open is not None:
            words = _("选项 A 出现了两次，看不出哪些选项属于这道题：请核对，每道题写明题号。")
            self._open.question.trouble = self._open.question.trouble or words
            self._open.options.clear()
            return self._open
        self._close()
        now = self._open_question(stem[0].line.number if stem else line.number, None)
        now.stem = [entry.line.text for entry in stem]
        return now

    def _mark(self, line: WrittenLine, piece: Piece) -> None:
        """Read 答案：, 解析：, 题型： and the like."""
        now = self._open
        if piece.role is Role.STEM:
            if now is None or now.stem or now.options or now.has_key_line:
                self._close()
                now = self._open_question(line.number, None)
            now.stem.append(piece.text)
            return
        is_next = piece.role is Role.KEY and self._tail and (now is None or now.has_key_line)
        if is_next:
            now = self._open_from_tail(line)
        self._settle_tail()
        if piece.role is Role.KIND and self._has_stem_marks and (now is None or now.has_key_line):
            self._kind_ahead = declared_kind(piece.text)
            return
        if now is None:
            if piece.role is Role.KEY and piece.text:
                self._remark(line.number, _("这里有一个答案，上面没有题目：请核对。"))
            return
        if piece.role is Role.KEY:
            self._key(now, piece.text)
        elif piece.role is Role.EXPLANATION:
            _append(now.question, "explanation", piece.text)
            now.place = Role.EXPLANATION
        elif piece.role is Role.KIND:
            now.question.kind = declared_kind(piece.text) or now.question.kind
        elif piece.role in _FIELDS:
            setattr(now.question, _FIELDS[piece.role], piece.text)
            now.place = piece.role
        elif piece.role is Role.OPTIONS and piece.text:
            self._options(line, piece.text, is_weak=False)

    def _key(self, now: _Open, text: str) -> None:
        if re.fullmatch(r"[(（【\[_\s]*[)）】\]_\s]*", text):
            text = ""
        question = now.question
        if question.key and text and not is_same_key(question.key, text):
            words = _("这道题写了两个不同的答案（“{key}”和“{other}”）：请核对后只留一个。")
            question.trouble = question.trouble or words.format(key=question.key, other=text)
        question.key = question.key or text
        question.key_place = KeyPlace.LINE if question.key else KeyPlace.NOWHERE
        now.has_key_line, now.place = True, Role.KEY
        item = start_of(text)
        now.items = 1 if item is not None and item.number == 1 else 0

    # -- lines without a place of their own ------------------------------------------------------------------------

    def _settle_tail(self) -> None:
        """Give the lines that wait to the text that goes on; tell of those that look like questions."""
        for line in self._placed_tail():
            self._stray(line)

    def _placed_tail(self) -> list[WrittenLine]:
        """Give the lines that wait to the text that goes on; return those that belong to nothing."""
        now, tail = self._open, self._tail
        self._tail = []
        at = 0
        while now is not None and at < len(tail):
            if tail[at].after_blank and self._breaks_off(tail[at].line.text):
                break
            self._go_on(now, tail[at].line)
            at += 1
        return [entry.line for entry in tail[at:]]

    def _breaks_off(self, text: str) -> bool:
        """Whether a line after a blank one goes on with nothing: answers of a numbered text have paragraphs."""
        now = self._open
        is_prose = now is not None and now.place in (Role.KEY, Role.EXPLANATION) and (now.is_open_answer)
        return not (self._is_numbered and is_prose) or is_question_like(text) or has_key(text)

    def _go_on(self, now: _Open, line: WrittenLine) -> None:
        text = line.text
        if now.place is Role.OPTION and now.options:
            last = max(now.options)
            self._tell_of_option(now, line, LETTERS[last])
            now.options[last] = _longer(now.question, now.options[last], text)
        elif now.place is Role.KEY and (now.is_open_answer or not now.question.key):
            _append(now.question, "key", text)
            now.question.key_place = KeyPlace.LINE
        elif now.place in _FIELDS:
            _append(now.question, _FIELDS[now.place], text)
        else:
            _append(now.question, "explanation", text)

    def _tell_of_option(self, now: _Open, line: WrittenLine, letter: str) -> None:
        """Tell of a line below the options that goes on with the last one and may be something else."""
        again = weakly_labelled(line.text) if now.is_weak else labelled(line.text)
        if again is not None and again in now.options:
            words = _("选项 {letter} 出现了两次，看不出这道题有哪些选项：请核对。")
            now.question.trouble = now.question.trouble or words.format(letter=LETTERS[again])
        elif _NAMED.match(line.text):
            words = _("这一行接在选项后面，算作选项 {letter} 的一部分：请核对。")
            self._remark(line.number, words.format(letter=letter))

    def _stray(self, line: WrittenLine) -> None:
        """A line that belongs to no question: one by itself if it has its key in it, else told if it looks like one."""
        if has_key(line.text):
            before, self._open = self._open, None
            now = self._open_question(line.number, None)
            now.stem.append(line.text)
            self._keep(now)
            self._open = before
        elif is_question_like(line.text):
            self._remark(line.number, _("这一行像是题目，但没有选项和答案，没有导入。"))

    def _remark(self, line: int, message: str) -> None:
        self._text.remarks.append(LineRemark(self._part.heading, line, message))

    def _add_pictures(self, line: WrittenLine) -> None:
        if not line.pictures:
            return
        if self._open is None:
            self._remark(line.number, _("这里有图片，不属于任何题目，没有导入。"))
        else:
            self._open.question.pictures += line.pictures

    def _close(self) -> None:
        """The question that is open is complete."""
        now, tail = self._open, self._tail
        if now is not None and now.place is Role.OPTION and now.question.number is None:
            for entry in tail[
                next((at for at, one in enumerate(tail) if is_question_like(one.line.text)), len(tail)) :
            ]:
                entry.after_blank = True
        strays = self._placed_tail()
        if now is not None:
            self._keep(now)
        self._open = None
        for line in strays:
            self._stray(line)

    def _keep(self, now: _Open) -> None:
        question = now.question
        for part in filter(None, now.stem):
            _append(question, "stem", part)
        question.options = [now.options.get(index, "") for index in range(max(now.options, default=-1) + 1)]
        take_tags(question)
        take_stem_key(question, now.lead)
        is_text = not question.key and not question.options and not question.trouble
        if is_text and is_instruction(question.stem) and not asks(question.stem) and question.kind is None:
            return
        self._part.questions.append(question)


def _append(question: WrittenQuestion, name: str, text: str) -> None:
    setattr(question, name, _longer(question, getattr(question, name), text))


def _longer(question: WrittenQuestion, text: str, line: str) -> str:
    """A text with another line; one that has become longer than any cell may be stays as it is, and that is told."""
    if len(text) + len(line) >= MAX_TEXT:
        words = _("这道题的文字太长（题干、选项、答案、解析各最多 {limit} 个字）：请删短，或检查下面的题目有没有题号。")
        question.trouble = question.trouble or words.format(limit=MAX_TEXT)
        return text
    return f"{text}\n{line}".strip()

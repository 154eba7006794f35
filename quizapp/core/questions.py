"""What a question is, what makes it valid, and the identity by which duplicates are found."""

import hashlib
import re
import string
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from quizapp.core.pictures import MAX_STEM_PICTURES, Picture, in_order
from quizapp.i18n import N_, _

LETTERS = string.ascii_uppercase
MAX_OPTIONS = 8


def letter(index: int) -> str:
    """The letter of an option counted from 0; beyond Z, where only somebody's mistake leads, its number from 1."""
    return LETTERS[index] if index < len(LETTERS) else str(index + 1)


class Kind(StrEnum):
    """The five kinds of question (题型)."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    FILL_BLANK = "fill_blank"
    SHORT_ANSWER = "short_answer"

    @property
    def label(self) -> str:
        """The kind's name as the bureau writes it."""
        return _(_KIND_NAMES[self])

    @property
    def has_options(self) -> bool:
        """Whether the key is one or several of the question's own options."""
        return self in (Kind.SINGLE, Kind.MULTIPLE)


_KIND_NAMES = {
    Kind.SINGLE: N_("单选题"),
    Kind.MULTIPLE: N_("多选题"),
    Kind.TRUE_FALSE: N_("判断题"),
    Kind.FILL_BLANK: N_("填空题"),
    Kind.SHORT_ANSWER: N_("简答题"),
}


class Difficulty(StrEnum):
    """How hard a question is thought to be (难度); UNRATED where nobody said."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    UNRATED = ""

    @property
    def label(self) -> str:
        """The difficulty's name, empty where unrated."""
        return _(_DIFFICULTY_NAMES[self]) if self else ""


_DIFFICULTY_NAMES = {Difficulty.EASY: N_("易"), Difficulty.MEDIUM: N_("中"), Difficulty.HARD: N_("难")}

Key = tuple[int, ...] | bool | tuple[tuple[str, ...], ...] | str
"""By kind: single and multiple: option numbers from 0, ascending; true/false: bool; fill-in-the-blank: the accepted
texts of each blank; short answer: the model answer."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice question."""

    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all that the bank keeps of it; `key` as `Key` says for `kind`.

    `any_order`: what the blanks take may stand in whichever of them; a part of the key, not of the identity.
    """

    kind: Kind
    stem: str
    key: Key
    options: tuple[Option, ...] = ()
    explanation: str = ""
    category: str = ""
    knowledge_point: str = ""
    difficulty: Difficulty = Difficulty.UNRATED
    source: str = ""
    reviewed_on: date | None = None
    pictures: tuple[Picture, ...] = ()
    any_order: bool = False

    def pictures_of(self, option: int | None) -> str:
        """The digests of an option's pictures, or (None) of the stem's, as one text; empty where it has none."""
        return " ".join(picture.digest for picture in self.pictures if picture.option == option)

    @property
    def key_letters(self) -> str:
        """The key of a choice question as letters ("AC"), of another kind an empty text."""
        if not self.kind.has_options or not isinstance(self.key, tuple):
            return ""
        return "".join(letter(index) for index in self.key if isinstance(index, int))


_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_OFTEN = (("，", ","), ("（", "("), ("）", ")"), ("：", ":"), ("；", ";"), ("？", "?"), ("！", "!"), ("\u3000", " "))
"""What NFKC makes of the signs in nearly every text; without them it has nothing to do, and is 20 times as fast."""
_FOLDED = re.compile("[\0!-@\\[-`a-z{-~、。“”‘’《》—一-鿿]*")
"""Signs that are folded already, side by side too: nine in ten texts have no others once `_OFTEN` is done."""


def fold(text: str) -> str:
    """Fold width, case and all white space, so that texts that read the same compare equal."""
    for wide, narrow in _OFTEN:
        text = text.replace(wide, narrow)
    if _FOLDED.fullmatch(text):
        return text
    text = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    for sign in _UNSEEN:
        text = text.replace(sign, "")
    return unicodedata.normalize("NFKC", text)


def _all_folded(texts: Sequence[str]) -> list[str]:
    """Fold texts in one go, three times as fast; no folding joins anything across a zero character."""
    joined = "\0".join(texts)
    if joined.count("\0") >= len(texts):
        joined = "\0".join(text.replace("\0", "") for text in texts)
    return fold(joined).split("\0")


def identity(question: Question) -> str:
    """40 hex digits: equal for questions with the same stem, kind, options and pictures (DESIGN decision 3)."""
    stem, *options = _all_folded([question.stem, *(option.text for option in question.options)])
    if question.pictures:
        stem = f"{stem}\1{question.pictures_of(None)}"
        options = [f"{text}\1{question.pictures_of(at)}" for at, text in enumerate(options)]
    parts = "\0".join([question.kind.value, stem, *sorted(options)])
    return hashlib.sha1(parts.encode("utf-8", "surrogatepass")).hexdigest()


def has_same_answer(one: Question, other: Question) -> bool:
    """Whether two questions of one identity mean the same answer, in whatever order their options stand."""
    return _meaning(one) == _meaning(other)


def _meaning(question: Question) -> object:
    key = question.key
    if isinstance(key, str):
        return fold(key)
    if isinstance(key, bool):
        return key
    if question.kind.has_options:
        right = [index for index in key if isinstance(index, int)]
        return {(fold(question.options[index].text), question.pictures_of(index)) for index in right}
    blanks = [frozenset(map(fold, accepted)) for accepted in key if isinstance(accepted, tuple)]
    return (True, sorted(map(sorted, blanks))) if question.any_order else blanks


def filled_up(question: Question, before: Question) -> Question:
    """The question with what it leaves empty taken from `before`: a file without explanations does not delete them.

    Nor does a file that says nothing of the order of the blanks fix it, where the same is accepted for each.
    """
    keeps_order = before.any_order and has_same_answer(replace(question, any_order=True), before)
    return replace(
        question,
        explanation=question.explanation or before.explanation,
        category=question.category or before.category,
        knowledge_point=question.knowledge_point or before.knowledge_point,
        difficulty=question.difficulty or before.difficulty,
        source=question.source or before.source,
        reviewed_on=question.reviewed_on or before.reviewed_on,
        any_order=question.any_order or keeps_order,
    )


def in_place_of(question: Question, before: Question) -> Question:
    """The question filled up from the one that it replaces, but for what was said of another answer."""
    if not has_same_answer(question, before):
        before = replace(before, explanation="", reviewed_on=None)
    return filled_up(question, before)


def tidied(question: Question) -> Question:
    """The question as the bank keeps it: no white space round its texts, the key's options in ascending order."""
    key = _tidied_key(question.key)
    return replace(
        question,
        stem=question.stem.strip(),
        options=tuple(Option(option.text.strip()) for option in question.options),
        key=key,
        explanation=question.explanation.strip(),
        category=question.category.strip(),
        knowledge_point=question.knowledge_point.strip(),
        source=question.source.strip(),
        pictures=in_order(question.pictures),
        any_order=question.any_order and question.kind is Kind.FILL_BLANK and isinstance(key, tuple) and len(key) > 1,
    )


def _tidied_key(key: Key) -> Key:
    if isinstance(key, bool):
        return key
    if isinstance(key, str):
        return key.strip()
    blanks = [part for part in key if isinstance(part, tuple)]
    if blanks:
        return tuple(tuple(text.strip() for text in accepted if text.strip()) for accepted in blanks)
    return tuple(sorted({index for index in key if isinstance(index, int)}))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a question is not valid, or a doubt: `field` is the attribute of `Question` concerned."""

    field: str
    message: str
    is_error: bool = True


def faults(question: Question) -> list[Fault]:
    """All that keeps a question from being asked (errors), and what somebody should look at (warnings)."""
    found: list[Fault] = []
    if not question.stem.strip():
        found.append(Fault("stem", _("题干为空：请填写题干。")))
    if question.kind.has_options:
        found += _choice_faults(question)
    elif question.kind is Kind.TRUE_FALSE:
        if not isinstance(question.key, bool):
            found.append(Fault("key", _("判断题的答案应为“正确”或“错误”。")))
    elif question.kind is Kind.FILL_BLANK:
        found += _blank_faults(question)
    elif not isinstance(question.key, str) or not question.key.strip():
        found.append(Fault("key", _("简答题没有参考答案：请填写答案。")))
    return found + _picture_faults(question) if question.pictures else found


def _picture_faults(question: Question) -> list[Fault]:
    """Pictures beyond what a sheet shows: at most one an option, of options that are there, a few of the stem."""
    options = [picture.option for picture in question.pictures if picture.option is not None]
    found: list[Fault] = []
    for option in sorted(set(options)):
        if not 0 <= option < len(question.options):
            found.append(Fault("options", _("有图片属于不存在的选项：请删去图片，或补充选项。")))
        elif options.count(option) > 1:
            words = _("选项 {letter} 有多张图片：每个选项只能有一张。")
            found.append(Fault("options", words.format(letter=letter(option))))
    if len(question.pictures) - len(options) > MAX_STEM_PICTURES:
        found.append(Fault("stem", _("题干的图片多于 {count} 张：请减少图片。").format(count=MAX_STEM_PICTURES)))
    return found


def _choice_faults(question: Question) -> list[Fault]:
    found: list[Fault] = []
    texts = [option.text.strip() for option in question.options]
    if question.pictures:  # an option may be a picture and nothing else
        texts = [f"{text}\1{question.pictures_of(at)}".strip("\1") for at, text in enumerate(texts)]
    if len(texts) < 2:
        found.append(Fault("options", _("选项不足两个：请补充选项。")))
    if len(texts) > MAX_OPTIONS:
        found.append(Fault("options", _("选项多于 {count} 个：请减少选项。").format(count=MAX_OPTIONS)))
    blank = [] if all(texts) else [index for index, text in enumerate(texts) if not text]
    for index in blank:
        found.append(Fault("options", _("选项 {letter} 为空：请填写或删去。").format(letter=letter(index))))
    found += _repeated_option_faults(texts, question.key)
    return found + _letter_faults(question)


def _repeated_option_faults(texts: Sequence[str], key: Key) -> list[Fault]:
    """Equal options are an error where one of them is right and the other is not: nobody could answer that fairly."""
    right = key if isinstance(key, tuple) else ()
    folded = _all_folded(texts)
    if len(set(folded)) == len(folded):
        return []
    seen: dict[str, int] = {}
    found = []
    for index, text in enumerate(folded):
        first = seen.setdefault(text, index)
        if text and first != index:
            words = _("选项 {first} 与选项 {second} 相同：请改正其中一个。")
            is_error = (first in right) != (index in right)
            found.append(Fault("options", words.format(first=letter(first), second=letter(index)), is_error))
    return found


def _letter_faults(question: Question) -> list[Fault]:
    key = question.key
    if not isinstance(key, tuple) or not key:
        return [Fault("key", _("没有答案：请填写正确选项的字母。"))]
    beyond = [index for index in key if not isinstance(index, int) or not 0 <= index < len(question.options)]
    if beyond:
        return [Fault("key", _("答案指向不存在的选项：请核对答案与选项。"))]
    if question.kind is Kind.SINGLE and len(key) > 1:
        return [Fault("key", _("单选题有多个答案：请改为一个，或把题型改为“多选题”。"))]
    if question.kind is Kind.MULTIPLE and len(key) == 1:
        return [Fault("key", _("多选题只有一个正确选项：请核对，或把题型改为“单选题”。"), is_error=False)]
    return []


def _blank_faults(question: Question) -> list[Fault]:
    key = question.key
    if not isinstance(key, tuple) or not key:
        return [Fault("key", _("填空题没有答案：请填写每空的答案。"))]
    for number, accepted in enumerate(key, start=1):
        if not isinstance(accepted, tuple) or not any(text.strip() for text in accepted):
            return [Fault("key", _("第 {number} 空没有答案：请填写。").format(number=number))]
    blanks = blank_count(question.stem)
    if blanks and blanks != len(key):
        words = _("题干有 {blanks} 处空格，答案有 {answers} 个：请核对。")
        return [Fault("key", words.format(blanks=blanks, answers=len(key)), is_error=False)]
    return []


BLANK = re.compile(r"_{2,}|＿{2,}|[（(]\s*[）)]")


def blank_count(stem: str) -> int:
    """How many blanks a stem shows: runs of two or more underscores, or empty brackets."""
    return len(BLANK.findall(stem))

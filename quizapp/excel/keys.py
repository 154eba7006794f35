"""How people spell a key: letters in any width, case and punctuation, numbers, the option's own text, √ and ×.

Nothing is guessed: what can be read in two ways raises UnclearKey with the words for the user.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from quizapp.core.questions import LETTERS, Kind, Question, blank_count, fold, letter
from quizapp.excel.blank_texts import split_blanks
from quizapp.i18n import _

# no _(): the words for true and false in files that others wrote
TRUE_WORDS = frozenset(["正确", "对", "√", "✓", "✔", "☑", "是", "true", "真", "对的", "正确的"])  # no _(): see above
FALSE_WORDS = frozenset(
    ["错误", "错", "×", "✗", "✘", "☒", "╳", "✕", "✖", "❌", "否", "false", "假", "错的", "错误的", "不正确", "不对"]
)  # no _(): see above
_TRUE_SIGNS = TRUE_WORDS | frozenset(["t", "y", "yes", "1", "同意", "ok"])  # no _(): see above
_FALSE_SIGNS = FALSE_WORDS | frozenset(["f", "n", "no", "0", "不同意", "x"])  # no _(): see above

_SEPARATORS = r"[\s,、;|/\\#~$+&。.·和与及\-—–_]*"  # no _(): what people type between letters
_DIGIT_SEPARATORS = r"[\s,、;|/\\#~$+&和与及]+"  # no _(): what people type between numbers
_PREFIX = re.compile(r"(?:正确|标准|参考)?答案(?:是|为)?[:\s]*|选项\s*(?=[A-P\d])|answers?[:\s]+", re.IGNORECASE)
_PLAIN = re.compile(r"[A-P]+")
_SPELLED = re.compile(rf"{_SEPARATORS}[A-P](?:{_SEPARATORS}[A-P])*{_SEPARATORS}")
_GAP = re.compile(r"([A-P])([^A-P]+)(?=([A-P]))")
_RANGE = re.compile(r"[-—–~_…至到]|[.·]{2,}")  # no _(): signs of a range
_NUMBERS = re.compile(rf"\d{{1,2}}(?:{_DIGIT_SEPARATORS}\d{{1,2}})*")
_LABELLED = re.compile(r"\(?([A-P])\)?\s*[、.:)\s]\s*(.+)", re.DOTALL)
_REMARK = re.compile(
    r"\s*((?:答案\s*[:：]\s*)?(?:[A-PＡ-Ｐ](?:[\s,，、;；|/]*[A-PＡ-Ｐ])*|[a-h]|对|错|正确|错误|√|×|[TF]))"
    r"[\s。.；;,，、]*+[（(【\[]?\s*+(?:答案|试题|题目)?(?:解析|说明|分析|详解|点评|explanation)\s*(?:[】\]]\s*[:：]?|[:：\s])\s*(.*)",
    re.DOTALL | re.IGNORECASE,
)  # no _(): what people write behind a key
_REASONED = re.compile(r"\s*([^\s，,；;。]{1,4})\s*[，,；;。]\s*(\S.*)", re.DOTALL)
_LONGEST_SIGN = 40  # of true or false, brackets round it and all
_LONGEST_LETTERS = 200  # of eight letters and what stands between them
_BRACKETS = "()[]{}【】<>〔〕「」\"'“”‘’"
_BETWEEN_TEXTS = re.compile(r"[\n;；|]|\$;\$")


class UnclearKey(ValueError):
    """A key that says nothing, or two things; the message is for the user."""


def truth_of(text: str, *, only_words: bool = False) -> bool | None:
    """True or false, whatever the sign for it; None for anything else. `only_words`: not T, Y, 1 and the like."""
    if len(text) > _LONGEST_SIGN and len(text.strip()) > _LONGEST_SIGN:
        return None
    folded = fold(text).strip(_BRACKETS + "。.\ufe0f")
    if folded in (TRUE_WORDS if only_words else _TRUE_SIGNS):
        return True
    if folded in (FALSE_WORDS if only_words else _FALSE_SIGNS):
        return False
    return None


def is_letters(text: str) -> bool:
    """Whether a text looks like nothing but letters of options: A to H, none twice (GDP and CCTV are words)."""
    if len(text) > _LONGEST_LETTERS:
        return False
    bare = _bared(text)
    letters = re.sub(r"[^A-P]", "", bare)
    return bool(_SPELLED.fullmatch(bare)) and max(letters) <= "H" and len(set(letters)) == len(letters)


def is_number(text: str) -> bool:
    """Whether a text is one or several small numbers, as keys that count the options are."""
    return bool(_NUMBERS.fullmatch(_bared(text)))


def counted_from_one(text: str) -> str:
    """A key in digits that count the options from 0, as if they counted from 1; any other key as it is."""
    return re.sub(r"\d+", lambda found: str(int(found[0]) + 1), text) if is_number(text) else text


def choice_key(text: str, options: Sequence[str], *, numbers_from_one: bool = True) -> tuple[int, ...]:
    """Numbers from 0 of the right options, ascending; `options` may have gaps ("").

    `numbers_from_one`: False where the table's own keys show that its numbers cannot be counted from 1.
    """
    if _PLAIN.fullmatch(text):
        return _by_letters(text, text, options)
    bare = _bared(text)
    if not bare:
        raise UnclearKey(_("没有答案：请填写正确选项的字母。"))
    if _SPELLED.fullmatch(bare) and not _holds_range(bare):
        return _by_letters(text, re.sub(r"[^A-P]", "", bare), options)
    if _NUMBERS.fullmatch(bare):
        return _by_numbers(text, bare, options, numbers_from_one)
    return _by_texts(text, bare, options)


def true_false_key(text: str, options: Sequence[str] = (), *, numbers_from_one: bool = True) -> bool:
    """True or false; `options` are the two texts where the row has them, and then letters and numbers go by them."""
    if not _bared(text):
        raise UnclearKey(_("没有答案：请填写“正确”或“错误”。"))
    in_words = truth_of(text, only_words=True)
    if in_words is not None:
        return in_words
    said, pointed = truth_of(text), _pointed_truth(text, options, numbers_from_one)
    if not options and said is None and is_letters(text):
        words = _("判断题的答案写成了“{key}”，又没有选项说明哪个是对：请改为“正确”或“错误”。")
        raise UnclearKey(words.format(key=_short(text)))
    if said is None and pointed is None:
        raise UnclearKey(_("答案“{key}”看不出是对还是错：请填写“正确”或“错误”。").format(key=_short(text)))
    if said is not None and pointed is not None and pointed != said:
        words = _("答案“{key}”按选项是一个意思，按字面是另一个意思：请改为“正确”或“错误”。")
        raise UnclearKey(words.format(key=_short(text)))
    return bool(said if pointed is None else pointed)


def _pointed_truth(text: str, options: Sequence[str], numbers_from_one: bool) -> bool | None:
    """What the option says that a letter or number points to."""
    if options and is_number(text) and not numbers_from_one:
        words = _("答案写成数字“{key}”，看不出是选项的序号还是对错：请改为“正确”或“错误”。")
        raise UnclearKey(words.format(key=_short(text)))
    try:
        key = choice_key(text, options)
    except UnclearKey:
        return None
    return truth_of(options[key[0]]) if len(key) == 1 and key[0] < len(options) else None


def without_remark(text: str) -> tuple[str, str]:
    """The key and the remark behind it, where the text is a key and then 答案解析：…"""
    match = _REMARK.match(text)
    return (match[1].strip(), match[2].strip()) if match else (text, "")


def truth_and_reason(stem: str, text: str) -> tuple[str, str]:
    """The word and the reason behind it, where a key is 错，见规定 or the like; else the key as it is.

    A line to write on, or several blanks, asks for words: 是，非 may be what belongs there.
    """
    match = _REASONED.fullmatch(text)
    if match is None or truth_of(match[1], only_words=True) is None or truth_of(match[2]) is not None:
        return text, ""
    return (text, "") if "_" in stem or blank_count(stem) > 1 else (match[1], match[2].strip())


def agrees_with(question: Question, text: str) -> bool:
    """Whether another spelling of its answer may mean the same as a question's key; what is unclear may."""
    if question.kind is Kind.TRUE_FALSE:
        return truth_of(text) in (None, question.key)
    if not question.kind.has_options:
        return True
    try:
        return choice_key(text, [option.text for option in question.options]) == question.key
    except UnclearKey:
        return True


def blanks_key(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The accepted texts of each blank: blanks are parted by |, what is accepted for one of them by ; or ；."""
    return tuple(
        tuple(dict.fromkeys(piece for accepted in blank if (piece := accepted.strip())))
        for text in texts
        for blank in split_blanks(text)
    )


def _bared(text: str) -> str:
    """The key without width, case, brackets round it and the word 答案 before it."""
    bare = unicodedata.normalize("NFKC", text).strip().upper()
    if bare.startswith("[") and bare.endswith("]"):
        bare = bare[1:-1].replace('"', "").replace("'", "")  # ["A","C"]
    bare = _PREFIX.sub("", bare, count=1) if _PREFIX.match(bare) else bare
    while len(bare) > 1 and bare[0] in _BRACKETS and bare[-1] in _BRACKETS:
        bare = bare[1:-1].strip()
    return bare.strip()


def _holds_range(bare: str) -> bool:
    """Whether A~D could mean A, D or A, B, C, D; with neighbours both mean the same.

    Where the same sign stands between all of three or more letters it parts them: A-C-D is a list.
    """
    found = _GAP.findall(bare)
    gaps = [gap for _first, gap, _second in found]
    if len(gaps) > 1 and len(set(gaps)) == 1 and len(gaps) == len(re.sub(r"[^A-P]", "", bare)) - 1:
        return False
    return any(abs(ord(first) - ord(second)) != 1 for first, gap, second in found if _RANGE.search(gap))


def _by_letters(text: str, letters: str, options: Sequence[str]) -> tuple[int, ...]:
    key = _indexes(letters)
    if len(key) < len(letters):
        raise UnclearKey(_("答案“{key}”里有重复的字母：请核对后改正。").format(key=_short(text)))
    _check_other_reading(text, key, options)
    return key


@lru_cache(maxsize=1000)
def _indexes(letters: str) -> tuple[int, ...]:
    """Numbers from 0 of the letters, ascending, each once."""
    return tuple(sorted({LETTERS.index(letter) for letter in letters}))


def _by_numbers(text: str, bare: str, options: Sequence[str], numbers_from_one: bool) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", bare)]
    if len(numbers) == 1 and numbers[0] > len(options) and _are_digits_of_options(bare, len(options)):
        numbers = list(map(int, bare))  # 13: options 1 and 3, for there are no thirteen
    if not all(1 <= number <= len(options) for number in numbers):
        return _by_texts(text, bare, options)
    key = tuple(sorted({number - 1 for number in numbers}))
    _check_other_reading(text, key, options)
    if not numbers_from_one:
        words = _("答案写成数字“{key}”，而这张表里有答案是 0，看不出从几数起：请改为选项字母。")
        raise UnclearKey(words.format(key=_short(text)))
    return key


def _are_digits_of_options(bare: str, count: int) -> bool:
    """Whether each digit counts an option, in ascending order."""
    digits = list(map(int, bare))
    return digits == sorted(set(digits)) and digits[0] >= 1 and digits[-1] <= count


def _check_other_reading(text: str, key: tuple[int, ...], options: Sequence[str]) -> None:
    """Refuse a key that is also the text of another option."""
    longest = len(text) + 4  # an option that reads like the key is hardly longer: spares folding the others
    short = [index for index, option in enumerate(options) if option and len(option) <= longest]
    folded = fold(text) if short else ""
    for index in short:
        if (index,) != key and fold(options[index]) == folded:
            words = _("答案“{key}”既可以是选项 {letter} 的文字，也可以是选项的序号：请改为选项字母。")
            raise UnclearKey(words.format(key=_short(text), letter=letter(index)))


def _by_texts(text: str, bare: str, options: Sequence[str]) -> tuple[int, ...]:
    found = _text_index(text, options)
    if found is not None:
        return (found,)
    labelled = _LABELLED.fullmatch(bare)
    if labelled and _text_index(labelled[2], options) == LETTERS.index(labelled[1]):
        return (LETTERS.index(labelled[1]),)
    parts = [part for part in _BETWEEN_TEXTS.split(text) if part.strip()]
    indexes = [_text_index(part, options) for part in parts]
    if len(parts) > 1 and len(set(indexes)) == len(parts) and None not in indexes:
        return tuple(sorted(index for index in indexes if index is not None))
    words = _("答案“{key}”看不出是哪个选项：请填写正确选项的字母，例如 A 或 ABD。")
    raise UnclearKey(words.format(key=_short(text)))


def _text_index(text: str, options: Sequence[str]) -> int | None:
    """The one option with this text."""
    folded = fold(text)
    found = [index for index, option in enumerate(options) if option and fold(option) == folded]
    return found[0] if len(found) == 1 else None


def _short(text: str) -> str:
    """A key as a message quotes it."""
    line = " ".join(text.split())
    return line if len(line) <= 20 else line[:20] + "…"

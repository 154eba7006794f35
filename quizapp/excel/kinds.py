"""Which kind a question is: the words that declare it, and what follows from its options and key where nothing does."""

# no _() in this module: words in files that others wrote, in whatever language the program speaks

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.core.questions import Kind, blank_count, fold
from quizapp.excel.keys import is_letters, truth_and_reason, truth_of

CHOICE = "choice"
"""Declared as 选择题: one right option or several, as the key says."""

Declared = Kind | str

_WORDS: dict[Declared, str] = {
    Kind.SINGLE: (
        "单选 单选题 單選題 单项选择 单项选择题 单选择题 单项 单选型 single singlechoice radio sc singleanswer"
    ),
    Kind.MULTIPLE: (
        "多选 多选题 多選題 多项选择 多项选择题 多选择题 多项 不定项 不定项选择 不定项选择题 不定项题 "
        "checkbox multiple multipleresponse multipleanswer mr ma multi"
    ),
    Kind.TRUE_FALSE: (
        "判断 判断题 判斷題 是非 是非题 对错 对错题 判断正误 truefalse true/false tf t/f"
        " judge judgement judgment boolean"
    ),
    Kind.FILL_BLANK: "填空 填空题 填空題 fill fill-in fillblank fill-in-the-blank fillintheblank fillin blank fib",
    Kind.SHORT_ANSWER: (
        "简答 简答题 簡答題 问答 问答题 论述 论述题 名词解释 名词解释题 主观题 案例分析 案例分析题 案例题 "
        "计算 计算题 分析题 材料题 材料分析题 简述题 应用题 essay shortanswer short open-ended "
        "openended open qa"
    ),
    CHOICE: "选择 选择题 選擇題 客观题 choice mc multiplechoice",
}
_DECLARED: dict[str, Declared] = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_IN_NAME = (
    (Kind.SINGLE, re.compile("单选|单项选择")),
    (Kind.MULTIPLE, re.compile("多选|多项选择|不定项")),
    (Kind.TRUE_FALSE, re.compile("判断|是非题")),
    (Kind.FILL_BLANK, re.compile("填空")),
    (Kind.SHORT_ANSWER, re.compile("简答|问答|论述")),
)
_SECTION = re.compile(r"(?:第?[一二三四五六七八九十]+(?:部分|大题)?|[IVX]+|\d{1,2})[、.．:： ].{0,60}", re.DOTALL)
_CODE_MEANING = re.compile(r"(\d)\s*[:：=、.\-是为]?\s*(单选|多选|判断|填空|简答|问答)")


def declared_kind(text: str) -> Declared | None:
    """The kind that a cell of the kind column declares; None for words that are not known."""
    folded = fold(text).strip(":()[]【】<>")
    return _DECLARED.get(folded) or next((kind for kind in Kind if folded == fold(kind.label)), None)


def kind_in_name(text: str) -> Kind | None:
    """The one kind that a sheet's name or a section's title speaks of; None when it names none or several."""
    found = [kind for kind, pattern in _IN_NAME if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def is_section_title(text: str) -> bool:
    """Whether a lonely cell is a title such as 一、单选题（每题 2 分）, or a kind and nothing else."""
    return declared_kind(text) is not None or (
        bool(_SECTION.fullmatch(text.strip())) and any(pattern.search(text) for _kind, pattern in _IN_NAME)
    )


def inferred_kind(stem: str, options: Sequence[str], key: str) -> Kind | None:
    """The kind that options and key speak for; None where they could mean two things.

    A choice question is SINGLE here; whoever reads its key knows how many options are right.
    """
    if options:
        return Kind.TRUE_FALSE if is_truth_pair(options, only_words=True) else Kind.SINGLE
    if truth_of(truth_and_reason(stem, key)[0], only_words=True) is not None:
        return Kind.TRUE_FALSE
    if is_letters(key) or fold(key) in ("t", "y"):
        return None
    return Kind.FILL_BLANK if blank_count(stem) else Kind.SHORT_ANSWER


def is_truth_pair(options: Sequence[str], *, only_words: bool = False) -> bool:
    """Whether the options are two and mean true and false, in either order; `only_words`: not 1 and 0, x and y …"""
    return len(options) == 2 and {truth_of(option, only_words=only_words) for option in options} == {True, False}


@dataclass(frozen=True, slots=True)
class KindColumn:
    """How the kind column of a table is to be understood; codes that were deduced are for a person to check."""

    is_used: bool
    codes: Mapping[str, Declared] = field(default_factory=dict)
    are_codes_deduced: bool = False

    def declared(self, text: str) -> Declared | None:
        """The kind that a cell declares, None where it is not known."""
        return self.codes.get(text.strip()) or declared_kind(text)


def understand_kinds(
    heading: str, counts: Mapping[str, int], votes: Mapping[str, Counter[Kind]], *, said_above: str = ""
) -> KindColumn:
    """Decide by the whole column whether it holds kinds at all, and what numeric codes in it mean.

    `counts`: how often each text stands in it; `votes`: the kinds that options and keys of a code's rows speak for.
    A code means what the heading says, else what nearly all of its rows are; products contradict each other, so that
    nothing is taken from the number itself. `said_above`: the notes above the headings, where they name every code and
    the rows do not speak against them.
    """
    filled = {text: count for text, count in counts.items() if text}
    total = sum(filled.values())
    coded = [text for text in filled if re.fullmatch(r"\d", text)]
    if coded and sum(filled[text] for text in coded) * 2 > total:
        said = _said(heading) or _said_and_true(said_above, coded, votes)
        return KindColumn(is_used=True, codes=said) if said else _deduced({code: votes.get(code) for code in coded})
    known = sum(count for text, count in filled.items() if declared_kind(text))
    return KindColumn(is_used=known * 2 >= total)


def _said(text: str) -> dict[str, Declared]:
    return {code: kind for code, name in _CODE_MEANING.findall(text) if (kind := declared_kind(name))}


def _said_and_true(text: str, coded: Sequence[str], votes: Mapping[str, Counter[Kind]]) -> dict[str, Declared]:
    """What notes say of the codes: numbered remarks look the same, so that the rows have to agree."""
    said = _said(text)
    is_contradicted = any(
        counts and (kind := said.get(code)) and counts[kind] * 2 < counts.total()  # type: ignore[index]  # a Kind
        for code, counts in votes.items()
    )
    return said if set(coded) <= set(said) and not is_contradicted else {}


def _deduced(votes: Mapping[str, Counter[Kind] | None]) -> KindColumn:
    codes: dict[str, Declared] = {}
    for code, counts in votes.items():
        if not counts:
            return KindColumn(is_used=False)
        kind, count = counts.most_common(1)[0]
        if count < 0.9 * counts.total() or kind in codes.values():
            return KindColumn(is_used=False)
        codes[code] = kind
    return KindColumn(is_used=True, codes=codes, are_codes_deduced=True)

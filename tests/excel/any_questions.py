"""Any valid question that a bank can hold, with the texts that are hardest on files, for Hypothesis."""

from datetime import date

from hypothesis import strategies as st

from quizapp.core.questions import Difficulty, Kind, Option, Question, faults, tidied

_HARD = st.sampled_from(
    [
        "=1+1", "+86", "-5", "@SUM(A1)", "TRUE", "√", "×", "１２", "0.16", "00007", "2026-03-01", "3-5", "1e5",
        "𠮷野家", "😀", "A、甲", "A. 甲", "B", "A", "AB", "ABC", "无", "\\", "/", "一、单选题",
        "二、判断题（每题 1 分）", "题干", "答案", "第一行\n第二行", "甲\r\n乙", "甲\r乙", "甲\t乙", "a|b",
        "a;b", "甲；乙｜丙", "||", "\\|", "\\;", "\\\\", "C:\\", "\\:x", "'引号", '"引号"', "<b>&amp;</b>",
        "]]>", "_x0041_", "_x000D_", '=DISPIMG("ID_1",1)', "DISPIMG(", "正确", "错误", "#N/A", "\u200b零宽",
        "零\ufeff宽", "甲\u2028乙", "甲\x85乙", "甲\x0b乙", "\x01", "\ufffe", "\ud800", "quizapp-bank 1",
        "选项A", "解析", "____", "（ ）", "（A）", "12月", "16%", "1,000", "对", "错", "填空题", "$;$",
        "~=#{}:%50%", "->", "//",
    ]
)  # fmt: skip
_PLAIN = st.text(st.characters(codec=None), min_size=1, max_size=12)
TEXTS = st.one_of(_HARD, _PLAIN, st.builds(str.__add__, _HARD, _PLAIN), st.builds(str.__add__, _HARD, _HARD))
_MAYBE = st.one_of(st.just(""), TEXTS)


@st.composite
def questions(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Question:
    """One valid question as the bank keeps it."""
    kind = draw(st.sampled_from(Kind))
    options = draw(st.lists(texts, min_size=2, max_size=8)) if kind.has_options else []
    if kind is Kind.SINGLE:
        key = (draw(st.integers(0, len(options) - 1)),)
    elif kind is Kind.MULTIPLE:
        key = tuple(draw(st.sets(st.integers(0, len(options) - 1), min_size=1)))
    elif kind is Kind.TRUE_FALSE:
        key = draw(st.booleans())
    elif kind is Kind.FILL_BLANK:
        key = tuple(draw(st.lists(st.lists(texts, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3)))
    else:
        key = draw(texts)
    return tidied(
        Question(
            kind, draw(texts), key, tuple(map(Option, options)), draw(_MAYBE), draw(_MAYBE), draw(_MAYBE),
            draw(st.sampled_from(Difficulty)), draw(_MAYBE),
            draw(st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))), any_order=draw(st.booleans()),
        )
    )  # fmt: skip


def is_valid(question: Question) -> bool:
    """Whether the bank takes it."""
    return not any(fault.is_error for fault in faults(question))


BANKS = st.lists(questions().filter(is_valid), max_size=6)

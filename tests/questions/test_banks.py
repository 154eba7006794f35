"""The banks that come with the program: enough of each subject and kind, fair keys, every source known."""

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rapidfuzz import fuzz

from quizapp.core.questions import Difficulty, Kind, Question
from quizapp.excel.read_bank import BankFile, parse_bank

QUESTIONS = Path(__file__).parents[2] / "questions"
SPECIAL_SET = "2008竞赛专题"
ETIQUETTE = {
    "个人礼仪": 25, "会面礼仪": 25, "电话与通讯": 25, "办公与公共场所": 25, "会议与座次": 25, "接待引导与乘车": 25,
    "宴请与茶水": 25, "涉外礼仪": 25, "国旗国歌国徽": 25, "民族宗教与尊重": 10, SPECIAL_SET: 30,
}  # fmt: skip
BANKS = ("礼仪题库.xlsx", "服务标准题库.xlsx")


@cache
def bank(name: str) -> BankFile:
    return parse_bank((QUESTIONS / name).read_bytes(), name, lambda _done, _total: None)


def questions(name: str) -> list[Question]:
    return [item.question for item in bank(name).items]


@pytest.fixture(params=BANKS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_at_least_400_without_a_single_problem(name: str) -> None:
    assert bank(name).problems == []  # every row is read, and nothing about any is doubtful
    assert len(questions(name)) >= 400


def test_every_subject_is_there() -> None:
    counts = Counter(question.category for question in questions(BANKS[0]))
    assert set(counts) == set(ETIQUETTE)
    assert {subject: counts[subject] for subject, least in ETIQUETTE.items() if counts[subject] < least} == {}
    special = Counter(one.knowledge_point[:2] for one in questions(BANKS[0]) if one.category == SPECIAL_SET)
    assert special["观赛"] >= 15 and special["奥运"] >= 15
    counts = Counter(question.category for question in questions(BANKS[1]))
    assert len(counts) == 12
    assert {subject: count for subject, count in counts.items() if count < 25} == {}


def test_kinds_and_difficulties_are_spread(name: str) -> None:
    total = len(questions(name))
    kinds = Counter(question.kind for question in questions(name))
    assert 0.40 <= kinds[Kind.SINGLE] / total <= 0.60
    assert 0.18 <= kinds[Kind.MULTIPLE] / total <= 0.32
    assert 0.18 <= kinds[Kind.TRUE_FALSE] / total <= 0.32
    assert kinds[Kind.FILL_BLANK] >= 10
    levels = Counter(question.difficulty for question in questions(name))
    assert 0.33 <= levels[Difficulty.EASY] / total <= 0.47
    assert 0.33 <= levels[Difficulty.MEDIUM] / total <= 0.47
    assert 0.13 <= levels[Difficulty.HARD] / total <= 0.27
    assert levels[Difficulty.UNRATED] == 0


def test_keys_give_nothing_away(name: str) -> None:
    singles = [one for one in questions(name) if one.kind is Kind.SINGLE and len(one.options) == 4]
    letters = Counter(question.key_letters for question in singles)
    assert max(letters.values()) / len(singles) <= 0.30
    longest = 0
    for question in singles:
        lengths = [len(option.text) for option in question.options]
        right = "ABCD".index(question.key_letters)
        longest += all(lengths[right] > length for at, length in enumerate(lengths) if at != right)
    assert longest / len(singles) <= 0.35
    judged = Counter(one.key for one in questions(name) if one.kind is Kind.TRUE_FALSE)
    assert 0.4 <= judged[True] / judged.total() <= 0.6
    multiple = [one for one in questions(name) if one.kind is Kind.MULTIPLE]
    assert sum(len(one.key_letters) == len(one.options) for one in multiple) / len(multiple) <= 0.15


def test_every_field_is_filled(name: str) -> None:
    fields = ("stem", "explanation", "category", "knowledge_point", "source", "reviewed_on")
    empty = [(one.stem, field) for one in questions(name) for field in fields if not getattr(one, field)]
    assert empty == []


def test_no_two_questions_ask_the_same() -> None:
    stems = [question.stem for name in BANKS for question in questions(name)]
    alike = [(one, other) for one, other in combinations(stems, 2) if fuzz.ratio(one, other, score_cutoff=85)]
    assert alike == []


def test_every_source_is_in_the_list_beside_the_questions(name: str) -> None:
    book = load_workbook(QUESTIONS / name, read_only=True)
    rows = list(book["依据说明"].iter_rows(min_row=3, values_only=True))
    book.close()
    assert all(row[0] and row[1] and row[2] for row in rows)
    listed = tuple(str(row[0]) for row in rows)
    unknown = [question.source for question in questions(name) if not question.source.startswith(listed)]
    assert unknown == []


def test_the_state_of_the_laws_and_room_for_the_bureaus_own_rules(name: str) -> None:
    book = load_workbook(QUESTIONS / name, read_only=True)
    assert "法规截至日期" in str(book["题库"]["A1"].value)
    own = list(book["本局规范"].iter_rows(values_only=True))
    book.close()
    assert own[1][:2] == ("题型", "题干")
    assert len(own) == 2

"""Kinds before the stems."""

from quizapp.core.questions import Kind
from quizapp.excel.layout import find_tables
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.stem_tags import kinds_in_stems
from tests.excel.made_books import bank


def test_kinds_before_the_stems_are_read_and_taken_out() -> None:
    headings = ["问题", "选项", "答案"]
    found = bank(
        ["1. (单选题, 2分)茶水几分满？", "A:五分\nB:七分", "B"],
        ["2(3题重复). (判断题, 2分)七分满。", "A:对\nB:错\nC:无\nD:无", "A"],
        ["3.【多选题】哪些合礼？", "A:问好\nB:让座\nC:插队", "A,B"],
        headings=headings,
    )
    assert [(item.question.kind, item.question.stem) for item in found.items] == [
        (Kind.SINGLE, "茶水几分满？"),
        (Kind.TRUE_FALSE, "七分满。"),
        (Kind.MULTIPLE, "哪些合礼？"),
    ]
    assert not found.problems


def test_brackets_before_a_few_stems_stay() -> None:
    rows = [["题干", "答案"], ["（一）甲", "对"], ["（单选题）乙", "错"], ["丙", "对"]]
    (table,), _problems = find_tables([SheetRows("甲", rows)])
    assert kinds_in_stems(table) is table


def test_a_column_of_kinds_speaks_first() -> None:
    rows = [["题型", "题干", "答案"], ["判断题", "（判断题）乙", "错"]]
    (table,), _problems = find_tables([SheetRows("甲", rows)])
    assert kinds_in_stems(table) is table

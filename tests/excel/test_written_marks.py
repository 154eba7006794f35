"""What lines look like: numbers, labels, marks, headings."""

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.headings import Role
from quizapp.excel.kinds import CHOICE, Declared
from quizapp.excel.written_marks import (
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
)


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("1. 甲", "dot", 1),
        ("12、甲", "dot", 12),
        ("３．甲", "dot", 3),
        ("（4）甲", "paren", 4),
        ("第5题：甲", "ord", 5),
        ("6)甲", "half", 6),
        ("题7：甲", "dot", 7),
    ],
)
def test_numbers_before_questions(line: str, style: str, number: int) -> None:
    start = start_of(line)
    assert start is not None
    assert (start.style, start.number, start.rest) == (style, number, "甲")


@pytest.mark.parametrize("line", ["2026年的会议", "10:30 开会", "甲1.乙", "三声", ""])
def test_lines_without_a_number(line: str) -> None:
    assert start_of(line) is None


def test_chinese_numbers() -> None:
    starts = [chinese_start_of(line) for line in ("一、甲", "十二、乙", "二十一．丙")]
    assert [start.number for start in starts if start] == [1, 12, 21]
    assert chinese_start_of("一般的礼仪") is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、单选题（每题2分，共20分）", Kind.SINGLE),
        ("（一）判断题", Kind.TRUE_FALSE),
        ("二、多项选择题", Kind.MULTIPLE),
        ("三、选择题（含单选、多选）", CHOICE),
        ("第一部分 填空题", Kind.FILL_BLANK),
        ("【简答题】", Kind.SHORT_ANSWER),
        ("单选题 20道", Kind.SINGLE),
        ("3. 判断题（对的打√）", Kind.TRUE_FALSE),
        ("一、电话礼仪", None),
        ("第二章 会议", None),
    ],
)
def test_headings_of_parts(line: str, kind: Declared | None) -> None:
    heading = part_heading(line)
    assert heading is not None
    assert heading.kind == kind


@pytest.mark.parametrize("line", ["1. 下列判断正确的是", "一、接听电话应在几声内？", "判断对方身份", "single", ""])
def test_lines_that_are_no_headings(line: str) -> None:
    assert part_heading(line) is None


@pytest.mark.parametrize(
    "line",
    ["A.甲 B.乙 C.丙", "A、甲\tB、乙\tC、丙", "A．甲B．乙C．丙", "(A)甲 (B)乙 (C)丙", "（A）甲（B）乙（C）丙",
     "A)甲 B)乙 C)丙", "Ａ．甲　Ｂ．乙　Ｃ．丙", "a.甲 b.乙 c.丙", "A: 甲；B: 乙；C: 丙"],
)  # fmt: skip
def test_options_on_one_line(line: str) -> None:
    assert [(index, text.strip("；")) for index, text in split_options(line)] == [(0, "甲"), (1, "乙"), (2, "丙")]


def test_labels_within_words_part_nothing() -> None:
    assert split_options("A.选用B.C.两项 B.乙") == [(0, "选用B.C.两项"), (1, "乙")]
    assert split_options("A.docB.xls") == [(0, "doc"), (1, "xls")]
    assert labelled("A级标准") is None


def test_options_behind_the_stem_begin_with_a() -> None:
    assert split_stem("引路时（ ） A.左 B.右", "") == ("引路时（ ）", "A.左 B.右")
    assert split_stem("引路时（ ）A.左", "B.右") == ("引路时（ ）", "A.左")
    assert split_stem("维生素A.片", "") == ("维生素A.片", "")


def test_marks_cut_a_line() -> None:
    pieces = pieces_of("D.丁 答案：B 【解析】因为 难度：易")
    assert [(piece.role, piece.text) for piece in pieces] == [
        (None, "D.丁"),
        (Role.KEY, "B"),
        (Role.EXPLANATION, "因为"),
        (Role.DIFFICULTY, "易"),
    ]
    assert [piece.role for piece in pieces_of("正确答案B")] == [Role.KEY]
    assert [piece.role for piece in pieces_of("他说：您好")] == [None]


def test_what_speaks_to_those_who_sit_the_test() -> None:
    assert is_instruction("请将正确答案填入括号内（ ）")
    assert not is_question_like("姓名：____")
    assert is_question_like("接听电话应在几声内？")
    assert is_page_mark("第 1 页 共 3 页")
    assert is_page_mark("----------")
    assert not is_page_mark("第一页")

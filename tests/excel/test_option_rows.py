"""A row for each option: below the stem, with the question's number, with signs for the right ones."""

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.layout import find_tables
from quizapp.excel.option_rows import flag_reader, letters_of, options_in_rows
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import bank, errors, read, xlsx

YF = ["题目序号", "题目类型", "题目内容", "整体解析", "是否正确项", "选项内容"]


def test_rows_with_one_number_are_one_question() -> None:
    found = bank(
        ["1", "单选题", "茶水几分满？", "七分茶", "0", "五分"],
        ["1", None, None, None, "1", "七分"],
        ["2", "多选题", "哪些合礼？", None, "1", "问好"],
        ["2", None, None, None, "1", "让座"],
        ["2", None, None, None, "0", "插队"],
        ["3", "判断题", "名片用双手递。", None, "0", "错误"],
        ["3", None, None, None, "1", "正确"],
        ["4", "简答题", "怎样引路？", None, "1", "走在侧前方"],
        headings=YF,
    )
    assert [(item.row, item.question.kind, item.question.key) for item in found.items] == [
        (2, Kind.SINGLE, (1,)),
        (4, Kind.MULTIPLE, (0, 1)),
        (7, Kind.TRUE_FALSE, True),
        (9, Kind.SHORT_ANSWER, "走在侧前方"),
    ]
    assert found.items[0].question.explanation == "七分茶"
    assert not found.problems


def test_a_sign_that_is_not_known_refuses_its_question() -> None:
    rows = [
        ["1", "单选题", "题", None, "0", "甲"],
        ["1", None, None, None, "也许", "乙"],
        ["2", "单选题", "题二", None, "1", "甲"],
        ["2", None, None, None, "0", "乙"],
    ]
    found = bank(*rows, headings=YF)
    assert [item.row for item in found.items] == [4]
    assert errors(found.problems) == [(2, "是否正确项")]


def test_the_options_of_a_question_stand_in_the_rows_below_it() -> None:
    headings = ["题型", "题干", "选项", "答案"]
    rows = [
        ["单选题", "甲？", "五", "B"],
        [None, None, "七", None],
        ["单选题", "乙？", "A.左", "A"],
        [None, None, "B.右", None],
    ]
    found = bank(*rows, headings=headings)
    assert [([o.text for o in i.question.options], i.question.key) for i in found.items] == [
        (["五", "七"], (1,)),
        (["左", "右"], (0,)),
    ]


def test_a_sign_in_the_column_of_keys_marks_the_right_option() -> None:
    rows = [["甲？", "五", None], [None, "七", "√"], ["乙？", "左", "√"], [None, "右", None]]
    found = bank(*rows, headings=["题目", "选项", "答案"])
    assert [item.question.key for item in found.items] == [(1,), (0,)]


def test_options_below_the_stem_in_its_own_column() -> None:
    rows = [["甲？", "B"], ["A. 五", None], ["B. 七", None], ["乙？", "A"], ["A、左 B、右", None], ["丙。", "对"]]
    found = bank(*rows, headings=["题干", "答案"])
    assert [(i.row, [o.text for o in i.question.options]) for i in found.items] == [
        (2, ["五", "七"]),
        (5, ["左", "右"]),
        (7, []),
    ]
    assert "各行" in found.layout


def test_a_kind_merged_over_the_rows_of_a_question() -> None:
    rows = [["题型", "题干", "答案"], ["单选题", "甲？", "B"], [None, "A. 五", None], [None, "B. 七", None]]
    (item,) = read(xlsx(rows, merged="A2:A4")).items
    assert ([option.text for option in item.question.options], item.question.kind) == (["五", "七"], Kind.SINGLE)


def test_a_plain_table_stays_as_it_is() -> None:
    (table,), _problems = find_tables([SheetRows("甲", [["题干", "选项A", "选项B", "答案"], ["题", "甲", "乙", "A"]])])
    assert options_in_rows(table) is table


@pytest.mark.parametrize(
    ("signs", "read"),
    [
        (["1", "0"], [True, False]),
        (["是", "否", ""], [True, False, False]),
        (["x", "", ""], [True, False, False]),
        (["TRUE", "?"], [True, None]),
        (["0", "0"], [False, False]),
    ],
)
def test_signs_of_right_options(signs: list[str], read: list[bool | None]) -> None:
    assert list(map(flag_reader(signs), signs)) == read


def test_letters_of_signs() -> None:
    assert letters_of([True, False, None, True]) == "AD"

"""The same questions in every layout are read as the same questions."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.questions import LETTERS
from quizapp.excel.arranged import arranged
from quizapp.excel.layout import find_tables
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import bank, errors, read, warnings, xlsx

Written = list[tuple[str, list[str], list[int]]]
Rows = list[list[object]]
TEXTS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=9).filter(
    lambda text: not set(text) & set("无空没有解析答案正确错误对是否填勿请可")
)
"""Without words that mean an empty cell, a key, a remark, or a row that explains how to fill in the columns."""


@st.composite
def choices(draw: st.DrawFn) -> tuple[str, list[str], list[int]]:
    """Stem, options and right options of a choice question."""
    options = draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
    right = draw(st.lists(st.sampled_from(range(len(options))), min_size=1, unique=True))
    return draw(TEXTS) + "？", options, sorted(right)


def letters(right: list[int]) -> str:
    return "".join(LETTERS[index] for index in right)


def in_one_cell(sign: str) -> Callable[[Written], Rows]:
    def rows(written: Written) -> Rows:
        body: Rows = [[stem, sign.join(options), letters(right)] for stem, options, right in written]
        return [["题干", "选项", "答案"], *body]

    return rows


def lettered(options: list[str]) -> list[str]:
    return [f"{letter}. {text}" for letter, text in zip(LETTERS, options, strict=False)]


def in_stem(written: Written) -> Rows:
    body: Rows = [["\n".join([stem, *lettered(options)]), letters(right)] for stem, options, right in written]
    return [["题干", "答案"], *body]


def below(written: Written) -> Rows:
    rows: Rows = [["题型", "题干", "答案"]]
    for stem, options, right in written:
        rows.append(["选择题", stem, letters(right)])
        rows += [[None, text, None] for text in lettered(options)]
    return rows


def row_per_option(written: Written) -> Rows:
    rows: Rows = [["题目序号", "题目内容", "是否正确项", "选项内容"]]
    for number, (stem, options, right) in enumerate(written, start=1):
        rows += [[number, None if at else stem, int(at in right), text] for at, text in enumerate(options)]
    return rows


def flagged(written: Written) -> Rows:
    rows: Rows = [["题干", *(f"{name}{at}" for at in range(1, 6) for name in ("option", "isCorrect"))]]
    for stem, options, right in written:
        rows.append([stem, *(cell for at, text in enumerate(options) for cell in (text, at in right))])
    return rows


def side_by_side(written: Written) -> Rows:
    headings = ["题干", *(f"选项{letter}" for letter in "ABCDE"), "答案"]
    cells = [[stem, *options, *[None] * (5 - len(options)), letters(right)] for stem, options, right in written]
    half = (len(cells) + 1) // 2
    right_half = cells[half:] + [[None] * 7] * half
    return [
        [*headings, None, *headings],
        *([*left, None, *other] for left, other in zip(cells[:half], right_half, strict=False)),
    ]


def bracketed(written: Written) -> Rows:
    headings = ["题干", *(f"选项{letter}" for letter in "ABCDE")]
    return [headings, *([stem.replace("？", f"（{letters(right)}）？"), *options] for stem, options, right in written)]


LAYOUTS = [
    in_one_cell("|"),
    in_one_cell("$;$"),
    in_one_cell("\n"),
    in_stem,
    below,
    row_per_option,
    flagged,
    side_by_side,
]


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=25)
@given(st.lists(choices(), min_size=1, max_size=5, unique_by=lambda choice: choice[0]))
def test_what_was_written_in_a_layout_is_read(layout: Callable[[Written], Rows], written: Written) -> None:
    found = read(xlsx(layout(written)))
    questions = [item.question for item in found.items]
    assert [(q.stem, [option.text for option in q.options], list(q.key)) for q in questions] == written  # type: ignore[arg-type]  # of choice questions
    assert not errors(found.problems)


@settings(max_examples=25)
@given(st.lists(choices(), min_size=1, max_size=5, unique_by=lambda choice: choice[0]))
def test_keys_written_into_stems_are_read(written: Written) -> None:
    questions = [item.question for item in read(xlsx(bracketed(written))).items]
    expected = [(stem.replace("？", "（）？"), right) for stem, _options, right in written]
    assert [(question.stem, list(question.key)) for question in questions] == expected  # type: ignore[arg-type]  # of choice questions


def test_a_plain_table_comes_out_as_it_went_in() -> None:
    (table,), _problems = find_tables([SheetRows("甲", [["题干", "选项A", "选项B", "答案"], ["题", "甲", "乙", "A"]])])
    assert arranged(table) is table


def test_a_row_that_explains_the_columns_is_no_question() -> None:
    found = bank(
        ["必填，单选题或多选题", "必填", "选填", "选填", "必填"],
        ["单选题", "题", "甲", "乙", "A"],
        headings=["题型", "题干", "选项A", "选项B", "答案"],
    )
    assert [item.row for item in found.items] == [3]
    assert not found.problems


@pytest.mark.parametrize("option", ["填写", "必填", "请勿触摸"])
def test_a_question_that_speaks_of_filling_in_is_one(option: str) -> None:
    (item,) = read(xlsx(in_stem([("遇到登记表怎么办？", ["交回", option], [0])]))).items
    assert [one.text for one in item.question.options] == ["交回", option]


def test_one_heading_over_several_columns_of_options() -> None:
    found = bank(
        ["题", "甲", "乙", "丙", "C"], ["题二", "丁", "戊", None, "A"], headings=["题干", "选项", None, None, "答案"]
    )
    assert [[option.text for option in item.question.options] for item in found.items] == [
        ["甲", "乙", "丙"],
        ["丁", "戊"],
    ]


def test_a_single_cell_that_cannot_be_divided_is_told_by_its_row() -> None:
    rows = [[f"题{n}", "甲|乙", "A"] for n in range(10)]
    found = bank(*rows, ["歪题", "甲 乙", "A"], headings=["题干", "选项", "答案"])
    assert (len(found.items), errors(found.problems)) == (10, [(12, "答案")])


def test_options_divided_by_commas_are_for_a_person_to_check() -> None:
    found = bank(["题", "甲,乙,丙", "c"], headings=["题干", "所有答案", "答案"])
    assert [item.question.key for item in found.items] == [(2,)]
    assert warnings(found.problems) == [(None, "")]


def test_letters_before_some_options_only_are_taken_off() -> None:
    found = bank(["题", "甲", "B. 乙", "C. 丙", "C"], headings=["题干", "A", "B", "C", "答案"])
    assert [option.text for option in found.items[0].question.options] == ["甲", "乙", "丙"]

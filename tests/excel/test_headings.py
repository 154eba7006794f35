"""Headings of products and offices, understood."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.excel import headings
from quizapp.excel.headings import Heading, Role, bank_heading, folded_heading, roster_heading, shown_heading


@pytest.mark.parametrize(
    ("text", "role", "number"),
    [
        ("题干（必填）", Role.STEM, 0),
        ("题型 （必填）", Role.KIND, 0),
        ("题型(必填）", Role.KIND, 0),
        ("选项 A", Role.OPTION, 0),
        ("选项  D", Role.OPTION, 3),
        ("选项E\n(勿删)", Role.OPTION, 4),
        ("选项一内容", Role.OPTION, 0),
        ("选择项5", Role.OPTION, 4),
        ("选项10（J）", Role.OPTION, 9),
        ("option_B", Role.OPTION, 1),
        ("Ｃ", Role.OPTION, 2),
        ("正确答案\n（必填）", Role.KEY, 0),
        ("答案*", Role.KEY, 0),
        ("Correct answer(s) - choose at least one", Role.KEY, 0),
        ("Answer 2 - max 75 characters", Role.ANSWER, 1),
        ("空  4", Role.BLANK, 3),
        ("选项二是否正确", Role.MARK, 1),
        ("备选项", Role.OPTIONS, 0),
        ("题目解析", Role.EXPLANATION, 0),
        ("章节\n（勿删）", Role.CATEGORY, 0),
        ("知识点", Role.KNOWLEDGE_POINT, 0),
        ("难易度", Role.DIFFICULTY, 0),
        ("题目依据", Role.SOURCE, 0),
        ("复核日期", Role.REVIEWED_ON, 0),
    ],
)
def test_columns_of_a_bank(text: str, role: Role, number: int) -> None:
    found = bank_heading(text)
    assert found is not None
    assert (found.role, found.number) == (role, number)


@pytest.mark.parametrize("text", ["", "序号", "试题GUID", "得分1", "选项数", "页码", "这道题目的答案是什么？"])
def test_other_columns_of_a_bank_are_nothing(text: str) -> None:
    assert bank_heading(text) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("工 号", Role.NUMBER),
        ("姓名*", Role.NAME),
        ("所在科室", Role.DEPARTMENT),
        ("科室／单位", Role.DEPARTMENT),
        ("单位", Role.UNIT),
        ("上级单位", Role.PARENT),
        ("职务（岗位）", Role.POSITION),
        ("人员类别", Role.STAFF_CATEGORY),
        ("手机号", Role.PHONE),
        ("备 注", Role.REMARK),
        ("是否参加测试", Role.TAKES_TESTS),
        ("计入统计", Role.COUNTS),
        ("参与排名", Role.IS_RANKED),
        ("性质", Role.BODY_KIND),
    ],
)
def test_columns_of_a_roster(text: str, role: Role) -> None:
    found = roster_heading(text)
    assert found is not None
    assert found.role is role


@given(
    st.sampled_from(["题干", "正确答案", "选项A", "题型"]),
    st.sampled_from(["", "*", "（必填）", "(勿删)", "【必填】", "：", "\n（必填）"]),
    st.sampled_from(["", " ", "\n", "　"]),
)
def test_remarks_and_spaces_do_not_count(name: str, remark: str, space: str) -> None:
    assert folded_heading(space.join(name) + remark) == folded_heading(name)


def test_the_surer_name_has_the_smaller_rank() -> None:
    stem, title = bank_heading("题干"), bank_heading("标题")
    assert stem is not None
    assert title is not None
    assert stem.rank < title.rank


def test_a_heading_is_quoted_on_one_line() -> None:
    assert shown_heading("选项E\n (勿删)") == "选项E (勿删)"


@pytest.fixture
def _other_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program speaks a language in which our headings have words of their own."""
    monkeypatch.setattr(headings, "chosen_language", lambda: ("en", None))
    monkeypatch.setattr(headings, "_", lambda message: {"题干": "Item", "姓名": "Given name"}.get(message, message))
    yield


@pytest.mark.usefixtures("_other_words")
def test_our_own_forms_are_understood_in_the_language_of_the_program() -> None:
    assert bank_heading("Item") == Heading(Role.STEM)
    assert roster_heading("given name") == Heading(Role.NAME)
    assert bank_heading("Items") is None


def test_letters_in_brackets_number_the_options() -> None:
    assert bank_heading("选项（B）") == Heading(Role.OPTION, 1)
    found = bank_heading("选项（必填）")
    assert found is not None and found.role is Role.OPTIONS


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("选项一是否正确", Role.MARK),
        ("isCorrect2", Role.MARK),
        ("是否正确项", Role.RIGHT),
        ("Incorrect Answer 1", Role.WRONG),
        ("题目序号", Role.ITEM),
        ("Aussage3", Role.OPTION),
        ("WAHR", Role.KEY),
        ("題目", Role.STEM),
    ],
)
def test_columns_of_other_products(text: str, role: Role) -> None:
    found = bank_heading(text)
    assert found is not None and found.role is role

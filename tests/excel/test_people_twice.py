"""People who stand in a roster twice."""

import pytest

from tests.excel.made_books import errors, roster, words

HEADINGS = ["编号", "姓名", "科室", "职务", "备注"]


def test_a_number_that_was_used_is_an_error_on_the_later_row() -> None:
    found = roster(["1", "张三", "办公室"], ["1", "李四", "财务科"], headings=HEADINGS)
    assert [row.name for row in found.rows] == ["张三"]
    assert errors(found.problems) == [(3, "编号")]
    assert "第 2 行的“张三”" in words(found.problems)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["", "张三", "办公室", "", ""], ["", "张三", "办公室", "", ""]),
        (["", "张 三", "办公室", "科员", ""], ["", "张三", "办公室", "科员", ""]),
        (["1", "张三", "办公室", "", ""], ["", "张三", "办公室", "", ""]),
    ],
)
def test_namesakes_who_cannot_be_told_apart_are_an_error(one: list[str], other: list[str]) -> None:
    found = roster(one, other, headings=HEADINGS)
    assert [row.row for row in found.rows] == [2]
    assert errors(found.problems) == [(3, "姓名")]
    assert "编号、职务或备注" in words(found.problems)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["1", "张三", "办公室", "", ""], ["2", "张三", "办公室", "", ""]),
        (["", "张三", "办公室", "科员", ""], ["", "张三", "办公室", "司机", ""]),
        (["", "张三", "办公室", "", "大"], ["", "张三", "办公室", "", "小"]),
        (["", "张三", "办公室", "", ""], ["", "张三", "财务科", "", ""]),
    ],
)
def test_namesakes_who_differ_are_two_people(one: list[str], other: list[str]) -> None:
    found = roster(one, other, headings=HEADINGS)
    assert len(found.rows) == 2
    assert not found.problems

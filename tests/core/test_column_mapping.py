"""What a mapping says in words, and what keeps a table from being read by it."""

import pytest

from quizapp.core.column_mapping import (
    MappedColumn,
    TableLayout,
    TableMapping,
    column_letter,
    mapping_faults,
    offered_roles,
    role_name,
)

STEM, KEY = MappedColumn(0, "题目", "stem"), MappedColumn(1, "答案", "key")


def mapping(*columns: MappedColumn) -> TableMapping:
    return TableMapping("Sheet1", 1, columns)


def test_stem_and_key_are_enough() -> None:
    assert mapping_faults(mapping(STEM, KEY)) == []


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ((KEY,), "没有题干列"),
        ((STEM,), "没有答案列"),
        ((STEM, KEY, MappedColumn(2, "问题", "stem")), "有 2 列都是“题干”"),
        ((STEM, KEY, MappedColumn(2, "甲", "option"), MappedColumn(3, "乙", "option")), "有 2 列都是“选项A”"),
        ((STEM, KEY, MappedColumn(2, "甲", "option"), MappedColumn(3, "乙", "options")), "选项不能既分列又都在一格里"),
    ],
)
def test_what_is_missing_or_twice_is_told(columns: tuple[MappedColumn, ...], words: str) -> None:
    assert words in "".join(mapping_faults(mapping(*columns)))


def test_several_columns_may_be_the_category() -> None:
    levels = [MappedColumn(at, f"分类{at}", "category") for at in (2, 3)]
    assert mapping_faults(mapping(STEM, KEY, *levels)) == []


def test_a_table_that_is_not_wanted_has_no_faults() -> None:
    unwanted = mapping(MappedColumn(0, "题目"))
    assert not unwanted.is_read
    assert mapping_faults(unwanted) == []


def test_roles_have_names_and_those_of_the_file_are_offered() -> None:
    assert role_name("") == "不导入"
    assert role_name("option", 2) == "选项C"
    assert role_name("blank", 1) == "第 2 空的答案"
    offered = offered_roles([STEM, MappedColumn(4, "选项L", "option", 11)])
    assert offered[:3] == [("", 0), ("stem", 0), ("kind", 0)]
    assert offered[-1] == ("option", 11)
    assert all(role_name(*one) for one in offered)


def test_columns_have_the_letters_of_spreadsheets() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_samples_stand_below_the_headings() -> None:
    rows = (("说明",), ("题目", "答案"), ("甲？", ""), ("乙？", "A"), ("丙？", "B"), ("丁？", "C"))
    layout = TableLayout(mapping(STEM, KEY), 6, 1, rows)
    assert layout.samples(0, heading_row=2) == ("甲？", "乙？", "丙？")
    assert layout.samples(1, heading_row=2, count=2) == ("A", "B")
    assert layout.samples(7, heading_row=2) == ()
    assert layout.row(2) == ("题目", "答案")
    assert layout.row(9) == ()

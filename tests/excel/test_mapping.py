"""Columns that a person named are read as he said; what was found is described so that it can be changed."""

from dataclasses import replace

import pytest

from quizapp.core.column_mapping import MappedColumn, TableLayout, TableMapping
from quizapp.core.questions import Kind
from quizapp.excel.mapping import columns_at, heading_key, mapping_key
from quizapp.excel.read_bank import BankFile, parse_bank, read_bank
from tests.excel.made_books import BANK_HEADINGS, Rows, no_report, xlsx

UNKNOWN = [
    ["某某单位培训材料"],
    ["内容一", "内容二", "内容三", "内容四", "内容五"],
    ["接听电话应在铃响几声内？", "三声", "五声", "七声", "A"],
    ["递送名片用？", "单手", "双手", "都可以", "B"],
]
NAMED = (
    MappedColumn(0, "内容一", "stem"),
    MappedColumn(1, "内容二", "option", 0),
    MappedColumn(2, "内容三", "option", 1),
    MappedColumn(3, "内容四", "option", 2),
    MappedColumn(4, "内容五", "key"),
)
SAID = TableMapping("Sheet1", 2, NAMED)


def parsed(rows: Rows | dict[str, Rows], *mappings: TableMapping) -> BankFile:
    return parse_bank(xlsx(rows), "题库.xlsx", no_report, mappings=mappings)


def read(found: BankFile) -> list[tuple[int, str, object]]:
    return [(item.row, item.question.stem, item.question.key) for item in found.items]


def roles(layout: TableLayout) -> list[tuple[str, int]]:
    return [(one.role, one.number) for one in layout.mapping.columns]


def test_what_no_heading_tells_is_read_as_it_was_said() -> None:
    assert parsed(UNKNOWN).items == []
    found = parsed(UNKNOWN, SAID)
    assert read(found) == [(3, UNKNOWN[2][0], (0,)), (4, UNKNOWN[3][0], (1,))]
    assert found.problems == []
    assert "标题在第 2 行，题干“内容一”，答案“内容五”，选项 3 列" in found.layout
    assert found.tables[0].is_said
    assert not found.tables[0].is_remembered


def test_the_child_is_told_too() -> None:
    found = read_bank(xlsx(UNKNOWN), "题库.xlsx", mappings=(SAID,))
    assert found == parsed(UNKNOWN, SAID)


def test_what_was_said_goes_before_the_headings() -> None:
    rows = [["题干", "备注", "答案", "选项A", "选项B"], ["编号一", "哪个对？", "A", "甲", "乙"]]
    found = parsed(rows)
    assert read(found) == [(2, "编号一", (0,))]
    said = found.tables[0].mapping
    columns = [replace(one, role={0: "", 1: "stem"}.get(one.column, one.role)) for one in said.columns]
    assert read(parsed(rows, replace(said, columns=tuple(columns)))) == [(2, "哪个对？", (0,))]


def test_what_was_found_said_back_changes_nothing() -> None:
    rows = [
        BANK_HEADINGS,
        ["单选题", "哪个对？", "甲", "乙", "丙", "", "B"],
        [],
        ["判断题", "对吗？", "", "", "", "", "对"],
    ]
    found = parsed(rows)
    again = parsed(rows, *(one.mapping for one in found.tables))
    assert again.items == found.items
    assert again.problems == found.problems
    assert again.tables[0].mapping == found.tables[0].mapping


def test_a_table_without_headings_has_its_letters() -> None:
    rows = UNKNOWN[2:]
    columns = tuple(replace(one, heading="") for one in NAMED)
    found = parsed(rows, TableMapping("Sheet1", 0, columns))
    assert [row for row, _stem, _key in read(found)] == [1, 2]
    assert "没有标题行，题干在“A”列，答案在“E”列" in found.layout
    faulty = parsed([*rows, ["没有答案的？", "甲", "乙", "丙", ""]], TableMapping("Sheet1", 0, columns))
    assert [(one.row, one.column) for one in faulty.problems] == [(3, "E")]


def test_headings_said_once_divide_when_they_come_again() -> None:
    found = parsed([*UNKNOWN, UNKNOWN[1], ["新的一题？", "甲", "乙", "丙", "C"]], SAID)
    assert [row for row, _stem, _key in read(found)] == [3, 4, 6]
    assert found.rows_faulty == 0


def test_two_tables_of_a_sheet_are_said_one_by_one() -> None:
    other = [["问", "答"], ["何谓首问负责？", "第一个被问到的人负责到底。"]]
    second = TableMapping("Sheet1", 5, (MappedColumn(0, "问", "stem"), MappedColumn(1, "答", "key")))
    found = parsed([*UNKNOWN, *other], second, SAID)
    assert [(row, key) for row, _stem, key in read(found)] == [(3, (0,)), (4, (1,)), (6, other[1][1])]


def test_a_sheet_said_to_be_unwanted_is_left_alone() -> None:
    rows = {
        "一": [BANK_HEADINGS, ["判断题", "对吗？", "", "", "", "", "对"]],
        "二": [["题干", "答案"], ["何谓？", "如此。"]],
    }
    found = parsed(rows, TableMapping("二", 1, ()))
    assert [item.sheet for item in found.items] == ["一"]
    assert found.problems == []
    assert [(one.mapping.sheet, one.is_table) for one in found.tables] == [("一", True), ("二", False)]


def test_a_remembered_mapping_finds_its_headings_wherever_they_stand() -> None:
    remembered = replace(SAID, sheet="")
    found = parsed({"别的表": [[], ["说明"], *UNKNOWN[1:]]}, remembered)
    assert [row for row, _stem, _key in read(found)] == [4, 5]
    assert found.tables[0].is_remembered
    assert mapping_key(found.tables[0].mapping) == mapping_key(remembered)


def test_a_remembered_mapping_is_for_the_same_headings_only() -> None:
    remembered = replace(SAID, sheet="")
    other = [["内容一", "内容二", "内容四", "内容三", "内容五"], *UNKNOWN[2:]]
    assert parsed(other, remembered).items == []


def test_a_remembered_mapping_leaves_other_tables_as_they_are() -> None:
    remembered = replace(SAID, sheet="")
    own = [["题干", "答案"], ["何谓首问负责？", "第一个被问到的人负责到底。"]]
    found = parsed([*UNKNOWN[1:], *own, *UNKNOWN[1:]], remembered)
    assert [row for row, _stem, _key in read(found)] == [2, 3, 5, 7, 8]
    assert [one.is_remembered for one in found.tables] == [True, False, True]


def test_headings_are_folded() -> None:
    assert heading_key(["题 干（必填）", "", "选项\nA*", "", ""]) == ("题干", "", "选项a")
    assert heading_key(["", " "]) == ()


@pytest.mark.parametrize("kind", [Kind.SINGLE, Kind.MULTIPLE])
def test_a_kind_is_said_for_the_whole_table(kind: Kind) -> None:
    found = parsed(UNKNOWN, replace(SAID, kind=kind))
    assert [item.question.kind for item in found.items] == [kind, kind]
    assert found.tables[0].mapping.kind is kind


def test_kind_codes_are_asked_for_and_said() -> None:
    rows = [
        ["题干", "题型", "答案", "选项A", "选项B"],
        ["甲？", "1", "AB", "子", "丑"],
        ["乙？", "1", "BA", "子", "丑"],
    ]
    found = parsed(rows)
    assert [code for code, _kind in found.tables[0].codes] == ["1"]
    said = replace(found.tables[0].mapping, kind_codes=(("1", Kind.MULTIPLE),))
    again = parsed(rows, said)
    assert [item.question.kind for item in again.items] == [Kind.MULTIPLE] * 2
    assert again.problems == []
    assert again.tables[0].codes == (("1", Kind.MULTIPLE),)


def test_what_digits_in_keys_count_from_is_said() -> None:
    rows = [["题干", "答案", "选项A", "选项B"], ["甲？", "1", "子", "丑"], ["乙？", "2", "子", "丑"]]
    found = parsed(rows)
    assert found.tables[0].has_number_keys
    assert any("第几个选项" in one.message for one in found.problems)
    again = parsed(rows, replace(found.tables[0].mapping, numbers_from_one=True))
    assert [item.question.key for item in again.items] == [(0,), (1,)]
    assert again.problems == []


def test_a_sheet_without_a_table_is_described_by_its_first_rows() -> None:
    (candidate,) = parsed(UNKNOWN).tables
    assert not candidate.is_table
    assert candidate.mapping.heading_row == 2
    assert [one.heading for one in candidate.mapping.columns] == UNKNOWN[1]
    assert candidate.samples(0, heading_row=2) == (UNKNOWN[2][0], UNKNOWN[3][0])


def test_other_headings_say_other_things() -> None:
    rows = [["题库"], ["题干", "答案", "备注", "问题"], ["何谓？", "如此。", "无"]]
    (layout,) = parsed(rows).tables
    assert roles(layout) == [("stem", 0), ("key", 0), ("", 0), ("", 0)]
    assert [(one.heading, one.role) for one in columns_at(layout, 2)] == [
        ("题干", "stem"), ("答案", "key"), ("备注", ""), ("问题", ""),
    ]  # fmt: skip
    assert {one.role for one in columns_at(layout, 0)} == {""}
    assert [one.heading for one in columns_at(layout, 3)] == ["何谓？", "如此。", "无", ""]


def test_a_mapping_beyond_the_sheet_reads_nothing() -> None:
    assert parsed(UNKNOWN, replace(SAID, heading_row=40)).items == []


def test_two_tables_side_by_side_are_said_one_by_one() -> None:
    rows = [["问", "答", "问", "答"], ["何谓甲？", "甲。", "何谓乙？", "乙。"]]
    left = TableMapping("Sheet1", 1, (MappedColumn(0, "问", "stem"), MappedColumn(1, "答", "key")))
    right = TableMapping("Sheet1", 1, (MappedColumn(2, "问", "stem"), MappedColumn(3, "答", "key")))
    assert [key for _row, _stem, key in read(parsed(rows, left, right))] == ["甲。", "乙。"]


def test_digits_in_keys_may_be_said_to_count_from_zero() -> None:
    rows = [
        ["题干", "答案", "选项A", "选项B", "选项C"],
        ["甲？", "0", "子", "丑", "寅"],
        ["乙？", "0,2", "子", "丑", "寅"],
        ["丙？", "B", "子", "丑", "寅"],
    ]
    found = parsed(rows)
    assert read(found) == [(4, "丙？", (1,))]
    again = parsed(rows, replace(found.tables[0].mapping, numbers_from_one=False))
    assert [item.question.key for item in again.items] == [(0,), (0, 2), (1,)]
    assert again.problems == []

"""Rows of a roster: people, and what is wrong."""

import pytest

from quizapp.core.people import DepartmentKind
from quizapp.core.problems import Severity
from quizapp.excel.people_rows import read_roster_table
from quizapp.excel.people_table import find_roster_tables
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import ROSTER_HEADINGS, errors, people, roster, warnings, words, xlsx


def test_a_row_is_a_person() -> None:
    (row,) = roster(["007", "张 三", "办公室", "科员", "公务员", "13800000000", "借调"]).rows
    assert (row.row, row.number, row.name, row.department) == (2, "007", "张三", ("办公室",))
    assert (row.position, row.category, row.phone, row.remark) == ("科员", "公务员", "13800000000", "借调")
    assert (row.kind, row.takes_tests, row.counts, row.is_ranked) == (None, None, None, None)


def test_numbers_are_read_as_they_are_shown() -> None:
    content = xlsx([["编号", "姓名", "科室"], [7, "张三", "办公室"], [8, "李四", "办公室"]], formats={"A2": "00000"})
    assert [row.number for row in people(content).rows] == ["00007", "8"]


def test_kinds_and_switches() -> None:
    headings = ["姓名", "科室", "性质", "参加测试", "计入统计", "参与排名"]
    found = roster(
        ["张三", "车队", "局属单位", "是", "√", "否"], ["李四", "办公室", "科室", "", "也许", None], headings=headings
    )
    one, other = found.rows
    assert (one.kind, one.takes_tests, one.counts, one.is_ranked) == (DepartmentKind.UNIT, True, True, False)
    assert (other.kind, other.takes_tests, other.counts, other.is_ranked) == (DepartmentKind.SECTION, None, None, None)
    assert warnings(found.problems) == [(3, "计入统计")]


def test_departments_nest_by_path_or_by_columns() -> None:
    headings = ["姓名", "上级单位", "科室/单位"]
    rows = [
        ["甲", "服务中心", "车队"],
        ["乙", None, "服务中心/车队"],
        ["丙", "服务中心", "服务中心"],
        ["丁", "服务中心", None],
    ]
    found = roster(*rows, headings=headings)
    assert [row.department for row in found.rows] == [
        ("服务中心", "车队"),
        ("服务中心", "车队"),
        ("服务中心",),
        ("服务中心",),
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["1", None, "办公室"], "姓名"),
        (["1", "张三", None], "科室/单位"),
        ([370602199001010000, "张三", "办公室"], "编号"),
        (["370602199001010000", "张三", "办公室"], "编号"),
    ],
)
def test_a_faulty_row_is_left_out_and_told(row: list[object], column: str) -> None:
    found = roster(["2", "李四", "办公室"], row)
    assert [person.name for person in found.rows] == ["李四"]
    assert errors(found.problems) == [(3, column)]


def test_merged_departments_are_filled_down_only_as_far_as_they_reach() -> None:
    rows = [["科室", "姓名"], ["办公室", "甲"], [None, "乙"], [None, "丙"]]
    found = people(xlsx(rows, merged="A2:A3"))
    assert [(row.name, row.department) for row in found.rows] == [("甲", ("办公室",)), ("乙", ("办公室",))]
    assert errors(found.problems) == [(4, "科室")]
    assert not warnings(found.problems)


def test_where_merging_cannot_be_seen_a_filled_beginning_speaks_for_the_blanks_and_that_is_told_once() -> None:
    found = people("科室,姓名\n办公室,甲\n,乙\n\n财务科,丙\n,丁\n".encode(), "x.csv")
    assert [row.department[0] for row in found.rows] == ["办公室", "办公室", "财务科", "财务科"]
    assert warnings(found.problems) == [(None, "科室")]
    assert "2 个空格" in words(found.problems)


def test_a_column_that_begins_blank_is_not_filled() -> None:
    found = people("科室,姓名\n,甲\n办公室,乙\n".encode(), "x.csv")
    assert [row.name for row in found.rows] == ["乙"]
    assert errors(found.problems) == [(2, "科室")]


def test_footers_repeated_headings_and_running_numbers_are_nobody() -> None:
    headings = ["序号", "姓名", "科室"]
    found = roster(
        [1, "张三", "办公室"],
        ["序号", "姓名", "科室"],
        [2, None, None],
        ["制表人：王五"],
        ["合计", 1],
        headings=headings,
    )
    assert [row.name for row in found.rows] == ["张三"]
    assert not found.problems


def test_identity_cards_are_told_once() -> None:
    found = roster(["37060219900101123X", "张三", "办公室"], ["370602199001011234", "李四", "办公室"])
    assert len(found.rows) == 2
    assert warnings(found.problems) == [(2, "编号")]
    assert "不需要身份证号" in words(found.problems)


def test_a_spoilt_telephone_number_is_left_out_and_told() -> None:
    found = roster(["1", "张三", "办公室", None, None, 861380000000000])
    assert [row.phone for row in found.rows] == [""]
    assert warnings(found.problems) == [(2, "电话")]


def test_words_for_no_kind_of_department_are_told_once() -> None:
    rows = [["姓名", "科室", "性质"], ["甲", "一", "?"], ["乙", "二", "?"]]
    (table,), problems = find_roster_tables([SheetRows("Sheet1", rows, merged=())])
    assert len(read_roster_table(table, problems)) == 2
    assert [(problem.row, problem.column, problem.severity) for problem in problems] == [
        (None, "性质", Severity.WARNING)
    ]


def test_the_headings_of_the_tests_are_all_understood() -> None:
    (table,), _problems = find_roster_tables([SheetRows("Sheet1", [ROSTER_HEADINGS, ["x"]])])
    assert sorted(table.columns.values()) == list(range(len(ROSTER_HEADINGS)))


@pytest.mark.parametrize("heading", ["延时（分钟）", "延时", "加时(分钟)", "额外时间", "延长时间"])
def test_more_time_is_read_as_whole_minutes(heading: str) -> None:
    rows = [
        ["甲", "车队", "10"],
        ["乙", "车队", 15],
        ["丙", "车队", "２０分钟"],
        ["丁", "车队", None],
        ["戊", "车队", "0"],
    ]
    found = roster(*rows, headings=["姓名", "科室", heading])
    assert [row.extra_minutes for row in found.rows] == [10, 15, 20, None, 0]
    assert found.problems == []


def test_minutes_that_cannot_be_are_told_and_left_out() -> None:
    rows = [["甲", "车队", "半小时"], ["乙", "车队", "601"], ["丙", "车队", "-5"]]
    found = roster(*rows, headings=["姓名", "科室", "延时"])
    assert [row.extra_minutes for row in found.rows] == [None, None, None]
    assert warnings(found.problems) == [(2, "延时"), (3, "延时"), (4, "延时")]

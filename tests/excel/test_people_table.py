"""Where the roster stands in a workbook."""

import pytest

from quizapp.core.problems import Severity
from quizapp.excel.headings import Role
from quizapp.excel.people_table import HEADING_ROWS, find_roster_tables
from quizapp.excel.sheet_rows import SheetRows


def sheet(*rows: list[str], name: str = "Sheet1", is_hidden: bool = False) -> SheetRows:
    return SheetRows(name, list(rows), is_hidden=is_hidden)


def columns(*headings: str) -> dict[Role, int]:
    (table,), _problems = find_roster_tables([sheet(list(headings), ["x"] * len(headings))])
    return dict(table.columns)


@pytest.mark.parametrize("above", [0, 2, HEADING_ROWS - 1])
def test_headings_may_stand_below_titles(above: int) -> None:
    (table,), problems = find_roster_tables([sheet(*[["职工名单", ""]] * above, ["姓名", "科室"], ["张三", "办公室"])])
    assert table.start == above + 1
    assert table.heading(Role.NAME) == "姓名"
    assert not problems


def test_a_unit_is_the_department_or_stands_above_it() -> None:
    assert columns("单位", "姓名")[Role.DEPARTMENT] == 0
    both = columns("单位", "科室", "姓名")
    assert (both[Role.PARENT], both[Role.DEPARTMENT]) == (0, 1)


def test_the_surest_name_wins() -> None:
    assert columns("用户名", "真实姓名", "部门")[Role.NAME] == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["编号", "姓名"], "没有找到“科室/单位”列"),
        (["编号", "科室"], "没有找到“姓名”列"),
        (["甲", "乙"], "没有找到标题行"),
    ],
)
def test_what_is_missing_is_said(row: list[str], said: str) -> None:
    tables, (problem,) = find_roster_tables([sheet(row, ["1", "2"])])
    assert not tables
    assert problem.severity is Severity.ERROR
    assert said in problem.message


def test_other_sheets_beside_a_roster_are_passed_over_and_hidden_ones_told() -> None:
    rows = [["姓名", "科室"], ["张三", "办公室"]]
    tables, (problem,) = find_roster_tables([sheet(*rows), sheet(["说明"]), sheet(*rows, name="旧", is_hidden=True)])
    assert len(tables) == 1
    assert (problem.sheet, problem.severity) == ("旧", Severity.WARNING)


def test_hidden_rows_are_told() -> None:
    rows = [["姓名", "科室"], ["张三", "办公室"], ["李四", "办公室"]]
    _tables, (problem,) = find_roster_tables([SheetRows("Sheet1", rows, hidden_rows=frozenset([2]))])
    assert "1 行是隐藏的" in problem.message

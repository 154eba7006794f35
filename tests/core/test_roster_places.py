"""The department of a roster row."""

from dataclasses import replace

import pytest

from quizapp.core.people import DepartmentKind
from quizapp.core.problems import Severity
from quizapp.core.roster import NewDepartment, RosterRow, RosterScope
from quizapp.core.roster_places import Placed, place_rows
from tests.core.rosters import CANTEEN, CENTRE, DEPARTMENTS, OFFICE, SECTION, UNIT, row

WHOLE = RosterScope()


def place(*rows: RosterRow, scope: RosterScope = WHOLE) -> Placed:
    """The departments of rows in the usual bureau."""
    return place_rows(rows, DEPARTMENTS, scope)


@pytest.mark.parametrize(
    ("department", "department_id"),
    [
        (("办公室",), 1),
        (("办 公 室",), 1),
        (("服务中心", "食堂"), 4),
        (("局属单位", "服务中心"), 3),
        (("直属企事业单位", "服务中心", "车队"), 5),
        (("机关科室", "财务科"), 2),
    ],
)
def test_a_department_on_record_is_found(department: tuple[str, ...], department_id: int) -> None:
    placed = place(row(2, "张三", *department))
    assert [(one.department_id, one.department) for one in placed.rows] == [
        (department_id, DEPARTMENTS[department_id - 1].path)
    ]
    assert not placed.new_departments and not placed.problems


def test_a_name_that_only_one_has_is_enough_and_told_once() -> None:
    placed = place(row(2, "张三", "食堂"), row(3, "李四", "食堂"))
    assert [one.department_id for one in placed.rows] == [4, 4]
    assert [(one.severity, one.row) for one in placed.problems] == [(Severity.WARNING, 2)]
    assert "服务中心 / 食堂" in placed.problems[0].message


def test_a_name_that_the_file_also_states_in_full_is_another_department() -> None:
    placed = place(row(2, "张三", "食堂"), row(3, "李四", "服务中心", "食堂"))
    assert [one.department_id for one in placed.rows] == [None, 4]


def test_a_name_that_several_have_is_refused() -> None:
    other = replace(CANTEEN, id=9, parent_id=1, path=("办公室", "食堂"))
    placed = place_rows([row(2, "张三", "食堂")], (*DEPARTMENTS, other), WHOLE)
    assert [one.row for one in placed.refused] == [2]
    assert placed.problems[0].severity is Severity.ERROR
    assert "服务中心 / 食堂" in placed.problems[0].message and "办公室 / 食堂" in placed.problems[0].message


@pytest.mark.parametrize(
    ("name", "kind"),
    [("信息科", SECTION), ("会议中心", UNIT), ("机关幼儿园", UNIT), ("交际处", SECTION), ("宏远宾馆", UNIT),
     ("物业公司", UNIT), ("第二食堂", UNIT), ("收费所", UNIT), ("监督办公室", SECTION)],
)  # fmt: skip
def test_the_kind_of_a_new_department_is_guessed_by_its_name(name: str, kind: DepartmentKind) -> None:
    assert place(row(2, "张三", name)).new_departments == (NewDepartment((name,), kind),)


def test_the_file_knows_the_kind_better() -> None:
    assert place(row(2, "张三", "会议中心", kind=SECTION)).new_departments == (
        NewDepartment(("会议中心",), SECTION, is_guessed=False),
    )
    assert place(row(2, "张三", "局属单位", "资料室")).new_departments == (
        NewDepartment(("资料室",), UNIT, is_guessed=False),
    )


def test_parents_come_before_their_parts() -> None:
    placed = place(row(2, "张三", "新区管理处", "物业科"), row(3, "李四", "服务中心", "门卫"))
    assert placed.new_departments == (
        NewDepartment(("新区管理处",), UNIT),
        NewDepartment(("新区管理处", "物业科"), SECTION),
        NewDepartment(("服务中心", "门卫"), SECTION),
    )


def test_one_new_department_is_spelt_in_one_way() -> None:
    placed = place(row(2, "张三", "信息科"), row(3, "李四", "信 息 科"), row(4, "王五", "服务 中心", "门卫"))
    assert [one.department for one in placed.rows] == [("信息科",), ("信息科",), ("服务中心", "门卫")]
    assert len(placed.new_departments) == 2


def test_a_closed_department_is_opened_again() -> None:
    closed = replace(OFFICE, is_active=False)
    placed = place_rows([row(2, "张三")], (closed, CENTRE), WHOLE)
    assert placed.new_departments == (NewDepartment(("办公室",), SECTION, is_guessed=False, department_id=1),)
    assert placed.rows[0].department_id == 1


def test_rows_outside_the_scope_are_refused() -> None:
    placed = place(row(2, "张三"), row(3, "李四", "财务科"), row(4, "王五", "新科"), scope=RosterScope(False, (1,)))
    assert [one.row.row for one in placed.rows] == [2]
    assert [one.row for one in placed.refused] == [3, 4]
    assert all("范围" in problem.message for problem in placed.problems)


def test_a_units_own_roster_names_its_parts() -> None:
    placed = place(
        row(2, "张三", "食堂"), row(3, "李四", "服务中心"), row(4, "王五", "门卫"), row(5, "赵六", "服务中心", "车队"),
        row(6, "钱七", "办公室"), scope=RosterScope(False, (3,)),
    )  # fmt: skip
    assert [one.department_id for one in placed.rows] == [4, 3, None, 5, None]
    assert placed.rows[2].department == ("服务中心", "门卫")
    assert placed.rows[4].department == ("服务中心", "办公室")
    assert not placed.refused and not placed.problems


def test_levels_without_end_are_refused_and_cost_no_time() -> None:
    levels = [f"第{level}级" for level in range(300)]
    placed = place(
        row(2, "张三", *levels[:10]), row(3, "李四", *levels[:11]), *(row(at, "王五", *levels) for at in (4, 5))
    )
    assert [one.row for one in placed.refused] == [3, 4, 5]
    assert len(placed.new_departments) == 10
    assert "最多 10 级，这里写了 11 级：第0级 / 第1级 / 第2级" in placed.problems[0].message

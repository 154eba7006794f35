"""Departments as lines: 科室 before 单位, parts below what they belong to, people counted with those within."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.models.department_lines import (
    DepartmentLinesModel,
    count_people,
    counts_within,
    department_lines,
)
from tests.core.rosters import CANTEEN, CARS, CENTRE, DEPARTMENTS, FINANCE, OFFICE, person

PEOPLE = [person(1, "张三"), person(2, "李四", CENTRE), person(3, "王五", CANTEEN), person(4, "赵六", CARS)]


@pytest.fixture
def lines():
    return department_lines(DEPARTMENTS, count_people(PEOPLE), unit_word="局属", everybody="全部人员")


def test_sections_come_first_then_units_with_their_parts(lines):
    assert [line.label for line in lines] == [
        "全部人员", "机关科室", "办公室", "财务科", "局属单位", "服务中心", "食堂", "车队",
    ]  # fmt: skip
    assert [line.depth for line in lines][5:] == [0, 1, 1]
    assert [line.label for line in lines if line.is_heading] == ["机关科室", "局属单位"]


def test_a_unit_counts_its_parts_and_the_whole_counts_nobody_twice(lines):
    counts = {line.label: line.count for line in lines if not line.is_heading}
    assert counts == {"全部人员": 4, "办公室": 1, "财务科": 0, "服务中心": 3, "食堂": 1, "车队": 1}


def test_counts_without_the_departments_above_them():
    assert counts_within([CANTEEN, CARS], count_people(PEOPLE)) == {CANTEEN.id: 1, CARS.id: 1, CENTRE.id: 2}


def test_a_part_alone_stands_under_its_own_kind():
    lines = department_lines([OFFICE, CANTEEN], {}, unit_word="直属")
    assert [line.label for line in lines] == ["机关科室", "办公室", "直属单位", "食堂"]


def test_rows_are_found_and_headings_cannot_be_chosen(lines):
    model = DepartmentLinesModel()
    model.set_lines(lines)
    assert model.row_of(None) == 0
    assert model.row_of(FINANCE.id) == 3
    assert model.row_of(99) == -1
    assert model.flags(model.index(1)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(2)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(5).data(Qt.ItemDataRole.AccessibleTextRole) == "服务中心，3 人"

"""A problem names a heading; the cell that is meant is found."""

import pytest

from quizapp.core.column_mapping import MappedColumn, TableLayout, TableMapping
from quizapp.core.problems import Problem, Severity
from quizapp.excel.problem_cells import ProblemCells

COLUMNS = (
    MappedColumn(0, "序号"),
    MappedColumn(2, "题干", "stem"),
    MappedColumn(3, "选项A", "option", 0),
    MappedColumn(4, "选项B", "option", 1),
    MappedColumn(5, "答案", "key"),
    MappedColumn(6, "备注"),
    MappedColumn(7, "备注", "explanation"),
    MappedColumn(8, "", "source"),
)
TABLES = (
    TableLayout(TableMapping("题库", 3, COLUMNS), 20, 1, ()),
    TableLayout(TableMapping("题库", 21, (MappedColumn(9, "问", "stem"), MappedColumn(10, "答案", "key"))), 30, 18, ()),
    TableLayout(TableMapping("封面", 1, (MappedColumn(0, "答案"),)), 5, 1, (), is_table=False),
)


@pytest.mark.parametrize(
    ("sheet", "row", "column", "place"),
    [
        ("题库", 5, "答案", (5, 6)),
        ("题库", 25, "答案", (25, 11)),
        ("题库", 5, "选项A—选项B", (5, 4)),
        ("题库", 5, "备注", (5, 8)),
        ("题库", 5, "I", (5, 9)),
        ("题库", 5, "", (5, 3)),
        ("题库", 5, "什么也不是", (5, 3)),
        ("题库", 25, "", (25, 10)),
        ("题库", None, "答案", (3, 6)),
        ("题库", None, "", None),
        ("题库", None, "没有的", None),
        ("封面", 3, "答案", (3, 1)),
        ("没有", 3, "", (3, 1)),
        ("", None, "", None),
    ],
)
def test_the_cell_of_a_problem(sheet: str, row: int | None, column: str, place: tuple[int, int] | None) -> None:
    problem = Problem(sheet, row, column, Severity.ERROR, "有错")
    assert ProblemCells(TABLES).place(problem) == place

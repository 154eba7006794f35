"""A small month with every status, a tie, a zero, people who do not count and a department where nobody sat."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook

from quizapp.core.monthly import DueRow, Marks, Status, month_figures
from quizapp.core.people import DepartmentKind
from quizapp.excel.results_book import ResultsBook
from quizapp.excel.write_results import write_results

MARKS = Marks(full=10_000, passing=6_000, excellent=9_000)
DEPARTMENTS = {1: ("局领导",), 2: ("办公室",), 3: ("机关幼儿园",), 4: ("机关服务中心", "车队")}
SUBMITTED = datetime(2026, 3, 20, 9, 30)


def due(number: int, name: str, department: int, status: Status, score: int | None = None, **fields: object) -> DueRow:
    """A due person; who sat took 12 minutes and 5 seconds."""
    kind = DepartmentKind.SECTION if department < 3 else DepartmentKind.UNIT
    row = DueRow(
        number, number, f"{number:03d}", name, department, DEPARTMENTS[department], kind, "工勤", "科员",
        counts=True, is_ranked=True, status=status, score=score,
    )  # fmt: skip
    if score is not None:
        row = replace(row, used_s=725, submitted_at=SUBMITTED)
    return replace(row, **fields)


ROWS = [
    due(1, "赵一", 1, Status.SAT, 9_700, is_ranked=False),
    due(2, "钱二", 1, Status.EXEMPT, reason="外出培训", is_ranked=False),
    due(3, "孙三", 2, Status.SAT, 9_000),
    due(4, "李四", 2, Status.SAT, 5_950),
    due(5, "周五", 2, Status.SAT, 0),
    due(6, "吴六", 2, Status.DEFERRED, reason="出车"),
    due(7, "郑七", 3, Status.SAT, 9_000),
    due(8, "王八", 3, Status.SAT, 6_000, make_up_score=8_050),
    due(9, "冯九", 3, Status.ABSENT),
    due(10, "陈十", 3, Status.SAT, 10_000, counts=False, is_ranked=False),
    due(11, "褚十一", 4, Status.UNSETTLED),
    due(12, "卫十二", 4, Status.ABSENT),
]


def book(rows: list[DueRow] = ROWS, **fields: object) -> ResultsBook:
    """The month as the workbook is told it."""
    plain = ResultsBook(
        bureau="滨海市机关事务管理局", month="2026-03", title="业务知识测试",
        opens_at=datetime(2026, 3, 20, 8, 30), closes_at=datetime(2026, 3, 25, 17, 30),
        marks=MARKS, figures=month_figures(rows, MARKS, positions=(1, 2, 3, 4)),
        is_over=True, made_at=datetime(2026, 3, 26, 9, 5),
    )  # fmt: skip
    return replace(plain, **fields)


def written(results: ResultsBook) -> Workbook:
    """The workbook as somebody else's program reads it."""
    return load_workbook(BytesIO(write_results(results)))


def table(workbook: Workbook, sheet: str, heading: str = "序号") -> list[dict[str, object]]:
    """The rows of a sheet's table by heading, down to the first row that is not one."""
    rows = list(workbook[sheet].iter_rows(values_only=True))
    start = next(index for index, row in enumerate(rows) if row[0] == heading)
    names = [name for name in rows[start] if name is not None]
    return [dict(zip(names, row, strict=False)) for row in rows[start + 1 :] if row[1] is not None]

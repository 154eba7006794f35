"""The results workbook of 10,000 people ÷ openpyxl's write-only mode writing the same cells with the same styles."""

from copy import copy
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from quizapp.excel.results_book import ResultsBook
from quizapp.excel.write_results import write_results
from quizapp.services.results import Results
from tests.benchmarks.large_month import EXAM_ID, OPENS, large_month, read_clock
from tests.benchmarks.measuring import Measured, alternating, peak_megabytes

Rows = list[list[tuple[Any, int]]]


def measure() -> list[Measured]:
    """The ratio of the two, taken in turns."""
    book = _book()
    content = write_results(book)
    peak = peak_megabytes()  # before anything is read again, which takes more than writing
    styles, sheets = _cells(content)
    ours, bare = alternating(3, lambda: write_results(book), lambda: _write_bare(styles, sheets))
    cells = sum(len(row) for rows in sheets.values() for row in rows)
    details = f"{ours:.2f} s ÷ {bare:.2f} s, {cells} cells, best of 3 each; writing alone: peak {peak:.0f} MB"
    return [Measured("workbook", ours / bare, 1.5, "×", details)]


def _book() -> ResultsBook:
    with large_month() as database:
        found = Results(database, read_clock).results(EXAM_ID)
    return ResultsBook(
        bureau=found.bureau, month=found.month, title=found.title, opens_at=found.opens_at, closes_at=found.closes_at,
        marks=found.marks, figures=found.figures, is_over=True, made_at=OPENS,
    )  # fmt: skip


def _cells(content: bytes) -> tuple[Workbook, dict[str, Rows]]:
    """The workbook read again, and every cell that was written: its value, and the place of its style."""
    workbook = load_workbook(BytesIO(content))
    sheets: dict[str, Rows] = {}
    for sheet in workbook:
        written = [[cell for cell in row if cell.value is not None or cell.has_style] for row in sheet.iter_rows()]
        sheets[sheet.title] = [[(cell.value, cell.style_id) for cell in row] for row in written]
    return workbook, sheets


def _write_bare(styled: Workbook, sheets: dict[str, Rows]) -> bytes:
    """Write the cells as openpyxl's manual says, each style set up once and handed to its cells."""
    workbook = Workbook(write_only=True)
    looks: dict[int, Any] = {}
    content = BytesIO()
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            cells = []
            for value, style_id in row:
                cell = WriteOnlyCell(sheet, value)
                if style_id not in looks:
                    looks[style_id] = _look(styled, style_id, sheet)
                cell._style = looks[style_id]
                cells.append(cell)
            sheet.append(cells)
    workbook.save(content)
    return content.getvalue()


def _look(styled: Workbook, style_id: int, sheet: Any) -> Any:
    """A style of the one workbook set up in the other."""
    source = WriteOnlyCell(styled.worksheets[0])
    source._style = copy(styled._cell_styles[style_id])
    cell = WriteOnlyCell(sheet)
    for part in ("font", "fill", "border", "alignment", "number_format"):
        setattr(cell, part, copy(getattr(source, part)))
    return cell._style

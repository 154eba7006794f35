"""The results of a test as the workbook that is handed in: 汇总, 成绩, 未参加名单."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

from openpyxl import Workbook

from quizapp.core.monthly import Figures, Status
from quizapp.core.points import POINT, half_up
from quizapp.errors import Cancelled, EnvironmentFault
from quizapp.excel.mean_chart import add_mean_charts
from quizapp.excel.results_book import (
    ResultsBook,
    exam_name,
    name_width,
    points_value,
    rows_above,
    write_foot,
    write_head,
)
from quizapp.excel.results_people import write_missing, write_people
from quizapp.excel.styles import PERCENT, TEXT, TWO_DECIMALS, Look, Value, legal_text
from quizapp.excel.table_sheet import Column, Progress, TableSheet
from quizapp.i18n import _

NOTHING = "—"
"""Stands where there is no figure because nobody sat."""


def write_results(
    book: ResultsBook,
    *,
    on_progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The workbook; raises Cancelled, and EnvironmentFault where the disk has no room for its temporary files."""
    missing = [person for person in book.figures.people if person.row.status is not Status.SAT]
    rows = len(book.figures.departments) + len(book.figures.people) + len(missing)
    progress = Progress(rows, on_progress, is_cancelled)
    workbook = Workbook(write_only=True)
    workbook.properties.creator, workbook.properties.title = legal_text(book.bureau), legal_text(exam_name(book))
    content = BytesIO()
    try:
        _write_summary(workbook, book, progress)
        write_people(workbook, book, progress)
        write_missing(workbook, book, missing, progress)
        workbook.save(content)
    except Cancelled:
        workbook.save(BytesIO())  # closes and removes the temporary files of the sheets
        raise
    except OSError as error:
        words = _("写工作簿时出错：{reason}。请清理磁盘后再试。")
        raise EnvironmentFault(words.format(reason=error.strerror or error)) from error
    progress.finish()
    return content.getvalue()


def _write_summary(workbook: Workbook, book: ResultsBook, progress: Progress) -> None:
    departments = book.figures.departments
    is_going_on = book.figures.whole.not_yet > 0
    columns = _summary_columns([" / ".join(one.department) for one in departments], is_going_on=is_going_on)
    table = TableSheet(workbook, _("汇总"), columns, rows_above=rows_above(book))
    write_head(table, book, _("{exam}成绩汇总表").format(exam=exam_name(book)))
    table.headings()
    first = table.row + 1
    for number, one in enumerate(departments, start=1):
        progress.step()
        rank = NOTHING if one.rank is None else one.rank
        name = " / ".join(one.department)
        table.values([number, name, *_figure_values(one.figures, is_going_on=is_going_on), rank, None])
    last = table.row
    table.total(["", _("合计"), *_figure_values(book.figures.whole, is_going_on=is_going_on), "", None])
    write_foot(table, book)
    means = [index for index, column in enumerate(columns, start=1) if column.heading == _("平均分")]
    full = book.marks.full // POINT
    add_mean_charts(table, first_row=first, last_row=last, mean_column=means[0], full_points=full)


def _summary_columns(names: list[str], *, is_going_on: bool) -> list[Column]:
    mean, rate = Look(number_format=TWO_DECIMALS), Look(number_format=PERCENT)
    columns = [
        Column(_("序号"), 5.5),
        Column(_("科室(单位)"), name_width(names, 16, 40), Look(align="left", number_format=TEXT)),
        Column(_("在册"), 6.5),
        Column(_("应考"), 6.5),
        Column(_("实考"), 6.5),
        Column(_("缺考"), 6.5),
        Column(_("缓考"), 6.5),
        Column(_("待核实"), 7.5),
        Column(_("免考"), 6.5),
        Column(_("参考率"), 9.5, rate),
        Column(_("平均分"), 8.5, mean),
        Column(_("最高分"), 8),
        Column(_("最低分"), 8),
        Column(_("合格人数"), 9.5),
        Column(_("合格率"), 9.5, rate),
        Column(_("优秀人数"), 9.5),
        Column(_("优秀率"), 9.5, rate),
        Column(_("名次"), 6.5),
        Column(_("备注"), 12, Look(align="left", number_format=TEXT)),
    ]
    if is_going_on:
        columns.insert(8, Column(_("未考"), 6.5))
    return columns


def _figure_values(one: Figures, *, is_going_on: bool) -> list[Value]:
    return [
        one.registered,
        one.due,
        one.sat,
        one.absent,
        one.deferred,
        one.unsettled,
        *([one.not_yet] if is_going_on else []),
        one.exempt,
        _rate(one.participation),
        NOTHING if one.mean is None else half_up(one.mean / POINT, 2),
        NOTHING if one.highest is None else points_value(one.highest),
        NOTHING if one.lowest is None else points_value(one.lowest),
        one.passed,
        _rate(one.pass_rate),
        one.excellent,
        _rate(one.excellent_rate),
    ]


def _rate(rate: Fraction | None) -> Decimal | str:
    """A rate rounded to what its format shows: what stands in the cell is what people see."""
    return NOTHING if rate is None else half_up(rate, 4)

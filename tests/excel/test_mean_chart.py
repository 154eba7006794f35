"""The charts of averages: over the right cells, off the table, readable when there are many departments."""

from dataclasses import replace

from quizapp.core.monthly import DueRow, Status
from quizapp.excel.mean_chart import DEPARTMENTS_PER_CHART
from tests.excel.sample_month import ROWS, book, due, written


def _many(departments: int) -> list[DueRow]:
    template = due(1, "人", 1, Status.SAT, 8_000)
    return [
        replace(template, due_id=number, department_id=number, department=(f"第{number}科",))
        for number in range(1, departments + 1)
    ]


def test_one_chart_over_the_means_of_the_table() -> None:
    sheet = written(book())["汇总"]
    (chart,) = sheet._charts
    (series,) = chart.series
    assert series.val.numRef.f == "'汇总'!$K$5:$K$8"
    assert series.cat.numRef.f == "'汇总'!$B$5:$B$8"
    assert [sheet["K4"].value, sheet["B4"].value] == ["平均分", "科室(单位)"]
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, 100)


def test_the_chart_begins_below_everything_and_is_as_wide_as_the_table() -> None:
    sheet = written(book())["汇总"]
    (chart,) = sheet._charts
    assert chart.anchor._from.row >= sheet.max_row
    assert (chart.anchor._from.col, chart.anchor.to.col) == (0, sheet.max_column)


def test_the_column_of_not_yet_does_not_shift_the_chart() -> None:
    sheet = written(book([*ROWS, due(13, "蒋十三", 2, Status.NOT_YET)], is_over=False))["汇总"]
    (chart,) = sheet._charts
    assert chart.series[0].val.numRef.f == "'汇总'!$L$6:$L$9"
    assert sheet["L5"].value == "平均分"


def test_many_departments_go_on_in_further_charts_each_on_a_page() -> None:
    count = 2 * DEPARTMENTS_PER_CHART + 1
    sheet = written(book(_many(count)))["汇总"]
    ranges = [chart.series[0].val.numRef.f for chart in sheet._charts]
    assert ranges == ["'汇总'!$K$4:$K$23", "'汇总'!$K$24:$K$43", "'汇总'!$K$44"]
    starts = [chart.anchor._from.row for chart in sheet._charts]
    assert [one.id for one in sheet.row_breaks.brk] == starts  # a break lies above the first row of each chart
    ends = [chart.anchor.to.row for chart in sheet._charts]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_short_table_keeps_its_chart_on_the_same_page() -> None:
    rows = [row for row in ROWS if row.department_id in (2, 3)]
    assert written(book(rows))["汇总"].row_breaks.brk == []


def test_no_departments_no_chart() -> None:
    assert written(book([]))["汇总"]._charts == []

"""Native bar charts of the departments' averages, below the table and sized for the printed page."""

from math import ceil

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.worksheet.pagebreak import Break

from quizapp.excel.table_sheet import ROW_PT, TableSheet
from quizapp.i18n import _

DEPARTMENTS_PER_CHART = 20
"""More bars than these cannot be read on one page: the departments go on in the next chart."""
_GAP_EMU = 60_000  # keeps the edge of the chart off the page before
_BAR_COLOR = "2F6FB0"
_GRID_COLOR = "D9DDE3"
_ROWS_AROUND, _ROWS_PER_BAR = 4, 0.85
"""The height of a chart in rows of the sheet: title and axis, and each bar."""


def add_mean_charts(table: TableSheet, *, first_row: int, last_row: int, mean_column: int, full_points: int) -> None:
    """Draw the means of the table's rows; each chart lies on one page, the next begins where it ends."""
    bands = range(first_row, last_row + 1, DEPARTMENTS_PER_CHART)
    anchor = table.row + 2
    for band, start in enumerate(bands, start=1):
        end = min(start + DEPARTMENTS_PER_CHART - 1, last_row)
        rows = _ROWS_AROUND + ceil(_ROWS_PER_BAR * (end - start + 1))
        if band > 1 or not table.fits_on_page((rows + 2) * ROW_PT):
            table.sheet.row_breaks.append(Break(id=anchor - 1))
        title = _("各科室（单位）平均分")
        if len(bands) > 1:
            title = _("各科室（单位）平均分（{part}/{parts}）").format(part=band, parts=len(bands))
        chart = _chart(title, full_points)
        chart.add_data(Reference(table.sheet, min_col=mean_column, min_row=start, max_row=end))
        chart.set_categories(Reference(table.sheet, min_col=2, min_row=start, max_row=end))
        chart.series[0].graphicalProperties.solidFill = _BAR_COLOR
        chart.anchor = _across(table, anchor, rows)  # type: ignore[assignment]  # the stubs know texts such as "A5" only
        table.sheet.add_chart(chart)
        anchor += rows + 1


def _across(table: TableSheet, row: int, rows: int) -> TwoCellAnchor:
    """As wide as the table, whatever a column's width is on this PC; `row` is the first of `rows` rows covered."""
    return TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=0, row=row - 1, rowOff=_GAP_EMU),
        to=AnchorMarker(col=len(table.columns), row=row - 1 + rows),
    )


def _chart(title: str, full_points: int) -> BarChart:
    """An empty chart: one bar a department, the first at the top, as the table lists them."""
    chart = BarChart()
    chart.type, chart.gapWidth, chart.legend = "bar", 55, None
    chart.title = title
    names, means = chart.x_axis, chart.y_axis
    names.delete = means.delete = False  # openpyxl would leave both axes out
    names.scaling.orientation, means.crosses = "maxMin", "max"
    names.graphicalProperties = _line(_GRID_COLOR)
    means.scaling.min, means.scaling.max = 0, full_points
    means.number_format, means.majorGridlines = "0", ChartLines(spPr=_line(_GRID_COLOR))
    chart.dataLabels = DataLabelList(showVal=True, numFmt="0.00;;", dLblPos="outEnd")  # 「—」 would be drawn as 0.00
    for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(chart.dataLabels, other, False)
    return chart


def _line(color: str) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=color))

"""The columns of the results page: departments, people, those who have not sat. Figures as the workbook has them."""

from fractions import Fraction

from quizapp.core.monthly import DepartmentFigures, DueRow, Figures, Grade, PersonResult, Status
from quizapp.core.points import mean_text, points_text, rate_text
from quizapp.gui.local_times import duration, full_moment
from quizapp.gui.models.rows import Column, ColumnKind
from quizapp.i18n import _

NONE = "—"
STATUS_TONES = {
    Status.SAT: "good",
    Status.NOT_YET: "neutral",
    Status.UNSETTLED: "warn",
    Status.ABSENT: "bad",
    Status.DEFERRED: "info",
    Status.EXEMPT: "neutral",
}
GRADE_TONES = {Grade.EXCELLENT: "good", Grade.PASSED: "info", Grade.FAILED: "bad"}


def mean_or_dash(mean: Fraction | None) -> str:
    """A mean of hundredths in points with two decimals, a dash where nobody sat."""
    return NONE if mean is None else mean_text(mean)


def rate_or_dash(rate: Fraction | None) -> str:
    """A rate with two decimals, a dash without a denominator."""
    return NONE if rate is None else rate_text(rate)


def score_or_dash(score: int | None) -> str:
    """A score, a dash where there is none."""
    return NONE if score is None else points_text(score)


def department_columns() -> list[Column]:
    """One row a department."""

    def count(heading: str, name: str, width: int = 3) -> Column:
        return Column(
            heading=heading, value=lambda row: getattr(row.figures, name), kind=ColumnKind.NUMBER, width=width
        )

    def rate(heading: str, name: str) -> Column:
        return Column(
            heading=heading,
            value=lambda row: _share(getattr(row.figures, name)),
            text=lambda row: rate_or_dash(getattr(row.figures, name)),
            kind=ColumnKind.RATE,
            width=8,
        )

    return [
        Column(heading=_("名次"), value=lambda row: row.rank, kind=ColumnKind.NUMBER, width=3),
        Column(heading=_("科室（单位）"), value=_department),
        count(_("在册"), "registered"),
        count(_("应考"), "due"),
        count(_("实考"), "sat"),
        count(_("缺考"), "absent"),
        count(_("缓考"), "deferred"),
        count(_("免考"), "exempt"),
        count(_("待核实"), "unsettled"),
        rate(_("参考率"), "participation"),
        Column(
            heading=_("平均分"),
            value=lambda row: row.figures.mean,
            text=lambda row: mean_or_dash(row.figures.mean),
            kind=ColumnKind.NUMBER,
            width=4,
        ),
        _score(_("最高"), "highest"),
        _score(_("最低"), "lowest"),
        count(_("合格人数"), "passed", width=5),
        rate(_("合格率"), "pass_rate"),
        count(_("优秀人数"), "excellent", width=5),
        rate(_("优秀率"), "excellent_rate"),
    ]


def _score(heading: str, name: str) -> Column:
    return Column(
        heading=heading,
        value=lambda row: getattr(row.figures, name),
        text=lambda row: score_or_dash(getattr(row.figures, name)),
        kind=ColumnKind.NUMBER,
        width=4,
    )


def department_totals(whole: Figures) -> list[str]:
    """The row 合计, one text a column of `department_columns`."""
    counts = (whole.registered, whole.due, whole.sat, whole.absent, whole.deferred, whole.exempt, whole.unsettled)
    return [
        "",
        _("合计"),
        *map(str, counts),
        rate_or_dash(whole.participation),
        mean_or_dash(whole.mean),
        score_or_dash(whole.highest),
        score_or_dash(whole.lowest),
        str(whole.passed),
        rate_or_dash(whole.pass_rate),
        str(whole.excellent),
        rate_or_dash(whole.excellent_rate),
    ]


def _department(row: DepartmentFigures) -> str:
    return " / ".join(row.department)


def _share(rate: Fraction | None) -> float | None:
    """For the bar only: what is printed and compared stays exact."""
    return None if rate is None else float(rate)


def people_columns() -> list[Column]:
    """One row a due person."""
    return [
        Column(heading=_("名次"), value=lambda one: one.rank, kind=ColumnKind.NUMBER, width=3),
        Column(heading=_("科室（单位）"), value=lambda one: _place(one.row)),
        Column(heading=_("姓名"), value=lambda one: one.row.name, width=7),
        Column(heading=_("编号"), value=lambda one: one.row.number, width=6, gives_way=2),
        Column(heading=_("类别"), value=lambda one: one.row.category, width=6, gives_way=1),
        Column(
            heading=_("得分"),
            value=lambda one: one.row.score,
            text=lambda one: score_or_dash(one.row.score),
            kind=ColumnKind.NUMBER,
            width=5,
        ),
        Column(
            heading=_("等次"),
            value=lambda one: "" if one.grade is None else one.grade.label,
            tone=_grade_tone,
            kind=ColumnKind.BADGE,
            width=7,
        ),
        Column(
            heading=_("状态"),
            value=lambda one: one.row.status.label,
            tone=lambda one: STATUS_TONES[one.row.status],
            kind=ColumnKind.BADGE,
            width=7,
        ),
        Column(
            heading=_("用时"),
            value=lambda one: one.row.used_s,
            text=lambda one: "" if one.row.used_s is None else duration(one.row.used_s),
            width=8,
        ),
        Column(
            heading=_("交卷时间"),
            value=lambda one: one.row.submitted_at,
            text=lambda one: "" if one.row.submitted_at is None else full_moment(one.row.submitted_at),
            width=11,
            gives_way=3,
        ),
    ]


def _grade_tone(result: PersonResult) -> str:
    return "" if result.grade is None else GRADE_TONES[result.grade]


def _place(row: DueRow) -> str:
    return " / ".join(row.department)


def missing_columns() -> list[Column]:
    """One row a due person who has not sat."""
    return [
        Column(heading=_("科室（单位）"), value=_place),
        Column(heading=_("姓名"), value=lambda row: row.name, width=8),
        Column(heading=_("编号"), value=lambda row: row.number, width=7, gives_way=1),
        Column(heading=_("职务"), value=lambda row: row.position, width=8, gives_way=3),
        Column(heading=_("类别"), value=lambda row: row.category, width=7, gives_way=2),
        Column(
            heading=_("状态"),
            value=lambda row: row.status.label,
            tone=lambda row: STATUS_TONES[row.status],
            kind=ColumnKind.BADGE,
            width=8,
        ),
        Column(heading=_("原因"), value=lambda row: row.reason, width=12),
    ]

"""The month's figures: first-sitting statuses, departments and the whole, rates with their denominators, ranks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from quizapp.core.people import DepartmentKind
from quizapp.i18n import N_, _


class Status(StrEnum):
    """First-sitting status of a due person (首考状态)."""

    NOT_YET = "not_yet"
    UNSETTLED = "unsettled"
    SAT = "sat"
    ABSENT = "absent"
    DEFERRED = "deferred"
    EXEMPT = "exempt"

    @property
    def label(self) -> str:
        """The status as the bureau writes it."""
        return _(_STATUS_NAMES[self])


_STATUS_NAMES = {
    Status.NOT_YET: N_("未考"),
    Status.UNSETTLED: N_("待核实"),
    Status.SAT: N_("实考"),
    Status.ABSENT: N_("缺考"),
    Status.DEFERRED: N_("缓考"),
    Status.EXEMPT: N_("免考"),
}

REASONS = (N_("出车"), N_("值班"), N_("病假"), N_("产假"), N_("年休"), N_("外出培训"), N_("公差"), N_("临近退休"))
"""Reasons offered first when a status is settled; any other text is accepted."""


class Grade(StrEnum):
    """等次 of a score."""

    EXCELLENT = "excellent"
    PASSED = "passed"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """The grade as the bureau writes it."""
        return _({"excellent": N_("优秀"), "passed": N_("合格"), "failed": N_("不合格")}[self.value])


@dataclass(frozen=True, slots=True)
class DueRow:
    """One due person of one exam as at publishing, with status and counting score (hundredths, None: no score)."""

    due_id: int
    person_id: int
    number: str
    name: str
    department_id: int
    department: tuple[str, ...]
    kind: DepartmentKind
    category: str
    position: str
    counts: bool
    is_ranked: bool
    status: Status
    reason: str = ""
    score: int | None = None
    used_s: int | None = None
    submitted_at: datetime | None = None
    attempt_id: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one exam, in hundredths."""

    full: int
    passing: int
    excellent: int

    def grade(self, score: int) -> Grade:
        """The grade of a score."""
        if score >= self.excellent:
            return Grade.EXCELLENT
        return Grade.PASSED if score >= self.passing else Grade.FAILED


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of a department or of the whole; counts of people, scores in hundredths, rates as exact fractions.

    registered = due + exempt; due = sat + absent + deferred + unsettled + not_yet. None: no denominator (nobody sat).
    """

    registered: int
    due: int
    sat: int
    absent: int
    deferred: int
    exempt: int
    unsettled: int
    not_yet: int
    participation: Fraction | None
    mean: Fraction | None
    highest: int | None
    lowest: int | None
    passed: int
    pass_rate: Fraction | None
    excellent: int
    excellent_rate: Fraction | None


@dataclass(frozen=True, slots=True)
class DepartmentFigures:
    """The figures of a department's direct members; `rank` by mean, None where nobody ranked sat."""

    department_id: int
    department: tuple[str, ...]
    kind: DepartmentKind
    figures: Figures
    rank: int | None


@dataclass(frozen=True, slots=True)
class PersonResult:
    """A due person with grade and rank; `rank` None where there is no score or the person is not ranked."""

    row: DueRow
    grade: Grade | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """Everything the results page and the workbook show of one exam."""

    departments: tuple[DepartmentFigures, ...]
    whole: Figures
    people: tuple[PersonResult, ...]


def month_figures(rows: Sequence[DueRow], marks: Marks, positions: Sequence[int] = ()) -> MonthFigures:
    """Figures of the rows; `positions`: department ids in the order to list them in, the rest by name."""
    raise NotImplementedError


FORMULAS = (
    N_("应考 = 在册 − 免考 = 实考 + 缺考 + 缓考 + 待核实"),
    N_("参考率 = 实考 ÷ 应考（首考）"),
    N_("平均分 = 实考人员得分之和 ÷ 实考"),
    N_("合格率 = 合格人数 ÷ 实考；优秀率 = 优秀人数 ÷ 实考"),
    N_("小数四舍五入保留两位；名次按未舍入的数值比较，同分同名次，其后名次顺延"),
)
"""The formulas printed under every table of figures."""

"""The month's figures: first-sitting statuses, departments and the whole, rates with their denominators, ranks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from quizapp.core.people import DepartmentKind
from quizapp.i18n import N_, _

Value = TypeVar("Value", int, Fraction)


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


class SittingKind(StrEnum):
    """The first sitting, whose status is the person's, or the make-up (补考) with a score of its own."""

    FIRST = "first"
    MAKE_UP = "make_up"


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
        labels = {"excellent": N_("优秀"), "passed": N_("合格"), "failed": N_("不合格")}
        return _(labels[self.value])


@dataclass(frozen=True, slots=True)
class DueRow:
    """One due person of one exam as at publishing, with status and counting score (hundredths, None: no score).

    `score`, `used_s`, `submitted_at` and `attempt_id` are of the first sitting; void unless `status` is SAT.
    `leavings`: how often that attempt's window was left, None where the test does not record it.
    """

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
    make_up_score: int | None = None
    leavings: int | None = None

    @property
    def is_unmarked(self) -> bool:
        """Whether the sheet is handed in and answers that could change its score are not marked (待阅卷)."""
        return self.status is Status.SAT and self.score is None and self.submitted_at is not None


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

    registered = due + exempt; due = sat + absent + deferred + unsettled + not_yet. `scored` of those who sat have a
    score, all of them once nobody is writing any more and no answer waits to be marked (`unmarked` people): mean and
    rates are over them. None: no denominator.
    """

    registered: int
    due: int
    sat: int
    absent: int
    deferred: int
    exempt: int
    unsettled: int
    not_yet: int
    scored: int
    participation: Fraction | None
    mean: Fraction | None
    highest: int | None
    lowest: int | None
    passed: int
    pass_rate: Fraction | None
    excellent: int
    excellent_rate: Fraction | None
    unmarked: int = 0


@dataclass(frozen=True, slots=True)
class DepartmentFigures:
    """The figures of a department's direct members; `rank` by mean, None where nobody sat who is ranked."""

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
    """Everything the results page and the workbook show of one exam; `people` by department, the best first.

    `departments` are those with somebody who counts; `people` are all, counted or not.
    """

    departments: tuple[DepartmentFigures, ...]
    whole: Figures
    people: tuple[PersonResult, ...]


def month_figures(rows: Sequence[DueRow], marks: Marks, positions: Sequence[int] = ()) -> MonthFigures:
    """Figures of the rows; `positions`: department ids in the order to list them in, the rest by name.

    Who does not count (`counts`) is in `people` only. Ranks compare unrounded values, ties share one (1, 1, 3).
    """
    by_department: dict[int, list[DueRow]] = defaultdict(list)
    for row in rows:
        by_department[row.department_id].append(row)
    order = _order(by_department, positions)
    return MonthFigures(
        departments=_departments(order, by_department, marks),
        whole=_figures([row for row in rows if row.counts], marks),
        people=_people(
            [row for department_id in order for row in sorted(by_department[department_id], key=_place)], marks
        ),
    )


def _order(by_department: dict[int, list[DueRow]], positions: Sequence[int]) -> list[int]:
    """The departments of the rows: first as `positions` says, then the others by name."""
    places = {department_id: place for place, department_id in enumerate(positions)}
    last = len(places)
    return sorted(by_department, key=lambda one: (places.get(one, last), _first(by_department[one]).department, one))


def _first(members: list[DueRow]) -> DueRow:
    """The member whose record of the department is shown: publishing wrote the same for all of them."""
    return min(members, key=lambda row: row.due_id)


def _place(row: DueRow) -> tuple[int, str, int]:
    """Where a person stands in the department's list: by score, those without one last, then by number."""
    score = _score(row)
    return (1 if score is None else -score, row.number, row.due_id)


def _score(row: DueRow) -> int | None:
    return row.score if row.status is Status.SAT else None


def _departments(
    order: Sequence[int], by_department: dict[int, list[DueRow]], marks: Marks
) -> tuple[DepartmentFigures, ...]:
    counted = {department_id: [row for row in by_department[department_id] if row.counts] for department_id in order}
    figures = {department_id: _figures(members, marks) for department_id, members in counted.items() if members}
    means = {
        department_id: one.mean
        for department_id, one in figures.items()
        if one.mean is not None and any(row.is_ranked and _score(row) is not None for row in counted[department_id])
    }
    ranks = competition_ranks(means.values())
    listed = []
    for department_id, one in figures.items():
        first, mean = _first(by_department[department_id]), means.get(department_id)
        rank = None if mean is None else ranks[mean]
        listed.append(DepartmentFigures(department_id, first.department, first.kind, one, rank))
    return tuple(listed)


def _people(listed: Sequence[DueRow], marks: Marks) -> tuple[PersonResult, ...]:
    ranks = competition_ranks(score for row in listed if row.is_ranked and (score := _score(row)) is not None)
    results = []
    for row in listed:
        score = _score(row)
        if score is None:
            results.append(PersonResult(row, None, None))
        else:
            results.append(PersonResult(row, marks.grade(score), ranks[score] if row.is_ranked else None))
    return tuple(results)


def _figures(rows: Sequence[DueRow], marks: Marks) -> Figures:
    statuses = Counter(row.status for row in rows)
    scores = [score for row in rows if (score := _score(row)) is not None]
    sat, exempt, scored = statuses[Status.SAT], statuses[Status.EXEMPT], len(scores)
    due = len(rows) - exempt
    passed = sum(score >= marks.passing for score in scores)
    excellent = sum(score >= marks.excellent for score in scores)
    return Figures(
        registered=len(rows),
        due=due,
        sat=sat,
        absent=statuses[Status.ABSENT],
        deferred=statuses[Status.DEFERRED],
        exempt=exempt,
        unsettled=statuses[Status.UNSETTLED],
        not_yet=statuses[Status.NOT_YET],
        scored=scored,
        participation=_ratio(sat, due),
        mean=_ratio(sum(scores), scored),
        highest=max(scores, default=None),
        lowest=min(scores, default=None),
        passed=passed,
        pass_rate=_ratio(passed, scored),
        excellent=excellent,
        excellent_rate=_ratio(excellent, scored),
        unmarked=sum(row.is_unmarked for row in rows),
    )


def _ratio(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def competition_ranks(values: Iterable[Value]) -> dict[Value, int]:
    """The rank of each value, the highest first: equal values share one and the next is skipped (1, 1, 3)."""
    ranks: dict[Value, int] = {}
    for place, value in enumerate(sorted(values, reverse=True), start=1):
        ranks.setdefault(value, place)
    return ranks


FORMULAS = (
    N_("应考 = 在册 − 免考 = 实考 + 缺考 + 缓考 + 待核实（考试进行中另加未考）"),
    N_("参考率 = 实考 ÷ 应考（首考）"),
    N_("平均分 = 实考人员得分之和 ÷ 实考"),
    N_("合格率 = 合格人数 ÷ 实考；优秀率 = 优秀人数 ÷ 实考"),
    N_("小数四舍五入保留两位；名次按未舍入的数值比较，同分同名次，其后名次顺延"),
    N_("科室（单位）按直接人员统计，合计不重复计人"),
)
"""The formulas printed under every table of figures."""

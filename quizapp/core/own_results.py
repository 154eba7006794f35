"""What a person learns of the own results: the rank, which attempt counts, the months and what a year comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from quizapp.core.exams import AttemptsRule
from quizapp.core.monthly import Grade, Marks, Status
from quizapp.core.points import POINT

FULL = 100 * POINT
"""What scores of tests with different full marks are brought to before they are averaged."""


class ScoreCount(NamedTuple):
    """How many `people` that are ranked have a score, in hundredths; `is_near`: those of the own department."""

    score: int
    is_near: bool
    people: int


@dataclass(frozen=True, slots=True)
class OwnRank:
    """`rank` among the `of` people of the whole that are ranked and have a score; the same in the own department."""

    rank: int
    of: int
    department_rank: int
    department_of: int


class RankState(StrEnum):
    """Whether a person may know the own rank.

    HIDDEN: the test does not say; LATER: not before its window has closed; WAITING: somebody's score is still open, so
    that ranks would move; UNRANKED: has no score or takes no part in the ranking; KNOWN.
    """

    HIDDEN = "hidden"
    LATER = "later"
    WAITING = "waiting"
    UNRANKED = "unranked"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Ranking:
    """`rank` is there where `state` is KNOWN."""

    state: RankState = RankState.HIDDEN
    rank: OwnRank | None = None


@dataclass(frozen=True, slots=True)
class AttemptPlace:
    """An attempt among those of its sitting: its `number` (void ones keep theirs), and which one counts by the rule.

    `counting_score` None: it may not be shown, or is not there yet. `given_s`: the time the attempt had.
    """

    number: int = 1
    allowed: int = 1
    rule: AttemptsRule = AttemptsRule.BEST
    counting_number: int | None = None
    counting_score: int | None = None
    given_s: int = 0


@dataclass(frozen=True, slots=True)
class OwnAttempt:
    """An attempt of mine that is handed in; `score` None: not to be shown yet."""

    attempt_id: int
    number: int
    ended_at: datetime
    score: int | None
    counts: bool


@dataclass(frozen=True, slots=True)
class OwnResult:
    """One test of mine that is over or that I sat; `attempt_id` is the attempt that counts, `make_up` 补考's score.

    `score` None: not sat, or not to be shown yet; `is_unmarked`: answers wait to be marked.
    """

    exam_id: int
    month: str
    title: str
    status: Status
    score: int | None
    marks: Marks
    ranking: Ranking = field(default_factory=Ranking)
    attempt_id: int | None = None
    may_review: bool = False
    is_unmarked: bool = False
    make_up: int | None = None

    @property
    def grade(self) -> Grade | None:
        """The grade, None where there is no score to show."""
        return None if self.score is None else self.marks.grade(self.score)


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What a year's results come to: `due` without exempt ones, `mean` in hundredths of `full`, None without scores.

    `is_scaled`: full marks differ, and every score was brought to 100 first.
    """

    due: int
    sat: int
    scored: int
    mean: Fraction | None
    full: int
    passed: int
    excellent: int
    is_scaled: bool


def own_rank(counts: Sequence[ScoreCount], score: int) -> OwnRank:
    """The rank of a score among all that are ranked, one's own among them, as `monthly` gives it (1, 1, 3)."""
    near = [one for one in counts if one.is_near]
    return OwnRank(
        rank=1 + sum(one.people for one in counts if one.score > score),
        of=sum(one.people for one in counts),
        department_rank=1 + sum(one.people for one in near if one.score > score),
        department_of=sum(one.people for one in near),
    )


def years_of(results: Iterable[OwnResult]) -> tuple[str, ...]:
    """The years that have results, the latest first."""
    return tuple(sorted({one.month[:4] for one in results}, reverse=True))


def year_figures(results: Sequence[OwnResult]) -> YearFigures:
    """What some results come to; the mean is over those with a score to show."""
    scored = [(one.score, one.marks) for one in results if one.score is not None]
    fulls = {marks.full for _score, marks in scored}
    is_scaled = len(fulls) > 1
    full = FULL if is_scaled or not fulls else fulls.pop()
    points = [Fraction(score * full, marks.full) for score, marks in scored]
    grades = [marks.grade(score) for score, marks in scored]
    return YearFigures(
        due=sum(one.status is not Status.EXEMPT for one in results),
        sat=sum(one.status is Status.SAT for one in results),
        scored=len(scored),
        mean=sum(points, Fraction()) / len(points) if points else None,
        full=full,
        passed=sum(grade is not Grade.FAILED for grade in grades),
        excellent=sum(grade is Grade.EXCELLENT for grade in grades),
        is_scaled=is_scaled,
    )

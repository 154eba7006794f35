"""Own ranks are the month's ranks; a year's mean is what a person would work out by hand."""

from collections import Counter
from fractions import Fraction

from hypothesis import given

from quizapp.core.monthly import Grade, Marks, Status, month_figures
from quizapp.core.own_results import OwnRank, OwnResult, ScoreCount, own_rank, year_figures, years_of
from tests.core.test_monthly import MARKS, DueRow, due_rows

STRICT = Marks(full=50_00, passing=40_00, excellent=45_00)


def result(month: str, score: int | None, *, status: Status = Status.SAT, marks: Marks = MARKS) -> OwnResult:
    return OwnResult(1, month, "测试", status, score, marks)


def counts_of(rows: list[DueRow], department_id: int) -> list[ScoreCount]:
    ranked = [row for row in rows if row.is_ranked and row.status is Status.SAT and row.score is not None]
    counted = Counter((row.score, row.department_id == department_id) for row in ranked)
    return [ScoreCount(score, is_near, people) for (score, is_near), people in counted.items()]


@given(due_rows())
def test_ranks_are_those_of_the_month(rows: list[DueRow]) -> None:
    figures = month_figures(rows, MARKS)
    ranked = [person for person in figures.people if person.rank is not None]
    for person in ranked:
        department_id = person.row.department_id
        near = month_figures([row for row in rows if row.department_id == department_id], MARKS).people
        (department_rank,) = [one.rank for one in near if one.row.due_id == person.row.due_id]
        beside = sum(one.rank is not None for one in near)
        own = own_rank(counts_of(rows, department_id), person.row.score)
        assert own == OwnRank(person.rank, len(ranked), department_rank, beside)


def test_ties_share_a_rank() -> None:
    counts = [ScoreCount(9_000, True, 2), ScoreCount(8_000, False, 1), ScoreCount(8_000, True, 1)]
    assert own_rank(counts, 9_000) == OwnRank(1, 4, 1, 3)
    assert own_rank(counts, 8_000) == OwnRank(3, 4, 3, 3)


def test_a_year_by_hand() -> None:
    figures = year_figures(
        [
            result("2026-01", 100_00),
            result("2026-02", 59_50),
            result("2026-03", None, status=Status.ABSENT),
            result("2026-04", None, status=Status.EXEMPT),
            result("2026-05", 0),
        ]
    )
    assert (figures.due, figures.sat, figures.scored) == (4, 3, 3)
    assert figures.mean == Fraction(159_50, 3)
    assert (figures.passed, figures.excellent, figures.full, figures.is_scaled) == (1, 1, 100_00, False)


def test_a_score_that_is_not_shown_yet_is_in_no_mean() -> None:
    figures = year_figures([result("2026-01", 80_00), result("2026-02", None)])
    assert (figures.sat, figures.scored, figures.mean) == (2, 1, Fraction(80_00))


def test_different_full_marks_are_brought_to_a_hundred() -> None:
    figures = year_figures([result("2026-01", 80_00), result("2026-02", 45_00, marks=STRICT)])
    assert figures.is_scaled
    assert (figures.mean, figures.full) == (Fraction(85_00), 100_00)
    assert figures.excellent == 1
    alike = year_figures([result("2026-01", 45_00, marks=STRICT)])
    assert (alike.mean, alike.full, alike.is_scaled) == (Fraction(45_00), 50_00, False)


def test_nothing_makes_no_mean() -> None:
    assert year_figures([]).mean is None
    assert year_figures([result("2026-01", None, status=Status.ABSENT)]).mean is None


def test_the_grade_follows_the_marks_of_the_test() -> None:
    assert result("2026-01", 60_00).grade is Grade.PASSED
    assert result("2026-01", None).grade is None


def test_the_latest_year_stands_first() -> None:
    assert years_of([result("2025-12", 1), result("2026-01", 1), result("2025-01", 1)]) == ("2026", "2025")

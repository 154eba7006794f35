"""Own ranks are the month's ranks; a year's mean is what a person would work out by hand."""

from fractions import Fraction

from hypothesis import given

from quizapp.core.monthly import Grade, Marks, Status, month_figures
from quizapp.core.own_results import OwnRank, OwnResult, Scored, own_rank, year_figures, years_of
from tests.core.test_monthly import MARKS, DueRow, due_rows

STRICT = Marks(full=50_00, passing=40_00, excellent=45_00)


def result(month: str, score: int | None, *, status: Status = Status.SAT, marks: Marks = MARKS) -> OwnResult:
    return OwnResult(1, month, "测试", status, score, marks)


def scored_of(rows: list[DueRow]) -> list[Scored]:
    return [
        Scored(row.person_id, row.department_id, row.score)
        for row in rows
        if row.is_ranked and row.status is Status.SAT and row.score is not None
    ]


@given(due_rows())
def test_ranks_are_those_of_the_month(rows: list[DueRow]) -> None:
    figures = month_figures(rows, MARKS)
    scored = scored_of(rows)
    ranked = [person for person in figures.people if person.rank is not None]
    assert len(scored) == len(ranked)
    for person in figures.people:
        own = own_rank(scored, person.row.person_id)
        if person.rank is None:
            assert own is None
            continue
        colleagues = [row for row in rows if row.department_id == person.row.department_id]
        department = {one.row.due_id: one.rank for one in month_figures(colleagues, MARKS).people}
        beside = sum(rank is not None for rank in department.values())
        assert own == OwnRank(person.rank, len(ranked), department[person.row.due_id], beside)


def test_ties_share_a_rank() -> None:
    scored = [Scored(1, 1, 9_000), Scored(2, 1, 9_000), Scored(3, 2, 8_000)]
    assert own_rank(scored, 2) == OwnRank(1, 3, 1, 2)
    assert own_rank(scored, 3) == OwnRank(3, 3, 1, 1)
    assert own_rank(scored, 4) is None


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

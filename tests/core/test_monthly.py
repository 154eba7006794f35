"""The month's figures: who is in which denominator, ranks with ties, and what can never be otherwise."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.monthly import (
    FORMULAS,
    REASONS,
    DueRow,
    Figures,
    Grade,
    Marks,
    MonthFigures,
    Status,
    competition_ranks,
    month_figures,
)
from quizapp.core.people import DepartmentKind

MARKS = Marks(full=10_000, passing=6_000, excellent=9_000)
DEPARTMENTS = {1: "办公室", 2: "财务科", 3: "机关幼儿园", 4: "车队"}


def row(due_id: int, department_id: int = 1, score: int | None = None, **fields: object) -> DueRow:
    """A due person: 实考 with a score, 未考 without, unless `status` says otherwise."""
    kind = DepartmentKind.SECTION if department_id < 3 else DepartmentKind.UNIT
    plain = DueRow(
        due_id, due_id, f"{due_id:04d}", f"人{due_id}", department_id, (DEPARTMENTS[department_id],), kind, "工勤", "",
        counts=True, is_ranked=True, status=Status.NOT_YET if score is None else Status.SAT, score=score,
    )  # fmt: skip
    return replace(plain, **fields)


def person_ranks(figures: MonthFigures) -> dict[int, int | None]:
    """The rank of each person by due id."""
    return {person.row.due_id: person.rank for person in figures.people}


def department_ranks(figures: MonthFigures) -> dict[int, int | None]:
    """The rank of each department by id."""
    return {one.department_id: one.rank for one in figures.departments}


def test_a_department_by_hand() -> None:
    rows = [
        row(1, score=10_000),
        row(2, score=9_000),
        row(3, score=5_950),
        row(4, score=0),
        row(5, status=Status.ABSENT),
        row(6, status=Status.DEFERRED, reason="出车"),
        row(7, status=Status.EXEMPT, reason="产假"),
        row(8, status=Status.UNSETTLED),
        row(9),
    ]
    whole = month_figures(rows, MARKS).whole
    assert whole == Figures(
        registered=9, due=8, sat=4, absent=1, deferred=1, exempt=1, unsettled=1, not_yet=1, scored=4,
        participation=Fraction(4, 8), mean=Fraction(24_950, 4), highest=10_000, lowest=0,
        passed=2, pass_rate=Fraction(2, 4), excellent=2, excellent_rate=Fraction(2, 4),
    )  # fmt: skip


def test_zero_is_a_score_and_blank_is_not() -> None:
    whole = month_figures([row(1, score=0), row(2, score=8_000), row(3, status=Status.ABSENT)], MARKS).whole
    assert (whole.mean, whole.lowest, whole.sat) == (Fraction(4_000), 0, 2)


def test_whoever_is_still_writing_has_sat_and_has_no_score_yet() -> None:
    whole = month_figures([row(1, score=8_000), row(2, status=Status.SAT)], MARKS).whole
    assert (whole.sat, whole.scored, whole.mean, whole.pass_rate) == (2, 1, Fraction(8_000), Fraction(1))


def test_a_score_beside_another_status_is_not_counted() -> None:
    figures = month_figures([row(1, score=8_000), row(2, score=2_000, status=Status.DEFERRED)], MARKS)
    assert figures.whole.mean == Fraction(8_000)
    assert person_ranks(figures) == {1: 1, 2: None}
    assert [person.grade for person in figures.people] == [Grade.PASSED, None]


def test_nobody_sat_means_no_mean_and_no_rank() -> None:
    figures = month_figures([row(1, 1, 7_000), row(2, 2), row(3, 2, status=Status.ABSENT)], MARKS)
    empty = figures.departments[1].figures
    assert (empty.mean, empty.highest, empty.lowest, empty.pass_rate, empty.excellent_rate) == (None,) * 5
    assert empty.participation == Fraction(0)
    assert department_ranks(figures) == {1: 1, 2: None}


def test_all_exempt_means_no_participation() -> None:
    (only,) = month_figures([row(1, status=Status.EXEMPT, reason="产假")], MARKS).departments
    assert (only.figures.registered, only.figures.due, only.figures.participation) == (1, 0, None)


def test_no_rows_at_all() -> None:
    figures = month_figures([], MARKS)
    assert (figures.departments, figures.people, figures.whole.registered) == ((), (), 0)


def test_who_does_not_count_is_listed_and_not_in_the_figures() -> None:
    figures = month_figures(
        [row(1, score=6_000), row(2, score=10_000, counts=False), row(3, 2, 100, counts=False)], MARKS
    )
    assert figures.whole.mean == Fraction(6_000)
    assert (figures.whole.registered, len(figures.people)) == (1, 3)
    assert [one.department_id for one in figures.departments] == [1]


def test_who_is_not_ranked_counts_and_leaves_no_gap() -> None:
    figures = month_figures([row(1, score=9_500, is_ranked=False), row(2, score=9_000), row(3, score=8_000)], MARKS)
    assert person_ranks(figures) == {1: None, 2: 1, 3: 2}
    assert figures.whole.mean == Fraction(26_500, 3)


def test_a_department_of_people_who_are_not_ranked_has_figures_and_no_rank() -> None:
    leaders = [row(1, 1, 9_900, is_ranked=False), row(2, 1, 9_700, is_ranked=False)]
    figures = month_figures([*leaders, row(3, 2, 8_000), row(4, 3, 7_000)], MARKS)
    assert department_ranks(figures) == {1: None, 2: 1, 3: 2}
    assert figures.departments[0].figures.mean == Fraction(9_800)


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    figures = month_figures([row(1, 1, 9_000), row(2, 2, 9_000), row(3, 3, 8_000), row(4, 4, 7_000)], MARKS)
    assert person_ranks(figures) == {1: 1, 2: 1, 3: 3, 4: 4}
    assert department_ranks(figures) == {1: 1, 2: 1, 3: 3, 4: 4}


def test_departments_are_ranked_by_the_unrounded_mean() -> None:
    first = [row(1, 1, 8_000), row(2, 1, 8_000), row(3, 1, 8_001)]  # 80.00333…
    second = [row(4, 2, 8_000), row(5, 2, 8_000)]  # 80
    assert department_ranks(month_figures([*second, *first], MARKS)) == {1: 1, 2: 2}


def test_departments_stand_in_the_given_order_and_the_rest_by_name() -> None:
    rows = [row(1, 1, 1), row(2, 2, 1), row(3, 3, 1), row(4, 4, 1)]
    listed = month_figures(rows, MARKS, positions=(3, 2)).departments
    assert [one.department_id for one in listed] == [3, 2, 1, 4]  # 办公室 before 车队 by code point


def test_people_stand_by_department_then_score_then_number() -> None:
    rows = [row(1, 2, 9_000), row(2, 1), row(3, 1, 5_000), row(4, 1, 7_000), row(5, 1, 7_000)]
    listed = month_figures(rows, MARKS, positions=(1, 2)).people
    assert [person.row.due_id for person in listed] == [4, 5, 3, 2, 1]


def test_pass_and_excellent_include_their_marks() -> None:
    grades = [MARKS.grade(score) for score in (5_999, 6_000, 8_999, 9_000)]
    assert grades == [Grade.FAILED, Grade.PASSED, Grade.PASSED, Grade.EXCELLENT]
    assert [grade.label for grade in Grade] == ["优秀", "合格", "不合格"]


def test_statuses_reasons_and_formulas_have_their_words() -> None:
    assert [status.label for status in Status] == ["未考", "待核实", "实考", "缺考", "缓考", "免考"]
    assert "出车" in REASONS
    assert any("参考率" in formula for formula in FORMULAS)


@pytest.mark.parametrize(
    ("values", "ranks"), [([], {}), ([5], {5: 1}), ([3, 5, 5, 1, 3], {5: 1, 3: 3, 1: 5}), ([0, 0], {0: 1})]
)
def test_competition_ranks(values: list[int], ranks: dict[int, int]) -> None:
    assert competition_ranks(values) == ranks


@st.composite
def due_rows(draw: st.DrawFn) -> list[DueRow]:
    """Any people of four departments; a score may stand beside any status, as bad data would have it."""
    people = draw(
        st.lists(
            st.tuples(
                st.sampled_from(sorted(DEPARTMENTS)),
                st.sampled_from(Status),
                st.none() | st.integers(0, 20).map(lambda steps: steps * 500),
                st.booleans(),
                st.booleans(),
            ),
            max_size=30,
        )
    )
    return [
        row(due_id, department, score, status=status, counts=counts, is_ranked=is_ranked)
        for due_id, (department, status, score, counts, is_ranked) in enumerate(people, start=1)
    ]


@given(due_rows())
def test_everything_adds_up(rows: list[DueRow]) -> None:
    figures = month_figures(rows, MARKS)
    for one in [figures.whole, *(department.figures for department in figures.departments)]:
        assert one.registered == one.due + one.exempt
        assert one.due == one.sat + one.absent + one.deferred + one.unsettled + one.not_yet
        assert 0 <= one.excellent <= one.passed <= one.scored <= one.sat
    for count in ("registered", "due", "sat", "absent", "deferred", "exempt", "unsettled", "not_yet", "passed"):
        parts = [getattr(department.figures, count) for department in figures.departments]
        assert sum(parts) == getattr(figures.whole, count)
    assert figures.whole.registered == sum(one.counts for one in rows)
    assert len(figures.people) == len(rows)


@given(due_rows(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(rows: list[DueRow], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert month_figures(shuffled, MARKS, (4, 1)) == month_figures(rows, MARKS, (4, 1))


@given(due_rows())
def test_a_mean_lies_between_lowest_and_highest(rows: list[DueRow]) -> None:
    figures = month_figures(rows, MARKS)
    for one in [figures.whole, *(department.figures for department in figures.departments)]:
        if one.scored:
            assert one.lowest <= one.mean <= one.highest
            assert 0 <= one.excellent_rate <= one.pass_rate <= 1
        else:
            assert one.mean is one.lowest is one.highest is one.pass_rate is one.excellent_rate is None


@given(due_rows())
def test_a_rank_is_one_more_than_how_many_are_better(rows: list[DueRow]) -> None:
    figures = month_figures(rows, MARKS)
    ranked = [person for person in figures.people if person.rank is not None]
    for person in ranked:
        assert person.rank == 1 + sum(other.row.score > person.row.score for other in ranked)
    listed = [one for one in figures.departments if one.rank is not None]
    for department in listed:
        assert department.rank == 1 + sum(one.figures.mean > department.figures.mean for one in listed)


def test_who_waits_to_be_marked_has_sat_and_counts_in_no_mean_or_rate() -> None:
    scored = row(1, score=80_00)
    waiting = replace(row(2, score=None), status=Status.SAT, submitted_at=datetime(2026, 3, 2, tzinfo=UTC))
    figures = month_figures([scored, waiting], MARKS)
    whole = figures.whole
    assert (whole.sat, whole.scored, whole.unmarked, whole.mean, whole.pass_rate) == (2, 1, 1, 80_00, 1)
    assert [(one.row.is_unmarked, one.grade is None, one.rank) for one in figures.people] == [
        (False, False, 1),
        (True, True, None),
    ]

"""The people of the sample get wrong what their plan says, and nothing else."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.attempts import AttemptState
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.services.attempts import Attempts, AttemptSummary
from quizapp.services.exams import Exams
from quizapp.services.sample_answers import SampleClock, Sitter, SittingPlan, plan_sitting
from tests.services.conftest import Roster
from tests.services.office import ACTOR, CLOSES, Office, fill_bank, usual_questions

PERFECT = SittingPlan(frozenset(), frozenset(), frozenset({3}), timedelta(minutes=10), gives_up=False)


@pytest.fixture
def clock() -> SampleClock:
    """The story stands at Monday 2 March 2026, 9:00 in Beijing."""
    return SampleClock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC))


@pytest.fixture
def person(roster: Roster) -> Person:
    """Somebody who is due."""
    return roster.person("张三", roster.department("办公室"))


@pytest.fixture
def exam(database: Database, person: Person) -> int:
    """Ten questions of ten points each, in the order 单选 4, 判断 2, 多选 3, 填空 1."""
    return Office(database).published(fill_bank(database, usual_questions()))


def only_attempt(database: Database, clock: SampleClock, exam: int) -> AttemptSummary:
    """The attempt that was made."""
    (attempt,) = Attempts(database, clock.read).attempts(exam)
    return attempt


@pytest.mark.parametrize(
    ("plan", "score"),
    [
        (PERFECT, 100_00),
        (replace(PERFECT, wrong=frozenset({0, 1})), 80_00),
        (replace(PERFECT, wrong=frozenset({4, 6, 9})), 70_00),
        (replace(PERFECT, wrong=frozenset(range(10))), 0),
        (replace(PERFECT, wrong=frozenset({0}), skipped=frozenset({8, 9})), 70_00),
    ],
)
def test_the_score_follows_the_plan(
    database: Database, clock: SampleClock, person: Person, exam: int, plan: SittingPlan, score: int
) -> None:
    Sitter(database, clock).sit(person, exam, plan)
    attempt = only_attempt(database, clock, exam)
    assert (attempt.score, attempt.state) == (score, AttemptState.SUBMITTED)
    assert attempt.ended_at == attempt.started_at + timedelta(minutes=10)


def test_whoever_gives_up_is_graded_when_the_time_is_over(
    database: Database, clock: SampleClock, person: Person, exam: int
) -> None:
    Sitter(database, clock).sit(person, exam, replace(PERFECT, skipped=frozenset({9}), gives_up=True))
    clock.at = CLOSES
    Exams(database, clock.read).close(ACTOR, exam)
    attempt = only_attempt(database, clock, exam)
    assert (attempt.score, attempt.state) == (90_00, AttemptState.EXPIRED)


@given(st.integers(0, 500), st.booleans())
def test_a_plan_fits_the_test_it_is_made_for(seed: int, gives_up: bool) -> None:
    plan = plan_sitting(random.Random(seed), gives_up=gives_up)
    assert plan.wrong | plan.skipped | plan.marked <= set(range(25))
    assert timedelta(minutes=8) <= plan.duration < timedelta(minutes=30)
    assert bool(plan.skipped) is gives_up

"""A hall of a few people for tests of its words, cards and dialogs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizapp.core.attempts import AttemptState
from quizapp.core.hall import DepartmentProgress, Hall, Seat
from quizapp.core.lost_time import Absence, AwayCause, Outage

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
CUT = Absence(NOON - timedelta(minutes=20), 420.0, AwayCause.RESTARTED)


def seat(number: int, **changes: object) -> Seat:
    """Somebody who is writing, with ten minutes left of which nothing was lost."""
    usual = Seat(
        attempt_id=number, person_id=number, name=f"人{number}", department="办公室", state=AttemptState.RUNNING,
        answered=3, question_count=10, left_s=600.0, seen_at=NOON, ended_at=None, away_s=0.0, lost_s=0.0, made_up_s=0,
        absences=(), clock_jumps=0, leavings=0, full_end_at=NOON + timedelta(minutes=10),
    )  # fmt: skip
    return replace(usual, **changes)


def hit(number: int) -> Seat:
    """Somebody whom the power cut hit."""
    return seat(number, absences=(CUT,), lost_s=420.0)


def hall(*seats: Seat, **changes: object) -> Hall:
    """A hall that is open until one o'clock; those hit make one outage."""
    ids = tuple(one.attempt_id for one in seats if one.absences)
    outages = (Outage(CUT.from_at, CUT.to_at, 7, ids),) if len(ids) > 1 else ()
    progress = (DepartmentProgress("办公室", 1, len(seats), 2),)
    usual = Hall(1, "三月测试", NOON + timedelta(hours=1), NOON, True, True, seats, progress, outages)
    return replace(usual, **changes)

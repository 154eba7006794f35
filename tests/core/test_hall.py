"""The hall's own arithmetic: whom the window's end cuts short, and when it would have to be."""

from datetime import UTC, datetime, timedelta

from quizapp.core.attempts import AttemptState
from quizapp.core.hall import Hall, Seat, at_full_minute, cut_short, end_needed
from quizapp.core.lost_time import Outage

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def seat(number: int, full_end_at: datetime, state: AttemptState = AttemptState.RUNNING) -> Seat:
    return Seat(
        attempt_id=number, person_id=number, name=f"人{number}", department="办公室", state=state, answered=3,
        question_count=10, left_s=600.0, seen_at=NOON, ended_at=None, away_s=0.0, lost_s=61.0, made_up_s=0,
        absences=(), clock_jumps=0, leavings=0, full_end_at=full_end_at,
    )  # fmt: skip


def test_the_window_cuts_those_whose_minutes_go_beyond_it() -> None:
    seats = [seat(1, NOON + timedelta(minutes=10)), seat(2, NOON + timedelta(minutes=20, seconds=5))]
    closes_at = NOON + timedelta(minutes=25)
    assert cut_short(seats, 4, closes_at) == ()
    assert cut_short(seats, 10, closes_at) == (seats[1],)
    assert end_needed(seats, 10) == NOON + timedelta(minutes=31)
    assert cut_short(seats, 10, end_needed(seats, 10)) == ()


def test_a_full_minute_is_kept_and_a_begun_one_filled() -> None:
    assert at_full_minute(NOON) == NOON
    assert at_full_minute(NOON + timedelta(microseconds=1)) == NOON + timedelta(minutes=1)


def test_the_hall_knows_who_writes_and_whom_an_outage_hit() -> None:
    seats = (seat(1, NOON), seat(2, NOON, AttemptState.SUBMITTED))
    hall = Hall(1, "测试", NOON, NOON, True, True, seats, (), ())
    assert hall.running == (seats[0],)
    assert hall.seats_of(Outage(NOON, NOON, 5, (2, 7))) == (seats[1],)
    assert seats[0].lost_minutes == 2

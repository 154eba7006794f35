"""The hall (考场) of a test as the organiser watches it: who is writing, how much time is left, what was lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.core.attempts import AttemptState
from quizapp.core.lost_time import Absence, Outage, whole_minutes


@dataclass(frozen=True, slots=True)
class Seat:
    """One attempt of the hall.

    `left_s`: time left now, or what was left when it ended. `away_s`: since the last sign of life, 0 while they come.
    `full_end_at`: when its own minutes end it (one that has ended: opened again now), were the window not there.
    """

    attempt_id: int
    person_id: int
    name: str
    department: str
    state: AttemptState
    answered: int
    question_count: int
    left_s: float
    seen_at: datetime
    ended_at: datetime | None
    away_s: float
    lost_s: float
    made_up_s: int
    absences: tuple[Absence, ...]
    clock_jumps: int
    leavings: int
    full_end_at: datetime

    @property
    def is_running(self) -> bool:
        """Whether it is being written."""
        return self.state is AttemptState.RUNNING

    @property
    def lost_minutes(self) -> int:
        """What would make up for the time lost."""
        return whole_minutes(self.lost_s)


@dataclass(frozen=True, slots=True)
class DepartmentProgress:
    """How many of a department have not started, are writing, have handed in."""

    name: str
    not_yet: int
    running: int
    done: int


@dataclass(frozen=True, slots=True)
class Hall:
    """A test in progress, as of `at`. `is_open`: published; `may_reopen`: nobody has seen a sheet with its key yet."""

    exam_id: int
    title: str
    closes_at: datetime
    at: datetime
    is_open: bool
    may_reopen: bool
    seats: tuple[Seat, ...]
    departments: tuple[DepartmentProgress, ...]
    outages: tuple[Outage, ...]

    @property
    def running(self) -> tuple[Seat, ...]:
        """Those who are writing."""
        return tuple(seat for seat in self.seats if seat.is_running)

    def seats_of(self, outage: Outage) -> tuple[Seat, ...]:
        """Those whom an outage hit."""
        return tuple(seat for seat in self.seats if seat.attempt_id in outage.attempt_ids)


def cut_short(seats: Iterable[Seat], minutes: int, closes_at: datetime) -> tuple[Seat, ...]:
    """Those who would not get all of so many more minutes, because the window ends before."""
    return tuple(seat for seat in seats if seat.full_end_at + timedelta(minutes=minutes) > closes_at)


def end_needed(seats: Sequence[Seat], minutes: int) -> datetime:
    """The end of the window, at a full minute, that cuts none of them short."""
    return at_full_minute(max(seat.full_end_at for seat in seats) + timedelta(minutes=minutes))


def at_full_minute(wanted: datetime) -> datetime:
    """The first full minute not before an instant."""
    rest = timedelta(seconds=wanted.second, microseconds=wanted.microsecond)
    return wanted - rest + timedelta(minutes=1) if rest else wanted

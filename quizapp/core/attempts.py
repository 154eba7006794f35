"""An attempt's states, its deadline, and the time it has used, which nobody gains by touching the PC's clock."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from quizapp.clock import ClockReading

CLOCK_TOLERANCE_S = 5.0
"""Smaller differences between wall clock and boot clock are ordinary drift and time synchronisation."""


class AttemptState(StrEnum):
    """RUNNING until handed in (SUBMITTED), its deadline passed (EXPIRED), or made void with a reason (VOIDED)."""

    RUNNING = "running"
    SUBMITTED = "submitted"
    EXPIRED = "expired"
    VOIDED = "voided"


def deadline(
    started_at: datetime, minutes: int, closes_at: datetime, *, extra_minutes: int = 0, granted_s: float = 0
) -> datetime:
    """The instant an attempt ends: min(start + minutes + extra + granted, window closes), in UTC."""
    return min(full_end(started_at, minutes, extra_minutes=extra_minutes, granted_s=granted_s), closes_at)


def full_end(started_at: datetime, minutes: int, *, extra_minutes: int = 0, granted_s: float = 0) -> datetime:
    """The instant at which an attempt has had all its minutes, whatever the window."""
    return started_at + timedelta(minutes=minutes + extra_minutes, seconds=granted_s)


@dataclass(frozen=True, slots=True)
class TimeUsed:
    """What an attempt has used up, as of its last clock reading; `jump_s` is how far that step's wall clock was off."""

    used_s: float
    reading: ClockReading
    started_at: datetime
    jump_s: float = 0.0


def advance(before: TimeUsed, now: ClockReading) -> TimeUsed:
    """Count on from the last reading.

    Within one boot the boot clock rules, whatever the wall clock says; after a reboot the wall clock is believed, but
    the time used never falls. A wall clock that is behind the last reading is measured from the start instead: it may
    have been set forward before that reading and back after it. `jump_s` is negative where the wall clock was set back,
    positive where it ran ahead. A reading that comes out of order changes nothing.
    """
    wall_s = (now.wall_at - before.reading.wall_at).total_seconds()
    if now.boot_id == before.reading.boot_id:
        step_s = now.boot_s - before.reading.boot_s
        if step_s < 0:
            return replace(before, jump_s=0.0)
        jump_s = wall_s - step_s
    elif wall_s >= 0:
        step_s, jump_s = wall_s, 0.0
    else:
        step_s = max(0.0, (now.wall_at - before.started_at).total_seconds() - before.used_s)
        jump_s = wall_s
    if abs(jump_s) <= CLOCK_TOLERANCE_S:
        jump_s = 0.0
    return replace(before, used_s=before.used_s + step_s, reading=now, jump_s=jump_s)


def time_left_s(started_at: datetime, deadline_at: datetime, used_s: float) -> float:
    """Seconds left, never negative."""
    return max(0.0, (deadline_at - started_at).total_seconds() - used_s)


GRACE_S = 10.0
"""Answers that arrive this late still count: they were on their way when the time ran out."""


def overdue_s(started_at: datetime, deadline_at: datetime, before: TimeUsed, now: ClockReading) -> float:
    """Seconds by which an attempt has outlived its deadline, negative while it has time left."""
    return advance(before, now).used_s - (deadline_at - started_at).total_seconds()

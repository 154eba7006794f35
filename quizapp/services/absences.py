"""Absences as events of an attempt: noted when somebody comes back or is missed, read again with what was made up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import TimeUsed, advance
from quizapp.core.lost_time import AWAY_S, Absence, AwayCause, absence_until, lost_s
from quizapp.db.tables import AttemptEventRow, AttemptRow
from quizapp.services.attempt_records import OPENED_AGAIN, limit_s, note_event, time_used

AWAY, RESUMED, STEPPED_OUT, GRANTED, TAKEN_BACK = "away", "resumed", "stepped_out", "granted", "grant_taken_back"
_LEAST_S = 1.0


@dataclass(frozen=True, slots=True)
class LostTime:
    """What an attempt lost and what was made up; absences before `settled_until` were dealt with as an outage."""

    absences: tuple[Absence, ...]
    made_up_s: int
    settled_until: datetime | None

    @property
    def open_s(self) -> float:
        """Seconds that may still be made up."""
        return lost_s(self.absences, self.made_up_s)

    @property
    def unsettled(self) -> tuple[Absence, ...]:
        """Absences that may belong to an outage nobody has dealt with."""
        if not self.open_s:
            return ()
        return tuple(one for one in self.absences if self.settled_until is None or one.from_at >= self.settled_until)


def absence_of(attempt: AttemptRow, reading: ClockReading, cause: AwayCause) -> Absence:
    """What passed since an attempt's last sign of life; changes nothing."""
    return absence_until(time_used(attempt), reading, limit_s(attempt), cause)


def returning(session: Session, attempt: AttemptRow, reading: ClockReading) -> Absence:
    """The absence that ends with somebody's coming back to an attempt, and why it was."""
    if stepped_out(session, attempt.id):
        cause = AwayCause.LEFT
    else:
        cause = AwayCause.STOPPED if attempt.boot_id == reading.boot_id else AwayCause.RESTARTED
    return absence_of(attempt, reading, cause)


def note_resumed(session: Session, attempt: AttemptRow, reading: ClockReading, absence: Absence, left: float) -> None:
    """Note that somebody came back, and how long the attempt was away."""
    details = absence_details(absence) if absence.seconds >= _LEAST_S else {}
    note_event(session, attempt.id, reading, RESUMED, left_s=round(left), **details)


def note_silence(session: Session, attempt: AttemptRow, reading: ClockReading) -> None:
    """Note a gap between two signs of life of one running window that is too long to be chance; call before both."""
    absence = absence_of(attempt, reading, AwayCause.SILENT)
    if absence.seconds >= AWAY_S:
        note_event(session, attempt.id, reading, AWAY, **absence_details(absence))


def silence(before: TimeUsed, reading: ClockReading, limit: float) -> dict[str, Any] | None:
    """The details of such a gap where there is one, for those who write rows by hand."""
    if advance(before, reading).used_s - before.used_s < AWAY_S:
        return None
    return absence_details(absence_until(before, reading, limit, AwayCause.SILENT))


def absence_details(absence: Absence) -> dict[str, Any]:
    """An absence as an event keeps it."""
    return {
        "away_s": round(absence.seconds, 1),
        "away_from": absence.from_at.isoformat(),
        "cause": absence.cause.value,
    }


def to_absence(details: dict[str, Any]) -> Absence | None:
    """The absence that an event keeps, None where it keeps none."""
    if "away_s" not in details:
        return None
    return Absence(datetime.fromisoformat(details["away_from"]), details["away_s"], AwayCause(details["cause"]))


def lost_time(events: Iterable[AttemptEventRow], now: Absence | None = None) -> LostTime:
    """What the events of one attempt say of lost time, with the absence that still goes on."""
    found, made_up, settled = [], 0, None
    for event in events:
        absence = to_absence(event.details)
        if absence is not None:
            found.append(absence)
        if event.event in (GRANTED, TAKEN_BACK, OPENED_AGAIN):
            made_up += event.details["seconds"]
        if "outage_to" in event.details:
            settled = datetime.fromisoformat(event.details["outage_to"])
    return LostTime(tuple(found if now is None else [*found, now]), made_up, settled)


def stepped_out(session: Session, attempt_id: int) -> bool:
    """Whether the last that happened is that the person chose to leave."""
    latest = select(AttemptEventRow.event).where(AttemptEventRow.attempt_id == attempt_id)
    return session.scalar(latest.order_by(AttemptEventRow.id.desc()).limit(1)) == STEPPED_OUT

"""Minutes added to attempts that run: never silently beyond the window's end, and taken back while they are unused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState, full_end
from quizapp.core.hall import at_full_minute
from quizapp.core.lost_time import Outage
from quizapp.core.people import Actor
from quizapp.db.tables import AttemptRow, DuePersonRow, ExamRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services.absences import GRANTED, TAKEN_BACK
from quizapp.services.attempt_records import left_s, note_event, reset_deadline
from quizapp.services.attempts import check_reason
from quizapp.services.exams import check_whole, move_window
from quizapp.services.hall_records import Place
from quizapp.services.log import record

_MOST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Why minutes are added, and whether the window's end is moved where it would cut somebody short."""

    reason: str
    moves_window: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One act of an organiser on a test: within which transaction, when, whose."""

    session: Session
    reading: ClockReading
    actor: Actor
    exam: ExamRow


@dataclass(frozen=True, slots=True)
class Granted:
    """What became of added minutes; `cut`: who cannot use all of them, because the window ends before.

    `closes_at`: the end of the window now.
    """

    attempt_ids: tuple[int, ...]
    names: tuple[str, ...]
    minutes: int
    cut: tuple[str, ...]
    closes_at: datetime
    is_window_moved: bool


def grant_time(
    act: Act, places: Sequence[Place], minutes: int, *, more: MoreTime, outage: Outage | None = None
) -> dict[Place, int]:
    """Add minutes to running attempts; returns the minutes of each, their deadlines still to be set."""
    check_reason(more.reason)
    check_minutes(minutes, least=1)
    for attempt, _due in places:
        attempt.granted_s += minutes * 60
        details = {"minutes": minutes, "seconds": minutes * 60, "who": act.actor.name, "reason": more.reason.strip()}
        note_event(act.session, attempt.id, act.reading, GRANTED, **details, **outage_details(outage))
    return dict.fromkeys(places, minutes)


def check_minutes(minutes: int, *, least: int) -> None:
    """UserError for more minutes than anybody means to add."""
    if not least <= minutes <= _MOST_MINUTES:
        raise UserError(_("加时应为 {least} 至 {most} 分钟。").format(least=least, most=_MOST_MINUTES))


def outage_details(outage: Outage | None) -> dict[str, Any]:
    """What an event keeps of the outage that it deals with."""
    if outage is None:
        return {}
    return {"outage_from": outage.from_at.isoformat(), "outage_to": outage.to_at.isoformat()}


def settle_granted(act: Act, minutes: dict[Place, int], *, more: MoreTime) -> Granted:
    """Move the window's end if wanted and needed, set the deadlines, write the log."""
    session, reading, actor, exam = act.session, act.reading, act.actor, act.exam
    full = {(attempt, due): _full_end(exam, attempt, due) for attempt, due in minutes}
    is_moved = more.moves_window and max(full.values()) > exam.closes_at
    if is_moved:
        check_whole(actor)
        closes_at = at_full_minute(max(full.values()))
        move_window(session, reading, actor, exam, (exam.opens_at, closes_at), reason=more.reason.strip())
    for attempt, due in minutes:
        reset_deadline(exam, attempt, due)
    names = tuple(due.name for _attempt, due in minutes)
    cut = tuple(due.name for (attempt, due), end in full.items() if end > attempt.deadline_at)
    most = max(minutes.values())
    details = {"minutes": most, "people": list(names), "cut": list(cut)}
    record(session, reading.wall_at, actor, "attempt.grant", exam.title, reason=more.reason.strip(), details=details)
    return Granted(
        attempt_ids=tuple(attempt.id for attempt, _due in minutes),
        names=names,
        minutes=most,
        cut=cut,
        closes_at=exam.closes_at,
        is_window_moved=is_moved,
    )


def _full_end(exam: ExamRow, attempt: AttemptRow, due: DuePersonRow) -> datetime:
    return full_end(attempt.started_at, exam.minutes, extra_minutes=due.extra_minutes, granted_s=attempt.granted_s)


def take_back_time(act: Act, places: Sequence[Place], minutes: int) -> int:
    """Take minutes back where as much is left; whoever has ended or begun to use them keeps them."""
    session, reading, actor, exam = act.session, act.reading, act.actor, act.exam
    taken = []
    for attempt, due in places:
        if attempt.state != AttemptState.RUNNING or left_s(attempt, reading) <= minutes * 60:
            continue
        attempt.granted_s -= minutes * 60
        reset_deadline(exam, attempt, due)
        note_event(session, attempt.id, reading, TAKEN_BACK, minutes=minutes, seconds=-minutes * 60, who=actor.name)
        taken.append(due.name)
    if not taken:
        raise Conflict(_("加的时间已经开始使用，不能再撤销。"))
    details = {"minutes": minutes, "people": taken}
    record(session, reading.wall_at, actor, "attempt.take_back", exam.title, details=details)
    return len(taken)

"""What the desk and the organiser both need of an attempt: its frozen paper, responses as shown, its clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import TimeUsed, advance, deadline, time_left_s
from quizapp.core.grading import Response
from quizapp.core.questions import Kind, Question
from quizapp.db.tables import (
    AttemptEventRow,
    AttemptQuestionRow,
    AttemptRow,
    DuePersonRow,
    ExamRow,
    ResponseRow,
    RevisionRow,
    SittingRow,
)
from quizapp.services.question_records import to_question


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A place of an attempt's paper with what was answered; `response` numbers options as the revision does."""

    position: int
    question: Question
    option_order: tuple[int, ...]
    points: int
    earned: int | None
    response: Response
    is_marked: bool


def asked_questions(session: Session, attempt_id: int) -> list[AskedQuestion]:
    """The frozen paper of an attempt, in order, with the stored responses."""
    wanted = (
        select(AttemptQuestionRow, RevisionRow, ResponseRow)
        .join(RevisionRow, RevisionRow.id == AttemptQuestionRow.revision_id)
        .outerjoin(
            ResponseRow,
            (ResponseRow.attempt_id == AttemptQuestionRow.attempt_id)
            & (ResponseRow.position == AttemptQuestionRow.position),
        )
        .where(AttemptQuestionRow.attempt_id == attempt_id)
        .order_by(AttemptQuestionRow.position)
    )
    return [
        AskedQuestion(
            position=place.position,
            question=to_question(revision),
            option_order=tuple(place.option_order),
            points=place.points,
            earned=place.earned,
            response=None if stored is None else to_response(stored.response),
            is_marked=stored is not None and stored.is_marked,
        )
        for place, revision, stored in session.execute(wanted).all()
    ]


def to_response(stored: Any) -> Response:
    """A response from its JSON form."""
    return tuple(stored) if isinstance(stored, list) else stored


def from_response(response: Response) -> Any:
    """The JSON form of a response."""
    return list(response) if isinstance(response, tuple) else response


def as_shown(kind: Kind, response: Response, option_order: Sequence[int]) -> Response:
    """A response (or key) that numbers options as the revision does, numbered as they stand on the screen."""
    if not kind.has_options or not isinstance(response, tuple):
        return response
    return shown_numbers(response, option_order)


def shown_numbers(numbers: Sequence[object], option_order: Sequence[int]) -> tuple[int, ...]:
    """Option numbers of a revision as the numbers of the same options on the screen, ascending."""
    places = {original: shown for shown, original in enumerate(option_order)}
    return tuple(sorted(places[number] for number in numbers if isinstance(number, int)))


def as_stored(kind: Kind, response: Response, option_order: Sequence[int]) -> Response:
    """The reverse of `as_shown`; ValueError where the response does not fit the question."""
    if response is None:
        return None
    if kind.has_options:
        if not isinstance(response, tuple) or not all(type(one) is int for one in response):
            raise ValueError("a choice is answered with option numbers")
        if len(set(response)) != len(response) or any(not 0 <= int(one) < len(option_order) for one in response):
            raise ValueError("no such option")
        return tuple(sorted(option_order[int(one)] for one in response))
    wanted: type = {Kind.TRUE_FALSE: bool, Kind.FILL_BLANK: tuple, Kind.SHORT_ANSWER: str}[kind]
    if not isinstance(response, wanted):
        raise ValueError(f"{kind} is not answered with {type(response).__name__}")
    return response


def time_used(attempt: AttemptRow) -> TimeUsed:
    """The clock columns of an attempt as a value."""
    seen = ClockReading(attempt.seen_at, attempt.boot_id, attempt.boot_s)
    return TimeUsed(attempt.used_s, seen, attempt.started_at)


def left_s(attempt: AttemptRow, reading: ClockReading) -> float:
    """Seconds an attempt has left at a reading; changes nothing."""
    return time_left_s(attempt.started_at, attempt.deadline_at, advance(time_used(attempt), reading).used_s)


def count_on(session: Session, attempt: AttemptRow, reading: ClockReading) -> float:
    """Bring an attempt's clock up to a reading, note a jump of the wall clock; returns the seconds left."""
    used = advance(time_used(attempt), reading)
    if used.jump_s:
        details = {"jump_s": round(used.jump_s, 1), "used_s": round(used.used_s, 1)}
        note_event(session, attempt.id, reading, "clock_jump", **details)
    attempt.used_s = used.used_s
    attempt.seen_at = used.reading.wall_at
    attempt.boot_id = used.reading.boot_id
    attempt.boot_s = used.reading.boot_s
    return time_left_s(attempt.started_at, attempt.deadline_at, used.used_s)


def limit_s(attempt: AttemptRow) -> float:
    """All the seconds an attempt has, from its start to its deadline."""
    return max(0.0, (attempt.deadline_at - attempt.started_at).total_seconds())


def reset_deadline(exam: ExamRow, attempt: AttemptRow, due: DuePersonRow) -> None:
    """Set an attempt's deadline anew: the window was moved, or time was granted."""
    attempt.deadline_at = deadline(
        attempt.started_at,
        exam.minutes,
        exam.closes_at,
        extra_minutes=due.extra_minutes,
        granted_s=attempt.granted_s,
    )


def time_taken_s(session: Session, attempt: AttemptRow) -> int:
    """The time used, without the time that lay between an end and its being opened again."""
    return round(attempt.used_s) - _gaps_s(session, attempt)


def time_given_s(session: Session, attempt: AttemptRow) -> int:
    """The time an attempt had: with extra minutes, without what the window cut off or what `time_taken_s` omits."""
    return max(0, round(limit_s(attempt)) - _gaps_s(session, attempt))


def _gaps_s(session: Session, attempt: AttemptRow) -> int:
    wanted = select(AttemptEventRow.details).where(
        AttemptEventRow.attempt_id == attempt.id, AttemptEventRow.event == OPENED_AGAIN
    )
    return sum(details["gap_s"] for details in session.scalars(wanted))


OPENED_AGAIN = "opened_again"


def note_event(session: Session, attempt_id: int, reading: ClockReading, event: str, **details: Any) -> None:
    """Add to what happened to an attempt."""
    session.add(AttemptEventRow(attempt_id=attempt_id, at=reading.wall_at, event=event, details=details))


FIRST_SITTING = "first"


def sitting_of(session: Session, due: DuePersonRow) -> SittingRow:
    """The first sitting of a due person, made where there is none yet."""
    wanted = select(SittingRow).where(SittingRow.due_id == due.id, SittingRow.kind == FIRST_SITTING)
    sitting = session.scalars(wanted).one_or_none()
    if sitting is None:
        sitting = SittingRow(due_id=due.id, kind=FIRST_SITTING)
        session.add(sitting)
        session.flush()
    return sitting


def next_number(session: Session, sitting: SittingRow) -> int:
    """The number of a sitting's next attempt; void ones keep theirs."""
    wanted = select(func.max(AttemptRow.number)).where(AttemptRow.sitting_id == sitting.id)
    return (session.scalar(wanted) or 0) + 1

"""The hall of a test as it stands: its attempts with answers, time and events, and who has not started."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState, full_end
from quizapp.core.exams import ExamState
from quizapp.core.hall import DepartmentProgress, Hall, Seat
from quizapp.core.lost_time import AWAY_S, Absence, AwayCause, outages
from quizapp.core.monthly import Status
from quizapp.core.people import Actor
from quizapp.db.tables import (
    AttemptEventRow,
    AttemptQuestionRow,
    AttemptRow,
    DuePersonRow,
    ExamRow,
    ResponseRow,
    SittingRow,
)
from quizapp.services.absences import STEPPED_OUT, LostTime, absence_of, lost_time
from quizapp.services.attempt_records import left_s, limit_s
from quizapp.services.desk_outcome import was_ever_reviewed
from quizapp.services.rights import own_departments

_BLANK = ("null", "[]", '""', '[""]')
Place = tuple[AttemptRow, DuePersonRow]


def places_of(session: Session, exam_id: int, attempt_ids: Iterable[int] | None = None) -> list[Place]:
    """Attempts of a test with whose they are, in the order they began; those of some ids only, or all."""
    wanted = (
        select(AttemptRow, DuePersonRow)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id)
        .order_by(AttemptRow.started_at, AttemptRow.id)
    )
    ids = None if attempt_ids is None else set(attempt_ids)
    return [(attempt, due) for attempt, due in session.execute(wanted).all() if ids is None or attempt.id in ids]


def due_of(session: Session, attempt: AttemptRow) -> DuePersonRow:
    """Whose an attempt is."""
    wanted = select(DuePersonRow).join(SittingRow, SittingRow.due_id == DuePersonRow.id)
    return session.scalars(wanted.where(SittingRow.id == attempt.sitting_id)).one()


def events_of(session: Session, exam_id: int) -> Mapping[int, Sequence[AttemptEventRow]]:
    """What happened to each attempt of a test, in order."""
    wanted = (
        select(AttemptEventRow)
        .join(AttemptRow, AttemptRow.id == AttemptEventRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id, AttemptEventRow.event.not_in(("started", "late_answer", "laid_aside")))
        .order_by(AttemptEventRow.id)
    )
    found: defaultdict[int, list[AttemptEventRow]] = defaultdict(list)
    for event in session.scalars(wanted):
        found[event.attempt_id].append(event)
    return found


def hall_of(session: Session, actor: Actor, exam: ExamRow, reading: ClockReading) -> Hall:
    """The hall of a test, as far as it is the actor's."""
    own = own_departments(session, actor)
    facts = _Facts(
        exam=exam,
        reading=reading,
        events=events_of(session, exam.id),
        answered=_answered(session, exam.id),
        asked=_asked(session, exam.id),
    )
    places = [(attempt, due) for attempt, due in places_of(session, exam.id) if own is None or due.department_id in own]
    listed = [_seat(facts, attempt, due) for attempt, due in places]
    seats = [(seat, lost) for seat, lost in listed if seat.state is not AttemptState.VOIDED]
    return Hall(
        exam_id=exam.id,
        title=exam.title,
        closes_at=exam.closes_at,
        at=reading.wall_at,
        is_open=exam.state == ExamState.PUBLISHED,
        may_reopen=exam.state == ExamState.PUBLISHED and not was_ever_reviewed(session, exam),
        seats=tuple(seat for seat, _lost in seats),
        departments=_progress(session, exam, own, places),
        outages=outages({seat.attempt_id: lost.unsettled for seat, lost in seats if _can_be_made_up(seat)}),
    )


def _can_be_made_up(seat: Seat) -> bool:
    """Whoever handed in is content; whose time ran out may have been kept from it."""
    return seat.state in (AttemptState.RUNNING, AttemptState.EXPIRED)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is looked up once for all seats."""

    exam: ExamRow
    reading: ClockReading
    events: Mapping[int, Sequence[AttemptEventRow]]
    answered: Mapping[int, int]
    asked: Mapping[int, int]

    def away(self, attempt: AttemptRow) -> Absence | None:
        """The absence that goes on now."""
        if attempt.state != AttemptState.RUNNING:
            return None
        cause = AwayCause.SILENT if attempt.boot_id == self.reading.boot_id else AwayCause.RESTARTED
        if [event.event for event in self.events.get(attempt.id, ())[-1:]] == [STEPPED_OUT]:
            cause = AwayCause.LEFT
        absence = absence_of(attempt, self.reading, cause)
        return absence if absence.seconds >= AWAY_S else None


def _seat(facts: _Facts, attempt: AttemptRow, due: DuePersonRow) -> tuple[Seat, LostTime]:
    events, away = facts.events.get(attempt.id, ()), facts.away(attempt)
    lost = lost_time(events, away)
    kinds = Counter(event.event for event in events)
    is_running = attempt.state == AttemptState.RUNNING
    left = left_s(attempt, facts.reading) if is_running else max(0.0, limit_s(attempt) - attempt.used_s)
    full = full_end(
        attempt.started_at, facts.exam.minutes, extra_minutes=due.extra_minutes, granted_s=attempt.granted_s
    )
    seat = Seat(
        attempt_id=attempt.id,
        person_id=due.person_id,
        name=due.name,
        department=" / ".join(due.department),
        state=AttemptState(attempt.state),
        answered=facts.answered.get(attempt.id, 0),
        question_count=facts.asked.get(attempt.id, 0),
        left_s=left,
        seen_at=attempt.seen_at,
        ended_at=attempt.ended_at,
        away_s=away.seconds if away else 0.0,
        lost_s=lost.open_s,
        made_up_s=lost.made_up_s,
        absences=lost.absences,
        clock_jumps=kinds["clock_jump"],
        leavings=kinds["left"],
        full_end_at=full if is_running else facts.reading.wall_at + timedelta(seconds=left),
    )
    return seat, lost


def _answered(session: Session, exam_id: int) -> dict[int, int]:
    """How many places of each attempt hold an answer."""
    wanted = (
        select(ResponseRow.attempt_id, func.count())
        .join(AttemptRow, AttemptRow.id == ResponseRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id, cast(ResponseRow.response, Text).not_in(_BLANK))
        .group_by(ResponseRow.attempt_id)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def _asked(session: Session, exam_id: int) -> dict[int, int]:
    """How many places each attempt has."""
    wanted = (
        select(AttemptQuestionRow.attempt_id, func.count())
        .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id)
        .group_by(AttemptQuestionRow.attempt_id)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


def _progress(
    session: Session, exam: ExamRow, own: frozenset[int] | None, places: Sequence[Place]
) -> tuple[DepartmentProgress, ...]:
    """Each department with those who have not started, who write, who have handed in; in the order of the due list."""
    writing = {due.id for attempt, due in places if attempt.state == AttemptState.RUNNING}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wanted = select(DuePersonRow).where(DuePersonRow.exam_id == exam.id, DuePersonRow.status != Status.EXEMPT)
    for due in session.scalars(wanted.order_by(DuePersonRow.id)):
        if own is None or due.department_id in own:
            state = "running" if due.id in writing else "done" if due.status == Status.SAT else "not_yet"
            counts[" / ".join(due.department)][state] += 1
    return tuple(
        DepartmentProgress(name, not_yet=found["not_yet"], running=found["running"], done=found["done"])
        for name, found in counts.items()
    )

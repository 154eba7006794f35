"""Ending an attempt: graded from the stored responses, the sitting's counting score and the person's status follow."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import GRACE_S, AttemptState, overdue_s
from quizapp.core.exams import AttemptsRule, ExamState
from quizapp.core.grading import MultipleRule, grade, is_answered
from quizapp.core.lost_time import AWAY_S, AwayCause
from quizapp.core.monthly import Status
from quizapp.db.tables import (
    AttemptQuestionRow,
    AttemptRow,
    DuePersonRow,
    ExamRow,
    ResultRow,
    SittingRow,
)
from quizapp.services.absences import absence_details, absence_of, stepped_out
from quizapp.services.attempt_records import (
    asked_questions,
    count_on,
    limit_s,
    note_event,
    time_taken_s,
    time_used,
)


def grade_overdue(session: Session, reading: ClockReading, exam_id: int | None = None) -> int:
    """End every running attempt whose deadline (and grace) has passed, of one test or of all; returns how many."""
    wanted = select(AttemptRow).where(AttemptRow.state == AttemptState.RUNNING)
    if exam_id is not None:
        wanted = wanted.join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        wanted = wanted.join(DuePersonRow, DuePersonRow.id == SittingRow.due_id).where(DuePersonRow.exam_id == exam_id)
    ended = 0
    for attempt in session.scalars(wanted).all():
        if overdue_s(attempt.started_at, attempt.deadline_at, time_used(attempt), reading) > GRACE_S:
            finish(session, attempt, AttemptState.EXPIRED, reading)
            ended += 1
    return ended


def finish(session: Session, attempt: AttemptRow, state: AttemptState, reading: ClockReading) -> None:
    """End a running attempt as SUBMITTED or EXPIRED and grade it."""
    cause = AwayCause.LEFT if stepped_out(session, attempt.id) else AwayCause.NOT_BACK
    details = _end_details(attempt, state, reading, cause)
    count_on(session, attempt, reading)
    attempt.used_s = min(attempt.used_s, limit_s(attempt))
    attempt.state = state
    attempt.ended_at = min(reading.wall_at, attempt.deadline_at) if state is AttemptState.EXPIRED else reading.wall_at
    note_event(session, attempt.id, reading, state.value, **details)
    grade_attempt(session, attempt, reading)
    sitting = session.get_one(SittingRow, attempt.sitting_id)
    recount(session, sitting)


def _end_details(attempt: AttemptRow, state: AttemptState, reading: ClockReading, cause: AwayCause) -> dict[str, Any]:
    """How long ago the time had run out (`over_s`), and the absence of somebody who did not come back before."""
    over_s = overdue_s(attempt.started_at, attempt.deadline_at, time_used(attempt), reading)
    details: dict[str, Any] = {"over_s": round(over_s, 1)} if over_s > 0 else {}
    absence = absence_of(attempt, reading, cause)
    if state is AttemptState.EXPIRED and absence.seconds >= AWAY_S:
        details |= absence_details(absence)
    return details


def grade_attempt(session: Session, attempt: AttemptRow, reading: ClockReading) -> None:
    """Grade an attempt from its stored responses and keep the points of each question; those given by hand stay."""
    rule = MultipleRule(_exam_of(session, attempt).multiple_rule)
    places = {
        place.position: place
        for place in session.scalars(select(AttemptQuestionRow).where(AttemptQuestionRow.attempt_id == attempt.id))
    }
    score = answered = right = unmarked = 0
    for asked in asked_questions(session, attempt.id):
        earned = grade(
            asked.question.kind,
            asked.question.key,
            asked.response,
            points=asked.points,
            options=len(asked.question.options),
            rule=rule,
            any_order=asked.question.any_order,
        )
        place = places[asked.position]
        if earned is None and place.marked_at is not None:
            earned = place.earned
        place.earned = earned
        unmarked += earned is None
        score += earned or 0
        answered += is_answered(asked.response)
        right += earned == asked.points
    session.merge(
        ResultRow(
            attempt_id=attempt.id,
            score=score,
            answered=answered,
            right=right,
            graded_at=reading.wall_at,
            unmarked=unmarked,
        )
    )
    session.flush()


def _exam_of(session: Session, attempt: AttemptRow) -> ExamRow:
    wanted = (
        select(ExamRow)
        .join(DuePersonRow, DuePersonRow.exam_id == ExamRow.id)
        .join(SittingRow, SittingRow.due_id == DuePersonRow.id)
        .where(SittingRow.id == attempt.sitting_id)
    )
    return session.scalars(wanted).one()


def recount(session: Session, sitting: SittingRow) -> None:
    """Set a sitting's counting attempt by the test's rule, and the status of the person to what follows from it.

    There is no score while answers that could change it are not marked. Who started is 实考; where every attempt was
    made void the person is 未考 again (待核实 once the test is closed).
    """
    session.flush()
    due = session.get_one(DuePersonRow, sitting.due_id)
    exam = session.get_one(ExamRow, due.exam_id)
    wanted = (
        select(AttemptRow, ResultRow)
        .outerjoin(ResultRow, ResultRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.sitting_id == sitting.id, AttemptRow.state != AttemptState.VOIDED)
        .order_by(AttemptRow.number)
    )
    rows = [(attempt, result) for attempt, result in session.execute(wanted).all()]
    graded = [(attempt, result) for attempt, result in rows if result is not None]
    rule = AttemptsRule(exam.attempts_rule)
    taken_s = {attempt.id: time_taken_s(session, attempt) for attempt, _result in graded}
    counting = counting_attempt(graded, rule, taken_s=taken_s)
    sitting.counting_attempt_id = counting[0].id if counting else None
    sitting.score = final_score(graded, rule)
    sitting.used_s = taken_s[counting[0].id] if counting else None
    sitting.submitted_at = counting[0].ended_at if counting else None
    if rows:
        due.status, due.reason = Status.SAT, ""
    elif due.status == Status.SAT:
        due.status = Status.UNSETTLED if exam.state == ExamState.CLOSED else Status.NOT_YET


def counting_attempt(
    graded: list[tuple[AttemptRow, ResultRow]], rule: AttemptsRule, *, taken_s: Mapping[int, float] | None = None
) -> tuple[AttemptRow, ResultRow] | None:
    """The attempt that counts; of equal best scores the one that took less time, then the earlier.

    `taken_s`: the time each took by its id, where that is not all its clock says (it was opened again).
    """
    if not graded:
        return None
    if rule is AttemptsRule.FIRST:
        return graded[0]
    if rule is AttemptsRule.LAST:
        return graded[-1]
    taken = taken_s or {attempt.id: attempt.used_s for attempt, _result in graded}
    return min(graded, key=lambda pair: (-pair[1].score, taken[pair[0].id], pair[0].number))


def final_score(graded: list[tuple[AttemptRow, ResultRow]], rule: AttemptsRule) -> int | None:
    """The score of the attempt that counts; None where answers of it (of any, if the best counts) are not marked."""
    counting = counting_attempt(graded, rule)
    if counting is None:
        return None
    deciding = graded if rule is AttemptsRule.BEST else [counting]
    return None if any(result.unmarked for _attempt, result in deciding) else counting[1].score


def attempts_counted(session: Session, sitting_id: int) -> int:
    """How many attempts of a sitting use up the number allowed (void ones do not)."""
    wanted = select(func.count()).where(AttemptRow.sitting_id == sitting_id, AttemptRow.state != AttemptState.VOIDED)
    return session.scalar(wanted) or 0

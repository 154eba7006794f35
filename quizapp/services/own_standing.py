"""Where a person stands after an attempt: the own rank, as far as the test tells it, and which attempt counts."""

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import AttemptsRule
from quizapp.core.monthly import SittingKind, Status
from quizapp.core.own_results import AttemptPlace, Ranking, RankState, ScoreCount, own_rank
from quizapp.db.tables import AttemptRow, DuePersonRow, ExamRow, SittingRow
from quizapp.services.attempt_records import time_given_s


def ranking_of(session: Session, exam_id: int, person_id: int, *, is_allowed: bool, is_over: bool) -> Ranking:
    """A person's rank in one test as it may be shown now."""
    if not is_allowed:
        return Ranking()
    if not is_over:
        return Ranking(RankState.LATER)
    wanted = (
        select(DuePersonRow.department_id, DuePersonRow.is_ranked, DuePersonRow.status, SittingRow.score)
        .outerjoin(SittingRow, _FIRST)
        .where(DuePersonRow.exam_id == exam_id, DuePersonRow.person_id == person_id)
    )
    found = session.execute(wanted).one_or_none()
    if found is None or not found.is_ranked or found.status != Status.SAT:
        return Ranking(RankState.UNRANKED)
    counts, is_open = _score_counts(session, exam_id, found.department_id)
    if is_open or found.score is None:
        return Ranking(RankState.WAITING)
    return Ranking(RankState.KNOWN, own_rank(counts, found.score))


def _score_counts(session: Session, exam_id: int, department_id: int) -> tuple[list[ScoreCount], bool]:
    """The scores of those that `monthly` ranks, counted by the database, and whether somebody's is still open."""
    is_near = case((DuePersonRow.department_id == department_id, 1), else_=0)
    wanted = (
        select(SittingRow.score, is_near.label("is_near"), func.count().label("people"))
        .select_from(DuePersonRow)
        .outerjoin(SittingRow, _FIRST)
        .where(DuePersonRow.exam_id == exam_id, DuePersonRow.is_ranked, DuePersonRow.status == Status.SAT)
        .group_by(SittingRow.score, is_near)
    )
    rows = session.execute(wanted).all()
    counts = [ScoreCount(row.score, bool(row.is_near), row.people) for row in rows if row.score is not None]
    return counts, any(row.score is None for row in rows)


_FIRST = (SittingRow.due_id == DuePersonRow.id) & (SittingRow.kind == SittingKind.FIRST)


def place_of(session: Session, exam: ExamRow, attempt: AttemptRow, *, shows_score: bool) -> AttemptPlace:
    """An attempt among those of its sitting."""
    sitting = session.get_one(SittingRow, attempt.sitting_id)
    counting = session.get(AttemptRow, sitting.counting_attempt_id) if sitting.counting_attempt_id else None
    return AttemptPlace(
        number=attempt.number,
        allowed=exam.attempts_allowed,
        rule=AttemptsRule(exam.attempts_rule),
        counting_number=None if counting is None else counting.number,
        counting_score=sitting.score if shows_score else None,
        given_s=time_given_s(session, attempt),
    )


def finished_attempts(session: Session, exam_id: int, person_id: int) -> list[tuple[AttemptRow, SittingRow]]:
    """A person's attempts of one test that are handed in, the first one first; void ones are left out."""
    wanted = (
        select(AttemptRow, SittingRow)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(
            DuePersonRow.exam_id == exam_id,
            DuePersonRow.person_id == person_id,
            AttemptRow.state.in_((AttemptState.SUBMITTED, AttemptState.EXPIRED)),
        )
        .order_by(AttemptRow.started_at, AttemptRow.id)
    )
    return [(attempt, sitting) for attempt, sitting in session.execute(wanted).all()]

"""A person's own attempts and results over the months, as far as each test shows them now."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from quizapp.core.exams import ExamDefinition, ExamState
from quizapp.core.monthly import SittingKind, Status
from quizapp.core.own_results import OwnAttempt, OwnResult
from quizapp.db.tables import DuePersonRow, ExamRow, ResultRow, SittingRow
from quizapp.services.desk_outcome import is_over, may_review, shows_score
from quizapp.services.exam_records import marks_of, paper_rows, to_definition
from quizapp.services.own_standing import finished_attempts, ranking_of


class _Sat(NamedTuple):
    """What is stored of one person in one test."""

    exam: ExamRow
    status: Status
    score: int | None
    counting_id: int | None
    make_up: int | None


def own_attempts(session: Session, exam: ExamRow, person_id: int, now: datetime) -> tuple[OwnAttempt, ...]:
    """The attempts of one test that are handed in, with scores where they may be shown."""
    shows = shows_score(to_definition(exam, paper_rows(session, exam.id)), exam, now)
    found = []
    for attempt, sitting in finished_attempts(session, exam.id, person_id):
        result = session.get(ResultRow, attempt.id)
        is_known = shows and result is not None and not result.unmarked
        found.append(
            OwnAttempt(
                attempt_id=attempt.id,
                number=attempt.number,
                ended_at=attempt.ended_at or attempt.deadline_at,
                score=result.score if is_known and result is not None else None,
                counts=sitting.counting_attempt_id == attempt.id,
            )
        )
    return tuple(found)


def own_results(session: Session, person_id: int, now: datetime) -> tuple[OwnResult, ...]:
    """One entry a test that is closed or that was sat, the latest first."""
    sat = [one for one in _sat(session, person_id) if one.counting_id is not None or one.exam.state == ExamState.CLOSED]
    definitions = {one.exam.id: to_definition(one.exam, paper_rows(session, one.exam.id)) for one in sat}
    return tuple(_result(session, one, definitions[one.exam.id], person_id, now) for one in sat)


def _sat(session: Session, person_id: int) -> list[_Sat]:
    first, make_up = aliased(SittingRow), aliased(SittingRow)
    wanted = (
        select(ExamRow, DuePersonRow.status, first.score, first.counting_attempt_id, make_up.score)
        .join(DuePersonRow, DuePersonRow.exam_id == ExamRow.id)
        .outerjoin(first, (first.due_id == DuePersonRow.id) & (first.kind == SittingKind.FIRST))
        .outerjoin(make_up, (make_up.due_id == DuePersonRow.id) & (make_up.kind == SittingKind.MAKE_UP))
        .where(DuePersonRow.person_id == person_id, ExamRow.state != ExamState.DRAFT)
        .order_by(ExamRow.month.desc(), ExamRow.closes_at.desc(), ExamRow.id.desc())
    )
    return [_Sat(exam, Status(status), *rest) for exam, status, *rest in session.execute(wanted).all()]


def _result(session: Session, sat: _Sat, definition: ExamDefinition, person_id: int, now: datetime) -> OwnResult:
    exam = sat.exam
    is_sat = sat.status is Status.SAT
    shows, told = shows_score(definition, exam, now), definition.shows_own_rank
    return OwnResult(
        exam_id=exam.id,
        month=exam.month,
        title=exam.title,
        status=sat.status,
        score=sat.score if shows and is_sat else None,
        marks=marks_of(exam),
        ranking=ranking_of(session, exam.id, person_id, is_allowed=told, is_over=is_over(exam, now)),
        attempt_id=sat.counting_id,
        may_review=sat.counting_id is not None and may_review(definition, exam, now),
        is_unmarked=is_sat and sat.score is None and sat.counting_id is not None,
        make_up=sat.make_up if shows else None,
    )

"""What the desk shows after a test: the outcome, and the review as far and from when the organiser allows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.desk import Outcome, ReviewQuestion, ReviewRight
from quizapp.core.exams import ExamDefinition, ExamState, ReviewContent, ReviewFrom
from quizapp.core.grading import Response
from quizapp.core.monthly import Grade
from quizapp.core.questions import Key, Kind
from quizapp.db.tables import AttemptEventRow, AttemptRow, DuePersonRow, ExamRow, ResultRow, SittingRow
from quizapp.errors import NotAllowed
from quizapp.i18n import _
from quizapp.services.attempt_records import (
    OPENED_AGAIN,
    AskedQuestion,
    as_shown,
    asked_questions,
    note_event,
    shown_numbers,
    time_taken_s,
)
from quizapp.services.exam_records import marks_of, paper_rows, to_definition
from quizapp.services.marking import attempts_counted
from quizapp.services.own_standing import place_of, ranking_of
from quizapp.services.picture_records import places_shown


def is_over(exam: ExamRow, now: datetime) -> bool:
    """Whether nobody can start the test any more."""
    return exam.state == ExamState.CLOSED or now >= exam.closes_at


def shows_score(definition: ExamDefinition, exam: ExamRow, now: datetime) -> bool:
    """Whether a person may see the own score now."""
    return definition.shows_score_at_once or is_over(exam, now)


def may_review(definition: ExamDefinition, exam: ExamRow, now: datetime) -> bool:
    """Whether more than the score may be seen now; never while others can still start."""
    if definition.review_content is ReviewContent.SCORE_ONLY:
        return False
    if definition.review_from is ReviewFrom.EXAM_CLOSED:
        return exam.state == ExamState.CLOSED
    return is_over(exam, now)


def outcome_of(session: Session, exam: ExamRow, attempt: AttemptRow, now: datetime) -> Outcome:
    """How an attempt ended, as its person may see it now."""
    definition = to_definition(exam, paper_rows(session, exam.id))
    result = session.get(ResultRow, attempt.id)
    asked = asked_questions(session, attempt.id)
    unmarked = result.unmarked if result is not None else 0
    shows = shows_score(definition, exam, now)
    score = result.score if result is not None and not unmarked and shows else None
    grade = None if score is None else marks_of(exam).grade(score)
    has_content = definition.review_content is not ReviewContent.SCORE_ONLY
    due = session.get_one(DuePersonRow, session.get_one(SittingRow, attempt.sitting_id).due_id)
    told, over = definition.shows_own_rank, is_over(exam, now)
    return Outcome(
        exam_id=exam.id,
        attempt_id=attempt.id,
        title=exam.title,
        score=score,
        full_points=exam.full_points,
        is_passed=None if grade is None else grade is not Grade.FAILED,
        is_excellent=None if grade is None else grade is Grade.EXCELLENT,
        used_s=time_taken_s(session, attempt),
        answered=result.answered if result is not None else 0,
        question_count=len(asked),
        was_expired=attempt.state == AttemptState.EXPIRED,
        may_review=result is not None and may_review(definition, exam, now),
        review_from=exam.closes_at if has_content and definition.review_from is ReviewFrom.WINDOW_CLOSED else None,
        attempts_left=0
        if is_over(exam, now)
        else exam.attempts_allowed - attempts_counted(session, attempt.sitting_id),
        unmarked=unmarked,
        remark=_remark(session, attempt),
        place=place_of(session, exam, attempt, shows_score=shows),
        ranking=ranking_of(session, exam.id, due.person_id, is_allowed=told, is_over=over),
        review=ReviewRight(definition.review_content, definition.review_from),
    )


def _remark(session: Session, attempt: AttemptRow) -> str:
    """What the organiser did to end it."""
    if attempt.state == AttemptState.VOIDED:
        return _("组织者已将这次作答作废，原因：{reason}").format(reason=attempt.void_reason)
    wanted = (
        select(AttemptEventRow)
        .where(AttemptEventRow.attempt_id == attempt.id, AttemptEventRow.event.in_((ENDED_EARLY, OPENED_AGAIN)))
        .order_by(AttemptEventRow.id.desc())
        .limit(1)
    )
    latest = session.scalars(wanted).one_or_none()
    if latest is None or latest.event != ENDED_EARLY:
        return ""
    return _("组织者结束了这次作答，原因：{reason}").format(reason=latest.details["reason"])


def review_of(
    definition: ExamDefinition, exam: ExamRow, attempt: AttemptRow, asked: Sequence[AskedQuestion], now: datetime
) -> tuple[ReviewQuestion, ...]:
    """The sheet afterwards, with keys only where the organiser shows them; NotAllowed before its time."""
    if attempt.state not in (AttemptState.SUBMITTED, AttemptState.EXPIRED):
        raise NotAllowed(_("这份答卷还没有交卷，不能查看。"))
    if not may_review(definition, exam, now):
        raise NotAllowed(_("考试结束前只公布成绩：请在考试结束后查看答卷。"))
    with_key = definition.review_content is ReviewContent.ANSWERS
    return tuple(review_question(one, with_key=with_key) for one in asked)


REVIEWED, REOPENED, ENDED_EARLY = "reviewed", "reopened", "ended_early"


def note_review(session: Session, exam: ExamRow, attempt: AttemptRow, reading: ClockReading) -> None:
    """Remember that a sheet was seen because the clock said that the window is over: a clock can be set back."""
    if is_first_review(session, exam):
        note_event(session, attempt.id, reading, REVIEWED)


def is_first_review(session: Session, exam: ExamRow) -> bool:
    """Whether a sheet that is seen now is one to remember."""
    return exam.state != ExamState.CLOSED and not was_reviewed(session, exam)


def was_reviewed(session: Session, exam: ExamRow) -> bool:
    """Whether a sheet of a test that is not closed was seen since its window was last changed."""
    latest = _reviews(exam.id).order_by(AttemptEventRow.id.desc()).limit(1)
    return session.scalar(latest.with_only_columns(AttemptEventRow.event)) == REVIEWED


def was_ever_reviewed(session: Session, exam: ExamRow) -> bool:
    """Whether a sheet was seen before the test was closed, whatever was done to the window afterwards."""
    seen = _reviews(exam.id).where(AttemptEventRow.event == REVIEWED).limit(1)
    return session.scalar(seen.with_only_columns(AttemptEventRow.id)) is not None


def note_reopened(session: Session, exam: ExamRow, reading: ClockReading) -> None:
    """The organiser changed the window: whoever has seen a sheet is no reason any more to let nobody start."""
    if was_reviewed(session, exam):
        latest = session.scalars(_reviews(exam.id).order_by(AttemptEventRow.id.desc()).limit(1)).one()
        note_event(session, latest.attempt_id, reading, REOPENED)


def _reviews(exam_id: int) -> Select[Any]:
    return (
        select(AttemptEventRow)
        .join(AttemptRow, AttemptRow.id == AttemptEventRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id, AttemptEventRow.event.in_((REVIEWED, REOPENED)))
    )


def review_question(asked: AskedQuestion, *, with_key: bool) -> ReviewQuestion:
    """One place of a sheet with what was earned, and the key, explanation and source if wanted."""
    question = asked.question
    return ReviewQuestion(
        position=asked.position,
        kind=question.kind,
        stem=question.stem,
        options=tuple(question.options[index].text for index in asked.option_order),
        response=as_shown(question.kind, asked.response, asked.option_order),
        points=asked.points,
        earned=asked.earned,
        key=_shown_key(question.kind, question.key, asked.option_order) if with_key else None,
        key_texts=_key_texts(question.kind, question.key) if with_key else (),
        explanation=question.explanation if with_key else "",
        source=question.source if with_key else "",
        pictures=tuple(places_shown(question.pictures, asked.option_order)),
        any_order=question.any_order and with_key,
        is_marked=asked.is_marked,
    )


def _shown_key(kind: Kind, key: Key, option_order: Sequence[int]) -> Response:
    if kind.has_options and isinstance(key, tuple):
        return shown_numbers(key, option_order)
    return key if isinstance(key, bool) else None


def _key_texts(kind: Kind, key: Key) -> tuple[str, ...]:
    """The key of a written question: accepted texts of each blank joined by 或, or the model answer."""
    if kind is Kind.SHORT_ANSWER:
        return (str(key),)
    if kind is not Kind.FILL_BLANK or not isinstance(key, tuple):
        return ()
    return tuple(_(" 或 ").join(one) for one in key if isinstance(one, tuple))

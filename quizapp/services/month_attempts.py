"""The due list of a loaded month with its sittings, attempts, responses and results, as if they had been taken here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState, deadline
from quizapp.core.exams import AttemptsRule
from quizapp.core.month_file import MonthPaper, MonthQuestion
from quizapp.core.month_scores import GradedAttempt
from quizapp.core.monthly import SittingKind, Status
from quizapp.db.tables import (
    AttemptEventRow,
    AttemptQuestionRow,
    AttemptRow,
    DuePersonRow,
    ExamPaperRow,
    ExamRow,
    ResponseRow,
    ResultRow,
    SittingRow,
)
from quizapp.services.attempt_records import from_response
from quizapp.services.leavings import LEFT
from quizapp.services.marking import counting_attempt, final_score
from quizapp.services.month_roster import Placed

_SETTLED = (Status.ABSENT, Status.DEFERRED, Status.EXEMPT)
_ROWS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class LoadedExam:
    """What the attempts stand on: the test, its papers by name, each question's revision in the bank."""

    row: ExamRow
    papers: Mapping[str, ExamPaperRow]
    said_papers: Mapping[str, MonthPaper]
    questions: Mapping[str, MonthQuestion]
    revisions: Mapping[str, int]


@dataclass(slots=True)
class _Sat:
    """Somebody who sat, from the file and as rows."""

    paper: MonthPaper
    due: DuePersonRow
    sitting: SittingRow
    graded: tuple[GradedAttempt, ...]
    attempts: list[AttemptRow]


def load_due(
    session: Session,
    exam: LoadedExam,
    people: Sequence[tuple[Placed, tuple[GradedAttempt, ...]]],
    *,
    who: str,
    now: datetime,
) -> int:
    """Write everybody who is due with what happened; returns how many attempts there are."""
    listed = [(_due_row(exam, placed, who=who, now=now), placed, graded) for placed, graded in people]
    session.add_all(due for due, _placed, _graded in listed)
    session.flush()
    sat = [
        _Sat(exam.said_papers[placed.said.paper], due, _sitting(due), graded, [])
        for due, placed, graded in listed
        if graded
    ]
    session.add_all(one.sitting for one in sat)
    session.flush()
    for one in sat:
        one.attempts = [_attempt(exam, one, number) for number in range(1, len(one.graded) + 1)]
        session.add_all(one.attempts)
    session.flush()
    for one in sat:
        _count(one, AttemptsRule(exam.row.attempts_rule))
    session.flush()
    _write_answers(session, exam, sat, marked=(who, now))
    return sum(len(one.attempts) for one in sat)


def _due_row(exam: LoadedExam, placed: Placed, *, who: str, now: datetime) -> DuePersonRow:
    """The person as the file says, and as on record where it says nothing."""
    said, row = placed.said, placed.row
    is_settled = said.status in _SETTLED
    return DuePersonRow(
        exam_id=exam.row.id,
        person_id=row.id,
        paper_id=exam.papers[said.paper].id,
        number=row.number,
        name=row.name,
        department_id=placed.department.id,
        department=list(placed.path),
        department_kind=placed.department.kind,
        category=row.category if said.category is None else said.category,
        position=row.position if said.position is None else said.position,
        counts=row.counts if said.counts is None else said.counts,
        is_ranked=row.is_ranked if said.is_ranked is None else said.is_ranked,
        status=said.status,
        reason=said.reason,
        settled_by=who if is_settled else "",
        settled_at=now if is_settled else None,
        extra_minutes=said.extra_minutes,
    )


def _sitting(due: DuePersonRow) -> SittingRow:
    return SittingRow(
        due_id=due.id, kind=SittingKind.FIRST, counting_attempt_id=None, score=None, used_s=None, submitted_at=None
    )


def _attempt(exam: LoadedExam, sat: _Sat, number: int) -> AttemptRow:
    said = sat.graded[number - 1].attempt
    ends_at = deadline(
        said.started_at,
        exam.row.minutes,
        exam.row.closes_at,
        extra_minutes=sat.due.extra_minutes,
        granted_s=said.granted_s,
    )
    ended_at = said.submitted_at or ends_at
    limit_s = (ends_at - said.started_at).total_seconds()
    return AttemptRow(
        sitting_id=sat.sitting.id,
        number=number,
        state=AttemptState.EXPIRED if said.submitted_at is None else AttemptState.SUBMITTED,
        started_at=said.started_at,
        deadline_at=ends_at,
        ended_at=ended_at,
        used_s=min((ended_at - said.started_at).total_seconds(), limit_s),
        seen_at=ended_at,
        boot_id="",
        boot_s=0.0,
        last_seq=len(said.responses),
        void_reason="",
        granted_s=said.granted_s,
    )


def _count(sat: _Sat, rule: AttemptsRule) -> None:
    """Set the score that counts, as marking does."""
    graded = [
        (attempt, ResultRow(attempt_id=attempt.id, score=one.score, unmarked=one.unmarked))
        for attempt, one in zip(sat.attempts, sat.graded, strict=True)
    ]
    counting = counting_attempt(graded, rule)
    if counting is not None:
        attempt, _result = counting
        sat.sitting.counting_attempt_id, sat.sitting.score = attempt.id, final_score(graded, rule)
        sat.sitting.used_s, sat.sitting.submitted_at = round(attempt.used_s), attempt.ended_at


def _write_answers(session: Session, exam: LoadedExam, sat: Sequence[_Sat], *, marked: tuple[str, datetime]) -> None:
    """Frozen papers, responses, results and events: many rows, written without making an object of each.

    `marked`: who loads the file and when, which stands for who gave the marks in it.
    """
    rows = _Rows(session)
    orders = {name: list(range(len(one.question.options))) for name, one in exam.questions.items()}
    for one in sat:
        for attempt, graded in zip(one.attempts, one.graded, strict=True):
            _add_answers(rows, exam, one.paper, attempt, graded, orders=orders, marked=marked)
    rows.flush()


class _Rows:
    """Rows waiting to be written in large parts."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()
        self._waiting: dict[Table, list[dict[str, Any]]] = {}

    def add(self, kind: Any, **values: Any) -> None:
        """Add a row of a table's class."""
        waiting = self._waiting.setdefault(cast(Table, kind.__table__), [])
        waiting.append(values)
        if len(waiting) >= _ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        for table, values in self._waiting.items():
            self._connection.execute(insert(table), values)
        self._waiting.clear()


def _add_answers(
    rows: _Rows,
    exam: LoadedExam,
    paper: MonthPaper,
    attempt: AttemptRow,
    graded: GradedAttempt,
    *,
    orders: Mapping[str, list[int]],
    marked: tuple[str, datetime],
) -> None:
    said, ended_at = graded.attempt, attempt.ended_at
    for position, name in enumerate(paper.questions):
        rows.add(
            AttemptQuestionRow,
            attempt_id=attempt.id,
            position=position,
            revision_id=exam.revisions[name],
            option_order=orders[name],
            points=exam.questions[name].points,
            earned=graded.earned[position],
            marked_by=marked[0] if name in said.marks else "",
            marked_at=marked[1] if name in said.marks else None,
        )
        if name in said.responses:
            response = from_response(said.responses[name])
            rows.add(
                ResponseRow,
                attempt_id=attempt.id,
                position=position,
                response=response,
                is_marked=False,
                seq=position + 1,
                saved_at=ended_at,
            )
    rows.add(
        ResultRow,
        attempt_id=attempt.id,
        score=graded.score,
        answered=graded.answered,
        right=graded.right,
        unmarked=graded.unmarked,
        graded_at=ended_at,
    )
    rows.add(AttemptEventRow, attempt_id=attempt.id, at=attempt.started_at, event="started", details={"loaded": True})
    for number, one in enumerate(said.leavings, start=1):
        details = {"seconds": one.seconds, "number": number, "allowed": 0, "seq": number, "loaded": True}
        rows.add(AttemptEventRow, attempt_id=attempt.id, at=one.back_at, event=LEFT, details=details)
    rows.add(AttemptEventRow, attempt_id=attempt.id, at=ended_at, event=str(attempt.state), details={"loaded": True})

"""Short answers marked by the organiser: question by question, without names, every mark and change written down."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.exams import ExamState
from quizapp.core.grading import is_answered
from quizapp.core.key_points import KeyPoint, key_points, mark_fault
from quizapp.core.people import Actor
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
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
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services.attempt_records import note_event
from quizapp.services.exam_records import exam_row
from quizapp.services.log import record
from quizapp.services.marking import grade_attempt, grade_overdue, recount
from quizapp.services.rights import own_departments, refuse_beyond_unit

MARKED, MARK_CHANGED, MARK_UNDONE = "marked", "mark_changed", "mark_undone"
_ENDED = (AttemptState.SUBMITTED, AttemptState.EXPIRED)


@dataclass(frozen=True, slots=True)
class AnswerToMark:
    """One person's answer to a question; `earned` (hundredths) None until somebody has marked it."""

    attempt_id: int
    position: int
    name: str
    department: str
    text: str
    earned: int | None
    marked_by: str
    marked_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuestionToMark:
    """A question with all answers to it, in an order that tells nothing of who wrote them; `empty` ones earn 0."""

    revision_id: int
    stem: str
    key: str
    points: int
    key_points: tuple[KeyPoint, ...]
    answers: tuple[AnswerToMark, ...]
    empty: int

    @property
    def unmarked(self) -> int:
        """Answers that nobody has marked."""
        return sum(one.earned is None for one in self.answers)


@dataclass(frozen=True, slots=True)
class ExamMarking:
    """All that is to be marked, or was, of one test; `running`: people who are still writing."""

    exam_id: int
    title: str
    questions: tuple[QuestionToMark, ...]
    running: int

    @property
    def unmarked(self) -> int:
        """Answers that nobody has marked."""
        return sum(one.unmarked for one in self.questions)

    @property
    def total(self) -> int:
        """Answers in all, empty ones not counted."""
        return sum(len(one.answers) for one in self.questions)


class AnswerMarking:
    """Marking, as the organiser does it."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def marking(self, actor: Actor, exam_id: int) -> ExamMarking:
        """The answers of a test to be marked and those that are; a unit's administrator gets that unit's."""
        reading = self._read_clock()
        with self._database.read() as session:
            is_open = exam_row(session, exam_id).state == ExamState.PUBLISHED
        if is_open:
            with self._database.write() as session:
                grade_overdue(session, reading, exam_id)
        with self._database.read() as session:
            exam = exam_row(session, exam_id)
            if exam.state == ExamState.DRAFT:
                raise Conflict(_("这场考试还没有发布，没有答卷。"))
            rows = session.execute(_answers(exam_id)).all()
            own = own_departments(session, actor)
            rows = [row for row in rows if own is None or row[2].department_id in own]
            return ExamMarking(exam_id, exam.title, _questions(exam, rows), _running(session, exam_id, own))

    def mark(self, actor: Actor, attempt_id: int, position: int, points: int, *, reason: str = "") -> None:
        """Give an answer its points (hundredths); to change a mark takes a reason. The score follows at once."""
        reading = self._read_clock()
        with self._database.write() as session:
            place, attempt, due = _place(session, attempt_id, position)
            refuse_beyond_unit(session, actor, [due.department_id])
            if fault := mark_fault(points, place.points):
                raise UserError(fault)
            former = place.earned if place.marked_at is not None else None
            before = _whose(place)
            if former == points:
                return
            if former is not None and not reason.strip():
                raise UserError(_("请写明改分的原因：它会记入日志，便于以后说明。"))
            place.earned, place.marked_by, place.marked_at = points, actor.name, reading.wall_at
            event = MARKED if former is None else MARK_CHANGED
            details = {"position": position, "points": points, "former": former, **before}
            _follow_up(session, reading, actor, (attempt, due), (event, reason.strip(), details))

    def undo(self, actor: Actor, attempt_id: int, position: int) -> None:
        """Take back one's own last mark of an answer: it is unmarked again, or has the points it had before."""
        reading = self._read_clock()
        with self._database.write() as session:
            place, attempt, due = _place(session, attempt_id, position)
            refuse_beyond_unit(session, actor, [due.department_id])
            last = _last_event(session, attempt_id, position)
            if place.marked_by != actor.name or last is None or last.event == MARK_UNDONE:
                raise Conflict(_("这份作答的评分已有变化，不能撤销：请刷新。"))
            former, at = last.details["former"], last.details.get("former_at", "")
            details = {"position": position, "points": former, "former": place.earned, **_whose(place)}
            place.earned = former
            if former is None:
                place.marked_by, place.marked_at = "", None
            elif at:
                place.marked_by, place.marked_at = last.details["former_by"], datetime.fromisoformat(at)
            _follow_up(session, reading, actor, (attempt, due), (MARK_UNDONE, "", details))


def _whose(place: AttemptQuestionRow) -> dict[str, str]:
    """Who gave a mark and when, as an event keeps it for the way back."""
    return {"former_by": place.marked_by, "former_at": place.marked_at.isoformat() if place.marked_at else ""}


def marking_counts(session: Session) -> dict[int, tuple[int, int]]:
    """How many answers of each test wait to be marked by a person, and how many are."""
    is_open = AttemptQuestionRow.earned.is_(None)
    wanted = (
        select(DuePersonRow.exam_id, func.sum(case((is_open, 1), else_=0)), func.count())
        .join(SittingRow, SittingRow.due_id == DuePersonRow.id)
        .join(AttemptRow, AttemptRow.sitting_id == SittingRow.id)
        .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.state.in_(_ENDED), or_(is_open, AttemptQuestionRow.marked_at.is_not(None)))
        .group_by(DuePersonRow.exam_id)
    )
    return {exam_id: (waiting, total - waiting) for exam_id, waiting, total in session.execute(wanted).all()}


def _answers(exam_id: int) -> Select[Any]:
    return (
        select(AttemptQuestionRow, RevisionRow, DuePersonRow, ResponseRow.response)
        .join(RevisionRow, RevisionRow.id == AttemptQuestionRow.revision_id)
        .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .outerjoin(
            ResponseRow,
            (ResponseRow.attempt_id == AttemptQuestionRow.attempt_id)
            & (ResponseRow.position == AttemptQuestionRow.position),
        )
        .where(
            DuePersonRow.exam_id == exam_id, AttemptRow.state.in_(_ENDED), RevisionRow.kind == Kind.SHORT_ANSWER.value
        )
    )


def _questions(exam: ExamRow, rows: Sequence[Any]) -> tuple[QuestionToMark, ...]:
    """The questions in the order of their numbers in the bank, each with its answers."""
    found: dict[tuple[int, int], QuestionToMark] = {}
    answers: dict[tuple[int, int], list[AnswerToMark]] = {}
    for place, revision, due, response in rows:
        at = revision.id, place.points
        if at not in found:
            points = key_points(str(revision.key))
            found[at] = QuestionToMark(revision.id, revision.stem, str(revision.key), place.points, points, (), 0)
        if not is_answered(response):
            found[at] = replace(found[at], empty=found[at].empty + 1)
            continue
        answers.setdefault(at, []).append(
            AnswerToMark(
                attempt_id=place.attempt_id,
                position=place.position,
                name=due.name,
                department=" / ".join(due.department),
                text=str(response),
                earned=place.earned,
                marked_by=place.marked_by,
                marked_at=place.marked_at,
            )
        )
    seed = exam.seed

    def at_random(one: AnswerToMark) -> str:
        return hashlib.sha256(f"{seed}/{one.attempt_id}/{one.position}".encode()).hexdigest()

    return tuple(replace(found[at], answers=tuple(sorted(answers.get(at, ()), key=at_random))) for at in sorted(found))


def _running(session: Session, exam_id: int, own: frozenset[int] | None) -> int:
    """How many still write, of the departments `own` (None: of all)."""
    wanted = (
        select(DuePersonRow.department_id)
        .select_from(AttemptRow)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id, AttemptRow.state == AttemptState.RUNNING)
    )
    return sum(own is None or department_id in own for department_id in session.scalars(wanted))


def _place(session: Session, attempt_id: int, position: int) -> tuple[AttemptQuestionRow, AttemptRow, DuePersonRow]:
    """An answered short answer of an attempt that has ended; Conflict where there is none."""
    wanted = (
        select(AttemptQuestionRow, AttemptRow, DuePersonRow, ResponseRow.response)
        .join(RevisionRow, RevisionRow.id == AttemptQuestionRow.revision_id)
        .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .join(
            ResponseRow,
            (ResponseRow.attempt_id == AttemptQuestionRow.attempt_id)
            & (ResponseRow.position == AttemptQuestionRow.position),
        )
        .where(
            AttemptQuestionRow.attempt_id == attempt_id,
            AttemptQuestionRow.position == position,
            RevisionRow.kind == Kind.SHORT_ANSWER.value,
            AttemptRow.state.in_(_ENDED),
        )
    )
    row = session.execute(wanted).one_or_none()
    if row is None or not is_answered(row[3]):
        raise Conflict(_("这份作答不能评分（已作废、未交卷或没有作答）：请刷新。"))
    return row[0], row[1], row[2]


def _last_event(session: Session, attempt_id: int, position: int) -> AttemptEventRow | None:
    """What was done last to the mark of an answer."""
    wanted = select(AttemptEventRow).where(
        AttemptEventRow.attempt_id == attempt_id, AttemptEventRow.event.in_((MARKED, MARK_CHANGED, MARK_UNDONE))
    )
    events = session.scalars(wanted.order_by(AttemptEventRow.id.desc()))
    return next((one for one in events if one.details["position"] == position), None)


def _follow_up(
    session: Session,
    reading: ClockReading,
    actor: Actor,
    whose: tuple[AttemptRow, DuePersonRow],
    what: tuple[str, str, dict[str, Any]],
) -> None:
    """The score and what it decides, and both records of the act."""
    (attempt, due), (event, reason, details) = whose, what
    session.flush()
    grade_attempt(session, attempt, reading)
    recount(session, session.get_one(SittingRow, attempt.sitting_id))
    note_event(session, attempt.id, reading, event, who=actor.name, reason=reason, **details)
    said = {name: value for name, value in details.items() if name != "position"}
    said |= {"attempt": attempt.id, "question": details["position"] + 1}
    record(session, reading.wall_at, actor, f"answer.{event}", due.name, reason=reason, details=said)

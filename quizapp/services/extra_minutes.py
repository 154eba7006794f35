"""More time for single people, for age or a disability: on the due list of one test, before they start."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.monthly import Status
from quizapp.core.people import EXTRA_MINUTES_MOST, Actor
from quizapp.db.tables import DuePersonRow, ExamRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services.log import record
from quizapp.services.question_records import chunks


@dataclass(frozen=True, slots=True)
class DuePerson:
    """One person on the due list of a test; who has started keeps the time given at the start."""

    due_id: int
    number: str
    name: str
    department: str
    category: str
    extra_minutes: int
    has_started: bool


@dataclass(frozen=True, slots=True)
class ExtraMinutes:
    """What is decided about some people of a test's due list."""

    due_ids: tuple[int, ...]
    minutes: int
    reason: str


def check_extra_minutes(minutes: int) -> None:
    """Raise UserError where so much more time cannot be given."""
    if not 0 <= minutes <= EXTRA_MINUTES_MOST:
        raise UserError(_("延时应为 0 至 {most} 分钟。").format(most=EXTRA_MINUTES_MOST))


def due_people(session: Session, exam_id: int) -> list[DuePerson]:
    """Everybody on the due list of a test, in its order."""
    wanted = select(DuePersonRow).where(DuePersonRow.exam_id == exam_id).order_by(DuePersonRow.id)
    return [
        DuePerson(
            due_id=row.id,
            number=row.number,
            name=row.name,
            department=" / ".join(row.department),
            category=row.category,
            extra_minutes=row.extra_minutes,
            has_started=row.status == Status.SAT,
        )
        for row in session.scalars(wanted)
    ]


def set_extra_minutes(session: Session, now: datetime, actor: Actor, exam: ExamRow, decided: ExtraMinutes) -> int:
    """Give people of a test more time, or raise and change nobody; returns how many changed."""
    check_extra_minutes(decided.minutes)
    if not decided.reason.strip():
        raise UserError(_("请写明原因：它会记入日志，便于以后说明。"))
    rows: list[DuePersonRow] = []
    for part in chunks(list(dict.fromkeys(decided.due_ids))):
        wanted = select(DuePersonRow).where(DuePersonRow.exam_id == exam.id, DuePersonRow.id.in_(part))
        rows += session.scalars(wanted)
    if len(rows) != len(set(decided.due_ids)):
        raise Conflict(_("应考名单已有变化：请刷新后重新选择。"))
    started = [row.name for row in rows if row.status == Status.SAT]
    if started:
        words = _("{names} 已经开始作答，不能再改延时。请刷新后重新选择。")
        raise Conflict(words.format(names=_("、").join(started[:5])))
    changed = [row for row in rows if row.extra_minutes != decided.minutes]
    people = [{"number": row.number, "name": row.name, "from": row.extra_minutes} for row in changed]
    for row in changed:
        row.extra_minutes = decided.minutes
    if changed:
        details = {"minutes": decided.minutes, "people": people}
        record(session, now, actor, "exam.extra_minutes", exam.title, reason=decided.reason.strip(), details=details)
    return len(changed)

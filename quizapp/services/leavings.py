"""Leaving the window of a test, on record with when and how long; only of tests that say so beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.desk import LeavingReceipt
from quizapp.core.exams import ExamDefinition
from quizapp.core.leavings import LONGEST_S, Leaving
from quizapp.core.monthly import DueRow
from quizapp.db.tables import AttemptEventRow, AttemptRow, DuePersonRow, SittingRow
from quizapp.errors import NotAllowed
from quizapp.i18n import _
from quizapp.services.attempt_records import OPENED_AGAIN, note_event

LEFT = "left"


def note_leaving(
    session: Session,
    definition: ExamDefinition,
    attempt: AttemptRow,
    reading: ClockReading,
    *,
    seconds: float,
    seq: int,
) -> LeavingReceipt:
    """Put one leaving on record unless its number is there already; the answer says which number it is.

    An attempt that has just ended takes it as well: who was away when the time ran out was away.
    """
    if not definition.records_leaving:
        raise NotAllowed(_("这场考试不记录离开窗口。"))
    known = [row.details for row in _events(session, attempt.id)]
    allowed = allowed_leavings(session, definition, attempt.id)
    for number, details in enumerate(known, start=1):
        if details.get("seq") == seq:
            return LeavingReceipt(number, allowed)
    number = len(known) + 1
    away_s = round(min(max(seconds, 0.0), LONGEST_S))
    note_event(session, attempt.id, reading, LEFT, seconds=away_s, number=number, allowed=allowed, seq=seq)
    return LeavingReceipt(number, allowed)


def allowed_leavings(session: Session, definition: ExamDefinition, attempt_id: int) -> int:
    """How often an attempt's window may be left, 0 for as often as one likes.

    Where the organiser opened the attempt again, what came before is forgiven: else it would be handed in at once.
    """
    if not definition.leavings_allowed:
        return 0
    events = select(AttemptEventRow.id).where(AttemptEventRow.attempt_id == attempt_id)
    opened = session.scalar(events.where(AttemptEventRow.event == OPENED_AGAIN).order_by(AttemptEventRow.id.desc()))
    forgiven = sum(row.id < (opened or 0) for row in _events(session, attempt_id))
    return definition.leavings_allowed + forgiven


def leavings_of(session: Session, attempt_id: int) -> list[Leaving]:
    """Every leaving of an attempt, in its order."""
    return [Leaving(row.at, row.details["seconds"]) for row in _events(session, attempt_id)]


def with_leavings(session: Session, exam_id: int, rows: Sequence[DueRow]) -> list[DueRow]:
    """The due people with how often each left the window of the attempt that counts."""
    wanted = (
        select(AttemptEventRow.attempt_id, func.count())
        .join(AttemptRow, AttemptRow.id == AttemptEventRow.attempt_id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id, AttemptEventRow.event == LEFT)
        .group_by(AttemptEventRow.attempt_id)
    )
    counts: dict[int, int] = {row[0]: row[1] for row in session.execute(wanted)}
    return [replace(row, leavings=counts.get(row.attempt_id or 0, 0)) for row in rows]


def left_words(details: Mapping[str, Any]) -> str:
    """One leaving in words, and what came of it where that is the end of the test."""
    number, allowed = details["number"], details["allowed"]
    if 0 < allowed < number:
        words = _("离开考试窗口 {seconds} 秒（第 {number} 次），超过允许的 {allowed} 次，因此自动交卷")
    else:
        words = _("离开考试窗口 {seconds} 秒（第 {number} 次）")
    return words.format(seconds=details["seconds"], number=number, allowed=allowed)


def _events(session: Session, attempt_id: int) -> list[AttemptEventRow]:
    wanted = select(AttemptEventRow).where(AttemptEventRow.attempt_id == attempt_id, AttemptEventRow.event == LEFT)
    return list(session.scalars(wanted.order_by(AttemptEventRow.id)))

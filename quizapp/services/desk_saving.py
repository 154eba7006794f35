"""Keeping one answer: the desk's hottest statement, on a bare connection and as few statements as will do."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, case, insert, select, update

from quizapp.clock import ClockReading
from quizapp.core.attempts import CLOCK_TOLERANCE_S, GRACE_S, AttemptState, TimeUsed, advance, time_left_s
from quizapp.core.desk import SaveReceipt
from quizapp.core.grading import Response
from quizapp.core.questions import Kind
from quizapp.db.tables import (
    AttemptEventRow,
    AttemptQuestionRow,
    AttemptRow,
    DuePersonRow,
    LateResponseRow,
    ResponseRow,
    RevisionRow,
    SittingRow,
    TokenRow,
)
from quizapp.errors import UserError
from quizapp.i18n import _
from quizapp.services.absences import AWAY, silence
from quizapp.services.attempt_records import as_stored, from_response
from quizapp.services.tokens import hash_token, may_act, signed_out

_WANTED = (
    select(
        TokenRow.expires_at,
        AttemptRow.state,
        AttemptRow.started_at,
        AttemptRow.deadline_at,
        AttemptRow.used_s,
        AttemptRow.seen_at,
        AttemptRow.boot_id,
        AttemptRow.boot_s,
        AttemptQuestionRow.option_order,
        RevisionRow.kind,
        ResponseRow.seq,
        AttemptQuestionRow.marked_at,
    )
    .select_from(AttemptRow)
    .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
    .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
    .join(TokenRow, TokenRow.person_id == DuePersonRow.person_id)
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .join(RevisionRow, RevisionRow.id == AttemptQuestionRow.revision_id)
    .outerjoin(
        ResponseRow,
        (ResponseRow.attempt_id == AttemptRow.id) & (ResponseRow.position == AttemptQuestionRow.position),
    )
    .where(
        AttemptRow.id == bindparam("attempt"),
        AttemptQuestionRow.position == bindparam("place"),
        TokenRow.token_hash == bindparam("token"),
    )
)
_SAVE_NUMBER: Any = bindparam("save_number")
_CLOCK = (
    update(AttemptRow)
    .where(AttemptRow.id == bindparam("attempt"))
    .values(
        used_s=bindparam("used"),
        seen_at=bindparam("seen"),
        boot_id=bindparam("boot"),
        boot_s=bindparam("clock"),
        last_seq=case((AttemptRow.last_seq < _SAVE_NUMBER, _SAVE_NUMBER), else_=AttemptRow.last_seq),
    )
)
_CHANGE = (
    update(ResponseRow)
    .where(ResponseRow.attempt_id == bindparam("attempt"), ResponseRow.position == bindparam("place"))
    .values(
        response=bindparam("answer"),
        is_marked=bindparam("new_mark"),
        seq=bindparam("save_number"),
        saved_at=bindparam("at"),
    )
)


def save_answer(
    connection: Connection,
    reading: ClockReading,
    token: str,
    attempt_id: int,
    *,
    position: int,
    response: Response,
    seq: int,
    marked: bool,
    watches: bool = True,
) -> SaveReceipt:
    """Write one answer unless a later one stands there already; one that comes too late is laid aside, not lost.

    `response` numbers options as shown. UserError where it does not fit the question or the attempt is void.
    `watches`: note where nothing was heard of the attempt for long (there are heartbeats between answers).
    """
    wanted = {"attempt": attempt_id, "place": position, "token": hash_token(token)}
    row = connection.execute(_WANTED, wanted).one_or_none()
    if row is None or not may_act(row.expires_at, row.state, reading.wall_at):
        raise signed_out()
    stored = _stored(row, response)
    seen = ClockReading(row.seen_at, row.boot_id, row.boot_s)
    before = TimeUsed(row.used_s, seen, row.started_at)
    used = advance(before, reading)
    left_s = time_left_s(row.started_at, row.deadline_at, used.used_s)
    limit_s = (row.deadline_at - row.started_at).total_seconds()
    if row.state != AttemptState.RUNNING or used.used_s > limit_s + GRACE_S:
        _lay_aside(connection, reading, attempt_id, position=position, stored=stored, seq=seq)
        _note(connection, reading, attempt_id, "laid_aside", {"position": position})
        return SaveReceipt(position=position, seq=seq, time_left_s=0.0, is_late=True)
    if row.seq is None or seq > row.seq:
        if row.marked_at is not None:
            _forget_mark(connection, reading, attempt_id, position=position, stored=stored)
        _write(connection, reading, attempt_id, position=position, stored=stored, seq=seq, marked=marked, row=row)
        if used.used_s > limit_s:
            late = {"position": position, "late_s": round(used.used_s - limit_s, 1)}
            _note(connection, reading, attempt_id, "late_answer", late)
    if watches and (gap := silence(before, reading, limit_s)) is not None:
        _note(connection, reading, attempt_id, AWAY, gap)
    _keep_clock(connection, used, attempt_id, seq)
    return SaveReceipt(position=position, seq=seq, time_left_s=left_s)


def _stored(row: Any, response: Response) -> Any:
    order: Sequence[int] = row.option_order
    try:
        return from_response(as_stored(Kind(row.kind), response, order))
    except ValueError as error:
        raise UserError(_("这个答案与题型不符，没有保存：请重新选择。")) from error


def _write(
    connection: Connection,
    reading: ClockReading,
    attempt_id: int,
    *,
    position: int,
    stored: Any,
    seq: int,
    marked: bool,
    row: Any,
) -> None:
    if row.seq is None:
        values = {
            "attempt_id": attempt_id,
            "position": position,
            "response": stored,
            "is_marked": marked,
            "seq": seq,
            "saved_at": reading.wall_at,
        }
        connection.execute(insert(ResponseRow), values)
        return
    values = {
        "attempt": attempt_id,
        "place": position,
        "answer": stored,
        "new_mark": marked,
        "save_number": seq,
        "at": reading.wall_at,
    }
    connection.execute(_CHANGE, values)


def _forget_mark(connection: Connection, reading: ClockReading, attempt_id: int, *, position: int, stored: Any) -> None:
    """Take the mark off an answer that is changed after a sheet was reopened: it was given for other words."""
    at_place = (ResponseRow.attempt_id == attempt_id) & (ResponseRow.position == position)
    if connection.scalar(select(ResponseRow.response).where(at_place)) == stored:
        return
    marked = (AttemptQuestionRow.attempt_id == attempt_id) & (AttemptQuestionRow.position == position)
    connection.execute(update(AttemptQuestionRow).where(marked).values(earned=None, marked_by="", marked_at=None))
    _note(connection, reading, attempt_id, "mark_dropped", {"position": position})


def _keep_clock(connection: Connection, used: TimeUsed, attempt_id: int, seq: int) -> None:
    reading = used.reading
    if abs(used.jump_s) > CLOCK_TOLERANCE_S:
        details = {"jump_s": round(used.jump_s, 1), "used_s": round(used.used_s, 1)}
        _note(connection, reading, attempt_id, "clock_jump", details)
    values = {
        "attempt": attempt_id,
        "used": used.used_s,
        "seen": reading.wall_at,
        "boot": reading.boot_id,
        "clock": reading.boot_s,
        "save_number": seq,
    }
    connection.execute(_CLOCK, values)


def _note(connection: Connection, reading: ClockReading, attempt_id: int, event: str, details: dict[str, Any]) -> None:
    values = {"attempt_id": attempt_id, "at": reading.wall_at, "event": event, "details": details}
    connection.execute(insert(AttemptEventRow), values)


def _lay_aside(
    connection: Connection, reading: ClockReading, attempt_id: int, *, position: int, stored: Any, seq: int
) -> None:
    values = {
        "attempt_id": attempt_id,
        "position": position,
        "response": stored,
        "seq": seq,
        "received_at": reading.wall_at,
    }
    connection.execute(insert(LateResponseRow), values)

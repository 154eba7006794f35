"""An attempt that has ended is opened again: its result withdrawn, its clock going on from what was left."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState, advance
from quizapp.core.lost_time import Outage
from quizapp.db.tables import AttemptEventRow, AttemptQuestionRow, AttemptRow, ExamRow, ResultRow, SittingRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services.attempt_records import OPENED_AGAIN, note_event, time_used
from quizapp.services.attempts import check_reason
from quizapp.services.desk_outcome import was_ever_reviewed
from quizapp.services.granting import Act, MoreTime, check_minutes, outage_details
from quizapp.services.hall_records import Place
from quizapp.services.log import record
from quizapp.services.marking import recount

_ENDED = (AttemptState.SUBMITTED, AttemptState.EXPIRED)


def open_again(act: Act, place: Place, minutes: int, *, more: MoreTime, outage: Outage | None = None) -> int:
    """Make an ended attempt run again, its deadline still to be set; returns the minutes added.

    The time since its end is granted and counted as used alike: what was left is what is left.
    """
    check_reason(more.reason)
    check_minutes(minutes, least=0)
    session, reading, actor = act.session, act.reading, act.actor
    attempt, due = place
    _check_may_go_on(session, act.exam, attempt, minutes)
    gap_s = round(advance(time_used(attempt), reading).used_s - attempt.used_s + _over_s(session, attempt))
    attempt.used_s += gap_s
    attempt.granted_s += gap_s + minutes * 60
    attempt.seen_at, attempt.boot_id, attempt.boot_s = reading.wall_at, reading.boot_id, reading.boot_s
    attempt.state = AttemptState.RUNNING
    attempt.ended_at = None
    details = {"minutes": minutes, "seconds": minutes * 60, "gap_s": gap_s, "who": actor.name}
    details |= {"reason": more.reason.strip(), **_withdraw_result(session, attempt), **outage_details(outage)}
    note_event(session, attempt.id, reading, OPENED_AGAIN, **details)
    recount(session, session.get_one(SittingRow, attempt.sitting_id))
    record(session, reading.wall_at, actor, "attempt.reopen", due.name, reason=more.reason.strip(), details=details)
    return minutes


def _check_may_go_on(session: Session, exam: ExamRow, attempt: AttemptRow, minutes: int) -> None:
    if attempt.state not in _ENDED:
        raise Conflict(_("这次作答没有结束或已经作废，不能重开：请刷新列表。"))
    if was_ever_reviewed(session, exam):
        raise UserError(_("已有人查看过答卷和答案，不能重开。可以作废这次作答，另行安排补考。"))
    running = select(AttemptRow.id).where(
        AttemptRow.sitting_id == attempt.sitting_id, AttemptRow.state == AttemptState.RUNNING
    )
    if session.scalar(running.limit(1)) is not None:
        raise Conflict(_("这个人正在进行另一次作答，不能重开。"))
    left_s = (attempt.deadline_at - attempt.started_at).total_seconds() - attempt.used_s
    if left_s + minutes * 60 <= 0:
        raise UserError(_("原来的时间已经用完：请填写要加的分钟数。"))


def _over_s(session: Session, attempt: AttemptRow) -> float:
    """How long the time had been over when the attempt was ended: its clock stands at its limit since."""
    ends = (AttemptState.EXPIRED.value, AttemptState.SUBMITTED.value)
    wanted = select(AttemptEventRow.details).where(
        AttemptEventRow.attempt_id == attempt.id, AttemptEventRow.event.in_(ends)
    )
    details = session.scalar(wanted.order_by(AttemptEventRow.id.desc()).limit(1)) or {}
    return float(details.get("over_s", 0.0))


def _withdraw_result(session: Session, attempt: AttemptRow) -> dict[str, object]:
    """Take the result away; what it was is kept in words that are never lost.

    Points given by hand stay with their answer: they go as soon as its words are changed.
    """
    result = session.get(ResultRow, attempt.id)
    asked = list(session.scalars(select(AttemptQuestionRow).where(AttemptQuestionRow.attempt_id == attempt.id)))
    for one in asked:
        if one.marked_at is None:
            one.earned = None
    if result is None:
        return {}
    kept: dict[str, object] = {"score": result.score, "answered": result.answered, "right": result.right}
    session.delete(result)
    session.flush()
    return kept

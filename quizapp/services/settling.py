"""Settling who did not sit: 缺考, 缓考 or 免考, with the reason, many at once; put back where it was wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.exams import ExamState
from quizapp.core.monthly import Status
from quizapp.core.people import Actor
from quizapp.db.tables import DuePersonRow, ExamRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services.exam_records import exam_row
from quizapp.services.log import record
from quizapp.services.question_records import chunks
from quizapp.services.rights import refuse_beyond_unit

_PUT_BACK = (Status.NOT_YET, Status.UNSETTLED)
_NEED_REASON = (Status.DEFERRED, Status.EXEMPT)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is decided about some people of a test's due list."""

    due_ids: tuple[int, ...]
    status: Status
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """Who was settled as what, and what they were before."""

    due_id: int
    status: Status
    reason: str
    status_before: Status
    reason_before: str


def settle_people(
    session: Session, now: datetime, actor: Actor, exam_id: int, settlement: Settlement
) -> tuple[Settled, ...]:
    """Carry a settlement out, or raise and change nobody; returns who changed."""
    exam = exam_row(session, exam_id)
    status = _status(exam, settlement)
    people = _people(session, exam_id, settlement.due_ids)
    _refuse_who_sat(people)
    refuse_beyond_unit(session, actor, [person.department_id for person in people])
    is_put_back = status in _PUT_BACK
    reason = "" if is_put_back else settlement.reason
    changed = [person for person in people if (person.status, person.reason) != (status, reason)]
    details = {
        "status": status.value,
        "people": [{"number": one.number, "name": one.name, "from": one.status} for one in changed],
    }
    settled = tuple(Settled(one.id, status, reason, Status(one.status), one.reason) for one in changed)
    for person in changed:
        person.status, person.reason = status, reason
        person.settled_by = "" if is_put_back else actor.name
        person.settled_at = None if is_put_back else now
    if changed:
        record(session, now, actor, "results.settle", exam.title, reason=reason, details=details)
    return settled


def take_back(session: Session, now: datetime, actor: Actor, exam_id: int, settled: Sequence[Settled]) -> int:
    """Give people the status of before; who has another by now than they were settled as keeps it."""
    people = {one.id: (one.status, one.reason) for one in _people(session, exam_id, [one.due_id for one in settled])}
    before: dict[tuple[Status, str], list[int]] = {}
    for one in settled:
        if people[one.due_id] == (one.status, one.reason):
            before.setdefault((one.status_before, one.reason_before), []).append(one.due_id)
    settlements = [Settlement(tuple(ids), status, reason) for (status, reason), ids in before.items()]
    return sum(len(settle_people(session, now, actor, exam_id, one)) for one in settlements)


def _status(exam: ExamRow, settlement: Settlement) -> Status:
    """The status to set: whoever is put back is 未考 while the test goes on, 待核实 once it is closed."""
    is_closed = exam.state == ExamState.CLOSED
    if exam.state == ExamState.DRAFT:
        raise Conflict(_("这场考试还没有发布，没有应考名单。"))
    if settlement.status is Status.SAT:
        raise UserError(_("“实考”由程序按作答记录填写，不能手工设置。"))
    if settlement.status in _PUT_BACK:
        return Status.UNSETTLED if is_closed else Status.NOT_YET
    if settlement.status is Status.ABSENT and not is_closed:
        raise UserError(_("考试还没有结束，不能记为缺考。请先结束考试。"))
    if settlement.status in _NEED_REASON and not settlement.reason:
        raise UserError(_("请填写{status}的原因，如出车、值班、病假。").format(status=settlement.status.label))
    return settlement.status


def _people(session: Session, exam_id: int, due_ids: Sequence[int]) -> list[DuePersonRow]:
    wanted = list(dict.fromkeys(due_ids))
    found: list[DuePersonRow] = []
    for part in chunks(wanted):
        rows = select(DuePersonRow).where(DuePersonRow.exam_id == exam_id, DuePersonRow.id.in_(part))
        found += session.scalars(rows)
    if len(found) != len(wanted):
        raise Conflict(_("应考名单已有变化：请刷新后重新选择。"))
    return sorted(found, key=lambda person: person.id)


def _refuse_who_sat(people: Sequence[DuePersonRow]) -> None:
    sat = [person.name for person in people if person.status == Status.SAT]
    if sat:
        words = _("{names} 已参加考试，不能改为其他状态。请刷新后重新选择。")
        raise Conflict(words.format(names=_("、").join(sat[:5])))

"""Imports of question banks as batches: what each brought, and taking one back while nothing stands on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, aliased

from quizapp.core.people import Actor
from quizapp.db.tables import AttemptQuestionRow, BankRow, BatchRow, ExamPaperRow, QuestionRow, RevisionRow
from quizapp.errors import Conflict
from quizapp.i18n import _
from quizapp.services import log
from quizapp.services.picture_records import digests_in_batch, forget_unused
from quizapp.services.practice_records import forget_questions
from quizapp.services.question_records import QuestionState, chunks, point_to_revisions

BATCH_KIND = "bank"
MADE_BANK = "made_bank"  # among a batch's counts: the bank was made for it
_BANK_NAME = "bank_name"  # likewise: what the bank was called that went with its only import
_NAMES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of a bank; `may_undo`: no test and no later batch used what it brought.

    Of the `changed` ones `replaced` have another text than before; `in_review` are not drawn until they are approved.
    """

    id: int
    bank_id: int
    bank_name: str
    file_name: str
    at: datetime
    who: str
    new: int
    changed: int
    is_undone: bool
    may_undo: bool
    replaced: int = 0
    in_review: int = 0


def list_batches(session: Session, bank_id: int | None) -> list[Batch]:
    """Imports, newest first."""
    wanted = _batches()
    if bank_id is not None:
        wanted = wanted.where(BatchRow.bank_id == bank_id)
    return [_batch(session, row, name) for row, name in session.execute(wanted).all()]


def one_batch(session: Session, batch_id: int) -> Batch:
    """One import."""
    row, name = session.execute(_batches().where(BatchRow.id == batch_id)).one()
    return _batch(session, row, name)


def _batches() -> Any:
    return (
        select(BatchRow, BankRow.name)
        .outerjoin(BankRow, BankRow.id == BatchRow.bank_id)
        .where(BatchRow.kind == BATCH_KIND)
        .order_by(BatchRow.id.desc())
    )


def _batch(session: Session, row: BatchRow, bank_name: str | None) -> Batch:
    return Batch(
        id=row.id,
        bank_id=row.bank_id or 0,
        bank_name=bank_name if bank_name is not None else row.counts.get(_BANK_NAME, ""),
        file_name=row.file_name,
        at=row.at,
        who=row.who,
        new=row.counts["new"],
        changed=row.counts["changed"],
        is_undone=row.undone_at is not None,
        may_undo=_hindrance(session, row) is None,
        replaced=row.counts.get("replaced", 0),
        in_review=row.counts.get("in_review", 0),
    )


def undo(session: Session, now: datetime, actor: Actor, batch_id: int) -> None:
    """Take an import back; Conflict with the reason where a test, a later batch or an edit stands on it."""
    batch = session.get(BatchRow, batch_id)
    if batch is None or batch.kind != BATCH_KIND:
        raise Conflict(_("这次导入已不存在：请刷新列表。"))
    reason = _hindrance(session, batch)
    if reason is not None:
        raise Conflict(reason)
    brought = _brought(session, batch_id)
    pictures = digests_in_batch(session, batch_id)
    _restore(session, [question_id for _id, question_id, number in brought if number > 1])
    for question_id, name in batch.counts.get("replaced_from", []):
        session.execute(update(QuestionRow).where(QuestionRow.id == question_id).values(identity=name))
    _restore_states(session, batch.counts.get("stopped_ids", []))
    session.execute(delete(RevisionRow).where(RevisionRow.batch_id == batch_id))
    gone = [question_id for _id, question_id, number in brought if number == 1]
    forget_questions(session, gone)
    for part in chunks(gone):
        session.execute(delete(QuestionRow).where(QuestionRow.id.in_(part)))
    forget_unused(session, pictures)
    batch.undone_at = now
    details = {"batch": batch_id, "new": batch.counts["new"], "changed": batch.counts["changed"]}
    log.record(session, now, actor, "bank.undo_import", batch.file_name, details=details)
    if batch.counts.get(MADE_BANK):
        session.flush()
        _forget_empty_bank(session, batch)


def _forget_empty_bank(session: Session, batch: BatchRow) -> None:
    """A bank that an import made goes with it, unless something else is in it or counts on it."""
    bank = session.get(BankRow, batch.bank_id)
    if bank is None or session.scalar(select(QuestionRow.id).where(QuestionRow.bank_id == bank.id).limit(1)):
        return
    batches = list(session.scalars(select(BatchRow).where(BatchRow.bank_id == bank.id)))
    blueprints = session.scalars(select(ExamPaperRow.blueprint))
    if any(one.undone_at is None for one in batches) or any(bank.id in one["bank_ids"] for one in blueprints):
        return
    for one in batches:
        one.counts = one.counts | {_BANK_NAME: bank.name}
        one.bank_id = None
    session.flush()
    session.delete(bank)


def _restore(session: Session, question_ids: Sequence[int]) -> None:
    """Put questions back to the revision before their last one; nothing came after it, or there were a hindrance."""
    before: dict[int, int] = {}
    for part in chunks(question_ids):
        wanted = (
            select(RevisionRow.question_id, RevisionRow.id, QuestionRow.revision_id)
            .join(QuestionRow, QuestionRow.id == RevisionRow.question_id)
            .where(RevisionRow.question_id.in_(part), RevisionRow.id != QuestionRow.revision_id)
            .order_by(RevisionRow.number)
        )
        before.update({row[0]: row[1] for row in session.execute(wanted)})
    point_to_revisions(session, before)


def _restore_states(session: Session, runs: Sequence[Sequence[int]]) -> None:
    """Questions that were in use before are drawn again, unless somebody retired them since."""
    for first, last in runs:
        waits = QuestionRow.id.between(first, last) & (QuestionRow.state == QuestionState.REVIEW.value)
        session.execute(update(QuestionRow).where(waits).values(state=QuestionState.ACTIVE.value))


def _brought(session: Session, batch_id: int) -> list[tuple[int, int, int]]:
    """The revisions of a batch, as (id, question's id, number)."""
    wanted = select(RevisionRow.id, RevisionRow.question_id, RevisionRow.number)
    rows = session.execute(wanted.where(RevisionRow.batch_id == batch_id).order_by(RevisionRow.id))
    return [(row[0], row[1], row[2]) for row in rows]


def _hindrance(session: Session, batch: BatchRow) -> str | None:
    """Why a batch cannot be taken back, in words; None: it can."""
    if batch.undone_at is not None:
        return _("这次导入已经撤销过了。")
    if _was_asked(session, batch.id):
        return _("考试已用到这次导入的题目，不能撤销。不要的题目可以停用。")
    if _was_revised(session, batch.id):
        return _("这次导入的题目后来又有改动，不能撤销。不要的题目可以停用。")
    if _is_there_again(session, batch):
        return _("这次导入替换掉的原题，后来又加进了题库，不能撤销。")
    if _is_in_later_file(session, batch):
        return _("后来导入的文件里也有这些题目：请先撤销后来的导入。")
    return None


def _was_asked(session: Session, batch_id: int) -> bool:
    """Whether an attempt holds one of its questions, or a published test may draw one."""
    asked = (
        select(AttemptQuestionRow.revision_id)
        .join(RevisionRow, RevisionRow.id == AttemptQuestionRow.revision_id)
        .where(RevisionRow.batch_id == batch_id)
    )
    if session.execute(asked.limit(1)).first() is not None:
        return True
    pooled = {revision for pool in session.scalars(select(ExamPaperRow.pool)) for revision in pool}
    return bool(pooled) and any(revision in pooled for revision, _question, _number in _brought(session, batch_id))


def _was_revised(session: Session, batch_id: int) -> bool:
    later = aliased(RevisionRow)
    wanted = (
        select(later.id)
        .join(RevisionRow, later.question_id == RevisionRow.question_id)
        .where(RevisionRow.batch_id == batch_id, later.number > RevisionRow.number)
    )
    return session.execute(wanted.limit(1)).first() is not None


def _is_there_again(session: Session, batch: BatchRow) -> bool:
    """Whether a text that this import replaced came back as another question: undoing would make two of it."""
    former = [name for _question, name in batch.counts.get("replaced_from", [])]
    for start in range(0, len(former), _NAMES_AT_ONCE):
        part = former[start : start + _NAMES_AT_ONCE]
        wanted = select(QuestionRow.id).where(QuestionRow.bank_id == batch.bank_id, QuestionRow.identity.in_(part))
        if session.execute(wanted.limit(1)).first() is not None:
            return True
    return False


def _is_in_later_file(session: Session, batch: BatchRow) -> bool:
    """Whether a later import found questions of this batch in its file as well: it would have brought them itself."""
    wanted = select(BatchRow.counts).where(
        BatchRow.kind == BATCH_KIND,
        BatchRow.bank_id == batch.bank_id,
        BatchRow.id > batch.id,
        BatchRow.undone_at.is_(None),
    )
    runs = [run for counts in session.scalars(wanted) for run in counts.get("same_ids", [])]
    if not runs:
        return False
    questions = sorted(question for _id, question, _number in _brought(session, batch.id))
    return any(question in range(first, last + 1) for question in questions for first, last in runs)


def runs_of(ids: Iterable[int]) -> list[list[int]]:
    """Numbers as runs [first, last], in which they take little room: questions of one file mostly follow each other."""
    runs: list[list[int]] = []
    for number in sorted(set(ids)):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs

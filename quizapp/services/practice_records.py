"""What practising needs of the database: which questions may be met outside tests, and what one person met so far."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import ExamState
from quizapp.core.papers import AUTOMATIC_KINDS
from quizapp.core.practice import Met, Practisable
from quizapp.db.tables import (
    AttemptRow,
    DuePersonRow,
    ExamPaperRow,
    ExamRow,
    PracticeRow,
    QuestionRow,
    RevisionRow,
    SittingRow,
)
from quizapp.services.question_records import QuestionState, chunks


def practisable(session: Session) -> list[Practisable]:
    """The questions in use that nobody has a reason to keep unseen, in the order in which they came.

    Left out, with all that say the same in any bank: what is kept back for contests, and what a test that is published
    and not closed may ask. Short answers are for people to mark, and are left out too.
    """
    wanted = (
        select(QuestionRow.id, RevisionRow.id, QuestionRow.bank_id, RevisionRow.category, QuestionRow.identity)
        .join(RevisionRow, RevisionRow.id == QuestionRow.revision_id)
        .where(QuestionRow.state == QuestionState.ACTIVE.value)
        .where(RevisionRow.kind.in_([kind.value for kind in AUTOMATIC_KINDS]))
        .order_by(QuestionRow.id)
    )
    kept = _kept_unseen(session)
    found = [Practisable(*row) for row in session.execute(wanted).all()]
    return [one for one in found if one.identity not in kept]


def _kept_unseen(session: Session) -> set[str]:
    """The identities of what must not be met outside its test or contest."""
    kept = set(session.scalars(select(QuestionRow.identity).where(QuestionRow.is_kept_back)))
    pools = select(ExamPaperRow.pool).join(ExamRow, ExamRow.id == ExamPaperRow.exam_id)
    pooled = {one for pool in session.scalars(pools.where(ExamRow.state == ExamState.PUBLISHED)) for one in pool}
    asked = select(QuestionRow.identity).join(RevisionRow, RevisionRow.question_id == QuestionRow.id)
    for part in chunks(sorted(pooled)):
        kept.update(session.scalars(asked.where(RevisionRow.id.in_(part))))
    return kept


def read_records(session: Session, person_id: int) -> dict[int, Met]:
    """What a person met, by the question's id."""
    wanted = select(PracticeRow).where(PracticeRow.person_id == person_id)
    return {row.question_id: _to_met(row) for row in session.scalars(wanted)}


def read_record(session: Session, person_id: int, question_id: int) -> Met:
    """What a person met of one question."""
    row = session.get(PracticeRow, (person_id, question_id))
    return Met() if row is None else _to_met(row)


def write_record(session: Session, person_id: int, question_id: int, met: Met) -> None:
    """Keep what a person met of a question."""
    session.merge(
        PracticeRow(
            person_id=person_id,
            question_id=question_id,
            seen=met.seen,
            wrong=met.wrong,
            right_in_a_row=met.right_in_a_row,
            is_mistake=met.is_mistake,
            is_favourite=met.is_favourite,
            seen_at=met.seen_at,
        )
    )
    session.flush()


def forget_questions(session: Session, question_ids: Sequence[int]) -> None:
    """Nobody ever met these questions: they are about to be deleted."""
    for part in chunks(question_ids):
        session.execute(delete(PracticeRow).where(PracticeRow.question_id.in_(part)))


def is_in_a_test(session: Session, person_id: int) -> bool:
    """Whether an attempt of this person is running."""
    wanted = (
        select(AttemptRow.id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.person_id == person_id, AttemptRow.state == AttemptState.RUNNING)
    )
    return session.execute(wanted.limit(1)).first() is not None


def _to_met(row: PracticeRow) -> Met:
    return Met(row.seen, row.wrong, row.right_in_a_row, row.is_mistake, row.is_favourite, row.seen_at)

"""The questions of a bank one by one: found, added, edited by a new revision, retired."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp.core.people import Actor
from quizapp.core.questions import Difficulty, Kind, Question, faults, fold, identity, tidied
from quizapp.db.tables import BankRow, QuestionRow, RevisionRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services import log
from quizapp.services.picture_records import keep_pictures
from quizapp.services.question_records import QuestionState, chunks, revision_values, to_question

_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of a bank in its present revision."""

    id: int
    bank_id: int
    revision: int
    state: QuestionState
    question: Question


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a question, for its history."""

    number: int
    at: datetime
    who: str
    question: Question


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions to list; None and empty: no limit. `text` is looked for in stem, options, category and source.

    Of a `text` with spaces every word must be found, in whatever order.
    """

    text: str = ""
    kind: Kind | None = None
    category: str | None = None
    difficulty: Difficulty | None = None
    state: QuestionState | None = None


def list_questions(session: Session, bank_id: int, wanted: QuestionFilter) -> list[BankQuestion]:
    """The questions of a bank, in the order in which they came."""
    query = _present().where(QuestionRow.bank_id == bank_id).order_by(QuestionRow.id)
    if wanted.kind is not None:
        query = query.where(RevisionRow.kind == wanted.kind.value)
    if wanted.category is not None:
        query = query.where(RevisionRow.category == wanted.category)
    if wanted.difficulty is not None:
        query = query.where(RevisionRow.difficulty == wanted.difficulty.value)
    if wanted.state is not None:
        query = query.where(QuestionRow.state == wanted.state.value)
    words = [fold(word) for word in wanted.text.split()]
    found = [_bank_question(row) for row in session.execute(query)]
    return [one for one in found if _has(one.question, words)] if words else found


def _has(question: Question, words: Sequence[str]) -> bool:
    texts = [question.stem, question.category, question.source, *(option.text for option in question.options)]
    folded = fold("\n".join(texts))
    return all(word in folded for word in words)


def one_question(session: Session, question_id: int) -> BankQuestion:
    """One question; Conflict where it is gone."""
    row = session.execute(_present().where(QuestionRow.id == question_id)).one_or_none()
    if row is None:
        raise Conflict(_("这道题已不存在，可能已随导入撤销：请刷新列表。"))
    return _bank_question(row)


def _present() -> Select[Any]:
    """Questions with their present revisions, as plain rows: entities would take three times as long."""
    question = (QuestionRow.bank_id, QuestionRow.state)
    return select(*question, *revision_columns()).join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)


def revision_columns() -> list[Any]:
    """What `to_question` needs, with the question's id and the revision's own id and number."""
    names = ("id", "question_id", "number", *revision_values(_NO_QUESTION))
    return [getattr(RevisionRow, name) for name in names]


_NO_QUESTION = Question(Kind.SHORT_ANSWER, "", "")


def _bank_question(row: Any) -> BankQuestion:
    return BankQuestion(row.question_id, row.bank_id, row.number, QuestionState(row.state), to_question(row))


def list_history(session: Session, question_id: int) -> list[Revision]:
    """All revisions, newest first."""
    wanted = select(RevisionRow).where(RevisionRow.question_id == question_id).order_by(RevisionRow.number.desc())
    return [Revision(row.number, row.created_at, row.who, to_question(row)) for row in session.scalars(wanted)]


def add(
    session: Session,
    now: datetime,
    actor: Actor,
    bank_id: int,
    question: Question,
    *,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> BankQuestion:
    """Add a question with the bytes of its new pictures; UserError with its faults, Conflict where the bank has it."""
    bank = session.get(BankRow, bank_id)
    if bank is None:
        raise Conflict(_("这个题库已不存在：请刷新列表。"))
    question = checked(question)
    _refuse_repeat(session, bank_id, question, but=None)
    keep_pictures(session, [question], pictures)
    row = QuestionRow(bank_id=bank_id, identity=identity(question), revision_id=None, state=QuestionState.ACTIVE)
    session.add(row)
    session.flush()
    _write_revision(session, now, actor, row, number=1, question=question)
    log.record(session, now, actor, "question.add", bank.name, details={"question": row.id, "stem": question.stem})
    return one_question(session, row.id)


def edit(
    session: Session,
    now: datetime,
    actor: Actor,
    question_id: int,
    question: Question,
    *,
    seen_revision: int,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> BankQuestion:
    """Write a new revision, none where nothing differs; Conflict where somebody edited it since `seen_revision`."""
    before = one_question(session, question_id)
    if before.revision != seen_revision:
        raise Conflict(_("这道题刚被别人改过：请重新打开，看过最新内容后再修改。"))
    question = checked(question)
    if question == before.question:
        return before
    _refuse_repeat(session, before.bank_id, question, but=question_id)
    keep_pictures(session, [question], pictures)
    row = session.get_one(QuestionRow, question_id)
    row.identity = identity(question)
    _write_revision(session, now, actor, row, number=seen_revision + 1, question=question)
    details = {"question": question_id, "revision": seen_revision + 1}
    log.record(session, now, actor, "question.edit", question.stem, details=details)
    return one_question(session, question_id)


def checked(question: Question) -> Question:
    """The question as the bank keeps it; UserError with all that is wrong with it."""
    question = tidied(question)
    errors = [fault.message for fault in faults(question) if fault.is_error]
    if errors:
        raise UserError("\n".join(errors))
    return question


def _refuse_repeat(session: Session, bank_id: int, question: Question, *, but: int | None) -> None:
    wanted = select(QuestionRow).where(QuestionRow.bank_id == bank_id, QuestionRow.identity == identity(question))
    for row in session.scalars(wanted):
        if row.id == but:
            continue
        if row.state == QuestionState.RETIRED:
            raise Conflict(_("题库里已有题干和选项都相同的题，但已停用：请找到它，恢复后再修改。"))
        raise Conflict(_("题库里已有题干和选项都相同的题：请直接修改那一道。"))


def _write_revision(
    session: Session, now: datetime, actor: Actor, row: QuestionRow, *, number: int, question: Question
) -> None:
    values = revision_values(question)
    revision = RevisionRow(question_id=row.id, number=number, created_at=now, who=actor.name, **values)
    session.add(revision)
    session.flush()
    row.revision_id = revision.id
    session.flush()


def change_states(
    session: Session,
    now: datetime,
    actor: Actor,
    states: Mapping[int, QuestionState],
    among: Collection[QuestionState],
) -> dict[int, QuestionState]:
    """Give questions that are in a state of `among` another; return the state before of each that changed."""
    before: dict[int, QuestionState] = {}
    changed: dict[tuple[int, QuestionState], list[int]] = {}
    known = [one.value for one in among]
    for part in chunks(sorted(states)):
        wanted = select(QuestionRow).where(QuestionRow.id.in_(part), QuestionRow.state.in_(known))
        for row in session.scalars(wanted):
            was, state = QuestionState(row.state), states[row.id]
            if was is not state:
                before[row.id], row.state = was, state.value
                changed.setdefault((row.bank_id, state), []).append(row.id)
    for (bank_id, state), ids in changed.items():
        name = session.get_one(BankRow, bank_id).name
        log.record(session, now, actor, f"question.{state.value}", name, details={"questions": ids})
    return before

"""The wanted rows of a preview written as one batch: all of them, or nothing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from quizapp.core.papers import is_special_set
from quizapp.core.people import Actor
from quizapp.core.questions import Question, identity, in_place_of
from quizapp.db.many_rows import insert_rows
from quizapp.db.tables import BankRow, BatchRow, QuestionRow, RevisionRow
from quizapp.errors import Cancelled, Conflict
from quizapp.i18n import _
from quizapp.services import log
from quizapp.services.bank_batches import BATCH_KIND, MADE_BANK, runs_of
from quizapp.services.bank_previews import BankPreview, Novelty, Place, PreviewItem, identities_in_bank
from quizapp.services.near_duplicates import NearPair
from quizapp.services.picture_records import keep_pictures
from quizapp.services.question_records import SAID, QuestionState, as_texts, chunks

_QUESTIONS = cast(Table, QuestionRow.__table__)
_REVISIONS = cast(Table, RevisionRow.__table__)
_T = TypeVar("_T")
_AT_ONCE = 2_000  # rows written between two looks at the cancel button


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the organiser chose row by row (sheet, row).

    Rows `left_out`; rows `in_review`, which are not drawn until somebody approves them; and new rows that each take the
    place of a question on record, with what was found near to them.
    """

    left_out: Collection[Place] = frozenset()
    in_review: Collection[Place] = frozenset()
    replaces: Mapping[Place, NearPair] = field(default_factory=dict)


EVERY_ROW = ImportChoices()


@dataclass(frozen=True, slots=True)
class _Revised:
    """A question on record that an import gives other words; `former` is its identity where that changes."""

    question_id: int
    revision_id: int
    question: Question
    identity: str
    is_for_review: bool
    former: str = ""


class ImportWriter:
    """Writes the wanted rows of a preview as one batch, inside the transaction of `session`."""

    def __init__(
        self,
        session: Session,
        now: datetime,
        actor: Actor,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._session = session
        self._connection = session.connection()
        self._now = now
        self._actor = actor
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled

    def write(self, preview: BankPreview, choices: ImportChoices = EVERY_ROW) -> int:
        """Write the wanted rows; returns the batch's id. Raises Conflict, Cancelled."""
        wanted = [item for item in preview.items if item.place not in choices.left_out]
        self._refuse_changed_bank(preview.bank_name, wanted, choices.replaces)
        bank, is_made = self._bank(preview.bank_name)
        new = [item for item in wanted if item.novelty is Novelty.NEW and item.place not in choices.replaces]
        revised = [one for item in wanted if (one := _revised(item, choices)) is not None]
        kept = [item.after for item in new] + [one.question for one in revised]
        keep_pictures(self._session, kept, preview.pictures)
        in_review = {item.identity for item in new if item.place in choices.in_review}
        batch = self._batch(preview, bank, new=len(new), changed=len(revised))
        if is_made:
            batch.counts = batch.counts | {MADE_BANK: True}
        if new or revised:
            same = (item.question_id for item in wanted if item.novelty is Novelty.SAME)
            batch.counts = batch.counts | {"same_ids": runs_of(number for number in same if number is not None)}
        self._write_questions(bank.id, new, in_review)
        self._write_revisions(batch.id, bank.id, new, revised)
        self._change_revised(batch, revised, in_review=len(in_review))
        details = {"batch": batch.id, "file": preview.file_name, "new": len(new), "changed": len(revised)}
        details |= {name: batch.counts[name] for name in ("replaced", "in_review") if name in batch.counts}
        log.record(self._session, self._now, self._actor, "bank.import", bank.name, details=details)
        self._session.flush()
        return batch.id

    def _refuse_changed_bank(
        self, bank_name: str, wanted: Iterable[PreviewItem], replaces: Mapping[Place, NearPair]
    ) -> None:
        """Conflict where the bank is not as the preview found it, as far as the wanted rows touch it."""
        rows = identities_in_bank(self._session, bank_name)
        present = {row.identity: row for row in rows}
        shown = {(row.id, row.revision_id) for row in rows} if replaces else set()
        used: set[int] = set()
        for item in wanted:
            row = present.get(item.identity)
            if item.novelty is Novelty.NEW:
                pair = replaces.get(item.place)
                is_as_seen = row is None and (pair is None or (pair.question_id, pair.revision_id) in shown)
                touched = pair.question_id if pair else None
            elif item.novelty is Novelty.REPEATED:
                is_as_seen, touched = True, None
            else:
                is_as_seen = row is not None and (row.id, row.revision_id) == (item.question_id, item.revision_id)
                touched = item.question_id
            if not is_as_seen:
                raise Conflict(_("题库在预览之后有了改动，没有导入：请重新预览，再决定导入哪些题目。"))
            if touched in used:
                words = _("第 {row} 行要替换的题，文件里另有一行也要用到，没有导入：请在“相近”里改选。")
                raise Conflict(words.format(row=item.row))
            if touched is not None:
                used.add(touched)

    def _bank(self, name: str) -> tuple[BankRow, bool]:
        """The bank of this name, and whether it was made for this import."""
        bank = self._session.scalars(select(BankRow).where(BankRow.name == name)).one_or_none()
        if bank is not None:
            return bank, False
        bank = BankRow(name=name, created_at=self._now)
        self._session.add(bank)
        self._session.flush()
        return bank, True

    def _batch(self, preview: BankPreview, bank: BankRow, *, new: int, changed: int) -> BatchRow:
        counts = {"new": new, "changed": changed, "same": preview.count(Novelty.SAME), "faulty": preview.faulty}
        batch = BatchRow(
            kind=BATCH_KIND,
            bank_id=bank.id,
            file_name=preview.file_name,
            file_hash=preview.file_hash,
            at=self._now,
            who=self._actor.name,
            counts=counts,
            undone_at=None,
        )
        self._session.add(batch)
        self._session.flush()
        return batch

    def _write_questions(self, bank_id: int, new: Sequence[PreviewItem], in_review: Collection[str]) -> None:
        """The new questions, still without a revision; those of the identities `in_review` are not drawn yet.

        A special set (专题) is kept back for contests until the organiser says otherwise.
        """
        same = {"bank_id": bank_id, "revision_id": None}
        active, review = QuestionState.ACTIVE.value, QuestionState.REVIEW.value
        for part in self._parts(new):
            rows = [
                (item.identity, review if item.identity in in_review else active, is_special_set(item.after.category))
                for item in part
            ]
            insert_rows(self._connection, _QUESTIONS, same, ("identity", "state", "is_kept_back"), rows)

    def _write_revisions(
        self, batch_id: int, bank_id: int, new: Sequence[PreviewItem], revised: Sequence[_Revised]
    ) -> None:
        numbers = self._present_numbers(revised)
        fresh = select(_QUESTIONS.c.identity, _QUESTIONS.c.id).where(
            _QUESTIONS.c.bank_id == bank_id, _QUESTIONS.c.revision_id.is_(None)
        )
        ids: dict[str, int] = {row[0]: row[1] for row in self._connection.execute(fresh)}
        same = {"batch_id": batch_id, "created_at": self._now, "who": self._actor.name}
        written: list[PreviewItem | _Revised] = [*new, *revised]
        for part in self._parts(written, shows_progress=True):
            rows = []
            for one in part:
                question_id = one.question_id if isinstance(one, _Revised) else ids[one.identity]
                number = numbers.get(question_id, 0) + 1
                question = one.question if isinstance(one, _Revised) else one.after
                rows.append((question_id, number, *as_texts(question)))
            insert_rows(self._connection, _REVISIONS, same, ("question_id", "number", *SAID), rows)
        brought = select(_REVISIONS.c.question_id).where(_REVISIONS.c.batch_id == batch_id)
        newest = select(func.max(_REVISIONS.c.id)).where(_REVISIONS.c.question_id == _QUESTIONS.c.id)
        shown = update(_QUESTIONS).where(_QUESTIONS.c.id.in_(brought)).values(revision_id=newest.scalar_subquery())
        self._connection.execute(shown)

    def _present_numbers(self, revised: Sequence[_Revised]) -> dict[int, int]:
        """The number of the present revision of each question that is given another text, by the question's id."""
        numbers: dict[int, int] = {}
        for part in chunks([one.revision_id for one in revised]):
            wanted = select(_REVISIONS.c.question_id, _REVISIONS.c.number).where(_REVISIONS.c.id.in_(part))
            numbers.update({row[0]: row[1] for row in self._connection.execute(wanted)})
        return numbers

    def _change_revised(self, batch: BatchRow, revised: Sequence[_Revised], *, in_review: int) -> None:
        """New identities and states of questions on record; the batch remembers which, for its undoing."""
        replaced = [one for one in revised if one.former]
        if replaced:
            one_row = update(_QUESTIONS).where(_QUESTIONS.c.id == bindparam("question"))
            rows = [{"question": one.question_id, "name": one.identity} for one in replaced]
            self._connection.execute(one_row.values(identity=bindparam("name")), rows)
        stopped = self._stop_for_review([one.question_id for one in revised if one.is_for_review])
        more = {
            "replaced_from": [[one.question_id, one.former] for one in replaced],
            "replaced": len(replaced),
            "stopped_ids": runs_of(stopped),
            "in_review": in_review + len(stopped),
        }
        batch.counts = batch.counts | {name: value for name, value in more.items() if value}

    def _stop_for_review(self, question_ids: Sequence[int]) -> list[int]:
        """Put questions in use into review; what is retired, or in review already, stays so."""
        stopped: list[int] = []
        for part in chunks(question_ids):
            used = _QUESTIONS.c.id.in_(part) & (_QUESTIONS.c.state == QuestionState.ACTIVE.value)
            ids = [row[0] for row in self._connection.execute(select(_QUESTIONS.c.id).where(used))]
            self._connection.execute(update(_QUESTIONS).where(used).values(state=QuestionState.REVIEW.value))
            stopped += ids
        return stopped

    def _parts(self, items: Sequence[_T], *, shows_progress: bool = False) -> Iterator[Sequence[_T]]:
        """The items in parts, between which the work may be cancelled and tells how far it is."""
        for start in range(0, len(items), _AT_ONCE):
            self._go_on()
            yield items[start : start + _AT_ONCE]
            if shows_progress and self._on_progress is not None:
                self._on_progress(min(start + _AT_ONCE, len(items)), len(items))
        self._go_on()

    def _go_on(self) -> None:
        if self._is_cancelled is not None and self._is_cancelled():
            raise Cancelled(_("已取消导入，没有写入任何内容。"))


def _revised(item: PreviewItem, choices: ImportChoices) -> _Revised | None:
    """What a wanted row makes of a question on record; None where it makes nothing of one."""
    pair = choices.replaces.get(item.place) if item.novelty is Novelty.NEW else None
    is_for_review = item.place in choices.in_review
    if pair is not None and pair.question_id is not None and pair.revision_id is not None:
        question = in_place_of(item.question, pair.other)
        former = identity(pair.other)
        return _Revised(pair.question_id, pair.revision_id, question, item.identity, is_for_review, former)
    if item.novelty is not Novelty.CHANGED or item.question_id is None or item.revision_id is None:
        return None
    return _Revised(item.question_id, item.revision_id, item.after, item.identity, is_for_review)

"""The wanted rows of a preview written as one batch: all of them, or nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from quizapp.core.people import Actor
from quizapp.db.tables import BankRow, BatchRow, QuestionRow, RevisionRow
from quizapp.errors import Cancelled, Conflict
from quizapp.i18n import _
from quizapp.services import log
from quizapp.services.bank_batches import BATCH_KIND, runs_of
from quizapp.services.bank_previews import BankPreview, Novelty, PreviewItem, identities_in_bank
from quizapp.services.picture_records import keep_pictures
from quizapp.services.question_records import QuestionState, chunks, point_to_revisions, revision_values

_QUESTIONS = cast(Table, QuestionRow.__table__)
_REVISIONS = cast(Table, RevisionRow.__table__)
_AT_ONCE = 2_000  # rows written between two looks at the cancel button


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

    def write(self, preview: BankPreview, left_out: frozenset[tuple[str, int]]) -> int:
        """Write all but the rows `left_out` (sheet, row); returns the batch's id. Raises Conflict, Cancelled."""
        wanted = [item for item in preview.items if (item.sheet, item.row) not in left_out]
        self._refuse_changed_bank(preview.bank_name, wanted)
        bank = self._bank(preview.bank_name)
        new = [item for item in wanted if item.novelty is Novelty.NEW]
        changed = [item for item in wanted if item.novelty is Novelty.CHANGED]
        keep_pictures(self._session, (item.after for item in (*new, *changed)), preview.pictures)
        batch = self._batch(preview, bank, new=len(new), changed=len(changed))
        if new or changed:
            same = (item.question_id for item in wanted if item.novelty is Novelty.SAME)
            batch.counts = batch.counts | {"same_ids": runs_of(number for number in same if number is not None)}
        self._write_questions(bank.id, new)
        self._write_revisions(batch.id, bank.id, new, changed)
        details = {"batch": batch.id, "file": preview.file_name, "new": len(new), "changed": len(changed)}
        log.record(self._session, self._now, self._actor, "bank.import", bank.name, details=details)
        self._session.flush()
        return batch.id

    def _refuse_changed_bank(self, bank_name: str, wanted: Iterable[PreviewItem]) -> None:
        """Conflict where the bank is not as the preview found it, as far as the wanted rows touch it."""
        present = {row.identity: row for row in identities_in_bank(self._session, bank_name)}
        for item in wanted:
            row = present.get(item.identity)
            if item.novelty is Novelty.NEW:
                is_as_seen = row is None
            elif item.novelty is Novelty.REPEATED:
                is_as_seen = True
            else:
                is_as_seen = row is not None and (row.id, row.revision_id) == (item.question_id, item.revision_id)
            if not is_as_seen:
                raise Conflict(_("题库在预览之后有了改动，没有导入：请重新预览，再决定导入哪些题目。"))

    def _bank(self, name: str) -> BankRow:
        bank = self._session.scalars(select(BankRow).where(BankRow.name == name)).one_or_none()
        if bank is None:
            bank = BankRow(name=name, created_at=self._now)
            self._session.add(bank)
            self._session.flush()
        return bank

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

    def _write_questions(self, bank_id: int, new: Sequence[PreviewItem]) -> None:
        """The new questions, still without a revision."""
        rest = {"bank_id": bank_id, "revision_id": None, "state": QuestionState.ACTIVE.value}
        for part in self._parts(new):
            self._connection.execute(insert(_QUESTIONS), [{"identity": item.identity, **rest} for item in part])

    def _write_revisions(
        self, batch_id: int, bank_id: int, new: Sequence[PreviewItem], changed: Sequence[PreviewItem]
    ) -> None:
        numbers = self._present_numbers(changed)
        fresh = select(_QUESTIONS.c.identity, _QUESTIONS.c.id).where(
            _QUESTIONS.c.bank_id == bank_id, _QUESTIONS.c.revision_id.is_(None)
        )
        ids: dict[str, int] = {row[0]: row[1] for row in self._connection.execute(fresh)}
        ids |= {item.identity: item.question_id for item in changed if item.question_id is not None}
        rest = {"batch_id": batch_id, "created_at": self._now, "who": self._actor.name}
        for part in self._parts([*new, *changed], shows_progress=True):
            rows = [
                {"question_id": ids[item.identity], "number": numbers.get(ids[item.identity], 0) + 1, **rest}
                | revision_values(item.after)
                for item in part
            ]
            self._connection.execute(insert(_REVISIONS), rows)
        written = select(_REVISIONS.c.question_id, _REVISIONS.c.id).where(_REVISIONS.c.batch_id == batch_id)
        point_to_revisions(self._session, {row[0]: row[1] for row in self._connection.execute(written)})

    def _present_numbers(self, changed: Sequence[PreviewItem]) -> dict[int, int]:
        """The number of the present revision of each changed question, by the question's id."""
        numbers: dict[int, int] = {}
        for part in chunks([item.revision_id for item in changed if item.revision_id is not None]):
            wanted = select(_REVISIONS.c.question_id, _REVISIONS.c.number).where(_REVISIONS.c.id.in_(part))
            numbers.update({row[0]: row[1] for row in self._connection.execute(wanted)})
        return numbers

    def _parts(self, items: Sequence[PreviewItem], *, shows_progress: bool = False) -> Iterator[Sequence[PreviewItem]]:
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

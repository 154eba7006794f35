"""What the organiser does with question banks: import with preview, undo of a batch, search, edit, retire."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.config import ReadingLimits
from quizapp.core.bank_exports import ExportFormat
from quizapp.core.column_mapping import MappedColumn, TableLayout, TableMapping
from quizapp.core.people import Actor
from quizapp.core.pinyin import sort_key
from quizapp.core.questions import Kind, Question
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, BatchRow, QuestionRow, RevisionRow
from quizapp.errors import Conflict, UserError
from quizapp.excel.mapping import columns_at
from quizapp.i18n import _
from quizapp.services import bank_batches, bank_exports, bank_mending, bank_questions, log
from quizapp.services.bank_batches import BATCH_KIND, Batch
from quizapp.services.bank_exports import WHOLE_BANK, BankExport, ExportChoice
from quizapp.services.bank_imports import ImportChoices, ImportWriter
from quizapp.services.bank_previews import BankPreview, Novelty, Place, PreviewItem, preview_file
from quizapp.services.bank_questions import BankQuestion, QuestionFilter, Revision
from quizapp.services.column_mappings import ColumnMappings
from quizapp.services.near_duplicates import NearPair, near_pairs
from quizapp.services.picture_records import picture_content
from quizapp.services.question_records import QuestionState

if TYPE_CHECKING:
    from quizapp.excel.annotate import Annotated

__all__ = [
    "BankExport", "BankPreview", "BankQuestion", "BankSummary", "Banks", "Batch", "ExportChoice", "NearPair",
    "Novelty", "Place", "PreviewItem", "QuestionFilter", "QuestionState", "Revision",
]  # fmt: skip

_USUAL_LIMITS = ReadingLimits()
_EVERY_QUESTION = QuestionFilter()
_EVERY_STATE = tuple(QuestionState)
_WRITING_TAKES = 3  # so many times as long as reading alone: every cell is read with its looks and written again


@dataclass(frozen=True, slots=True)
class BankSummary:
    """A bank with its counts of questions that can be drawn."""

    id: int
    name: str
    by_kind: dict[Kind, int]
    retired: int
    last_import_at: datetime | None
    in_review: int = 0

    @property
    def total(self) -> int:
        """Questions that can be drawn."""
        return sum(self.by_kind.values())


class Banks:
    """Question banks."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        limits: ReadingLimits = _USUAL_LIMITS,
        remembered: ColumnMappings | None = None,
    ) -> None:
        """`remembered` is what was said of columns at earlier imports."""
        self._database = database
        self._remembered = remembered
        self._now = now
        self._limits = limits

    @property
    def file_megabytes(self) -> int:
        """The largest file that is read at all."""
        return self._limits.file_megabytes

    def banks(self) -> list[BankSummary]:
        """All banks by name, in pinyin order."""
        with self._database.read() as session:
            return sorted(_summaries(session), key=lambda bank: sort_key(bank.name))

    def add_bank(self, actor: Actor, name: str) -> BankSummary:
        """An empty bank."""
        with self._database.write() as session:
            name = _free_name(session, name)
            bank = BankRow(name=name, created_at=self._now())
            session.add(bank)
            session.flush()
            log.record(session, self._now(), actor, "bank.add", name)
            return BankSummary(bank.id, name, _no_questions(), 0, None)

    def rename_bank(self, actor: Actor, bank_id: int, name: str) -> None:
        """Give a bank another name."""
        with self._database.write() as session:
            bank = session.get(BankRow, bank_id)
            if bank is None:
                raise Conflict(_("这个题库已不存在：请刷新列表。"))
            if name.strip() == bank.name:
                return
            before, bank.name = bank.name, _free_name(session, name)
            log.record(session, self._now(), actor, "bank.rename", bank.name, details={"before": before})

    def categories(self, bank_ids: tuple[int, ...]) -> list[str]:
        """The categories in use in these banks, in pinyin order."""
        wanted = (
            select(RevisionRow.category)
            .join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)
            .where(QuestionRow.bank_id.in_(bank_ids), QuestionRow.state == QuestionState.ACTIVE)
            .distinct()
        )
        with self._database.read() as session:
            return sorted(filter(None, session.scalars(wanted)), key=sort_key)

    def questions(self, bank_id: int, wanted: QuestionFilter = _EVERY_QUESTION) -> list[BankQuestion]:
        """The questions of a bank, in the order in which they came."""
        with self._database.read() as session:
            return bank_questions.list_questions(session, bank_id, wanted)

    def history(self, question_id: int) -> list[Revision]:
        """All revisions, newest first."""
        with self._database.read() as session:
            return bank_questions.list_history(session, question_id)

    def picture(self, digest: str) -> bytes:
        """The bytes of a picture; Conflict where it is gone."""
        with self._database.read() as session:
            return picture_content(session, digest)

    def add_question(
        self, actor: Actor, bank_id: int, question: Question, *, pictures: Mapping[str, bytes] | None = None
    ) -> BankQuestion:
        """Add a question; UserError with its faults, Conflict where the bank has it.

        `pictures`: the bytes of those of its pictures that are new, by their digest.
        """
        with self._database.write() as session:
            return bank_questions.add(session, self._now(), actor, bank_id, question, pictures=pictures or {})

    def edit_question(
        self,
        actor: Actor,
        question_id: int,
        question: Question,
        *,
        seen_revision: int,
        pictures: Mapping[str, bytes] | None = None,
    ) -> BankQuestion:
        """Write a new revision; Conflict where somebody edited it since `seen_revision`."""
        with self._database.write() as session:
            now, new = self._now(), pictures or {}
            return bank_questions.edit(
                session, now, actor, question_id, question, seen_revision=seen_revision, pictures=new
            )

    def set_state(
        self,
        actor: Actor,
        question_ids: tuple[int, ...],
        state: QuestionState,
        *,
        among: Collection[QuestionState] = _EVERY_STATE,
    ) -> dict[int, QuestionState]:
        """Retire questions, put them back, or approve them: those that are in a state of `among` now.

        Returns the state before of each question that changed, which `set_states` takes back.
        """
        return self.set_states(actor, dict.fromkeys(question_ids, state), among=among)

    def set_states(
        self, actor: Actor, states: Mapping[int, QuestionState], *, among: Collection[QuestionState] = _EVERY_STATE
    ) -> dict[int, QuestionState]:
        """Give each question that is in a state of `among` now its own; returns the states before, as `set_state`."""
        with self._database.write() as session:
            return bank_questions.change_states(session, self._now(), actor, states, among)

    def preview(
        self,
        bank_name: str,
        content: bytes,
        file_name: str,
        *,
        mappings: Sequence[TableMapping] = (),
        mends: Mapping[Place, Question] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> BankPreview:
        """Read a file and compare it with the bank (which need not be there yet); changes nothing.

        `mappings` say what columns hold, for the sheets that they name; for others, what was said at an earlier import
        of the same headings. UserError with what is missing in a mapping.
        `mends` are rows (sheet, row) that were corrected on the page before: they count as they were corrected.
        """
        preview = preview_file(
            self._database,
            bank_name,
            content,
            file_name,
            limits=self._limits,
            mappings=mappings,
            remembered=self._remembered.all() if self._remembered else (),
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )
        return self._mended(preview, mends) if mends else preview

    def mend(self, preview: BankPreview, place: Place, question: Question) -> BankPreview:
        """The preview with a row as it was corrected, compared anew; UserError with its faults; writes nothing."""
        return self._mended(preview, {place: question})

    def unmend(self, preview: BankPreview, place: Place) -> BankPreview:
        """The preview with a corrected row as the file has it."""
        with self._database.read() as session:
            return bank_mending.unmend(session, preview, place)

    def near_pairs(
        self,
        preview: BankPreview,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> list[NearPair]:
        """New rows that nearly say what a question of the bank or an earlier row says; may take a while."""
        return near_pairs(self._database, preview, on_progress=on_progress, is_cancelled=is_cancelled)

    def _mended(self, preview: BankPreview, mends: Mapping[Place, Question]) -> BankPreview:
        with self._database.read() as session:
            return bank_mending.mend(session, preview, mends)

    def import_(
        self,
        actor: Actor,
        preview: BankPreview,
        *,
        left_out: Collection[Place] = frozenset(),
        in_review: Collection[Place] = frozenset(),
        replaces: Mapping[Place, NearPair] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Batch:
        """Commit the new and changed rows of a preview but those `left_out` (sheet, row), all or nothing.

        Rows `in_review` are not drawn until somebody approves them; a new row in `replaces` becomes another revision of
        the question that was found near to it. The bank is made where it is not there; what was said of columns is
        remembered. Conflict where the bank changed since the preview.
        """
        from quizapp.excel.child import collector_paused  # here: whoever only signs in reads no workbooks

        choices = ImportChoices(left_out, in_review, replaces or {})
        with collector_paused(), self._database.write() as session:
            writer = ImportWriter(session, self._now(), actor, on_progress=on_progress, is_cancelled=is_cancelled)
            batch = bank_batches.one_batch(session, writer.write(preview, choices))
        if self._remembered:
            self._remembered.remember(preview.mappings)
        return batch

    def columns_at(self, layout: TableLayout, heading_row: int) -> tuple[MappedColumn, ...]:
        """The columns of a table if its headings stood in this row (0: nowhere), and what these headings say."""
        return columns_at(layout, heading_row)

    def annotated(
        self,
        preview: BankPreview,
        content: bytes,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> "Annotated":
        """The file of a preview with its problems marked in it; `content` is what was previewed.

        The file knows nothing of what was corrected on the page: such a row is marked as the others are.
        """
        from quizapp.excel.annotate import annotate  # here: whoever only signs in writes no workbooks
        from quizapp.excel.child import ChildLimits

        return annotate(
            content,
            preview.file_name,
            bank_mending.problems_in_file(preview),
            preview.tables,
            limits=ChildLimits(_WRITING_TAKES * self._limits.seconds, self._limits.megabytes),
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )

    def forget_mappings(self, mappings: Sequence[TableMapping]) -> None:
        """What was said of these headings no longer holds for the next file."""
        if self._remembered:
            self._remembered.forget(mappings)

    def batches(self, bank_id: int | None = None) -> list[Batch]:
        """Imports, newest first."""
        with self._database.read() as session:
            return bank_batches.list_batches(session, bank_id)

    def undo_batch(self, actor: Actor, batch_id: int) -> None:
        """Take an import back; Conflict with the reason where a test or a later batch used it."""
        with self._database.write() as session:
            bank_batches.undo(session, self._now(), actor, batch_id)

    def export(
        self,
        actor: Actor,
        bank_id: int,
        form: ExportFormat,
        choice: ExportChoice = WHOLE_BANK,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> BankExport:
        """A bank, or some of its questions, as a file; logged as handed out. UserError where there is nothing."""
        watch = bank_exports.Watch(on_progress, is_cancelled)
        return bank_exports.export(self._database, self._now(), actor, bank_id, form=form, choice=choice, watch=watch)


def _summaries(session: Session) -> list[BankSummary]:
    counts = (
        select(QuestionRow.bank_id, RevisionRow.kind, QuestionRow.state, func.count())
        .join(RevisionRow, RevisionRow.id == QuestionRow.revision_id)
        .group_by(QuestionRow.bank_id, RevisionRow.kind, QuestionRow.state)
    )
    by_kind: dict[int, dict[Kind, int]] = {}
    retired: dict[int, int] = {}
    in_review: dict[int, int] = {}
    for bank_id, kind, state, count in session.execute(counts):
        if state == QuestionState.ACTIVE:
            by_kind.setdefault(bank_id, _no_questions())[Kind(kind)] = count
        elif state == QuestionState.RETIRED:
            retired[bank_id] = retired.get(bank_id, 0) + count
        else:
            in_review[bank_id] = in_review.get(bank_id, 0) + count
    imports = select(BatchRow.bank_id, func.max(BatchRow.at)).where(
        BatchRow.kind == BATCH_KIND, BatchRow.undone_at.is_(None)
    )
    last_import = {row[0]: row[1] for row in session.execute(imports.group_by(BatchRow.bank_id))}
    return [
        BankSummary(
            bank.id,
            bank.name,
            by_kind.get(bank.id, _no_questions()),
            retired.get(bank.id, 0),
            last_import.get(bank.id),
            in_review.get(bank.id, 0),
        )
        for bank in session.scalars(select(BankRow))
    ]


def _no_questions() -> dict[Kind, int]:
    return dict.fromkeys(Kind, 0)


def _free_name(session: Session, name: str) -> str:
    """The name as it is kept; UserError where it is empty, Conflict where another bank has it."""
    name = name.strip()
    if not name:
        raise UserError(_("请填写题库名称。"))
    if session.scalars(select(BankRow).where(BankRow.name == name)).first() is not None:
        raise Conflict(_("已有名为“{name}”的题库：请换一个名称。").format(name=name))
    return name

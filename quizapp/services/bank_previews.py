"""A file of questions compared with a bank by identity: new, the same, changed, repeated in the file itself."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.config import ReadingLimits
from quizapp.core.column_mapping import TableLayout, TableMapping, mapping_faults
from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Question, filled_up
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, QuestionRow, RevisionRow
from quizapp.errors import NotReadable, UserError
from quizapp.i18n import _
from quizapp.services.question_records import QuestionState, as_texts, chunks, from_texts, text_columns

if TYPE_CHECKING:
    from quizapp.excel.read_bank import BankFile, BankItem


Place = tuple[str, int]
"""Sheet and row."""


class Novelty(StrEnum):
    """How a row of a file stands to the bank: SAME and CHANGED have the identity of a question on record."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """A row that can be imported; REPEATED: an earlier row of the same file is the same question.

    `before` is the question on record of a SAME or CHANGED row, in the revision `revision_id`; `mended` is set where
    somebody corrected the row on the page.
    """

    sheet: str
    row: int
    question: Question
    novelty: Novelty
    question_id: int | None = None
    before: Question | None = None
    identity: str = ""
    revision_id: int | None = None
    mended: "Mended | None" = None

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.sheet, self.row

    @property
    def after(self) -> Question:
        """The question as the import would leave it: what the row leaves empty stays as it is on record."""
        return filled_up(self.question, self.before) if self.before else self.question


@dataclass(frozen=True, slots=True)
class Mended:
    """A row as the file has it, with what was said of it: what a mend is undone to."""

    original: PreviewItem | FaultyRow
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class BankPreview:
    """What an import would do; hand it back to `import_` with the rows that are wanted.

    `pictures`: the bytes of its questions' pictures by their digest.
    `tables` is how each sheet was understood, `mappings` what somebody had said of that for this file.
    """

    bank_name: str
    file_name: str
    file_hash: str
    layout: str
    items: tuple[PreviewItem, ...]
    problems: tuple[Problem, ...]
    faulty: int
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    tables: tuple[TableLayout, ...] = ()
    mappings: tuple[TableMapping, ...] = ()
    faulty_rows: tuple[FaultyRow, ...] = ()

    @property
    def remembered(self) -> tuple[TableMapping, ...]:
        """What was said at an earlier import and held for this file too."""
        return tuple(one.mapping for one in self.tables if one.is_remembered)

    @property
    def mends(self) -> dict[Place, Question]:
        """What was corrected on the page, to be kept when the file is compared anew."""
        return {item.place: item.question for item in self.items if item.mended}

    def count(self, novelty: Novelty) -> int:
        """How many rows are new, same, changed or repeated."""
        return sum(item.novelty is novelty for item in self.items)


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A question of the bank, as an import must know it; `texts` is what it says, as stored."""

    question_id: int
    revision_id: int
    state: QuestionState
    texts: tuple[Any, ...]

    def says(self, question: Question) -> bool:
        """Whether it is this very question."""
        return as_texts(question) == self.texts

    @property
    def question(self) -> Question:
        """The question, made anew: most of those that a file brings back are told the same before any is made."""
        return from_texts(self.texts)


def preview_file(
    database: Database,
    bank_name: str,
    content: bytes,
    file_name: str,
    *,
    limits: ReadingLimits,
    mappings: Sequence[TableMapping] = (),
    remembered: Sequence[TableMapping] = (),
    on_progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> BankPreview:
    """Read a file and compare it with a bank, which need not be there yet.

    `mappings` hold for the sheets that they name, `remembered` for other tables with their headings.
    """
    from quizapp.excel.child import ChildLimits, collector_paused  # here: whoever only signs in reads no workbooks
    from quizapp.excel.read_bank import read_bank

    bank_name = bank_name.strip()
    if not bank_name:
        raise UserError(_("请填写题库名称。"))
    if len(content) > limits.file_megabytes * 1024 * 1024:
        words = _("文件超过 {megabytes} MB，太大了。题库文件一般只有几 MB：请删去图片和多余的工作表，另存后再试。")
        raise NotReadable(words.format(megabytes=limits.file_megabytes))
    if faults := [fault for mapping in mappings for fault in mapping_faults(mapping)]:
        raise UserError("\n".join(dict.fromkeys(faults)))
    in_child = ChildLimits(limits.seconds, limits.megabytes)
    said = (*mappings, *remembered)
    file = read_bank(
        content, file_name, mappings=said, on_progress=on_progress, is_cancelled=is_cancelled, limits=in_child
    )
    names, file_hash = file.identities, hashlib.sha256(content).hexdigest()
    with collector_paused(), database.read() as session:
        found = compare(file, names, on_record(session, bank_name, names), bank_name=bank_name, file_hash=file_hash)
        return replace(found, tables=file.tables, mappings=tuple(mappings))


def on_record(session: Session, bank_name: str, names: Sequence[str]) -> dict[str, OnRecord]:
    """What a bank has of these identities; nothing where there is no such bank."""
    asked = set(names)
    hits = {row.revision_id: row for row in identities_in_bank(session, bank_name) if row.identity in asked}
    found: dict[str, OnRecord] = {}
    connection = session.connection()  # its rows are twice as quick as those of the session, which looks for objects
    states = {state.value: state for state in QuestionState}
    said = select(RevisionRow.id, *text_columns())
    for part in chunks(list(hits)):
        for revision_id, *texts in connection.execute(said.where(RevisionRow.id.in_(part))):
            row = hits[revision_id]
            found[row.identity] = OnRecord(row.id, revision_id, states[row.state], tuple(texts))
    return found


def identities_in_bank(session: Session, bank_name: str) -> Sequence[Any]:
    """Identity, id, revision_id and state of every question of a bank."""
    wanted = select(QuestionRow.identity, QuestionRow.id, QuestionRow.revision_id, QuestionRow.state)
    wanted = wanted.join(BankRow, BankRow.id == QuestionRow.bank_id).where(BankRow.name == bank_name)
    return session.connection().execute(wanted).all()


def compare(
    file: "BankFile", names: Sequence[str], record: Mapping[str, OnRecord], *, bank_name: str, file_hash: str
) -> BankPreview:
    """What importing a file would do; `names` are the identities of its rows, `record` what the bank has of them."""
    items: list[PreviewItem] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for bank_item, name in zip(file.items, names, strict=True):
        known, is_repeated = record.get(name), name in seen
        item = judged(bank_item, name, known, is_repeated=is_repeated)
        if is_retired(item, known):
            problems.append(retired_remark(item))
        seen.add(name)
        items.append(item)
    return BankPreview(
        bank_name=bank_name,
        file_name=file.file_name,
        file_hash=file_hash,
        layout=file.layout,
        items=tuple(items),
        problems=(*file.problems, *problems),
        faulty=file.rows_faulty,
        pictures=file.pictures,
        faulty_rows=tuple(file.faulty_rows),
    )


def judged(row: "BankItem | PreviewItem", name: str, known: OnRecord | None, *, is_repeated: bool) -> PreviewItem:
    """How a row stands to the bank; `name` is its identity, `known` what the bank has of it."""
    if is_repeated:
        return PreviewItem(row.sheet, row.row, row.question, Novelty.REPEATED, identity=name)
    if known is None:
        return PreviewItem(row.sheet, row.row, row.question, Novelty.NEW, identity=name)
    is_same = known.says(row.question)
    before = row.question if is_same else known.question
    is_same = is_same or filled_up(row.question, before) == before
    novelty = Novelty.SAME if is_same else Novelty.CHANGED
    return PreviewItem(
        row.sheet,
        row.row,
        row.question,
        novelty,
        known.question_id,
        before,
        identity=name,
        revision_id=known.revision_id,
    )


def is_retired(item: PreviewItem, known: OnRecord | None) -> bool:
    """Whether a row has its question in the bank, where it is retired."""
    return item.novelty is not Novelty.REPEATED and known is not None and known.state is QuestionState.RETIRED


def retired_remark(item: PreviewItem) -> Problem:
    """What is said of such a row."""
    message = _("题库里有这道题，但已停用：导入后仍然停用，需要时请在题库中恢复。")
    return Problem(item.sheet, item.row, _("题干"), Severity.WARNING, message)

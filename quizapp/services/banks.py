"""What the organiser does with question banks: import with preview, undo of a batch, search, edit, retire."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.core.people import Actor
from quizapp.core.problems import Problem
from quizapp.core.questions import Difficulty, Kind, Question
from quizapp.db.engine import Database


class QuestionState(StrEnum):
    """ACTIVE questions are drawn; REVIEW (待审核) and RETIRED ones are not."""

    ACTIVE = "active"
    REVIEW = "review"
    RETIRED = "retired"


class Novelty(StrEnum):
    """How a row of a file stands to the bank: SAME and CHANGED have the identity of a question on record."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class BankSummary:
    """A bank with its counts of questions that can be drawn."""

    id: int
    name: str
    by_kind: dict[Kind, int]
    retired: int
    last_import_at: datetime | None

    @property
    def total(self) -> int:
        """Questions that can be drawn."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of a bank in its present revision."""

    id: int
    bank_id: int
    revision: int
    state: QuestionState
    question: Question


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """A row that can be imported; REPEATED: an earlier row of the same file is the same question."""

    sheet: str
    row: int
    question: Question
    novelty: Novelty
    question_id: int | None = None
    before: Question | None = None


@dataclass(frozen=True, slots=True)
class BankPreview:
    """What an import would do; hand it back to `import_` with the rows that are wanted."""

    bank_name: str
    file_name: str
    file_hash: str
    layout: str
    items: tuple[PreviewItem, ...]
    problems: tuple[Problem, ...]
    faulty: int

    def count(self, novelty: Novelty) -> int:
        """How many rows are new, same, changed or repeated."""
        return sum(item.novelty is novelty for item in self.items)


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of a bank; `may_undo`: no test and no later batch used what it brought."""

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


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a question, for its history."""

    number: int
    at: datetime
    who: str
    question: Question


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions to list; None and empty: no limit. `text` is looked for in stem, options, category and source."""

    text: str = ""
    kind: Kind | None = None
    category: str | None = None
    difficulty: Difficulty | None = None
    state: QuestionState | None = None


class Banks:
    """Question banks."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def banks(self) -> list[BankSummary]:
        """All banks by name."""
        raise NotImplementedError

    def add_bank(self, actor: Actor, name: str) -> BankSummary:
        """An empty bank."""
        raise NotImplementedError

    def rename_bank(self, actor: Actor, bank_id: int, name: str) -> None:
        """Give a bank another name."""
        raise NotImplementedError

    def categories(self, bank_ids: tuple[int, ...]) -> list[str]:
        """The categories in use in these banks, in pinyin order."""
        raise NotImplementedError

    def questions(self, bank_id: int, wanted: QuestionFilter = QuestionFilter()) -> list[BankQuestion]:
        """The questions of a bank, in the order in which they came."""
        raise NotImplementedError

    def history(self, question_id: int) -> list[Revision]:
        """All revisions, newest first."""
        raise NotImplementedError

    def add_question(self, actor: Actor, bank_id: int, question: Question) -> BankQuestion:
        """Add a question; UserError with its faults, Conflict where the bank has it."""
        raise NotImplementedError

    def edit_question(self, actor: Actor, question_id: int, question: Question, *, seen_revision: int) -> BankQuestion:
        """Write a new revision; Conflict where somebody edited it since `seen_revision`."""
        raise NotImplementedError

    def set_state(self, actor: Actor, question_ids: tuple[int, ...], state: QuestionState) -> None:
        """Retire questions, or put them back."""
        raise NotImplementedError

    def preview(
        self,
        bank_name: str,
        content: bytes,
        file_name: str,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> BankPreview:
        """Read a file and compare it with the bank (which need not be there yet); changes nothing."""
        raise NotImplementedError

    def import_(
        self,
        actor: Actor,
        preview: BankPreview,
        *,
        left_out: frozenset[tuple[str, int]] = frozenset(),
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Batch:
        """Commit the new and changed rows of a preview but those `left_out` (sheet, row), all or nothing.

        The bank is made where it is not there. Conflict where the bank changed since the preview.
        """
        raise NotImplementedError

    def batches(self, bank_id: int | None = None) -> list[Batch]:
        """Imports, newest first."""
        raise NotImplementedError

    def undo_batch(self, actor: Actor, batch_id: int) -> None:
        """Take an import back; Conflict with the reason where a test or a later batch used it."""
        raise NotImplementedError

"""New rows of a file that nearly say what another question says: found by shared pieces, judged by their likeness."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from quizapp.core.near_duplicates import NearTexts, comparable
from quizapp.core.questions import Option, Question
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, QuestionRow, RevisionRow
from quizapp.errors import Cancelled
from quizapp.services.bank_previews import BankPreview, Novelty, Place, PreviewItem
from quizapp.services.bank_questions import revision_columns
from quizapp.services.question_records import QuestionState, chunks, to_question

_ALIKE_PERCENT = 85
_AT_ONCE = 500  # rows between two looks at the cancel button
_Told = Callable[[int, int], None] | None


@dataclass(frozen=True, slots=True)
class NearPair:
    """A new row and the question most like it: one on record (`question_id`), or an earlier new row (`other_place`).

    `may_replace`: the file does not have the question on record as well.
    """

    sheet: str
    row: int
    question: Question
    percent: int
    other: Question
    other_place: Place | None = None
    question_id: int | None = None
    revision_id: int | None = None
    state: QuestionState | None = None
    may_replace: bool = True

    @property
    def place(self) -> Place:
        """Where the new row stands."""
        return self.sheet, self.row


def near_pairs(
    database: Database,
    preview: BankPreview,
    *,
    on_progress: _Told = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> list[NearPair]:
    """One pair for each new row that has a question like it, in file order. Raises Cancelled.

    No transaction is open while texts are compared, which takes long: what is written meanwhile could not be put from
    the log of the database into the database.
    """
    asked = [item for item in preview.items if item.novelty is Novelty.NEW]
    search = _Search(database, preview, asked, on_progress, is_cancelled)
    return search.pairs() if asked else []


class _Search:
    """Numbers up to `len(asked)` are new rows, those behind them questions of the bank."""

    def __init__(
        self,
        database: Database,
        preview: BankPreview,
        asked: Sequence[PreviewItem],
        on_progress: _Told,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self._database = database
        self._asked = asked
        self._in_file = {item.question_id for item in preview.items if item.question_id is not None}
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._bank_name = preview.bank_name
        self._texts = [comparable(item.question) for item in asked]
        self._ids: list[int] = []

    def pairs(self) -> list[NearPair]:
        """Know the bank's questions and the new rows, then ask for each row."""
        known = NearTexts(self._texts)
        for number, text in enumerate(self._texts):
            known.add(number, text)
        for done, row in enumerate(self._in_bank()):
            text = comparable(_as_asked(row))
            known.add(len(self._texts), text)
            self._texts.append(text)
            self._ids.append(row.question_id)
            self._go_on(done)
        found = [self._best(number, known) for number in range(len(self._asked))]
        return self._pairs([one for one in found if one is not None])

    def _in_bank(self) -> list[Any]:
        """What the questions of the bank ask."""
        present = (
            select(RevisionRow.question_id, RevisionRow.kind, RevisionRow.stem, RevisionRow.options)
            .join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)
            .join(BankRow, BankRow.id == QuestionRow.bank_id)
            .where(BankRow.name == self._bank_name)
        )
        rows: list[Any] = []
        with self._database.read() as session:
            for part in session.execute(present).partitions(_AT_ONCE):
                rows += part
                self._go_on(0)
        return rows

    def _best(self, number: int, known: NearTexts) -> tuple[int, int, float] | None:
        """The text most like a new row's, as (row's number, its number, per cent)."""
        from rapidfuzz import fuzz, process  # here: whoever only signs in compares nothing

        self._go_on(number)
        if number % _AT_ONCE == 0 and self._on_progress is not None:
            self._on_progress(number, len(self._asked))
        text, last = self._texts[number], len(self._asked)
        numbers = [one for one in known.near(text) if one < number or one >= last]
        texts = [self._texts[one] for one in numbers]
        hit = process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE_PERCENT) if texts else None
        return None if hit is None else (number, numbers[hit[2]], hit[1])

    def _pairs(self, found: Sequence[tuple[int, int, float]]) -> list[NearPair]:
        last = len(self._asked)
        rows = self._on_record([self._ids[other - last] for _number, other, _percent in found if other >= last])
        pairs = []
        for number, other, percent in found:
            item = self._asked[number]
            if other < last:
                near = self._asked[other]
                pair = NearPair(*item.place, item.question, int(percent), near.question, near.place)
            else:
                row = rows.get(self._ids[other - last])
                if row is None:  # gone since its text was read
                    continue
                pair = NearPair(*item.place, item.question, int(percent), to_question(row))
                pair = replace(
                    pair,
                    question_id=row.question_id,
                    revision_id=row.id,
                    state=QuestionState(row.state),
                    may_replace=row.question_id not in self._in_file,
                )
            pairs.append(pair)
        return pairs

    def _on_record(self, ids: Sequence[int]) -> dict[int, Any]:
        found: dict[int, Any] = {}
        wanted = select(QuestionRow.state, *revision_columns())
        wanted = wanted.join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)
        with self._database.read() as session:
            for part in chunks(sorted(set(ids))):
                rows = session.execute(wanted.where(QuestionRow.id.in_(part)))
                found.update({row.question_id: row for row in rows})
        return found

    def _go_on(self, done: int) -> None:
        if done % _AT_ONCE == 0 and self._is_cancelled is not None and self._is_cancelled():
            raise Cancelled


def _as_asked(row: Any) -> Question:
    return Question(row.kind, row.stem, "", tuple([Option(option["text"]) for option in row.options]))

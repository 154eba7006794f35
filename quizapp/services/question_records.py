"""Questions as the database keeps them: revision row <-> Question, and what the drawing of papers knows of a bank."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, Text, bindparam, select, update
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from quizapp.core.papers import Candidate
from quizapp.core.questions import Difficulty, Key, Kind, Option, Question
from quizapp.db.json_texts import from_text, to_text
from quizapp.db.tables import QuestionRow, RevisionRow
from quizapp.services.picture_records import pictures_from_json, pictures_to_json

_QUESTIONS = cast(Table, QuestionRow.__table__)
_REVISIONS = cast(Table, RevisionRow.__table__)
_CHUNK = 500
_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}  # a look-up here is many times as fast as Kind(value)
_DIFFICULTIES: dict[str, Difficulty] = {difficulty.value: difficulty for difficulty in Difficulty}
_KIND_TEXTS = {kind: kind.value for kind in Kind}
_DIFFICULTY_TEXTS = {difficulty: difficulty.value for difficulty in Difficulty}

_JSON = ("options", "key", "pictures")
SAID = (
    "kind", "stem", "options", "key", "explanation", "category", "knowledge_point", "difficulty", "source",
    "reviewed_on", "pictures", "any_order",
)  # fmt: skip
"""The columns of a revision that say what the question says."""


class QuestionState(StrEnum):
    """ACTIVE questions are drawn; REVIEW (待审核) and RETIRED ones are not."""

    ACTIVE = "active"
    REVIEW = "review"
    RETIRED = "retired"


def to_question(revision: RevisionRow | Any) -> Question:
    """The question that a revision holds; takes a row of its columns as well, which is much quicker for many."""
    return Question(
        kind=_KINDS[revision.kind],
        stem=revision.stem,
        key=key_from_json(revision.key),
        options=tuple([Option(option["text"]) for option in revision.options]),
        explanation=revision.explanation,
        category=revision.category,
        knowledge_point=revision.knowledge_point,
        difficulty=_DIFFICULTIES[revision.difficulty],
        source=revision.source,
        reviewed_on=revision.reviewed_on,
        pictures=pictures_from_json(revision.pictures),
        any_order=revision.any_order,
    )


def revision_values(question: Question) -> dict[str, Any]:
    """The columns of a revision that say what the question says."""
    return {
        "kind": question.kind.value,
        "stem": question.stem,
        "options": [{"text": option.text} for option in question.options],
        "key": key_to_json(question.key),
        "explanation": question.explanation,
        "category": question.category,
        "knowledge_point": question.knowledge_point,
        "difficulty": question.difficulty.value,
        "source": question.source,
        "reviewed_on": question.reviewed_on,
        "pictures": pictures_to_json(question.pictures),
        "any_order": question.any_order,
    }


def text_columns() -> list[ColumnElement[Any]]:
    """The columns `SAID` as stored: those of JSON are read as texts."""
    return [
        sql_cast(column, Text) if column.name in _JSON else column for column in map(_REVISIONS.c.__getitem__, SAID)
    ]


def as_texts(question: Question) -> tuple[Any, ...]:
    """What `text_columns` hold of a question: to see that two are equal without making one of what is stored."""
    return (
        _KIND_TEXTS[question.kind],
        question.stem,
        to_text([{"text": option.text} for option in question.options]),
        to_text(key_to_json(question.key)),
        question.explanation,
        question.category,
        question.knowledge_point,
        _DIFFICULTY_TEXTS[question.difficulty],
        question.source,
        question.reviewed_on,
        to_text(pictures_to_json(question.pictures)) if question.pictures else "[]",
        question.any_order,
    )


def from_texts(texts: Sequence[Any]) -> Question:
    """The question that `text_columns` hold."""
    kind, stem, options, key, explanation, category, knowledge_point, difficulty, source, reviewed_on, *rest = texts
    pictures, any_order = rest
    return Question(
        kind=_KINDS[kind],
        stem=stem,
        key=key_from_json(from_text(key)),
        options=tuple([Option(option["text"]) for option in from_text(options)]),
        explanation=explanation,
        category=category,
        knowledge_point=knowledge_point,
        difficulty=_DIFFICULTIES[difficulty],
        source=source,
        reviewed_on=reviewed_on,
        pictures=pictures_from_json(from_text(pictures)),
        any_order=any_order,
    )


def key_from_json(stored: Any) -> Key:
    """A key as the database keeps it (lists) as `core.questions.Key` (tuples)."""
    if not isinstance(stored, list):
        key: Key = stored
        return key
    return tuple(tuple(part) if isinstance(part, list) else part for part in stored)


def key_to_json(key: Key) -> Any:
    """A key as the database keeps it."""
    if not isinstance(key, tuple):
        return key
    return [list(part) if isinstance(part, tuple) else part for part in key]


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Parts of a list of ids that one statement can take: SQLite allows a limited number of parameters."""
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def point_to_revisions(session: Session, revisions: dict[int, int]) -> None:
    """Make each question (by id) show a revision (its id)."""
    if revisions:
        one = update(_QUESTIONS).where(_QUESTIONS.c.id == bindparam("question"))
        one = one.values(revision_id=bindparam("revision"))
        rows = [{"question": question, "revision": revision} for question, revision in revisions.items()]
        session.connection().execute(one, rows)


def candidates(session: Session, bank_ids: Sequence[int]) -> list[Candidate]:
    """What can be drawn from these banks: their active questions in their present revisions."""
    wanted = (
        _CANDIDATES.where(QuestionRow.revision_id == RevisionRow.id)
        .where(QuestionRow.bank_id.in_(bank_ids), QuestionRow.state == QuestionState.ACTIVE)
        .order_by(QuestionRow.id)
    )
    kept_back = select(QuestionRow.revision_id).where(QuestionRow.bank_id.in_(bank_ids), QuestionRow.is_kept_back)
    return _to_candidates(session.execute(wanted).all(), set(session.scalars(kept_back)))


def frozen_candidates(session: Session, revision_ids: Sequence[int]) -> list[Candidate]:
    """What can be drawn from these revisions, whatever became of their questions since; in the order given.

    Of what was kept back since (竞赛保留) nothing is known here: a published test has its questions.
    """
    found: dict[int, Candidate] = {}
    for part in chunks(revision_ids):
        wanted = _CANDIDATES.where(RevisionRow.id.in_(part))
        found.update({one.revision_id: one for one in _to_candidates(session.execute(wanted).all())})
    return [found[revision_id] for revision_id in revision_ids]


_CANDIDATES = select(
    RevisionRow.id,
    QuestionRow.identity,
    RevisionRow.kind,
    RevisionRow.category,
    RevisionRow.difficulty,
    RevisionRow.options,
).join(QuestionRow, QuestionRow.id == RevisionRow.question_id)


def _to_candidates(rows: Sequence[Any], kept_back: Collection[int | None] = ()) -> list[Candidate]:
    return [
        Candidate(
            revision_id=row[0],
            identity=row[1],
            kind=_KINDS[row[2]],
            category=row[3],
            difficulty=_DIFFICULTIES[row[4]],
            options=tuple([one["text"] for one in row[5]]),
            is_kept_back=row[0] in kept_back,
        )
        for row in rows
    ]

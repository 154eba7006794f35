"""Questions as the database keeps them: revision row <-> Question, and what the drawing of papers knows of a bank."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from quizapp.core.papers import Candidate
from quizapp.core.questions import Difficulty, Key, Kind, Option, Question
from quizapp.db.tables import QuestionRow, RevisionRow


class QuestionState(StrEnum):
    """ACTIVE questions are drawn; REVIEW (待审核) and RETIRED ones are not."""

    ACTIVE = "active"
    REVIEW = "review"
    RETIRED = "retired"


_DRAWN = ("id", "kind", "category", "difficulty", "options")


def to_question(revision: RevisionRow | Row[Any]) -> Question:
    """The question that a revision holds; takes a row of its columns as well, which is much quicker for many."""
    return Question(
        kind=Kind(revision.kind),
        stem=revision.stem,
        key=key_from_json(revision.key),
        options=tuple(Option(option["text"]) for option in revision.options),
        explanation=revision.explanation,
        category=revision.category,
        knowledge_point=revision.knowledge_point,
        difficulty=Difficulty(revision.difficulty),
        source=revision.source,
        reviewed_on=revision.reviewed_on,
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
    }


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


def to_candidate(revision: RevisionRow | Row[Any], identity: str) -> Candidate:
    """What the drawing knows of a revision."""
    return Candidate(
        revision_id=revision.id,
        identity=identity,
        kind=Kind(revision.kind),
        category=revision.category,
        difficulty=Difficulty(revision.difficulty),
        options=tuple(option["text"] for option in revision.options),
    )


def candidates(session: Session, bank_ids: Sequence[int]) -> list[Candidate]:
    """What can be drawn from these banks: their active questions in their present revisions."""
    wanted = (
        select(*(getattr(RevisionRow, name) for name in _DRAWN), QuestionRow.identity)
        .join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)
        .where(QuestionRow.bank_id.in_(bank_ids), QuestionRow.state == QuestionState.ACTIVE)
        .order_by(QuestionRow.id)
    )
    return [to_candidate(row, row.identity) for row in session.execute(wanted)]

"""What the organiser does with attempts: see what was answered, void one, move one taken under a wrong name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.attempts import AttemptState
from quizapp.core.desk import ReviewQuestion
from quizapp.core.people import Actor
from quizapp.db.engine import Database


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """One attempt of a person, score in hundredths (None: not graded)."""

    id: int
    exam_id: int
    exam_title: str
    person_id: int
    name: str
    department: str
    number: int
    state: AttemptState
    started_at: datetime
    ended_at: datetime | None
    score: int | None
    counts: bool
    void_reason: str


@dataclass(frozen=True, slots=True)
class AttemptEvent:
    """Something that happened to an attempt, in words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """All that explains a score: every question with response, key and points, and what happened when."""

    summary: AttemptSummary
    questions: tuple[ReviewQuestion, ...]
    events: tuple[AttemptEvent, ...]


class Attempts:
    """Attempts, as the organiser sees them."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def attempts(self, exam_id: int) -> list[AttemptSummary]:
        """All attempts of a test, latest first."""
        raise NotImplementedError

    def record(self, attempt_id: int) -> AttemptRecord:
        """One attempt with all that explains its score."""
        raise NotImplementedError

    def void(self, actor: Actor, attempt_id: int, reason: str) -> None:
        """Make an attempt void: it counts for nothing and may be taken again; UserError without a reason."""
        raise NotImplementedError

    def move(self, actor: Actor, attempt_id: int, person_id: int, reason: str) -> None:
        """Give an attempt to the person who really sat; Conflict where that person has one already."""
        raise NotImplementedError

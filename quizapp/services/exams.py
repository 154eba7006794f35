"""What the organiser does with tests: define, check against the banks, publish, try, change the window, close."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.core.desk import ReviewQuestion, SheetQuestion
from quizapp.core.exams import ExamDefinition, ExamState
from quizapp.core.grading import Response
from quizapp.core.people import Actor
from quizapp.core.questions import Question
from quizapp.db.engine import Database


@dataclass(frozen=True, slots=True)
class ExamSummary:
    """A test in a list; `sat` people have started at least once, `running` attempts are going on now."""

    id: int
    month: str
    title: str
    state: ExamState
    opens_at: datetime
    closes_at: datetime
    due: int
    sat: int
    running: int
    unsettled: int


@dataclass(frozen=True, slots=True)
class Exam:
    """A test as defined, with its state; `is_started`: paper, minutes and marks are frozen."""

    id: int
    definition: ExamDefinition
    state: ExamState
    is_started: bool
    due: int


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many people of a department would be due, and for which paper each."""

    department: str
    people: int
    by_paper: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ExamCheck:
    """What stands in the way of publishing (`faults`, empty: nothing), and who would be due."""

    faults: tuple[str, ...]
    due: tuple[DueCount, ...]

    @property
    def total_due(self) -> int:
        """People due in all."""
        return sum(count.people for count in self.due)


@dataclass(frozen=True, slots=True)
class Trial:
    """A paper to try: nothing of it is kept. `seed` gives the same paper again for marking."""

    exam_id: int
    paper: int
    seed: str
    questions: tuple[SheetQuestion, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """How a trial went, in hundredths, with every key."""

    score: int
    full_points: int
    questions: tuple[ReviewQuestion, ...]


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A whole paper to print or save: questions in the order asked, with the options in the order shown."""

    title: str
    paper_name: str
    minutes: int
    full_points: int
    questions: tuple[tuple[Question, int], ...]


class Exams:
    """Tests."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def exams(self, month: str | None = None) -> list[ExamSummary]:
        """Tests, the newest window first."""
        raise NotImplementedError

    def exam(self, exam_id: int) -> Exam:
        """One test."""
        raise NotImplementedError

    def proposal(self, today: date) -> ExamDefinition:
        """A definition to begin with: this month's, in the form of the last one, workdays 8:30 to 17:30 local time."""
        raise NotImplementedError

    def check(self, definition: ExamDefinition) -> ExamCheck:
        """What keeps it from being published, which section lacks how many, and who would be due."""
        raise NotImplementedError

    def create(self, actor: Actor, definition: ExamDefinition) -> int:
        """Keep a draft; returns its id."""
        raise NotImplementedError

    def change(self, actor: Actor, exam_id: int, definition: ExamDefinition) -> None:
        """Change a draft; Conflict once it is published."""
        raise NotImplementedError

    def delete_draft(self, actor: Actor, exam_id: int) -> None:
        """Delete a draft; Conflict once it is published."""
        raise NotImplementedError

    def publish(self, actor: Actor, exam_id: int) -> int:
        """Freeze pools and due list; returns how many are due. UserError with all that stands in the way."""
        raise NotImplementedError

    def withdraw(self, actor: Actor, exam_id: int) -> None:
        """Back to draft; Conflict once somebody has started."""
        raise NotImplementedError

    def change_window(self, actor: Actor, exam_id: int, opens_at: datetime, closes_at: datetime, reason: str) -> None:
        """Move the window of a published test; running attempts keep the earlier of their deadline and the new end."""
        raise NotImplementedError

    def add_due(self, actor: Actor, exam_id: int, person_ids: Sequence[int], reason: str) -> int:
        """Put people on the due list of a published test; returns how many were not on it yet."""
        raise NotImplementedError

    def close(self, actor: Actor, exam_id: int) -> int:
        """Close a test: who has not sat becomes 待核实; returns how many. Running attempts are graded as they stand."""
        raise NotImplementedError

    def trial(self, exam_id: int, paper: int, seed: str) -> Trial:
        """A paper as somebody would get it, to be tried by the organiser."""
        raise NotImplementedError

    def grade_trial(self, trial: Trial, responses: Sequence[Response]) -> TrialOutcome:
        """Mark a trial; responses in the order of its questions, options in the order shown."""
        raise NotImplementedError

    def printed_paper(self, exam_id: int, paper: int) -> PrintedPaper:
        """A paper to print."""
        raise NotImplementedError

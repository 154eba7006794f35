"""A whole month as one JSON file: roster, questions, test, papers, what everybody answered, and statuses.

The format is described in README. Reading checks all that can be known without the data on record; scores are not taken
from the file: where it states one, it is compared with what the responses earn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.core.exams import AttemptsRule, ExamState
from quizapp.core.grading import MultipleRule, Response
from quizapp.core.leavings import Leaving
from quizapp.core.monthly import Status
from quizapp.core.people import DepartmentKind
from quizapp.core.questions import Question

FORMAT = "quizapp-month"
VERSION = 1


@dataclass(frozen=True, slots=True)
class MonthDepartment:
    """A department; `parent`: names from the top, one name alone may be any department's, empty: none."""

    where: str
    name: str
    kind: DepartmentKind
    parent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthQuestion:
    """A question with its name in this file and what it is worth (hundredths)."""

    name: str
    question: Question
    points: int


@dataclass(frozen=True, slots=True)
class MonthPaper:
    """A paper: the names of its questions in the order asked."""

    name: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthAttempt:
    """One attempt; `submitted_at` None: the time ran out. Responses by question; `score`: what the file claims.

    `leavings`: when and how long the test's window was left, where that was recorded.
    `marks`: points (hundredths) that somebody gave short answers, by question.
    `granted_s`: seconds that the organiser added.
    """

    where: str
    started_at: datetime
    submitted_at: datetime | None
    responses: Mapping[str, Response] = field(default_factory=dict)
    score: int | None = None
    leavings: tuple[Leaving, ...] = ()
    marks: Mapping[str, int] = field(default_factory=dict)
    granted_s: int = 0


@dataclass(frozen=True, slots=True)
class MonthPerson:
    """A person and how the month's test went; `department` as a department's parent; None, empty: as on record."""

    where: str
    number: str
    name: str
    department: tuple[str, ...]
    category: str | None
    position: str | None
    phone: str
    remark: str
    takes_tests: bool | None
    counts: bool | None
    is_ranked: bool | None
    is_due: bool
    paper: str
    status: Status
    reason: str
    extra_minutes: int
    attempts: tuple[MonthAttempt, ...]


@dataclass(frozen=True, slots=True)
class MonthExam:
    """The test; marks in hundredths, instants in UTC."""

    where: str
    month: str
    title: str
    opens_at: datetime
    closes_at: datetime
    minutes: int
    pass_points: int
    excellent_points: int
    multiple_rule: MultipleRule
    attempts_allowed: int
    attempts_rule: AttemptsRule
    state: ExamState
    papers: tuple[MonthPaper, ...]


@dataclass(frozen=True, slots=True)
class MonthFile:
    """All that a month file says."""

    bureau: str
    departments: tuple[MonthDepartment, ...]
    people: tuple[MonthPerson, ...]
    bank: str
    questions: Mapping[str, MonthQuestion]
    exam: MonthExam

"""The Desk: all that a staff member can do, and every value it takes and gives.

The one service with a second form over the network, so its pages never know where the database is. Nothing that leaves
the desk before submission holds a key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from quizapp.core.exams import ReviewContent, ReviewFrom
from quizapp.core.grading import Response
from quizapp.core.monthly import Grade
from quizapp.core.own_results import AttemptPlace, OwnAttempt, OwnResult, Ranking
from quizapp.core.people import SignInCheck
from quizapp.core.pictures import PicturePlace
from quizapp.core.practice_desk import PracticeDesk
from quizapp.core.questions import Kind


@dataclass(frozen=True, slots=True)
class DepartmentName:
    """A department as the sign-in page lists it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person as the sign-in page lists it; `search_keys`: pinyin and initials, lower case.

    `is_done`: has handed in every test that is open now and that this person is due for (已考). A desk that may not
    show who has sat leaves it False.
    """

    id: int
    name: str
    number: str
    department_id: int
    search_keys: tuple[str, ...] = ()
    remark: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class OpenExam:
    """What the sign-in page says is open this month, for everybody's eyes."""

    title: str
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class SignInPage:
    """All that the sign-in page shows, in one call."""

    bureau: str
    check: SignInCheck
    departments: tuple[DepartmentName, ...]
    people: tuple[PersonName, ...]
    open_exams: tuple[OpenExam, ...]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A signed-in person; `token` goes with every further call and sees that person's own attempts only."""

    token: str
    name: str
    number: str
    department: str


class ExamProgress(StrEnum):
    """Where I am with a test."""

    NOT_OPEN = "not_open"
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class MyExam:
    """A test I am due for, with its rules; scores in hundredths, None where there is none to show.

    `minutes` are mine, `extra_minutes` of them more than others have. `is_unmarked`: answers wait to be marked.
    """

    exam_id: int
    title: str
    month: str
    opens_at: datetime
    closes_at: datetime
    minutes: int
    question_count: int
    full_points: int
    pass_points: int
    excellent_points: int
    attempts_used: int
    attempts_allowed: int
    progress: ExamProgress
    attempt_id: int | None = None
    score: int | None = None
    may_start: bool = False
    may_review: bool = False
    rules: tuple[str, ...] = ()
    extra_minutes: int = 0
    is_unmarked: bool = False


@dataclass(frozen=True, slots=True)
class MyMonth:
    """My result of one month's test; `score` None where I did not sit."""

    month: str
    title: str
    status: str
    score: int | None
    full_points: int
    is_unmarked: bool = False


@dataclass(frozen=True, slots=True)
class MyPage:
    """What a person sees after signing in."""

    exams: tuple[MyExam, ...]
    months: tuple[MyMonth, ...]


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question as asked, without its key; `response` in the order shown (option 0 is the first on the screen).

    `pictures`: where pictures stand, options as shown; `AttemptDesk.picture` gives each.
    """

    position: int
    kind: Kind
    stem: str
    options: tuple[str, ...]
    points: int
    blanks: int
    response: Response
    is_marked: bool
    pictures: tuple[PicturePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of one attempt as it stands: what is asked, what is answered, how much time is left.

    `leavings`: how often the window was left so far, of `leavings_allowed` (0: no limit).
    `lost_s`: how long it was away, where the organiser may make up for it.
    """

    attempt_id: int
    title: str
    questions: tuple[SheetQuestion, ...]
    time_left_s: float
    deadline_at: datetime
    last_seq: int
    was_resumed: bool = False
    is_full_screen: bool = False
    records_leaving: bool = False
    leavings_allowed: int = 0
    leavings: int = 0
    lost_s: float = 0.0


@dataclass(frozen=True, slots=True)
class SaveReceipt:
    """An answer is on disk; the desk's own time left goes with it, so that the countdown follows it.

    `is_late`: it came after the end, was laid aside and does not count unless the organiser accepts it.
    """

    position: int
    seq: int
    time_left_s: float
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class LeavingReceipt:
    """A leaving of the test's window is on record: its number within the attempt, and how many are allowed (0: all)."""

    number: int
    allowed: int

    @property
    def is_too_many(self) -> bool:
        """Whether the sheet is to be handed in because of it."""
        return 0 < self.allowed < self.number


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A question afterwards; None and empty texts where the organiser does not show it. Options in the order shown."""

    position: int
    kind: Kind
    stem: str
    options: tuple[str, ...]
    response: Response
    points: int
    earned: int | None
    key: Response
    key_texts: tuple[str, ...]
    explanation: str
    source: str
    pictures: tuple[PicturePlace, ...] = ()
    any_order: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRight:
    """What may be seen of sheets and from when: a test's rule, not whether it is time (`Outcome.may_review`)."""

    content: ReviewContent = ReviewContent.ANSWERS
    since: ReviewFrom = ReviewFrom.WINDOW_CLOSED


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended; `score` None while it may not be shown or a person must still mark `unmarked` answers.

    `remark`: what the organiser did to end it, with the reason.
    """

    exam_id: int
    attempt_id: int
    title: str
    score: int | None
    full_points: int
    is_passed: bool | None
    is_excellent: bool | None
    used_s: int
    answered: int
    question_count: int
    was_expired: bool
    may_review: bool
    review_from: datetime | None
    attempts_left: int
    unmarked: int = 0
    remark: str = ""
    place: AttemptPlace = field(default_factory=AttemptPlace)
    ranking: Ranking = field(default_factory=Ranking)
    review: ReviewRight = field(default_factory=ReviewRight)


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The sheet of one attempt as it is printed; `number` is the attempt's, `given_s` the time it had.

    `score` and `grade` None: not to be shown yet, or `unmarked` answers wait; `void_reason`: it counts for nothing.
    `has_key`: keys are printed. `pictures`: the bytes by position and place; one that is gone is left out.
    """

    bureau: str
    title: str
    name: str
    person_number: str
    department: str
    number: int
    started_at: datetime
    ended_at: datetime
    used_s: int
    given_s: int
    score: int | None
    full_points: int
    grade: Grade | None
    questions: tuple[ReviewQuestion, ...]
    has_key: bool = False
    unmarked: int = 0
    void_reason: str = ""
    pictures: Mapping[tuple[int, PicturePlace], bytes] = field(default_factory=dict)


class AttemptDesk(Protocol):
    """The part of the desk that a test being taken needs; a trial by the organiser has this part only."""

    def save_answer(
        self, token: str, attempt_id: int, position: int, response: Response, *, seq: int, is_marked: bool
    ) -> SaveReceipt:
        """Keep one answer; returns when it is on disk. `seq` grows with each call: a repeat changes nothing."""
        ...

    def heartbeat(self, token: str, attempt_id: int) -> float:
        """Note that the attempt is alive; returns the seconds left."""
        ...

    def step_out(self, token: str, attempt_id: int) -> None:
        """Note that the person chooses to leave the sheet for now: such time is not lost time."""
        ...

    def picture(self, token: str, attempt_id: int, position: int, place: PicturePlace) -> bytes:
        """A picture of a question of the sheet, as the file it was; Conflict where there is none."""
        ...

    def submit(self, token: str, attempt_id: int) -> Outcome:
        """Hand in; a second call returns the same outcome."""
        ...

    def review(self, token: str, attempt_id: int) -> tuple[ReviewQuestion, ...]:
        """The sheet with what the organiser lets see; NotAllowed before its time."""
        ...


class Desk(AttemptDesk, PracticeDesk, Protocol):
    """All a staff member can do; one method is one action, one transaction and (over the network) one route.

    Every method but the first two takes the token of `sign_in`; NotAllowed where it is not, or no longer, good.
    """

    def sign_in_page(self) -> SignInPage:
        """Who can sign in, how, and what is open."""
        ...

    def sign_in(self, person_id: int | None, secret: str, *, number: str = "") -> SignedIn:
        """Sign in by person (or by number where `person_id` is None); NotAllowed on a wrong secret."""
        ...

    def sign_out(self, token: str) -> None:
        """Forget the token."""
        ...

    def my_page(self, token: str) -> MyPage:
        """My tests and my months."""
        ...

    def start(self, token: str, exam_id: int) -> Sheet:
        """Begin a test, or go on with the running attempt; UserError outside the window or without attempts left."""
        ...

    def sheet(self, token: str, attempt_id: int) -> Sheet:
        """The running attempt as it stands on disk."""
        ...

    def outcome(self, token: str, attempt_id: int) -> Outcome:
        """How a finished attempt ended."""
        ...

    def note_leaving(self, token: str, attempt_id: int, seconds: float, *, seq: int) -> LeavingReceipt:
        """Record that the test's window was left for so long; `seq` numbers the attempt's leavings: a repeat adds none.

        Only of a test that says so: NotAllowed otherwise.
        """
        ...

    def own_attempts(self, token: str, attempt_id: int) -> tuple[OwnAttempt, ...]:
        """All my attempts of the same test that are handed in and not void, the first one first."""
        ...

    def own_results(self, token: str) -> tuple[OwnResult, ...]:
        """My results of all months, the latest first."""
        ...

    def answer_sheet(self, token: str, attempt_id: int) -> AnswerSheet:
        """The sheet of a finished attempt to print, with what `review` shows; NotAllowed before its time."""
        ...

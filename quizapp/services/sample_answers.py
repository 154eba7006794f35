"""How the people of the sample take a test: by a plan of what they get wrong, through the desk like anybody."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.clock import ClockReading
from quizapp.core.grading import Response
from quizapp.core.people import Person
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.services.attempt_records import AskedQuestion, as_shown, asked_questions
from quizapp.services.desk import LocalDesk
from quizapp.services.desk_saving import save_answer

_QUESTIONS = 25
_WRONG = (0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 7, 8, 10, 12)
"""How many answers are wrong, each as likely: most pass, some are excellent, a few fail."""


class SampleClock:
    """A clock that stands where the story is; its PC was never restarted."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The instant of the story."""
        return self.at

    def read(self) -> ClockReading:
        """Both clocks of the story's PC."""
        return ClockReading(self.at, "sample", self.at.timestamp())


@dataclass(frozen=True, slots=True)
class SittingPlan:
    """How somebody will do: places answered wrong, places left open, how long it takes; `gives_up` never submits."""

    wrong: frozenset[int]
    skipped: frozenset[int]
    marked: frozenset[int]
    duration: timedelta
    gives_up: bool


def plan_sitting(chance: random.Random, *, gives_up: bool) -> SittingPlan:
    """How the next one will do."""
    places = range(_QUESTIONS)
    return SittingPlan(
        wrong=frozenset(chance.sample(places, chance.choice(_WRONG))),
        skipped=frozenset(range(19, _QUESTIONS)) if gives_up else frozenset(),
        marked=frozenset(chance.sample(places, 2)),
        duration=timedelta(minutes=29 if gives_up else chance.randrange(8, 27), seconds=chance.randrange(60)),
        gives_up=gives_up,
    )


class Sitter:
    """Takes tests for the people of the sample, at the time that the clock shows."""

    def __init__(self, database: Database, clock: SampleClock) -> None:
        self._database = database
        self._clock = clock
        self._desk = LocalDesk(database, clock.read)

    def sit(self, person: Person, exam_id: int, plan: SittingPlan) -> None:
        """Sign in, start, answer place by place, hand in."""
        token = self._desk.sign_in(person.id, "").token
        attempt_id = self._desk.start(token, exam_id).attempt_id
        with self._database.read() as session:
            paper = asked_questions(session, attempt_id)
        begun_at = self._clock.at
        # One transaction for all of them: each is saved as the desk saves it, only not each brought to the disk.
        with self._database.connection() as connection:
            for number, asked in enumerate(paper, start=1):
                self._clock.at = begun_at + plan.duration * number / (len(paper) + 1)
                if asked.position in plan.skipped:
                    continue
                save_answer(
                    connection,
                    self._clock.read(),
                    token,
                    attempt_id,
                    position=asked.position,
                    response=_response(asked, is_right=asked.position not in plan.wrong),
                    seq=number,
                    marked=asked.position in plan.marked,
                    watches=False,
                )
        self._clock.at = begun_at + plan.duration
        if not plan.gives_up:
            self._desk.submit(token, attempt_id)
        self._desk.sign_out(token)


def _response(asked: AskedQuestion, *, is_right: bool) -> Response:
    """The right answer in the order shown, or one that is wrong the way people are."""
    key = asked.question.key
    if asked.question.kind is Kind.TRUE_FALSE:
        return bool(key) is is_right
    if not asked.question.kind.has_options:
        return ("",) if not is_right else _texts(key)
    shown = as_shown(asked.question.kind, _numbers(key), asked.option_order)
    if is_right or not isinstance(shown, tuple):
        return shown
    return _wrong_choice(asked, _numbers(shown))


def _numbers(key: object) -> tuple[int, ...]:
    return tuple(one for one in key if isinstance(one, int)) if isinstance(key, tuple) else ()


def _texts(key: object) -> Response:
    """The first accepted text of each blank, or the model answer."""
    if isinstance(key, tuple):
        return tuple(str(accepted[0]) for accepted in key if isinstance(accepted, tuple))
    return str(key)


def _wrong_choice(asked: AskedQuestion, right: tuple[int, ...]) -> Response:
    """The next option for the right one; of several right ones the last is missed."""
    if asked.question.kind is Kind.MULTIPLE and len(right) > 2:
        return right[:-1]
    count = len(asked.option_order)
    return tuple(sorted({(number + 1) % count for number in right})) if len(right) < count else right[:1]

"""A trial taken on the staff's own page: a desk with one attempt that lives in memory and is gone with it."""

from collections.abc import Callable
from datetime import timedelta

from quizapp.clock import ClockReading
from quizapp.core.desk import Outcome, ReviewQuestion, SaveReceipt, Sheet
from quizapp.core.grading import Response, is_answered
from quizapp.core.monthly import Grade, Marks
from quizapp.core.pictures import PicturePlace
from quizapp.services.trials import Trial, TrialOutcome, Trials


class TrialDesk:
    """`core.desk.AttemptDesk` for a trial: nothing is kept, nothing counts."""

    def __init__(self, trials: Trials, trial: Trial, marks: Marks, read_clock: Callable[[], ClockReading]) -> None:
        self._trials = trials
        self._trial = trial
        self._marks = marks
        self._read_clock = read_clock
        self._started = read_clock()
        self._responses: dict[int, Response] = {}
        self._outcome: TrialOutcome | None = None

    def sheet(self) -> Sheet:
        """The paper, unanswered."""
        return Sheet(
            attempt_id=0,
            title=self._trial.title,
            questions=self._trial.questions,
            time_left_s=self._left_s(),
            deadline_at=self._started.wall_at + timedelta(minutes=self._trial.minutes),
            last_seq=0,
        )

    def save_answer(
        self, token: str, attempt_id: int, position: int, response: Response, *, seq: int, is_marked: bool
    ) -> SaveReceipt:
        """Remember one answer for the marking."""
        self._responses[position] = response
        return SaveReceipt(position=position, seq=seq, time_left_s=self._left_s())

    def heartbeat(self, token: str, attempt_id: int) -> float:
        """The seconds left."""
        return self._left_s()

    def step_out(self, token: str, attempt_id: int) -> None:
        """A trial that is left is gone."""

    def picture(self, token: str, attempt_id: int, position: int, place: PicturePlace) -> bytes:
        """A picture of a question of the trial."""
        return self._trials.picture(self._trial, position, place)

    def submit(self, token: str, attempt_id: int) -> Outcome:
        """Mark the trial."""
        responses = [self._responses.get(one.position) for one in self._trial.questions]
        self._outcome = self._trials.grade_trial(self._trial, responses)
        unmarked = sum(one.earned is None for one in self._outcome.questions)
        grade = None if unmarked else self._marks.grade(self._outcome.score)
        return Outcome(
            exam_id=self._trial.exam_id,
            attempt_id=attempt_id,
            title=self._trial.title,
            score=None if unmarked else self._outcome.score,
            full_points=self._outcome.full_points,
            is_passed=None if grade is None else grade is not Grade.FAILED,
            is_excellent=None if grade is None else grade is Grade.EXCELLENT,
            used_s=round(self._trial.minutes * 60 - self._left_s()),
            answered=sum(is_answered(one) for one in responses),
            question_count=len(responses),
            was_expired=self._left_s() <= 0,
            may_review=True,
            review_from=None,
            attempts_left=0,
            unmarked=unmarked,
        )

    def review(self, token: str, attempt_id: int) -> tuple[ReviewQuestion, ...]:
        """Every question with its key."""
        return self._outcome.questions if self._outcome is not None else ()

    def _left_s(self) -> float:
        return max(0.0, self._trial.minutes * 60 - (self._read_clock().boot_s - self._started.boot_s))

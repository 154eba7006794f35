"""What the attempts of a month file earn: by the same grading as at the desk, and never as the file claims."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.grading import MultipleRule, grade, is_answered
from quizapp.core.json_nodes import at, refuse
from quizapp.core.month_file import MonthAttempt, MonthFile, MonthPaper, MonthQuestion
from quizapp.core.points import points_text
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class GradedAttempt:
    """An attempt with what each question of its paper earned (hundredths; None: nobody has marked it)."""

    attempt: MonthAttempt
    earned: tuple[int | None, ...]
    score: int
    answered: int
    right: int

    @property
    def unmarked(self) -> int:
        """How many short answers nobody has marked."""
        return sum(points is None for points in self.earned)


def grade_attempt(
    attempt: MonthAttempt, paper: MonthPaper, questions: Mapping[str, MonthQuestion], rule: MultipleRule
) -> GradedAttempt:
    """Grade the responses of one attempt; a question without a response earns nothing."""
    earned: list[int | None] = []
    right = 0
    for name in paper.questions:
        asked = questions[name]
        points = grade(
            asked.question.kind,
            asked.question.key,
            attempt.responses.get(name),
            points=asked.points,
            options=len(asked.question.options),
            rule=rule,
            any_order=asked.question.any_order,
        )
        if points is None:
            points = attempt.marks.get(name)
        earned.append(points)
        right += points == asked.points
    answered = sum(is_answered(response) for response in attempt.responses.values())
    return GradedAttempt(attempt, tuple(earned), sum(points or 0 for points in earned), answered, right)


def grade_month(month: MonthFile) -> list[tuple[GradedAttempt, ...]]:
    """The graded attempts of each person; UserError where the file states a score that the responses do not earn."""
    papers = {paper.name: paper for paper in month.exam.papers}
    faults: list[str] = []
    graded = []
    for person in month.people:
        attempts = [
            grade_attempt(attempt, papers[person.paper], month.questions, month.exam.multiple_rule)
            for attempt in person.attempts
        ]
        faults += [_fault(one) for one in attempts if one.attempt.score not in (None, one.score)]
        graded.append(tuple(attempts))
    refuse(faults)
    return graded


def _fault(graded: GradedAttempt) -> str:
    words = _("写的是 {stated} 分，按作答计算是 {earned} 分。")
    message = words.format(stated=points_text(graded.attempt.score or 0), earned=points_text(graded.score))
    return at(f"{graded.attempt.where}.score", message)

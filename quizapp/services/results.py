"""The month's results: figures, settling statuses, the workbook."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.exams import ExamState
from quizapp.core.monthly import Marks, MonthFigures, Status
from quizapp.core.people import Actor
from quizapp.db.engine import Database


@dataclass(frozen=True, slots=True)
class ResultsFilter:
    """Whose results; empty tuples: all. A department stands for itself and all below it."""

    department_ids: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExamResults:
    """Everything the results page shows of one test; `people_not_counted` are tested but not in the figures."""

    exam_id: int
    month: str
    title: str
    bureau: str
    unit_word: str
    state: ExamState
    opens_at: datetime
    closes_at: datetime
    marks: Marks
    figures: MonthFigures
    categories: tuple[str, ...]
    people_not_counted: int


class Results:
    """Results of tests."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def results(self, exam_id: int, wanted: ResultsFilter = ResultsFilter()) -> ExamResults:
        """Figures of one test, from the stored statuses and scores."""
        raise NotImplementedError

    def exams_of_month(self, month: str) -> list[tuple[int, str]]:
        """Published and closed tests of a month, as (id, title)."""
        raise NotImplementedError

    def settle(self, actor: Actor, exam_id: int, due_ids: Sequence[int], status: Status, reason: str) -> int:
        """Settle who did not sit as 缺考, 缓考 or 免考 (the latter two with a reason); returns how many changed.

        NOT_YET and UNSETTLED put a settled person back. Conflict for anybody who sat.
        """
        raise NotImplementedError

    def export(
        self,
        actor: Actor,
        exam_id: int,
        wanted: ResultsFilter = ResultsFilter(),
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """The results workbook (.xlsx), logged as handed out."""
        raise NotImplementedError

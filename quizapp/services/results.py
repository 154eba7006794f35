"""The month's results: figures, settling statuses, the workbook."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.clock import ClockReading
from quizapp.core.exams import ExamState
from quizapp.core.monthly import DueRow, Marks, MonthFigures, Status, month_figures
from quizapp.core.people import Actor
from quizapp.core.pinyin import sort_key
from quizapp.db.engine import Database
from quizapp.db.tables import ExamRow
from quizapp.errors import Conflict, NotAllowed
from quizapp.i18n import _
from quizapp.services.bureau import read_bureau
from quizapp.services.exam_records import exam_row, marks_of
from quizapp.services.log import record
from quizapp.services.marking import grade_overdue
from quizapp.services.result_rows import DepartmentTree, department_tree, due_rows
from quizapp.services.settling import Settled, Settlement, settle_people, take_back

__all__ = ["EVERYBODY", "ExamResults", "Results", "ResultsFilter", "Settled"]


@dataclass(frozen=True, slots=True)
class ResultsFilter:
    """Whose results; empty tuples: all. A department stands for itself and all below it."""

    department_ids: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()


EVERYBODY = ResultsFilter()


@dataclass(frozen=True, slots=True)
class ExamResults:
    """Everything the results page shows of one test; `people_not_counted` are tested but not in the figures.

    `categories` are those of everybody who is due, to choose from; `scope` says in words whose results these are.
    """

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
    scope: str = ""

    @property
    def is_final(self) -> bool:
        """Whether the test is closed and everybody's status settled."""
        return self.state is ExamState.CLOSED and not self.figures.whole.unsettled


class Results:
    """Results of tests."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def results(self, exam_id: int, wanted: ResultsFilter = EVERYBODY) -> ExamResults:
        """Figures of one test, from the stored statuses and scores; of a test that goes on, as they stand."""
        return self._results(exam_id, wanted, None)

    def exams_of_month(self, month: str) -> list[tuple[int, str]]:
        """Published and closed tests of a month, as (id, title), the earliest window first."""
        with self._database.read() as session:
            rows = session.execute(
                select(ExamRow.id, ExamRow.title)
                .where(ExamRow.month == month, ExamRow.state != ExamState.DRAFT)
                .order_by(ExamRow.opens_at, ExamRow.id)
            )
            return [(exam_id, title) for exam_id, title in rows]

    def settle(
        self, actor: Actor, exam_id: int, due_ids: Sequence[int], status: Status, reason: str
    ) -> tuple[Settled, ...]:
        """Settle who did not sit as 缺考, 缓考 or 免考 (the latter two with a reason); returns who changed.

        NOT_YET and UNSETTLED put a settled person back. Conflict for anybody who sat; nobody is changed then.
        """
        settlement = Settlement(tuple(due_ids), status, reason.strip())
        with self._database.write() as session:
            return settle_people(session, self._read_clock().wall_at, actor, exam_id, settlement)

    def take_back(self, actor: Actor, exam_id: int, settled: Sequence[Settled]) -> int:
        """Give people the status they had before they were settled; who was settled anew since stays so."""
        with self._database.write() as session:
            return take_back(session, self._read_clock().wall_at, actor, exam_id, settled)

    def export(
        self,
        actor: Actor,
        exam_id: int,
        wanted: ResultsFilter = EVERYBODY,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """The results workbook (.xlsx), logged as handed out; a unit's administrator gets that unit's."""
        content, _figures = self.export_with_figures(
            actor, exam_id, wanted, on_progress=on_progress, is_cancelled=is_cancelled
        )
        return content

    def export_with_figures(
        self,
        actor: Actor,
        exam_id: int,
        wanted: ResultsFilter = EVERYBODY,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> tuple[bytes, ExamResults]:
        """The results workbook as `export` hands it out, and the very figures that stand in it."""
        # openpyxl is slow to load, and the window's start does not need it
        from quizapp.excel.results_book import ResultsBook
        from quizapp.excel.write_results import write_results

        shown = self._results(exam_id, wanted, actor.unit_id)
        now = self._read_clock().wall_at
        book = ResultsBook(
            bureau=shown.bureau,
            month=shown.month,
            title=shown.title,
            opens_at=shown.opens_at,
            closes_at=shown.closes_at,
            marks=shown.marks,
            figures=shown.figures,
            is_over=shown.state is ExamState.CLOSED,
            made_at=now,
            scope=shown.scope,
        )
        content = write_results(book, on_progress=on_progress, is_cancelled=is_cancelled)
        with self._database.write() as session:
            details = {"people": len(shown.figures.people), "scope": shown.scope}
            record(session, now, actor, "results.export", shown.title, details=details)
        return content, shown

    def _results(self, exam_id: int, wanted: ResultsFilter, unit_id: int | None) -> ExamResults:
        """Figures of one test, of one unit only where `unit_id` is given."""
        self._end_overdue(exam_id)
        with self._database.read() as session:
            exam, bureau, tree = exam_row(session, exam_id), read_bureau(session), department_tree(session)
            if exam.state == ExamState.DRAFT:
                raise Conflict(_("这场考试还没有发布，没有成绩。"))
            wanted = _within_unit(wanted, unit_id, tree)
            everybody = due_rows(session, exam_id)
        rows = _chosen(everybody, wanted, tree)
        marks = marks_of(exam)
        return ExamResults(
            exam_id=exam_id,
            month=exam.month,
            title=exam.title,
            bureau=bureau.name,
            unit_word=bureau.unit_word,
            state=ExamState(exam.state),
            opens_at=exam.opens_at,
            closes_at=exam.closes_at,
            marks=marks,
            figures=month_figures(rows, marks, tree.order),
            categories=tuple(sorted({row.category for row in everybody if row.category}, key=sort_key)),
            people_not_counted=sum(not row.counts for row in rows),
            scope=_scope(wanted, tree),
        )

    def _end_overdue(self, exam_id: int) -> None:
        """Grade whoever ran out of time; a closed test has nobody running."""
        with self._database.read() as session:
            is_open = exam_row(session, exam_id).state == ExamState.PUBLISHED
        if is_open:
            with self._database.write() as session:
                grade_overdue(session, self._read_clock(), exam_id)


def _within_unit(wanted: ResultsFilter, unit_id: int | None, tree: DepartmentTree) -> ResultsFilter:
    """The filter as far as an administrator of one unit may see; NotAllowed where it asks for others."""
    if unit_id is None:
        return wanted
    if not set(wanted.department_ids) <= tree.with_below([unit_id]):
        raise NotAllowed(_("您只能导出本单位的成绩。"))
    return ResultsFilter(wanted.department_ids or (unit_id,), wanted.categories)


def _chosen(rows: list[DueRow], wanted: ResultsFilter, tree: DepartmentTree) -> list[DueRow]:
    if wanted.department_ids:
        departments = tree.with_below(wanted.department_ids)
        rows = [row for row in rows if row.department_id in departments]
    if wanted.categories:
        rows = [row for row in rows if row.category in wanted.categories]
    return rows


def _scope(wanted: ResultsFilter, tree: DepartmentTree) -> str:
    """Whose results these are, in words; empty: everybody's."""
    names = _("、").join(tree.names[one] for one in tree.order if one in wanted.department_ids)
    categories = _("、").join(wanted.categories)
    if names and categories:
        return _("{departments}（含下属）中的{categories}人员").format(departments=names, categories=categories)
    if names:
        return _("{departments}（含下属）").format(departments=names)
    return _("{categories}人员").format(categories=categories) if categories else ""

"""What the organiser does with tests: define, check against the banks, publish, try, change the window, close."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.exams import ExamDefinition, ExamState
from quizapp.core.monthly import Status
from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow, DuePersonRow, ExamPaperRow, ExamRow, SittingRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.i18n import _
from quizapp.services.answer_marking import marking_counts
from quizapp.services.attempt_records import reset_deadline
from quizapp.services.desk import new_seed
from quizapp.services.desk_outcome import note_reopened
from quizapp.services.due_lists import ExamCheck, add_due_people, check_definition, write_due_list
from quizapp.services.exam_proposals import propose
from quizapp.services.exam_records import exam_row, new_papers, paper_rows, to_definition, write_definition
from quizapp.services.extra_minutes import DuePerson, ExtraMinutes, due_people, set_extra_minutes
from quizapp.services.log import record
from quizapp.services.marking import finish, grade_overdue
from quizapp.services.paper_records import freeze_pool


@dataclass(frozen=True, slots=True)
class ExamSummary:
    """A test in a list; `sat` people have started at least once, `running` attempts are going on now.

    `unmarked` answers wait to be marked by a person, `marked` ones are.
    """

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
    unmarked: int = 0
    marked: int = 0


@dataclass(frozen=True, slots=True)
class Exam:
    """A test as defined, with its state; `is_started`: paper, minutes and marks are frozen."""

    id: int
    definition: ExamDefinition
    state: ExamState
    is_started: bool
    due: int


class Exams:
    """Tests."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def exams(self, month: str | None = None) -> list[ExamSummary]:
        """Tests, the newest window first."""
        with self._database.read() as session:
            wanted = select(ExamRow).order_by(ExamRow.opens_at.desc(), ExamRow.id.desc())
            if month is not None:
                wanted = wanted.where(ExamRow.month == month)
            counts, answers = _counts(session), marking_counts(session)
            return [_summary(row, counts, *answers.get(row.id, (0, 0))) for row in session.scalars(wanted)]

    def exam(self, exam_id: int) -> Exam:
        """One test."""
        with self._database.read() as session:
            row = exam_row(session, exam_id)
            return Exam(
                id=row.id,
                definition=to_definition(row, paper_rows(session, row.id)),
                state=ExamState(row.state),
                is_started=_is_started(session, row.id),
                due=session.scalar(select(func.count()).where(DuePersonRow.exam_id == row.id)) or 0,
            )

    def proposal(self, today: date) -> ExamDefinition:
        """A definition to begin with: this month's, in the form of the last one, workdays 8:30 to 17:30 local time."""
        with self._database.read() as session:
            return propose(session, today)

    def check(self, definition: ExamDefinition) -> ExamCheck:
        """What keeps it from being published, which section lacks how many, and who would be due."""
        with self._database.read() as session:
            return check_definition(session, definition, self._read_clock().wall_at)

    def create(self, actor: Actor, definition: ExamDefinition) -> int:
        """Keep a draft; returns its id."""
        check_whole(actor)
        now = self._read_clock().wall_at
        with self._database.write() as session:
            row = ExamRow(state=ExamState.DRAFT, seed=new_seed(), created_at=now, published_at=None, closed_at=None)
            write_definition(row, definition)
            session.add(row)
            session.flush()
            session.add_all(new_papers(row.id, definition))
            record(session, now, actor, "exam.create", row.title)
            return row.id

    def change(self, actor: Actor, exam_id: int, definition: ExamDefinition) -> None:
        """Change a draft; Conflict once it is published."""
        check_whole(actor)
        with self._database.write() as session:
            row = _draft(session, exam_id)
            write_definition(row, definition)
            _drop_papers(session, exam_id)
            session.add_all(new_papers(exam_id, definition))
            record(session, self._read_clock().wall_at, actor, "exam.change", row.title)

    def delete_draft(self, actor: Actor, exam_id: int) -> None:
        """Delete a draft; Conflict once it is published."""
        check_whole(actor)
        with self._database.write() as session:
            row = _draft(session, exam_id)
            _drop_papers(session, exam_id)
            record(session, self._read_clock().wall_at, actor, "exam.delete", row.title)
            session.delete(row)

    def publish(self, actor: Actor, exam_id: int) -> int:
        """Freeze pools and due list; returns how many are due. UserError with all that stands in the way."""
        check_whole(actor)
        now = self._read_clock().wall_at
        with self._database.write() as session:
            row = _draft(session, exam_id)
            papers = paper_rows(session, exam_id)
            definition = to_definition(row, papers)
            faults = [*check_definition(session, definition, now).faults, *_same_title(session, row)]
            if faults:
                raise UserError("\n".join(faults))
            for paper, plan in zip(papers, definition.papers, strict=True):
                paper.pool = freeze_pool(session, definition, plan.blueprint, f"{row.seed}/{paper.position}")
            due = write_due_list(session, row, definition, papers)
            row.state = ExamState.PUBLISHED
            row.published_at = now
            record(session, now, actor, "exam.publish", row.title, details={"due": due})
            return due

    def withdraw(self, actor: Actor, exam_id: int) -> None:
        """Back to draft; Conflict once somebody has started."""
        check_whole(actor)
        with self._database.write() as session:
            row = published_row(session, exam_id)
            if _is_started(session, exam_id):
                raise Conflict(_("已经有人开始作答，不能撤回。可以调整开放时间，或结束考试。"))
            for due in session.scalars(select(DuePersonRow).where(DuePersonRow.exam_id == exam_id)):
                for sitting in session.scalars(select(SittingRow).where(SittingRow.due_id == due.id)):
                    session.delete(sitting)
                session.flush()
                session.delete(due)
            for paper in paper_rows(session, exam_id):
                paper.pool = []
            row.state = ExamState.DRAFT
            row.published_at = None
            record(session, self._read_clock().wall_at, actor, "exam.withdraw", row.title)

    def change_window(self, actor: Actor, exam_id: int, opens_at: datetime, closes_at: datetime, reason: str) -> None:
        """Move the window of a published test; deadlines of running attempts follow its end."""
        check_whole(actor)
        reading = self._read_clock()
        with self._database.write() as session:
            row = published_row(session, exam_id)
            if closes_at <= opens_at:
                raise UserError(_("结束时间应晚于开始时间。"))
            grade_overdue(session, reading, exam_id)
            move_window(session, reading, actor, row, (opens_at, closes_at), reason=reason)

    def add_due(self, actor: Actor, exam_id: int, person_ids: Sequence[int], reason: str) -> int:
        """Put people on the due list of a published test; returns how many were not on it yet."""
        check_whole(actor)
        now = self._read_clock().wall_at
        with self._database.write() as session:
            row = published_row(session, exam_id)
            names = add_due_people(session, row, paper_rows(session, exam_id), person_ids)
            if names:
                record(session, now, actor, "exam.add_due", row.title, reason=reason, details={"people": names})
            return len(names)

    def due_people(self, exam_id: int) -> list[DuePerson]:
        """Everybody on the due list of a test with their extra minutes, in the order of the list."""
        with self._database.read() as session:
            exam_row(session, exam_id)
            return due_people(session, exam_id)

    def set_extra_minutes(
        self, actor: Actor, exam_id: int, due_ids: Sequence[int], minutes: int, *, reason: str
    ) -> int:
        """Give people more time in a published test, those who have not started; returns how many changed."""
        check_whole(actor)
        with self._database.write() as session:
            row = published_row(session, exam_id)
            return set_extra_minutes(
                session, self._read_clock().wall_at, actor, row, ExtraMinutes(tuple(due_ids), minutes, reason)
            )

    def close(self, actor: Actor, exam_id: int) -> int:
        """Close a test: who has not sat becomes 待核实; returns how many. Running attempts are graded as they stand."""
        check_whole(actor)
        reading = self._read_clock()
        with self._database.write() as session:
            row = published_row(session, exam_id)
            running = _running(session, exam_id)
            for attempt, _due in running:
                finish(session, attempt, AttemptState.EXPIRED, reading)
            row.state = ExamState.CLOSED
            row.closed_at = reading.wall_at
            planned, row.closes_at = row.closes_at, min(row.closes_at, reading.wall_at)  # what is printed is what was
            unsettled = 0
            wanted = select(DuePersonRow).where(DuePersonRow.exam_id == exam_id, DuePersonRow.status == Status.NOT_YET)
            for due in session.scalars(wanted):
                due.status = Status.UNSETTLED
                unsettled += 1
            details = {"unsettled": unsettled, "running": len(running), "planned": planned.isoformat()}
            record(session, reading.wall_at, actor, "exam.close", row.title, details=details)
            return unsettled


def move_window(
    session: Session,
    reading: ClockReading,
    actor: Actor,
    row: ExamRow,
    window: tuple[datetime, datetime],
    *,
    reason: str,
) -> None:
    """Set the window of a test; deadlines of running attempts follow its end."""
    before = {"opens_at": row.opens_at.isoformat(), "closes_at": row.closes_at.isoformat()}
    row.opens_at, row.closes_at = window
    note_reopened(session, row, reading)
    for attempt, due in _running(session, row.id):
        reset_deadline(row, attempt, due)
    record(session, reading.wall_at, actor, "exam.window", row.title, reason=reason, details=before)


def _same_title(session: Session, row: ExamRow) -> list[str]:
    """A month holds a title once: two tests of one name are taken for one another."""
    wanted = select(ExamRow.id).where(
        ExamRow.month == row.month, ExamRow.title == row.title, ExamRow.state != ExamState.DRAFT, ExamRow.id != row.id
    )
    if session.scalar(wanted.limit(1)) is None:
        return []
    return [_("这个月已有同名的考试“{title}”：请换一个名称，以免混淆。").format(title=row.title)]


def check_whole(actor: Actor) -> None:
    """Raise NotAllowed for the administrator of one unit."""
    if actor.unit_id is not None:
        raise NotAllowed(_("只有全局管理员可以设置考试：请联系局里的管理员。"))


def _draft(session: Session, exam_id: int) -> ExamRow:
    row = exam_row(session, exam_id)
    if row.state != ExamState.DRAFT:
        raise Conflict(_("这场考试已经发布，不能再改。没有人开始作答时可以先撤回。"))
    return row


def published_row(session: Session, exam_id: int) -> ExamRow:
    """The row of a published test; Conflict in any other state."""
    row = exam_row(session, exam_id)
    if row.state != ExamState.PUBLISHED:
        raise Conflict(_("这场考试没有发布或已经结束：请刷新列表。"))
    return row


def _drop_papers(session: Session, exam_id: int) -> None:
    for paper in session.scalars(select(ExamPaperRow).where(ExamPaperRow.exam_id == exam_id)):
        session.delete(paper)
    session.flush()


def _is_started(session: Session, exam_id: int) -> bool:
    """Whether anybody ever began, a void attempt included."""
    wanted = (
        select(AttemptRow.id)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id)
        .limit(1)
    )
    return session.scalar(wanted) is not None


def _running(session: Session, exam_id: int) -> list[tuple[AttemptRow, DuePersonRow]]:
    wanted = (
        select(AttemptRow, DuePersonRow)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.exam_id == exam_id, AttemptRow.state == AttemptState.RUNNING)
    )
    return [(attempt, due) for attempt, due in session.execute(wanted).all()]


def _counts(session: Session) -> dict[tuple[int, str], int]:
    """Due people per test and status, and attempts that are running ("running")."""
    by_status = select(DuePersonRow.exam_id, DuePersonRow.status, func.count()).group_by(
        DuePersonRow.exam_id, DuePersonRow.status
    )
    counts = {(exam_id, status): count for exam_id, status, count in session.execute(by_status).all()}
    running = (
        select(DuePersonRow.exam_id, func.count())
        .join(SittingRow, SittingRow.due_id == DuePersonRow.id)
        .join(AttemptRow, AttemptRow.sitting_id == SittingRow.id)
        .where(AttemptRow.state == AttemptState.RUNNING)
        .group_by(DuePersonRow.exam_id)
    )
    counts.update({(exam_id, "running"): count for exam_id, count in session.execute(running).all()})
    return counts


def _summary(row: ExamRow, counts: dict[tuple[int, str], int], unmarked: int, marked: int) -> ExamSummary:
    return ExamSummary(
        id=row.id,
        month=row.month,
        title=row.title,
        state=ExamState(row.state),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        due=sum(counts.get((row.id, status), 0) for status in Status if status is not Status.EXEMPT),
        sat=counts.get((row.id, Status.SAT), 0),
        running=counts.get((row.id, "running"), 0),
        unsettled=counts.get((row.id, Status.UNSETTLED), 0),
        unmarked=unmarked,
        marked=marked,
    )

"""Loading a whole month from a file: roster, questions, test, papers, responses and statuses, all or nothing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.exams import ExamDefinition, ExamState, PaperPlan, definition_faults
from quizapp.core.json_nodes import at, refuse
from quizapp.core.month_file import MonthExam, MonthFile, MonthPaper
from quizapp.core.month_scores import grade_month
from quizapp.core.papers import Blueprint, Section
from quizapp.core.people import Actor, SignInCheck
from quizapp.core.questions import identity
from quizapp.core.read_month import read_month
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, BureauRow, ExamRow
from quizapp.i18n import _
from quizapp.services.bank_imports import ImportWriter
from quizapp.services.bank_previews import BankPreview, Novelty, compare, identities_in_bank, on_record
from quizapp.services.bureau import read_bureau
from quizapp.services.desk import new_seed
from quizapp.services.exam_records import new_papers, write_definition
from quizapp.services.log import record
from quizapp.services.month_attempts import LoadedExam, load_due
from quizapp.services.month_roster import load_roster


@dataclass(frozen=True, slots=True)
class MonthLoaded:
    """What loading a month did, counts of what is new or of the test."""

    exam_id: int
    title: str
    departments: int
    people: int
    questions: int
    due: int
    attempts: int


class Months:
    """Whole months."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def load(self, actor: Actor, content: bytes, file_name: str) -> MonthLoaded:
        """Load a month file in one transaction; UserError with everything that is wrong, each with its JSON path."""
        month = read_month(content)
        graded = grade_month(month)
        now = self._read_clock().wall_at
        with self._database.write() as session:
            _refuse_other_bureau(session, month)
            _refuse_known_test(session, month.exam)
            roster = load_roster(session, month)
            preview = _import_questions(session, now, actor, month, source=(file_name, content))
            exam = _load_exam(session, now, month, preview.bank_name)
            due = [(one, graded[place]) for place, one in enumerate(roster.people) if one.said.is_due]
            attempts = load_due(session, exam, due, who=actor.name, now=now)
            loaded = MonthLoaded(
                exam_id=exam.row.id,
                title=exam.row.title,
                departments=roster.new_departments,
                people=roster.new_people,
                questions=preview.count(Novelty.NEW),
                due=len(due),
                attempts=attempts,
            )
            details = {"file": file_name, "due": loaded.due, "attempts": attempts, "people": loaded.people}
            record(session, now, actor, "month.load", exam.row.title, details=details)
        return loaded


def _refuse_other_bureau(session: Session, month: MonthFile) -> None:
    """Set the bureau's name where none was set; refuse a file of another bureau."""
    known = read_bureau(session)
    if not month.bureau or month.bureau == known.name:
        return
    if known.name:
        words = _("这里的数据属于“{name}”。")
        refuse([at("bureau", words.format(name=known.name))])
    row = session.scalars(select(BureauRow)).first()
    if row is None:
        row = BureauRow(name="", unit_word=known.unit_word, sign_in_check=SignInCheck.NONE)
        session.add(row)
    row.name = month.bureau


def _refuse_known_test(session: Session, exam: MonthExam) -> None:
    wanted = select(ExamRow.id).where(ExamRow.month == exam.month, ExamRow.title == exam.title)
    if session.scalars(wanted).first() is not None:
        words = _("{month} 已有名为“{title}”的考试：同一个月份文件不能装入两次。")
        refuse([at(f"{exam.where}.title", words.format(month=exam.month, title=exam.title))])


def _import_questions(
    session: Session, now: datetime, actor: Actor, month: MonthFile, *, source: tuple[str, bytes]
) -> BankPreview:
    """Bring the questions into their bank, as the import of a workbook does."""
    from quizapp.excel.read_bank import BankFile, BankItem  # here: whoever only signs in reads no workbooks

    file_name, content = source
    items = [BankItem("", row, one.question) for row, one in enumerate(month.questions.values(), start=1)]
    file = BankFile(file_name=file_name, items=items, problems=[], layout="", rows_faulty=0)
    names = [identity(item.question) for item in items]
    known = on_record(session, month.bank, names)
    preview = compare(file, names, known, bank_name=month.bank, file_hash=hashlib.sha256(content).hexdigest())
    ImportWriter(session, now, actor).write(preview)
    return preview


def _load_exam(session: Session, now: datetime, month: MonthFile, bank_name: str) -> LoadedExam:
    in_bank = {row.identity: row for row in identities_in_bank(session, bank_name)}
    revisions = {name: in_bank[identity(one.question)].revision_id for name, one in month.questions.items()}
    bank_id = session.scalars(select(BankRow.id).where(BankRow.name == bank_name)).one()
    said = month.exam
    definition = _definition(month, bank_id)
    refuse([at(said.where, fault) for fault in definition_faults(definition)])
    is_closed = said.state is ExamState.CLOSED
    row = ExamRow(
        state=said.state,
        seed=new_seed(),
        created_at=now,
        published_at=said.opens_at,
        closed_at=said.closes_at if is_closed else None,
    )
    write_definition(row, definition)
    session.add(row)
    session.flush()
    papers = new_papers(row.id, definition)
    for paper, one in zip(papers, said.papers, strict=True):
        paper.pool = [revisions[name] for name in one.questions]
    session.add_all(papers)
    session.flush()
    return LoadedExam(
        row=row,
        papers={paper.name: paper for paper in papers},
        said_papers={paper.name: paper for paper in said.papers},
        questions=month.questions,
        revisions=revisions,
    )


def _definition(month: MonthFile, bank_id: int) -> ExamDefinition:
    """The test as it was held: the same questions for all of a paper, in the file's order."""
    said = month.exam
    return ExamDefinition(
        month=said.month,
        title=said.title,
        opens_at=said.opens_at,
        closes_at=said.closes_at,
        papers=tuple(PaperPlan(paper.name, _blueprint(month, paper, bank_id)) for paper in said.papers),
        minutes=said.minutes,
        pass_points=said.pass_points,
        excellent_points=said.excellent_points,
        attempts_allowed=said.attempts_allowed,
        attempts_rule=said.attempts_rule,
        multiple_rule=said.multiple_rule,
        shuffles_questions=False,
        shuffles_options=False,
        records_leaving=any(attempt.leavings for person in month.people for attempt in person.attempts),
    )


def _blueprint(month: MonthFile, paper: MonthPaper, bank_id: int) -> Blueprint:
    """Sections that stand for the paper: neighbours of one kind and one worth."""
    asked = [(month.questions[name].question.kind, month.questions[name].points) for name in paper.questions]
    sections = tuple(Section(kind, len(list(group)), points) for (kind, points), group in groupby(asked))
    return Blueprint((bank_id,), sections)

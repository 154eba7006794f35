"""A small bureau for tests of tests: a bank with known keys, people, a published test, a desk and a clock to set."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from quizapp.clock import ClockReading
from quizapp.core.desk import Sheet, SheetQuestion
from quizapp.core.exams import ExamDefinition, PaperPlan
from quizapp.core.grading import Response
from quizapp.core.papers import Blueprint, Section
from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Option, Question, identity
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, QuestionRow, RevisionRow
from quizapp.services.attempts import Attempts
from quizapp.services.desk import LocalDesk
from quizapp.services.exams import Exams
from quizapp.services.question_records import revision_values
from quizapp.services.trials import Trials

OPENS = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
CLOSES = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
ACTOR = Actor("张管理")


@dataclass
class DeskClock:
    """Both clocks of a PC: the wall clock can be set, the boot clock only goes on."""

    wall_at: datetime = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    boot_id: str = "first boot"
    boot_s: float = 5000.0

    def __call__(self) -> ClockReading:
        """What `read_clock` returns."""
        return ClockReading(self.wall_at, self.boot_id, self.boot_s)

    def advance(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self.wall_at += timedelta(seconds=seconds)
        self.boot_s += seconds

    def restart(self, seconds: float) -> None:
        """Switch the PC off for so long, and on again."""
        self.wall_at += timedelta(seconds=seconds)
        self.boot_id += "'"
        self.boot_s = 20.0


def question(number: int, kind: Kind = Kind.SINGLE, *, key: object = None, explanation: str = "") -> Question:
    """A question; keys: single B, multiple AC, true/false right, blank 三 or 3."""
    usual = {Kind.SINGLE: (1,), Kind.MULTIPLE: (0, 2), Kind.TRUE_FALSE: True, Kind.FILL_BLANK: (("三", "3"),)}
    options = tuple(Option(f"第{number}题选项{one}") for one in "甲乙丙丁") if kind.has_options else ()
    return Question(
        kind=kind,
        stem=f"第{number}题{kind.label}____" if kind is Kind.FILL_BLANK else f"第{number}题{kind.label}",
        key=usual[kind] if key is None else key,
        options=options,
        explanation=explanation,
        category="会面礼仪" if number % 2 else "电话礼仪",
    )


def fill_bank(database: Database, questions: list[Question], name: str = "礼仪题库") -> int:
    """Put a bank straight into the tables; returns its id."""
    with database.write() as session:
        bank = BankRow(name=name, created_at=OPENS)
        session.add(bank)
        session.flush()
        for one in questions:
            row = QuestionRow(bank_id=bank.id, identity=identity(one), state="active", revision_id=None)
            session.add(row)
            session.flush()
            revision = RevisionRow(
                question_id=row.id, number=1, batch_id=None, created_at=OPENS, who="", **revision_values(one)
            )
            session.add(revision)
            session.flush()
            row.revision_id = revision.id
        return bank.id


SECTIONS = (
    Section(Kind.SINGLE, 4, 10_00),
    Section(Kind.TRUE_FALSE, 2, 10_00),
    Section(Kind.MULTIPLE, 3, 10_00),
    Section(Kind.FILL_BLANK, 1, 10_00),
)


def usual_questions(**changes: object) -> list[Question]:
    """Enough for `SECTIONS` twice over."""
    kinds = [Kind.SINGLE] * 8 + [Kind.TRUE_FALSE] * 4 + [Kind.MULTIPLE] * 6 + [Kind.FILL_BLANK] * 2
    return [question(number, kind, **changes) for number, kind in enumerate(kinds, start=1)]


@dataclass
class Office:
    """The services of a small bureau on one database."""

    database: Database
    clock: DeskClock = field(default_factory=DeskClock)

    def __post_init__(self) -> None:
        self.desk = LocalDesk(self.database, self.clock)
        self.exams = Exams(self.database, self.clock)
        self.attempts = Attempts(self.database, self.clock)
        self.trials = Trials(self.database, self.clock)

    def definition(self, bank_id: int, **changes: object) -> ExamDefinition:
        """Ten questions worth 100 in 30 minutes."""
        plan = PaperPlan("通用卷", Blueprint((bank_id,), SECTIONS))
        usual = ExamDefinition("2026-03", "三月礼仪测试", OPENS, CLOSES, (plan,))
        return replace(usual, **changes)

    def published(self, bank_id: int, **changes: object) -> int:
        """Create and publish a test; returns its id."""
        others = len(self.exams.exams())
        if others and "title" not in changes:
            changes["title"] = f"三月礼仪测试（{others + 1}）"  # a month holds a title once
        exam_id = self.exams.create(ACTOR, self.definition(bank_id, **changes))
        self.exams.publish(ACTOR, exam_id)
        return exam_id

    def answer_all(self, token: str, sheet: Sheet, *, wrong: int = 0) -> None:
        """Answer every question right but the first `wrong` ones."""
        for place in sheet.questions:
            response = wrong_response(place) if place.position < wrong else right_response(place)
            seq = sheet.last_seq + place.position + 1
            self.desk.save_answer(token, sheet.attempt_id, place.position, response, seq=seq, is_marked=False)


def right_response(place: SheetQuestion) -> Response:
    """The right answer to one of `question`, with options numbered as this sheet shows them."""
    if place.kind is Kind.TRUE_FALSE:
        return True
    if place.kind is Kind.FILL_BLANK:
        return ("３",)
    wanted = "乙" if place.kind is Kind.SINGLE else "甲丙"
    return tuple(number for number, text in enumerate(place.options) if text[-1] in wanted)


def wrong_response(place: SheetQuestion) -> Response:
    """A wrong answer to one of `question`."""
    if place.kind is Kind.TRUE_FALSE:
        return False
    if place.kind is Kind.FILL_BLANK:
        return ("四",)
    return tuple(number for number, text in enumerate(place.options) if text.endswith("丁"))

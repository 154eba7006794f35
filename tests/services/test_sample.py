"""The sample month: a bureau to look round in, its last test with every status, this month's test to sit at once."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.clock import ClockReading
from quizapp.config import ReadingLimits
from quizapp.core.exams import ExamState
from quizapp.core.monthly import Grade, Status
from quizapp.core.people import Actor
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.tables import Base, QuestionRow, RevisionRow
from quizapp.errors import EnvironmentFault, UserError
from quizapp.excel.read_bank import parse_bank
from quizapp.paths import find_places
from quizapp.services.accounts import Accounts
from quizapp.services.banks import Banks
from quizapp.services.desk import LocalDesk
from quizapp.services.exams import Exams
from quizapp.services.people import People
from quizapp.services.practice_records import practisable
from quizapp.services.results import Results
from quizapp.services.sample import BANK_FILES, Sample, SampleMonth, opened_at

NOW = datetime(2026, 3, 11, 6, 0, tzinfo=UTC)  # a Wednesday, 14:00 in Beijing
QUESTIONS = find_places().questions


@dataclass
class Filled:
    """A data folder with the sample, and the services to look at it with."""

    database: Database
    made: SampleMonth
    told: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.exams = Exams(self.database, reading)
        self.results = Results(self.database, reading)
        self.people = People(self.database, lambda: NOW)
        self.desk = LocalDesk(self.database, reading)


def reading() -> ClockReading:
    """The clocks of the PC at which somebody looks round."""
    return ClockReading(NOW, "today", 100.0)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """The sample, made once for all tests that only look."""
    database = open_sqlite(tmp_path_factory.mktemp("sample") / "quizapp.sqlite3")
    Base.metadata.create_all(database.engine)
    told: list[tuple[int, int]] = []
    sample = Sample(database, lambda: NOW, QUESTIONS, limits=ReadingLimits())
    yield Filled(database, sample.fill(on_progress=lambda done, total: told.append((done, total))), told)
    database.close()


@pytest.mark.parametrize("name", BANK_FILES)
def test_the_banks_that_come_with_the_program_are_without_fault(name: str) -> None:
    bank = parse_bank((QUESTIONS / name).read_bytes(), name, lambda _done, _total: None)
    assert bank.problems == []
    assert len(bank.items) > 80


def test_the_administrator_gets_in(filled: Filled) -> None:
    accounts = Accounts(filled.database, lambda: NOW)
    assert accounts.sign_in(filled.made.administrator, filled.made.password) == Actor("管理员")
    assert accounts.bureau().name == "海滨市机关事务管理局"


def test_people_and_banks_are_there(filled: Filled) -> None:
    people = filled.people.people()
    assert len(people) == filled.made.people >= 55
    assert {person.name for person in people if not person.is_ranked} == {"宋怀远", "沈亦文", "郭长河"}
    assert [person.name for person in people if not person.takes_tests] == ["苏苇"]
    banks = Banks(filled.database, lambda: NOW).banks()
    assert [bank.name for bank in banks] == ["服务标准题库", "礼仪题库"]
    assert sum(bank.total for bank in banks) == filled.made.questions


def test_last_months_test_is_closed_with_every_status(filled: Filled) -> None:
    exam = filled.exams.exam(filled.made.closed_exam_id)
    assert (exam.state, exam.definition.month) == (ExamState.CLOSED, "2026-02")
    figures = filled.results.results(exam.id).figures
    statuses = Counter(person.row.status for person in figures.people)
    assert {status: statuses[status] for status in Status if status is not Status.SAT} == {
        Status.NOT_YET: 0, Status.UNSETTLED: 2, Status.ABSENT: 1, Status.DEFERRED: 4, Status.EXEMPT: 1,
    }  # fmt: skip
    assert figures.whole.due == statuses[Status.SAT] + 7
    assert {person.row.reason for person in figures.people} == {"", "出车", "病假", "值班", "临近退休"}
    grades = {person.grade for person in figures.people if person.grade}
    assert grades == set(Grade)


def test_this_months_test_is_open_and_some_have_taken_it(filled: Filled) -> None:
    (exam,) = filled.exams.exams("2026-03")
    assert exam.id == filled.made.open_exam_id
    assert exam.opens_at < NOW < exam.closes_at
    assert 5 < exam.sat < exam.due
    assert exam.running == 0


def test_somebody_can_sit_it_at_once(filled: Filled) -> None:
    page = filled.desk.sign_in_page()
    assert [exam.title for exam in page.open_exams] == ["2026年3月礼仪与服务规范测试"]
    rows = filled.results.results(filled.made.open_exam_id).figures.people
    person_id = next(person.row.person_id for person in rows if person.row.status is Status.NOT_YET)
    token = filled.desk.sign_in(person_id, "").token
    sheet = filled.desk.start(token, filled.made.open_exam_id)
    assert len(sheet.questions) == 25
    assert sheet.time_left_s == 30 * 60


def test_progress_comes_to_the_end(filled: Filled) -> None:
    assert filled.told
    assert filled.told[-1][0] == filled.told[-1][1]


def test_a_folder_with_data_is_left_alone(
    database: Database, now: Callable[[], datetime], actor: Actor, filled: Filled
) -> None:
    assert not Sample(filled.database, now, QUESTIONS, limits=ReadingLimits()).is_possible()
    sample = Sample(database, now, QUESTIONS, limits=ReadingLimits())
    assert sample.is_possible()
    Banks(database, now).add_bank(actor, "自己的题库")
    with pytest.raises(UserError, match="已有数据"):
        sample.fill()
    assert [bank.name for bank in Banks(database, now).banks()] == ["自己的题库"]


def test_without_the_programs_banks_nothing_is_begun(
    database: Database, now: Callable[[], datetime], tmp_path: Path
) -> None:
    sample = Sample(database, now, tmp_path, limits=ReadingLimits())
    with pytest.raises(EnvironmentFault, match="重新安装"):
        sample.fill()
    assert sample.is_possible()


@given(st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31)))
def test_the_open_test_is_open_whenever_somebody_looks(at: datetime) -> None:
    now = at.astimezone(UTC)
    opened = opened_at(now)
    assert opened <= now
    assert now - opened < timedelta(days=4)
    assert opened.astimezone().month == now.astimezone().month


def test_the_set_of_the_contest_is_kept_back_and_all_else_can_be_practised(filled: Filled) -> None:
    with filled.database.read() as session:
        kept = select(RevisionRow.category).join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)
        assert set(session.scalars(kept.where(QuestionRow.is_kept_back))) == {"2008竞赛专题"}
        topics = {one.category for one in practisable(session)}
    assert len(topics) > 20 and "2008竞赛专题" not in topics

"""A month loaded from a file: all of it or nothing, and then a month like any other."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.clock import ClockReading
from quizapp.core.exams import ExamState
from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Option, Question
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, Base, BureauRow, ExamRow, LogRow, PersonRow, QuestionRow, RevisionRow
from quizapp.errors import NotReadable, UserError
from quizapp.services.exam_records import paper_rows, to_definition
from quizapp.services.months import MonthLoaded, Months
from quizapp.services.results import Results
from tests.services.month_json import content, faults, month
from tests.services.office import Office, fill_bank

NOW = ClockReading(datetime(2026, 3, 21, 1, 0, tzinfo=UTC), "boot", 10.0)
ACTOR = Actor("张管理")


@pytest.fixture
def months(database: Database) -> Months:
    return Months(database, lambda: NOW)


def _load(months: Months, document: object) -> MonthLoaded:
    return months.load(ACTOR, content(document), "三月.json")


def _refusal(months: Months, document: object) -> list[str]:
    with pytest.raises(UserError) as refused:
        _load(months, document)
    return faults(str(refused.value))


def _rows(database: Database) -> int:
    with database.read() as session:
        return sum(
            session.scalar(select(func.count()).select_from(table)) or 0 for table in Base.metadata.sorted_tables
        )


def test_into_an_empty_folder_and_out_as_figures(database: Database, months: Months) -> None:
    loaded = _load(months, month())
    assert loaded == MonthLoaded(
        exam_id=loaded.exam_id, title="三月业务知识测试", departments=3, people=6, questions=4, due=5, attempts=2
    )
    results = Results(database, lambda: NOW)
    assert results.exams_of_month("2026-03") == [(loaded.exam_id, "三月业务知识测试")]
    found = results.results(loaded.exam_id)
    assert (found.bureau, found.state, found.people_not_counted) == ("滨海市机关事务管理局", ExamState.CLOSED, 1)
    whole = found.figures.whole
    assert (whole.registered, whole.due, whole.sat, whole.absent, whole.deferred, whole.unsettled) == (4, 4, 2, 0, 1, 1)
    assert (whole.mean, whole.highest, whole.lowest, whole.passed) == (56_25, 100_00, 12_50, 1)
    assert [one.department[-1] for one in found.figures.departments] == ["办公室", "机关服务中心", "车队"]


def test_the_test_is_kept_as_it_was_held(database: Database, months: Months) -> None:
    exam_id = _load(months, month()).exam_id
    with database.read() as session:
        row = session.get_one(ExamRow, exam_id)
        papers = paper_rows(session, exam_id)
        definition = to_definition(row, papers)
        stems = [session.get_one(RevisionRow, revision).stem for revision in papers[0].pool]
        bank = session.scalars(select(BankRow)).one()
    assert (row.state, row.closed_at, row.full_points) == (ExamState.CLOSED, row.closes_at, 100_00)
    assert [section.kind for section in definition.papers[0].blueprint.sections] == list(Kind)[:4]
    assert definition.papers[0].blueprint.bank_ids == (bank.id,)
    assert bank.name == "三月题目"
    assert stems[0] == "接电话应在几声之内？"
    assert not definition.shuffles_questions and definition.same_questions


def test_it_is_logged_with_the_file(database: Database, months: Months) -> None:
    _load(months, month())
    with database.read() as session:
        line = session.scalars(select(LogRow).where(LogRow.action == "month.load")).one()
    assert (line.who, line.subject, line.details["file"]) == ("张管理", "三月业务知识测试", "三月.json")


def test_a_test_that_goes_on_can_be_taken_further(database: Database, months: Months) -> None:
    document = month()
    document["exam"]["state"] = "published"
    del document["people"][3]["status"]
    exam_id = _load(months, document).exam_id
    office = Office(database)
    office.clock.wall_at = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
    with database.read() as session:
        person_id = session.scalars(select(PersonRow.id).where(PersonRow.name == "钱七")).one()
    token = office.desk.sign_in(person_id, "").token
    sheet = office.desk.start(token, exam_id)
    assert sheet.questions[0].stem == "接电话应在几声之内？"
    office.desk.save_answer(token, sheet.attempt_id, 0, (0,), seq=1, is_marked=False)
    assert office.desk.submit(token, sheet.attempt_id).score == 25_00


def test_the_same_month_twice_is_refused(database: Database, months: Months) -> None:
    _load(months, month())
    before = _rows(database)
    assert [fault.split("：")[0] for fault in _refusal(months, month())] == ["exam.title"]
    assert _rows(database) == before


def test_the_next_month_uses_the_roster_and_the_questions_on_record(database: Database, months: Months) -> None:
    _load(months, month())
    document = month(departments=[])
    document["exam"] |= {
        "month": "2026-04",
        "opens_at": "2026-03-19T08:30:00+08:00",
    }
    loaded = _load(months, document)
    assert (loaded.departments, loaded.people, loaded.questions) == (0, 0, 0)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(RevisionRow)) == 4


def test_a_question_that_reads_otherwise_becomes_a_revision(database: Database, months: Months) -> None:
    options = tuple(Option(text) for text in ("七声", "五声", "三声"))
    fill_bank(database, [Question(Kind.SINGLE, "接电话应在几声之内？", (2,), options)], "三月题目")
    loaded = _load(months, month())
    assert loaded.questions == 3
    with database.read() as session:
        question = session.scalars(select(QuestionRow).order_by(QuestionRow.id)).first()
        assert question is not None
        revision = session.get_one(RevisionRow, question.revision_id)
        assert ([option["text"] for option in revision.options], revision.key) == (["三声", "五声", "七声"], [0])
    assert Results(database, lambda: NOW).results(loaded.exam_id).figures.whole.highest == 100_00


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda one: one["people"][0]["attempts"][0].update(score=99), "people[0].attempts[0].score"),
        (lambda one: one["people"][4].update(department="保卫科"), "people[4].department"),
        (lambda one: one["exam"].update({"pass": 95}), "exam"),
        (lambda one: one["exam"].update(closes_at="2026-03-20T08:00:00+08:00"), "people[0].attempts[0].started_at"),
    ],
)
def test_whatever_is_wrong_nothing_is_written(
    database: Database, months: Months, change: Callable[[dict[str, Any]], object], where: str
) -> None:
    document = month()
    change(document)
    assert _refusal(months, document)[0].startswith(f"{where}：")
    assert _rows(database) == 0


def test_papers_must_be_worth_the_same(database: Database, months: Months) -> None:
    document = month()
    document["exam"]["papers"] = [
        {"name": "A卷", "questions": ["q1", "q2", "q3", "q4"]},
        {"name": "B卷", "questions": ["q1"]},
    ]
    for person in document["people"]:
        person["paper"] = "A卷"
    assert "满分不同" in _refusal(months, document)[0]
    document["exam"]["papers"][1]["questions"] = ["q4", "q3", "q2", "q1"]
    _load(months, document)
    with database.read() as session:
        first, second = paper_rows(session, 1)
    assert first.pool == second.pool[::-1]


def test_another_bureaus_month_is_refused(database: Database, months: Months) -> None:
    with database.write() as session:
        session.add(BureauRow(name="邻市机关事务管理局", unit_word="直属", sign_in_check="none"))
    assert _refusal(months, month()) == ["bureau：这里的数据属于“邻市机关事务管理局”。"]
    document = month()
    del document["bureau"]
    assert _load(months, document).due == 5


def test_no_month_file_at_all(months: Months) -> None:
    with pytest.raises(NotReadable):
        months.load(ACTOR, b"PK\x03\x04", "成绩.xlsx")

"""Loaded attempts lie in the tables as if they had been taken at the desk."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.db.tables import (
    AttemptEventRow,
    AttemptQuestionRow,
    AttemptRow,
    DuePersonRow,
    ResponseRow,
    ResultRow,
    SittingRow,
)
from quizapp.services.attempt_records import asked_questions
from quizapp.services.attempts import Attempts
from quizapp.services.marking import grade_attempt, recount
from quizapp.services.months import Months
from quizapp.services.results import Results
from tests.services.month_json import content, month
from tests.services.office import DeskClock

NOW = ClockReading(datetime(2026, 3, 21, 1, 0, tzinfo=UTC), "boot", 10.0)


def _load(database: Database, document: object) -> int:
    return Months(database, lambda: NOW).load(Actor("张管理"), content(document), "三月.json").exam_id


def _attempts_of(session: Session, name: str) -> list[AttemptRow]:
    wanted = (
        select(AttemptRow)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(DuePersonRow.name == name)
        .order_by(AttemptRow.number)
    )
    return list(session.scalars(wanted))


def test_due_people_as_the_file_says(database: Database) -> None:
    _load(database, month())
    with database.read() as session:
        rows = {row.name: row for row in session.scalars(select(DuePersonRow))}
    assert list(rows) == ["张三", "李四", "王五", "赵六", "钱七"]  # 孙八 takes no tests
    assert (rows["王五"].status, rows["王五"].reason, rows["王五"].settled_by) == ("deferred", "出车", "张管理")
    assert (rows["钱七"].status, rows["钱七"].settled_by, rows["钱七"].settled_at) == ("unsettled", "", None)
    assert (rows["赵六"].department, rows["赵六"].department_kind) == (["机关服务中心", "车队"], "unit")
    assert (rows["赵六"].counts, rows["钱七"].is_ranked, rows["钱七"].category) == (False, False, "工勤")


def test_an_attempt_with_its_paper_responses_and_points(database: Database) -> None:
    _load(database, month())
    with database.read() as session:
        (attempt,) = _attempts_of(session, "张三")
        assert (attempt.state, attempt.used_s) == ("submitted", 725)
        assert attempt.deadline_at == attempt.started_at + timedelta(minutes=30)
        asked = asked_questions(session, attempt.id)
        assert [one.response for one in asked] == [(0,), (0, 1), True, ("尊者", "３")]
        assert [(one.points, one.earned) for one in asked] == [(2500, 2500)] * 4
        result = session.get_one(ResultRow, attempt.id)
        assert (result.score, result.answered, result.right) == (100_00, 4, 4)
        events = session.scalars(select(AttemptEventRow.event).where(AttemptEventRow.attempt_id == attempt.id))
        assert list(events) == ["started", "submitted"]


def test_who_did_not_hand_in_ran_out_of_time_when_the_window_closed(database: Database) -> None:
    _load(database, month())
    with database.read() as session:
        (attempt,) = _attempts_of(session, "李四")
        assert (attempt.state, attempt.used_s) == ("expired", 600)
        assert attempt.ended_at == attempt.deadline_at == datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
        saved = session.scalars(select(ResponseRow).where(ResponseRow.attempt_id == attempt.id)).all()
        assert [row.position for row in saved] == [0, 1, 2, 3]  # what was answered with nothing is kept as well


def test_marking_again_changes_nothing(database: Database) -> None:
    _load(database, month())
    with database.write() as session:
        for attempt in session.scalars(select(AttemptRow)).all():
            before = [(row.score, row.answered, row.right) for row in session.scalars(select(ResultRow))]
            points = [row.earned for row in session.scalars(select(AttemptQuestionRow))]
            sitting = session.get_one(SittingRow, attempt.sitting_id)
            counted = (sitting.counting_attempt_id, sitting.score, sitting.used_s, sitting.submitted_at)
            grade_attempt(session, attempt, NOW)
            recount(session, sitting)
            assert [(row.score, row.answered, row.right) for row in session.scalars(select(ResultRow))] == before
            assert [row.earned for row in session.scalars(select(AttemptQuestionRow))] == points
            assert (sitting.counting_attempt_id, sitting.score, sitting.used_s, sitting.submitted_at) == counted


@pytest.mark.parametrize(("rule", "score"), [("best", 75_00), ("first", 25_00), ("last", 50_00)])
def test_of_several_attempts_the_one_counts_that_the_rule_says(database: Database, rule: str, score: int) -> None:
    document = month()
    document["exam"].update(attempts_allowed=3, attempts_rule=rule)
    right = {"q1": "A", "q2": "AB", "q3": True}
    document["people"][0]["attempts"] = [
        {"started_at": f"2026-03-20T{hour}:00:00+08:00", "submitted_at": f"2026-03-20T{hour}:05:00+08:00",
         "responses": dict(list(right.items())[:count])}
        for hour, count in (("09", 1), ("10", 3), ("11", 2))
    ]  # fmt: skip
    _load(database, document)
    with database.read() as session:
        attempts = _attempts_of(session, "张三")
        sitting = session.get_one(SittingRow, attempts[0].sitting_id)
        counting = session.get_one(ResultRow, sitting.counting_attempt_id)
    assert [attempt.number for attempt in attempts] == [1, 2, 3]
    assert sitting.score == counting.score == score


def test_an_organiser_sees_the_loaded_attempt_like_any_other(database: Database) -> None:
    exam_id = _load(database, month())
    attempts = Attempts(database, DeskClock())
    summary = next(one for one in attempts.attempts(exam_id) if one.name == "张三")
    assert (summary.score, summary.counts) == (100_00, True)
    assert len(attempts.record(summary.id).questions) == 4


def test_leavings_come_along(database: Database) -> None:
    document = month()
    document["people"][0]["attempts"][0]["leavings"] = [
        {"back_at": "2026-03-20T09:05:00+08:00", "seconds": 12},
        {"back_at": "2026-03-20T09:10:00+08:00", "seconds": 70},
    ]
    exam_id = _load(database, document)
    with database.read() as session:
        (attempt,) = _attempts_of(session, "张三")
        attempt_id = attempt.id
    record = Attempts(database, lambda: NOW).record(attempt_id)
    assert [one.seconds for one in record.leavings] == [12, 70]
    assert [one.words for one in record.events][1] == "离开考试窗口 12 秒（第 1 次）"
    people = Results(database, lambda: NOW).results(exam_id).figures.people
    assert {one.row.name: one.row.leavings for one in people if one.row.attempt_id} == {"张三": 2, "李四": 0}


@pytest.mark.parametrize(("marks", "score", "unmarked"), [({}, None, 1), ({"q5": 7.5}, 107_50, 0)])
def test_marks_given_by_hand_are_carried_over(
    database: Database, marks: dict[str, float], score: int | None, unmarked: int
) -> None:
    document = month()
    document["questions"].append(
        {"id": "q5", "kind": "short_answer", "stem": "怎样接待来访？", "key": "先听完；后答复", "points": 10}
    )
    sat = document["people"][0]["attempts"][0]
    sat["responses"]["q5"] = "先听完他说的。"
    sat["marks"] = marks
    del sat["score"]
    _load(database, document)
    with database.write() as session:
        (attempt,) = _attempts_of(session, "张三")
        place = session.get_one(AttemptQuestionRow, (attempt.id, 4))
        assert (place.earned, place.marked_by) == ((7_50, "张管理") if marks else (None, ""))
        sitting = session.get_one(SittingRow, attempt.sitting_id)
        assert sitting.score == score
        grade_attempt(session, attempt, NOW)
        recount(session, sitting)
        assert (sitting.score, session.get_one(ResultRow, attempt.id).unmarked) == (score, unmarked)

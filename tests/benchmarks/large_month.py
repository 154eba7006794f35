"""A month of 10,000 people in 200 departments, straight in the tables of a database of its own."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from quizapp.clock import ClockReading
from quizapp.core.monthly import SittingKind, Status
from quizapp.core.people import DepartmentKind
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.tables import Base, BureauRow, DepartmentRow, DuePersonRow, ExamPaperRow, ExamRow, PersonRow, SittingRow

PEOPLE, DEPARTMENTS = 10_000, 200
EXAM_ID = 1
OPENS = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)


def read_clock() -> ClockReading:
    """A clock that stands still some days after the test."""
    return ClockReading(OPENS + timedelta(days=9), "boot", 0.0)


@contextmanager
def large_month() -> Iterator[Database]:
    """The database, closed and deleted at the end."""
    with TemporaryDirectory(prefix="quizapp-benchmark-") as folder:
        database = open_sqlite(Path(folder) / "quizapp.sqlite3")
        try:
            _fill(database)
            yield database
        finally:
            database.close()


def _fill(database: Database) -> None:
    Base.metadata.create_all(database.engine)
    chance = random.Random(20260302)
    numbers = range(1, PEOPLE + 1)
    with database.connection() as connection:
        connection.execute(
            insert(BureauRow), [{"name": "滨海市机关事务管理局", "unit_word": "局属", "sign_in_check": "none"}]
        )
        connection.execute(insert(DepartmentRow), [_department(number) for number in range(1, DEPARTMENTS + 1)])
        connection.execute(insert(PersonRow), [_person(number) for number in numbers])
        connection.execute(insert(ExamRow), [_exam()])
        paper = {"exam_id": EXAM_ID, "position": 0, "name": "通用卷", "blueprint": {}, "audience": {}, "pool": []}
        connection.execute(insert(ExamPaperRow), [paper])
        due = [_due(number, chance) for number in numbers]
        connection.execute(insert(DuePersonRow), due)
        sat = [one["id"] for one in due if one["status"] == Status.SAT]
        connection.execute(insert(SittingRow), [_sitting(due_id, chance) for due_id in sat])


def _department(number: int) -> dict[str, Any]:
    kind = DepartmentKind.SECTION if number <= DEPARTMENTS // 2 else DepartmentKind.UNIT
    return {
        "id": number,
        "name": f"第{number}科室",
        "kind": kind,
        "parent_id": None,
        "position": number,
        "is_active": True,
    }


def _person(number: int) -> dict[str, Any]:
    return {
        "id": number, "number": f"{number:05d}", "is_number_generated": False, "name": f"职工{number:05d}",
        "pinyin": "zhi gong", "initials": "zg", "department_id": number % DEPARTMENTS + 1, "category": "事业",
        "position": "科员", "phone": "", "remark": "", "takes_tests": True, "counts": True, "is_ranked": True,
        "pin_hash": None, "is_active": True,
    }  # fmt: skip


def _exam() -> dict[str, Any]:
    return {
        "id": EXAM_ID, "month": "2026-03", "title": "业务知识测试", "state": "closed", "opens_at": OPENS,
        "closes_at": OPENS + timedelta(days=3), "minutes": 30, "full_points": 100_00, "pass_points": 60_00,
        "excellent_points": 90_00, "attempts_allowed": 1, "attempts_rule": "best", "multiple_rule": "exact",
        "definition": {}, "seed": "0", "created_at": OPENS, "published_at": OPENS, "closed_at": OPENS,
    }  # fmt: skip


def _due(number: int, chance: random.Random) -> dict[str, Any]:
    rest = (Status.ABSENT, Status.DEFERRED, Status.EXEMPT, Status.UNSETTLED)
    status = Status.SAT if chance.random() < 0.92 else chance.choice(rest)
    department = number % DEPARTMENTS + 1
    kind = DepartmentKind.SECTION if department <= DEPARTMENTS // 2 else DepartmentKind.UNIT
    return {
        "id": number, "exam_id": EXAM_ID, "person_id": number, "paper_id": 1, "number": f"{number:05d}",
        "name": f"职工{number:05d}", "department_id": department, "department": [f"第{department}科室"],
        "department_kind": kind, "category": "事业", "position": "科员", "counts": number % 51 != 0,
        "is_ranked": number % 41 != 0, "status": status, "reason": "出车" if status is Status.DEFERRED else "",
        "settled_by": "", "settled_at": None, "extra_minutes": 0,
    }  # fmt: skip


def _sitting(due_id: int, chance: random.Random) -> dict[str, Any]:
    used_s = chance.randrange(300, 1800)
    return {
        "due_id": due_id, "kind": SittingKind.FIRST, "counting_attempt_id": None,
        "score": chance.randrange(40, 101) * 100, "used_s": used_s,
        "submitted_at": OPENS + timedelta(seconds=due_id + used_s),
    }  # fmt: skip

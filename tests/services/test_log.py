"""The log of what organisers did."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow
from quizapp.services import log

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def _rows(database: Database) -> list[LogRow]:
    with database.read() as session:
        return list(session.scalars(select(LogRow).order_by(LogRow.id)))


def test_what_was_done_is_kept_with_who_when_and_why(database: Database) -> None:
    with database.write() as session:
        log.record(session, AT, Actor("李四"), "exam.close", "三月测试", reason="到期", details={"people": 3})
    (row,) = _rows(database)
    assert (row.at, row.who, row.action, row.subject, row.reason, row.details) == (
        AT, "李四", "exam.close", "三月测试", "到期", {"people": 3},
    )  # fmt: skip


def test_without_reason_and_details_they_are_empty(database: Database) -> None:
    with database.write() as session:
        log.record(session, AT, Actor("李四"), "exam.close", "测" * 300)
    (row,) = _rows(database)
    assert (row.reason, row.details, len(row.subject)) == ("", {}, 200)


def test_what_did_not_happen_leaves_no_line(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        log.record(session, AT, Actor("李四"), "exam.close", "三月测试")
        raise ZeroDivisionError
    assert _rows(database) == []

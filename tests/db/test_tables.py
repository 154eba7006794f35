"""What the tables promise about every value."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from quizapp.db.engine import Database
from quizapp.db.tables import Base, LogRow


def _log(at: datetime) -> LogRow:
    return LogRow(at=at, who="李四", action="exam.close", subject="𬭚", reason="", details={"words": "㐀𬭚"})


def test_times_come_back_as_the_same_instant_in_utc(database: Database) -> None:
    beijing = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=8)))
    with database.write() as session:
        session.add(_log(beijing))
    with database.read() as session:
        (row,) = session.scalars(select(LogRow))
        assert row.at == beijing
        assert row.at.tzinfo is UTC
        assert session.scalar(text("SELECT at FROM log_entries")) == "2026-03-02 01:00:00.000000"


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="without a zone"), database.write() as session:
        session.add(_log(datetime(2026, 3, 2)))


def test_rare_characters_survive(database: Database) -> None:
    with database.write() as session:
        session.add(_log(datetime(2026, 3, 2, tzinfo=UTC)))
    with database.read() as session:
        (row,) = session.scalars(select(LogRow))
        assert (row.subject, row.details) == ("𬭚", {"words": "㐀𬭚"})


def test_every_constraint_has_a_name_by_which_a_migration_can_find_it() -> None:
    unnamed = [
        (table.name, constraint)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert not unnamed

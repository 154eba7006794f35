"""Many rows at once are the rows that SQLAlchemy would have written."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, cast

import pytest
from sqlalchemy import Table, insert, select

from quizapp.db.engine import Database
from quizapp.db.json_texts import to_text
from quizapp.db.many_rows import insert_rows
from quizapp.db.tables import BankRow, QuestionRow, RevisionRow

QUESTIONS = cast(Table, QuestionRow.__table__)
REVISIONS = cast(Table, RevisionRow.__table__)
AT = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=8)))
OWN = ("question_id", "key", "options", "pictures", "stem", "reviewed_on", "kind")
SAME = {"who": "张", "created_at": AT, "batch_id": None, "number": 1} | dict.fromkeys(
    ("explanation", "category", "knowledge_point", "difficulty", "source"), ""
)
ROWS: list[tuple[Any, ...]] = [
    (1, [0, 2], [{"text": "起立"}, {"text": "微“笑”\n"}], [], "哪些得体？", date(2026, 1, 5), "multiple"),
    (2, False, [], [{"digest": "ab", "option": None}], "对吗", None, "true_false"),
]


@pytest.fixture
def questions(database: Database) -> Database:
    """Two questions without a revision."""
    with database.write() as session:
        session.add(BankRow(id=1, name="礼仪", created_at=AT))
        session.flush()
        same = {"bank_id": 1, "revision_id": None, "state": "active"}
        insert_rows(session.connection(), QUESTIONS, same, ("id", "identity"), [(1, "甲"), (2, "乙")])
    return database


def test_rows_are_as_those_written_one_by_one(questions: Database) -> None:
    texts = [
        (number, to_text(key), to_text(options), to_text(pictures), *rest)
        for number, key, options, pictures, *rest in ROWS
    ]
    with questions.write() as session:
        insert_rows(session.connection(), REVISIONS, SAME, OWN, texts)
    with questions.write() as session:
        others = [SAME | dict(zip(OWN, row, strict=True)) | {"number": 2} for row in ROWS]
        session.connection().execute(insert(REVISIONS), others)
    wanted = select(*[column for column in REVISIONS.c if column.name not in ("id", "number")])
    with questions.read() as session:
        numbered = [session.execute(wanted.where(REVISIONS.c.number == number)).all() for number in (1, 2)]
        raw = session.connection().exec_driver_sql("SELECT number, options, created_at FROM question_revisions").all()
    assert numbered[0] == numbered[1]
    assert numbered[0][0].created_at == AT.astimezone(UTC)
    assert sorted(row[1:] for row in raw if row[0] == 1) == sorted(row[1:] for row in raw if row[0] == 2)


def test_no_rows_are_no_statement(questions: Database) -> None:
    with questions.write() as session:
        insert_rows(session.connection(), REVISIONS, SAME, OWN, [])
        assert session.scalars(select(RevisionRow)).all() == []

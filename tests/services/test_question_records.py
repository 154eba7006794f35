"""Questions as the database keeps them come back as they were."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from quizapp.core.papers import Section
from quizapp.core.pictures import Picture
from quizapp.core.questions import Difficulty, Kind, Option, Question, identity
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, QuestionRow, RevisionRow
from quizapp.services.question_records import (
    QuestionState,
    as_texts,
    candidates,
    from_texts,
    frozen_candidates,
    revision_values,
    text_columns,
    to_question,
)

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CHOICE = Question(
    Kind.MULTIPLE, "哪些得体？", (0, 2), (Option("起立"), Option("插话"), Option("微笑")), "礼貌", "会面礼仪", "问候",
    Difficulty.HARD, "惯例", date(2026, 1, 5),
)  # fmt: skip
PICTURED = replace(CHOICE, pictures=(Picture("ab" * 32), Picture("cd" * 32, 1)))
BLANK = Question(Kind.FILL_BLANK, "____ 与 ____", (("甲", "乙"), ("丙",)))


@pytest.fixture
def bank_id(database: Database) -> int:
    """A bank with nothing in it."""
    with database.write() as session:
        bank = BankRow(name="礼仪", created_at=AT)
        session.add(bank)
        session.flush()
        return bank.id


def keep(database: Database, bank_id: int, question: Question, state: QuestionState = QuestionState.ACTIVE) -> int:
    """Write a question with one revision; its revision's id."""
    with database.write() as session:
        row = QuestionRow(bank_id=bank_id, identity=identity(question), revision_id=None, state=state)
        session.add(row)
        session.flush()
        revision = RevisionRow(question_id=row.id, number=1, created_at=AT, who="张", **revision_values(question))
        session.add(revision)
        session.flush()
        row.revision_id = revision.id
        return revision.id


@pytest.mark.parametrize(
    "question",
    [CHOICE, BLANK, PICTURED, Question(Kind.TRUE_FALSE, "对吗", False), Question(Kind.SHORT_ANSWER, "为什么", "因为")],
    ids=["multiple", "fill_blank", "pictured", "true_false", "short_answer"],
)
def test_a_question_comes_back_as_it_was(database: Database, bank_id: int, question: Question) -> None:
    keep(database, bank_id, question)
    with database.read() as session:
        assert to_question(session.scalars(select(RevisionRow)).one()) == question
        assert to_question(session.execute(select(RevisionRow.__table__)).one()) == question
        texts = tuple(session.execute(select(*text_columns())).one())
    assert texts == as_texts(question)
    assert from_texts(texts) == question


def test_only_active_questions_of_the_banks_asked_for_can_be_drawn(database: Database, bank_id: int) -> None:
    wanted = keep(database, bank_id, CHOICE)
    keep(database, bank_id, BLANK, QuestionState.RETIRED)
    keep(database, bank_id, Question(Kind.TRUE_FALSE, "对吗", True), QuestionState.REVIEW)
    with database.read() as session:
        (candidate,) = candidates(session, [bank_id])
        assert candidates(session, [bank_id + 1]) == []
    assert (candidate.revision_id, candidate.identity) == (wanted, identity(CHOICE))
    assert (candidate.kind, candidate.category, candidate.difficulty) == (Kind.MULTIPLE, "会面礼仪", Difficulty.HARD)
    assert candidate.options == ("起立", "插话", "微笑")


def test_a_changed_question_is_drawn_in_its_present_revision(database: Database, bank_id: int) -> None:
    keep(database, bank_id, CHOICE)
    with database.write() as session:
        row = session.scalars(select(QuestionRow)).one()
        values = revision_values(CHOICE) | {"category": "会议"}
        later = RevisionRow(question_id=row.id, number=2, created_at=AT, who="李", **values)
        session.add(later)
        session.flush()
        row.revision_id = later.id
    with database.read() as session:
        assert [one.category for one in candidates(session, [bank_id])] == ["会议"]


def test_frozen_candidates_come_in_the_order_given_whatever_became_of_them(database: Database, bank_id: int) -> None:
    retired = keep(database, bank_id, BLANK, QuestionState.RETIRED)
    first = keep(database, bank_id, CHOICE)
    with database.read() as session:
        assert [one.revision_id for one in frozen_candidates(session, [first, retired])] == [first, retired]
        assert frozen_candidates(session, [first]) == candidates(session, [bank_id])


def test_what_is_kept_back_is_drawn_only_where_its_category_is_named(database: Database, bank_id: int) -> None:
    revision = keep(database, bank_id, CHOICE)
    with database.write() as session:
        session.scalars(select(QuestionRow)).one().is_kept_back = True
    with database.read() as session:
        (candidate,) = candidates(session, [bank_id])
        (frozen,) = frozen_candidates(session, [revision])
    assert candidate.is_kept_back
    assert not Section(Kind.MULTIPLE, 1, 100).takes(candidate)
    assert Section(Kind.MULTIPLE, 1, 100, category="会面礼仪").takes(candidate)
    assert Section(Kind.MULTIPLE, 1, 100).takes(frozen)  # a test that is published has its questions

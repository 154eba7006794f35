"""New rows are set beside the question of the bank, or the earlier row, that nearly says the same."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest

from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Option, Question
from quizapp.db.engine import Database
from quizapp.errors import Cancelled
from quizapp.services import near_duplicates
from quizapp.services.banks import Banks, NearPair, QuestionState
from tests.services.bank_files import SHEET, file_of, preview_of

PHONE = Question(
    Kind.SINGLE,
    "办公室电话铃响之后，工作人员一般应当在几声之内接听？",
    (0,),
    (Option("三声之内"), Option("五声之内"), Option("七声之内")),
)
PHONE_TOO = replace(PHONE, stem="办公室的电话铃响后，工作人员应当在几声之内接听？")
TEA = Question(Kind.TRUE_FALSE, "为客人添茶的时候，茶壶的壶嘴不宜正对着客人。", True)
CARD = Question(Kind.TRUE_FALSE, "递送名片应当双手递上，名片的文字正对着对方。", True)


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def near(database: Database, banks: Banks, questions: list[Question]) -> list[NearPair]:
    return banks.near_pairs(preview_of(database, file_of(questions)))


def test_a_row_like_a_question_on_record(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([TEA, PHONE])))
    on_record = banks.questions(batch.bank_id)[1]
    banks.set_state(actor, (on_record.id,), QuestionState.RETIRED)
    (pair,) = near(database, banks, [CARD, PHONE_TOO])
    assert (pair.place, pair.question, pair.other) == ((SHEET, 3), PHONE_TOO, PHONE)
    assert (pair.question_id, pair.state, pair.may_replace) == (on_record.id, QuestionState.RETIRED, True)
    assert 85 <= pair.percent < 100


def test_a_row_like_an_earlier_row(database: Database, banks: Banks) -> None:
    (pair,) = near(database, banks, [PHONE, TEA, PHONE_TOO])
    assert (pair.place, pair.other_place, pair.other) == ((SHEET, 4), (SHEET, 2), PHONE)
    assert pair.question_id is None


def test_what_the_file_has_as_well_cannot_be_replaced(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([PHONE])))
    (pair,) = near(database, banks, [PHONE, PHONE_TOO])
    assert not pair.may_replace


def test_the_same_text_of_another_kind_is_near(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([PHONE])))
    (pair,) = near(database, banks, [replace(PHONE, kind=Kind.MULTIPLE, key=(0, 1))])
    assert pair.percent == 100


def test_what_is_known_already_or_different_is_no_pair(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([PHONE, TEA])))
    assert near(database, banks, [PHONE, replace(PHONE, key=(1,)), CARD]) == []
    assert near(database, banks, [TEA]) == []


def test_the_search_tells_how_far_it_is_and_stops(
    database: Database, banks: Banks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near_duplicates, "_AT_ONCE", 1)
    told: list[tuple[int, int]] = []
    preview = preview_of(database, file_of([PHONE, TEA, CARD]))
    banks.near_pairs(preview, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3)]
    with pytest.raises(Cancelled):
        banks.near_pairs(preview, is_cancelled=lambda: len(told) == 3)


def test_what_is_written_meanwhile_reaches_the_database_and_what_is_gone_is_no_pair(
    database: Database, banks: Banks, actor: Actor
) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([PHONE])))
    preview = preview_of(database, file_of([PHONE_TOO]))
    busy: list[int] = []

    def undo(_done: int, _total: int) -> None:
        banks.undo_batch(actor, batch.id)
        with closing(sqlite3.connect(str(database.engine.url.database), timeout=0)) as connection:
            busy.append(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    assert banks.near_pairs(preview, on_progress=undo) == []
    assert busy == [0]

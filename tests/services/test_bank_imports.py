"""The wanted rows of a preview are written as a whole, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import func, select

from quizapp.core.people import Actor
from quizapp.core.questions import Difficulty, identity
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow, BatchRow, LogRow, QuestionRow, RevisionRow
from quizapp.errors import Cancelled, Conflict
from quizapp.services import bank_imports
from quizapp.services.banks import Banks, Novelty, QuestionState
from quizapp.services.question_records import candidates
from tests.services.bank_files import SHEET, file_of, near_pair, preview_of, single


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def rows_written(database: Database) -> int:
    """How many rows there are of everything an import writes."""
    tables = (BankRow, BatchRow, QuestionRow, RevisionRow, LogRow)
    with database.read() as session:
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)


def test_new_rows_become_questions_in_the_order_of_the_file(database: Database, banks: Banks, actor: Actor) -> None:
    wanted = [single(3, 1, category="会面", difficulty=Difficulty.HARD), single(1, explanation="因为"), single(2)]
    batch = banks.import_(actor, preview_of(database, file_of(wanted)))
    assert (batch.new, batch.changed, batch.bank_name, batch.who) == (3, 0, "礼仪", actor.name)
    assert [one.question for one in banks.questions(batch.bank_id)] == wanted
    assert {one.revision for one in banks.questions(batch.bank_id)} == {1}
    with database.read() as session:
        assert [row.identity for row in session.scalars(select(QuestionRow).order_by(QuestionRow.id))] == [
            identity(question) for question in wanted
        ]


def test_a_changed_row_becomes_a_revision_and_keeps_the_state(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1), single(2)])))
    (first, _second) = banks.questions(batch.bank_id)
    banks.set_state(actor, (first.id,), QuestionState.RETIRED)
    again = banks.import_(actor, preview_of(database, file_of([single(2), single(1, 3), single(5)])))
    assert (again.new, again.changed, again.bank_id) == (1, 1, batch.bank_id)
    changed = banks.questions(batch.bank_id)[0]
    assert (changed.id, changed.revision, changed.state) == (first.id, 2, QuestionState.RETIRED)
    assert [revision.question for revision in banks.history(first.id)] == [single(1, 3), single(1)]


def test_rows_left_out_are_not_written(database: Database, banks: Banks, actor: Actor) -> None:
    preview = preview_of(database, file_of([single(1), single(2), single(3)]))
    batch = banks.import_(actor, preview, left_out=frozenset({(SHEET, 3)}))
    assert [one.question for one in banks.questions(batch.bank_id)] == [single(1), single(3)]


def test_a_repeated_row_is_written_once(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1), single(1), single(1, 2)])))
    assert [one.question for one in banks.questions(batch.bank_id)] == [single(1)]


def test_the_same_file_again_writes_no_question(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1), single(2)])))
    again = banks.import_(actor, preview_of(database, file_of([single(1), single(2)])))
    assert (again.new, again.changed) == (0, 0)
    assert [one.revision for one in banks.questions(again.bank_id)] == [1, 1]


def test_the_act_is_logged_with_who_and_what(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1)])))
    with database.read() as session:
        (line,) = session.scalars(select(LogRow)).all()
        (row,) = session.scalars(select(BatchRow)).all()
    assert (line.who, line.action, line.subject) == (actor.name, "bank.import", "礼仪")
    assert line.details == {"batch": batch.id, "file": "题库.xlsx", "new": 1, "changed": 0}
    assert (row.kind, row.file_hash, row.counts["new"]) == ("bank", "0" * 64, 1)


@pytest.mark.parametrize("cancelled_at", [1, 2, 3])
def test_cancelled_in_the_middle_nothing_is_written(
    database: Database, banks: Banks, actor: Actor, monkeypatch: pytest.MonkeyPatch, cancelled_at: int
) -> None:
    monkeypatch.setattr(bank_imports, "_AT_ONCE", 2)
    asked = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) >= cancelled_at * 3

    before = rows_written(database)
    preview = preview_of(database, file_of([single(number) for number in range(9)]))
    with pytest.raises(Cancelled):
        banks.import_(actor, preview, is_cancelled=is_cancelled)
    assert rows_written(database) == before


def test_progress_is_told_up_to_the_end(
    database: Database, banks: Banks, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bank_imports, "_AT_ONCE", 2)
    told: list[tuple[int, int]] = []
    preview = preview_of(database, file_of([single(number) for number in range(5)]))
    banks.import_(actor, preview, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_a_question_that_came_in_meanwhile_is_a_conflict(database: Database, banks: Banks, actor: Actor) -> None:
    preview = preview_of(database, file_of([single(1), single(2)]))
    banks.import_(actor, preview_of(database, file_of([single(2)])))
    before = rows_written(database)
    with pytest.raises(Conflict, match="重新预览"):
        banks.import_(actor, preview)
    assert rows_written(database) == before


def test_a_question_edited_meanwhile_is_a_conflict_unless_left_out(
    database: Database, banks: Banks, actor: Actor
) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1)])))
    preview = preview_of(database, file_of([single(1, 1), single(2)]))
    (first,) = banks.questions(batch.bank_id)
    banks.edit_question(actor, first.id, single(1, 2), seen_revision=1)
    with pytest.raises(Conflict):
        banks.import_(actor, preview)
    again = banks.import_(actor, preview, left_out=frozenset({(SHEET, 2)}))
    assert (again.new, again.changed) == (1, 0)


def test_a_row_takes_the_place_of_a_question(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1, category="会面"), single(2)])))
    first = banks.questions(batch.bank_id)[0]
    preview = preview_of(database, file_of([single(5), single(6)]))
    again = banks.import_(actor, preview, replaces={(SHEET, 2): near_pair(database, single(5))})
    assert (again.new, again.changed, again.replaced) == (1, 1, 1)
    rows = banks.questions(batch.bank_id)
    assert [(row.id, row.revision) for row in rows[:1]] == [(first.id, 2)]
    assert rows[0].question == single(5, category="会面")  # what the row leaves empty stays
    assert [row.question for row in rows[1:]] == [single(2), single(6)]
    assert preview_of(database, file_of([single(5)])).items[0].novelty is Novelty.SAME
    assert preview_of(database, file_of([single(1)])).items[0].novelty is Novelty.NEW


def test_a_question_that_changed_is_not_replaced(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1)])))
    preview, pair = preview_of(database, file_of([single(5)])), near_pair(database, single(5))
    first = banks.questions(batch.bank_id)[0]
    banks.edit_question(actor, first.id, single(1, 2), seen_revision=1)
    before = rows_written(database)
    with pytest.raises(Conflict, match="有了改动"):
        banks.import_(actor, preview, replaces={(SHEET, 2): pair})
    assert rows_written(database) == before


def test_one_question_is_not_replaced_twice(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1)])))
    preview = preview_of(database, file_of([single(5), single(6)]))
    pairs = {(SHEET, row): near_pair(database, single(row + 3), row) for row in (2, 3)}
    with pytest.raises(Conflict, match="第 3 行要替换的题"):
        banks.import_(actor, preview, replaces=pairs)
    with pytest.raises(Conflict, match="另有一行也要用到"):
        same = preview_of(database, file_of([single(5), single(1)]))
        banks.import_(actor, same, replaces={(SHEET, 2): pairs[SHEET, 2]})


def test_rows_wait_for_approval(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1), single(2), single(3)])))
    retired = banks.questions(batch.bank_id)[1]
    banks.set_state(actor, (retired.id,), QuestionState.RETIRED)
    preview = preview_of(database, file_of([single(1, 1), single(2, 1), single(5), single(6)]))
    again = banks.import_(actor, preview, in_review={(SHEET, row) for row in (2, 3, 4)})
    assert again.in_review == 2
    states = {row.question.stem[2]: row.state for row in banks.questions(batch.bank_id)}
    review, active = QuestionState.REVIEW, QuestionState.ACTIVE
    assert states == {"1": review, "2": QuestionState.RETIRED, "3": active, "5": review, "6": active}
    (summary,) = banks.banks()
    assert (summary.total, summary.in_review, summary.retired) == (2, 2, 1)
    with database.read() as session:
        drawn = candidates(session, [batch.bank_id])
    assert len(drawn) == 2


def test_the_explanation_of_another_answer_goes_with_the_question_replaced(
    database: Database, banks: Banks, actor: Actor
) -> None:
    first = single(1, explanation="选甲", category="会面")
    batch = banks.import_(actor, preview_of(database, file_of([first])))
    new = replace(single(1, key=1), stem="第 1 题应当选哪一个？")
    pair = near_pair(database, new)
    banks.import_(actor, preview_of(database, file_of([new])), replaces={(SHEET, 2): pair})
    (present,) = banks.questions(batch.bank_id)
    assert (present.question.stem, present.question.explanation) == (new.stem, "")
    assert present.question.category == "会面"


def test_a_special_set_is_kept_back_for_contests_as_it_comes(database: Database, banks: Banks, actor: Actor) -> None:
    wanted = [single(1, category="2008竞赛专题"), single(2, category="会面礼仪")]
    batch = banks.import_(actor, preview_of(database, file_of(wanted)))
    assert [one.is_kept_back for one in banks.questions(batch.bank_id)] == [True, False]
    banks.keep_back(actor, {banks.questions(batch.bank_id)[0].id: False})
    banks.import_(actor, preview_of(database, file_of([single(1, 2, category="2008竞赛专题")])))
    assert not banks.questions(batch.bank_id)[0].is_kept_back  # what the organiser said of it stays

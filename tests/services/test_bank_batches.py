"""An import can be taken back as long as nothing stands on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.core.people import Actor
from quizapp.core.practice import Met
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow, QuestionRow, RevisionRow
from quizapp.errors import Conflict
from quizapp.services.bank_batches import runs_of
from quizapp.services.banks import Banks, Batch, Novelty, QuestionState
from quizapp.services.practice_records import read_records, write_record
from tests.services.bank_files import SHEET, file_of, near_pair, preview_of, single
from tests.services.conftest import Clock, Roster
from tests.services.office import Office, usual_questions


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def take_in(database: Database, banks: Banks, *numbers: int, key: int = 0) -> Batch:
    """Import single-choice questions of these numbers."""
    return banks.import_(Actor("李四"), preview_of(database, file_of([single(number, key) for number in numbers])))


def stems(banks: Banks) -> list[tuple[str, int]]:
    """The questions of the only bank, as (stem, revision)."""
    return [(one.question.stem[2], one.revision) for one in banks.questions(1)]


def test_what_an_import_brought_is_gone_when_it_is_undone(database: Database, banks: Banks, actor: Actor) -> None:
    take_in(database, banks, 1, 2)
    second = take_in(database, banks, 3, 4)
    assert second.may_undo
    banks.undo_batch(actor, second.id)
    assert stems(banks) == [("1", 1), ("2", 1)]
    with database.read() as session:
        assert len(session.scalars(select(QuestionRow)).all()) == 2
        assert len(session.scalars(select(RevisionRow)).all()) == 2


def test_a_changed_question_says_again_what_it_said_before(database: Database, banks: Banks, actor: Actor) -> None:
    take_in(database, banks, 1)
    take_in(database, banks, 1, key=1)
    third = take_in(database, banks, 1, key=2)
    banks.undo_batch(actor, third.id)
    (question,) = banks.questions(1)
    assert (question.revision, question.question) == (2, single(1, 1))
    assert [revision.number for revision in banks.history(question.id)] == [2, 1]


def test_undoing_is_logged_and_shown_and_happens_once(
    database: Database, banks: Banks, actor: Actor, clock: Clock
) -> None:
    batch = take_in(database, banks, 1)
    clock.advance(hours=1)
    banks.undo_batch(actor, batch.id)
    (shown,) = banks.batches()
    assert (shown.is_undone, shown.may_undo, shown.at) == (True, False, datetime(2026, 3, 2, 1, tzinfo=UTC))
    with database.read() as session:
        line = session.scalars(select(LogRow).order_by(LogRow.id.desc())).first()
    assert line is not None
    assert (line.action, line.who, line.subject) == ("bank.undo_import", actor.name, "题库.xlsx")
    with pytest.raises(Conflict, match="已经撤销"):
        banks.undo_batch(actor, batch.id)


def test_a_later_import_that_changed_it_must_be_undone_first(database: Database, banks: Banks, actor: Actor) -> None:
    first = take_in(database, banks, 1, 2)
    second = take_in(database, banks, 1, key=3)
    assert [batch.may_undo for batch in banks.batches()] == [True, False]
    with pytest.raises(Conflict, match="又有改动"):
        banks.undo_batch(actor, first.id)
    banks.undo_batch(actor, second.id)
    banks.undo_batch(actor, first.id)
    assert banks.questions(1) == []


def test_a_later_import_that_has_it_in_its_file_must_be_undone_first(
    database: Database, banks: Banks, actor: Actor
) -> None:
    first = take_in(database, banks, 1, 2)
    second = take_in(database, banks, 2, 3)
    with pytest.raises(Conflict, match="先撤销后来的导入"):
        banks.undo_batch(actor, first.id)
    banks.undo_batch(actor, second.id)
    banks.undo_batch(actor, first.id)


def test_other_imports_stand_on_their_own(database: Database, banks: Banks, actor: Actor) -> None:
    first = take_in(database, banks, 1, 2)
    take_in(database, banks, 3)
    take_in(database, banks, 1, 2)  # the same file again brought nothing, so it needs nothing
    banks.undo_batch(actor, first.id)
    assert stems(banks) == [("3", 1)]


def test_an_edit_by_hand_stands_on_an_import(database: Database, banks: Banks, actor: Actor) -> None:
    batch = take_in(database, banks, 1)
    (question,) = banks.questions(1)
    banks.edit_question(actor, question.id, single(1, 2), seen_revision=1)
    with pytest.raises(Conflict, match="又有改动"):
        banks.undo_batch(actor, batch.id)


def test_a_retired_question_does_not_keep_an_import(database: Database, banks: Banks, actor: Actor) -> None:
    batch = take_in(database, banks, 1)
    (question,) = banks.questions(1)
    banks.set_state(actor, (question.id,), QuestionState.RETIRED)
    banks.undo_batch(actor, batch.id)
    assert banks.questions(1) == []


def test_a_published_test_stands_on_an_import(database: Database, banks: Banks, actor: Actor, roster: Roster) -> None:
    roster.person("张三", roster.department("办公室"))
    office = Office(database)
    batch = banks.import_(actor, preview_of(database, file_of(usual_questions())))
    exam = office.published(batch.bank_id)
    assert not banks.batches()[0].may_undo
    with pytest.raises(Conflict, match="考试已用到"):
        banks.undo_batch(actor, batch.id)
    office.exams.withdraw(actor, exam)
    assert banks.batches()[0].may_undo
    banks.undo_batch(actor, batch.id)


def test_an_attempt_stands_on_an_import(database: Database, banks: Banks, actor: Actor, roster: Roster) -> None:
    person = roster.person("张三", roster.department("办公室"))
    office = Office(database)
    batch = banks.import_(actor, preview_of(database, file_of(usual_questions())))
    exam = office.published(batch.bank_id)
    office.desk.start(office.desk.sign_in(person.id, "").token, exam)
    with pytest.raises(Conflict, match="考试已用到"):
        banks.undo_batch(actor, batch.id)


def test_batches_of_one_bank_newest_first(database: Database, banks: Banks, actor: Actor) -> None:
    first, second = take_in(database, banks, 1), take_in(database, banks, 2)
    other = banks.import_(actor, preview_of(database, file_of([single(1)]), "服务标准"))
    assert [batch.id for batch in banks.batches()] == [other.id, second.id, first.id]
    assert [batch.id for batch in banks.batches(first.bank_id)] == [second.id, first.id]


@given(st.sets(st.integers(1, 60)))
def test_runs_hold_the_numbers_and_no_others(numbers: set[int]) -> None:
    runs = runs_of(numbers)
    assert {number for first, last in runs for number in range(first, last + 1)} == numbers
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(runs))


def replaced_by(database: Database, banks: Banks, number: int, *, in_review: bool = False) -> Batch:
    """Import a question that takes the place of the first one."""
    preview = preview_of(database, file_of([single(number)]))
    pair = near_pair(database, single(number))
    places = {pair.place}
    return banks.import_(Actor("李四"), preview, replaces={pair.place: pair}, in_review=places if in_review else set())


def test_a_replaced_question_is_found_again_by_what_it_said(database: Database, banks: Banks, actor: Actor) -> None:
    take_in(database, banks, 1)
    batch = replaced_by(database, banks, 5, in_review=True)
    (waiting,) = banks.questions(1)
    assert (waiting.state, waiting.question) == (QuestionState.REVIEW, single(5))
    banks.undo_batch(actor, batch.id)
    (question,) = banks.questions(1)
    assert (question.revision, question.state, question.question) == (1, QuestionState.ACTIVE, single(1))
    assert preview_of(database, file_of([single(1)])).count(Novelty.SAME) == 1
    assert preview_of(database, file_of([single(5)])).count(Novelty.NEW) == 1


def test_an_approved_or_retired_question_keeps_what_was_decided_since(
    database: Database, banks: Banks, actor: Actor
) -> None:
    take_in(database, banks, 1, 2)
    rows = {(SHEET, row) for row in (2, 3)}
    batch = banks.import_(actor, preview_of(database, file_of([single(1, 1), single(2, 1)])), in_review=rows)
    first, second = banks.questions(1)
    banks.set_state(actor, (first.id,), QuestionState.ACTIVE)
    banks.set_state(actor, (second.id,), QuestionState.RETIRED)
    banks.undo_batch(actor, batch.id)
    assert [row.state for row in banks.questions(1)] == [QuestionState.ACTIVE, QuestionState.RETIRED]
    assert stems(banks) == [("1", 1), ("2", 1)]


def test_new_questions_in_review_are_gone_when_undone(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(1)])), in_review={(SHEET, 2)})
    banks.undo_batch(actor, batch.id)
    assert banks.questions(1) == []
    assert banks.banks() == []


def test_a_text_that_came_back_keeps_the_import_that_replaced_it(
    database: Database, banks: Banks, actor: Actor
) -> None:
    take_in(database, banks, 1)
    batch = replaced_by(database, banks, 5)
    later = take_in(database, banks, 1)
    assert not next(one for one in banks.batches() if one.id == batch.id).may_undo
    with pytest.raises(Conflict, match="替换掉的原题"):
        banks.undo_batch(actor, batch.id)
    banks.undo_batch(actor, later.id)
    banks.undo_batch(actor, batch.id)
    assert stems(banks) == [("1", 1)]


def test_a_bank_that_was_made_for_an_import_goes_with_it(database: Database, banks: Banks, actor: Actor) -> None:
    first = take_in(database, banks, 1, 2)
    second = take_in(database, banks, 3)
    banks.undo_batch(actor, second.id)
    assert [bank.total for bank in banks.banks()] == [2]
    banks.undo_batch(actor, first.id)
    assert banks.banks() == []
    assert [(one.bank_id, one.bank_name, one.is_undone) for one in banks.batches()] == [(0, "礼仪", True)] * 2
    assert take_in(database, banks, 1).new == 1


def test_a_bank_that_somebody_made_or_a_draft_names_stays(
    database: Database, banks: Banks, actor: Actor, roster: Roster
) -> None:
    banks.add_bank(actor, "礼仪")
    banks.undo_batch(actor, take_in(database, banks, 1).id)
    assert [bank.name for bank in banks.banks()] == ["礼仪"]
    other = banks.import_(actor, replace(preview_of(database, file_of([single(9)])), bank_name="驾驶员题库"))
    office = Office(database)
    office.exams.create(actor, office.definition(other.bank_id))
    banks.undo_batch(actor, other.id)
    assert len(banks.banks()) == 2


def test_what_was_practised_of_it_goes_with_it(database: Database, banks: Banks, actor: Actor, roster: Roster) -> None:
    person = roster.person("张三", roster.department("办公室"))
    take_in(database, banks, 1)
    second = take_in(database, banks, 2)
    with database.write() as session:
        for question_id in session.scalars(select(QuestionRow.id)).all():
            write_record(session, person.id, question_id, Met(seen=1, wrong=1, is_mistake=True))
    banks.undo_batch(actor, second.id)
    assert stems(banks) == [("1", 1)]
    with database.read() as session:
        assert len(read_records(session, person.id)) == 1

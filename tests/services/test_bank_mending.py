"""A row corrected on the page is judged as if the file had said so; taking that back leaves no trace."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.people import Actor
from quizapp.core.problems import Severity
from quizapp.core.questions import Question
from quizapp.db.engine import Database
from quizapp.errors import Conflict, UserError
from quizapp.excel.read_bank import BankFile
from quizapp.services.bank_mending import problems_in_file
from quizapp.services.banks import BankPreview, Banks, Novelty, QuestionState
from tests.services.bank_files import SHEET, file_of, preview_of, single


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def with_faulty(questions: list[Question]) -> BankFile:
    """A file whose last row is faulty: question 9 without a key."""
    file = file_of(questions, faulty=1)
    return replace(file, faulty_rows=[FaultyRow(SHEET, len(questions) + 2, replace(single(9), key=()))])


def novelties(preview: BankPreview) -> list[tuple[int, str]]:
    return [(item.row, item.novelty.value) for item in preview.items]


def test_a_faulty_row_becomes_a_question(database: Database, banks: Banks) -> None:
    preview = preview_of(database, with_faulty([single(1)]))
    mended = banks.mend(preview, (SHEET, 3), single(9))
    assert novelties(mended) == [(2, "new"), (3, "new")]
    assert (mended.faulty, mended.faulty_rows, mended.problems) == (0, (), ())
    assert mended.mends == {(SHEET, 3): single(9)}
    assert mended.items[1].mended is not None
    assert banks.unmend(mended, (SHEET, 3)) == preview


def test_what_is_still_no_question_is_refused(database: Database, banks: Banks) -> None:
    preview = preview_of(database, with_faulty([single(1)]))
    with pytest.raises(UserError, match="没有答案"):
        banks.mend(preview, (SHEET, 3), replace(single(9), key=()))


def test_a_mended_row_is_compared_with_the_bank(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(9), single(8)])))
    preview = preview_of(database, with_faulty([single(1)]))
    assert banks.mend(preview, (SHEET, 3), single(9)).items[1].novelty is Novelty.SAME
    changed = banks.mend(preview, (SHEET, 3), single(9, 2))
    assert changed.items[1].novelty is Novelty.CHANGED
    assert changed.items[1].before == single(9)
    again = banks.mend(changed, (SHEET, 3), single(7))
    assert again.items[1].novelty is Novelty.NEW
    assert banks.unmend(again, (SHEET, 3)) == preview


def test_rows_repeated_follow_a_mend(database: Database, banks: Banks) -> None:
    preview = preview_of(database, file_of([single(1), single(2), single(1)]))
    apart = banks.mend(preview, (SHEET, 2), single(3))
    assert novelties(apart) == [(2, "new"), (3, "new"), (4, "new")]
    repeated = banks.mend(apart, (SHEET, 3), single(1, 2))
    assert novelties(repeated) == [(2, "new"), (3, "new"), (4, "repeated")]
    assert [(one.row, one.severity) for one in repeated.problems] == [(4, Severity.WARNING)]
    assert "与第 3 行是同一道题，答案却不同" in repeated.problems[0].message


def test_a_retired_question_is_told(database: Database, banks: Banks, actor: Actor) -> None:
    batch = banks.import_(actor, preview_of(database, file_of([single(9)])))
    banks.set_state(actor, (banks.questions(batch.bank_id)[0].id,), QuestionState.RETIRED)
    preview = preview_of(database, file_of([single(1)]))
    mended = banks.mend(preview, (SHEET, 2), single(9, 1))
    assert ["停用" in one.message for one in mended.problems] == [True]
    assert banks.mend(mended, (SHEET, 2), single(5)).problems == ()


def test_doubts_about_a_mended_row_are_told(database: Database, banks: Banks) -> None:
    preview = preview_of(database, file_of([single(1)]))
    options = (*single(1).options[:3], single(1).options[2])
    mended = banks.mend(preview, (SHEET, 2), single(1, options=options))
    assert [(one.column, one.severity) for one in mended.problems] == [("选项", Severity.WARNING)]


def test_what_was_not_mended_cannot_be_put_back(database: Database, banks: Banks) -> None:
    with pytest.raises(Conflict, match="没有改过"):
        banks.unmend(preview_of(database, file_of([single(1)])), (SHEET, 2))


def test_mends_are_kept_when_the_file_is_compared_anew(banks: Banks) -> None:
    content = "题干,选项A,选项B,答案\n甲？,一,二,\n乙？,一,二,A\n".encode()
    preview = banks.preview("礼仪", content, "题库.csv")
    (row,) = preview.faulty_rows
    mended = banks.mend(preview, row.place, replace(row.draft, key=(1,)))
    again = banks.preview("保密", content, "题库.csv", mends={**mended.mends, ("没有", 99): single(1)})
    assert [(item.row, item.question.key) for item in again.items] == [(2, (1,)), (3, (0,))]
    assert (again.bank_name, again.faulty, again.problems) == ("保密", 0, ())


def test_a_mended_row_is_imported_as_it_was_mended(database: Database, banks: Banks, actor: Actor) -> None:
    mended = banks.mend(preview_of(database, with_faulty([single(1)])), (SHEET, 3), single(9, 3))
    batch = banks.import_(actor, mended)
    assert [one.question for one in banks.questions(batch.bank_id)] == [single(1), single(9, 3)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(st.integers(1, 3), st.integers(0, 1)), min_size=1, max_size=5),
    mends=st.lists(st.tuples(st.integers(0, 4), st.integers(1, 3), st.integers(0, 1)), max_size=5),
)
def test_mends_are_as_if_the_file_had_said_so_and_leave_no_trace(
    database: Database, rows: list[tuple[int, int]], mends: list[tuple[int, int, int]], now: Callable[[], datetime]
) -> None:
    banks = Banks(database, now)
    questions = [single(number, key) for number, key in rows]
    preview = start = preview_of(database, file_of(questions))
    start = preview = banks.mend(preview, (SHEET, 2), questions[0])  # so that repeats are told as the reader tells them
    for at, number, key in mends:
        place = (SHEET, 2 + at % len(questions))
        questions[at % len(questions)] = single(number, key)
        preview = banks.mend(preview, place, single(number, key))
    told = preview_of(database, file_of(questions))
    assert novelties(preview) == novelties(told)
    assert [item.question for item in preview.items] == questions
    for place in preview.mends:
        preview = banks.unmend(preview, place)
    assert novelties(preview) == novelties(start)
    assert preview.faulty == 0


def test_the_file_is_wrong_still_whatever_was_corrected_on_the_page(database: Database, banks: Banks) -> None:
    preview = preview_of(database, with_faulty([single(1), single(2)]))
    (problem,) = preview.problems
    mended = banks.mend(preview, (SHEET, 4), single(1))
    assert problem not in mended.problems
    assert problems_in_file(mended) == (problem,)
    assert problems_in_file(banks.unmend(mended, (SHEET, 4))) == (problem,)

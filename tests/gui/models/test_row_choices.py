"""What is chosen for rows: left out, replaced, reviewed; one question is replaced by one row only."""

import pytest

from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.models.row_choices import Decision, RowChoices
from quizapp.services.banks import NearPair, Novelty, PreviewItem
from tests.services.bank_files import SHEET, single


def line(row: int, novelty: Novelty = Novelty.NEW) -> PreviewLine:
    return PreviewLine(SHEET, row, PreviewItem(SHEET, row, single(row), novelty), ())


def pair(row: int, question_id: int | None = 7, **fields: object) -> NearPair:
    return NearPair(SHEET, row, single(row), 90, single(1), question_id=question_id, revision_id=1, **fields)  # type: ignore[arg-type] - fields of NearPair


@pytest.fixture
def choices() -> RowChoices:
    return RowChoices()


def test_the_old_question_is_kept_replaced_or_both_are_wanted(choices: RowChoices) -> None:
    near, row = pair(2), line(2)
    assert choices.decision(near) is Decision.BOTH
    choices.decide([near], Decision.REPLACE)
    assert (choices.decision(near), choices.replaces([row])) == (Decision.REPLACE, {near.place: near})
    choices.decide([near], Decision.KEEP)
    assert (choices.is_wanted(row), choices.replaces([row])) == (False, {})
    choices.decide([near], Decision.BOTH)
    assert choices.is_wanted(row)
    assert choices.replaces([row]) == {}


def test_of_two_rows_of_the_file_either_is_wanted(choices: RowChoices) -> None:
    near = pair(3, None, other_place=(SHEET, 2))
    choices.decide([near], Decision.REPLACE)
    assert choices.left_out == {(SHEET, 2)}
    assert choices.decision(near) is Decision.REPLACE
    choices.decide([near], Decision.KEEP)
    assert choices.left_out == {(SHEET, 3)}
    choices.decide([near], Decision.BOTH)
    assert choices.left_out == set()


def test_a_later_row_unticked_gives_the_earlier_one_back(choices: RowChoices) -> None:
    near = pair(3, None, other_place=(SHEET, 2))
    choices.decide([near], Decision.REPLACE)
    choices.leave_out([near.place])
    assert (choices.decision(near), choices.left_out) == (Decision.KEEP, {(SHEET, 3)})
    choices.take([near.place])
    assert (choices.decision(near), choices.left_out) == (Decision.BOTH, set())


def test_both_rows_unticked_at_once_are_both_left_out(choices: RowChoices) -> None:
    near = pair(3, None, other_place=(SHEET, 2))
    choices.decide([near], Decision.REPLACE)
    choices.leave_out([near.place, (SHEET, 2)])
    assert choices.left_out == {(SHEET, 2), (SHEET, 3)}


def test_beside_another_bank_both_rows_of_a_pair_are_wanted_again(choices: RowChoices) -> None:
    near = pair(3, None, other_place=(SHEET, 2))
    choices.decide([near], Decision.REPLACE)
    choices.forget_pairs()
    assert (choices.decision(near), choices.left_out) == (Decision.BOTH, set())


def test_a_question_is_replaced_once(choices: RowChoices) -> None:
    first, second, in_file = pair(2), pair(3), pair(4, 8, may_replace=False)
    assert choices.decide([first, second, in_file], Decision.REPLACE) == [second, in_file]
    assert not choices.may_replace(second)
    choices.decide([first], Decision.KEEP)
    assert choices.decide([second], Decision.REPLACE) == []


def test_a_row_unticked_in_the_table_is_not_written(choices: RowChoices) -> None:
    near = pair(2)
    choices.decide([near], Decision.REPLACE)
    choices.leave_out([near.place])
    assert choices.decision(near) is Decision.KEEP
    choices.take([near.place])
    assert choices.decision(near) is Decision.REPLACE


def test_all_rows_are_reviewed_but_some(choices: RowChoices) -> None:
    choices.review([(SHEET, 2)], True)
    assert [choices.is_in_review((SHEET, row)) for row in (2, 3)] == [True, False]
    choices.review_all(True)
    choices.review([(SHEET, 2)], False)
    assert [choices.is_in_review((SHEET, row)) for row in (2, 3)] == [False, True]
    choices.review([(SHEET, 2)], True)
    assert choices.is_in_review((SHEET, 2))
    choices.begin()
    assert choices.is_in_review((SHEET, 9))


def test_another_bank_has_other_questions(choices: RowChoices) -> None:
    choices.decide([pair(2)], Decision.REPLACE)
    choices.leave_out([(SHEET, 5)])
    choices.forget_pairs()
    assert choices.replaces([line(2)]) == {}
    assert choices.left_out == {(SHEET, 5)}


def test_what_is_near_no_more_is_replaced_no_more(choices: RowChoices) -> None:
    in_bank, in_file = pair(2), pair(4, None, other_place=(SHEET, 3))
    choices.decide([in_bank, in_file], Decision.REPLACE)
    choices.know([in_bank, in_file])
    assert (choices.replaces([line(2)]), choices.left_out) == ({in_bank.place: in_bank}, {(SHEET, 3)})
    choices.know([pair(2, 8)])
    assert (choices.replaces([line(2)]), choices.left_out) == ({}, set())

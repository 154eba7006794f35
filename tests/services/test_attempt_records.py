"""Responses between the screen and the store: option numbers follow the order shown, and come back unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.questions import Kind
from quizapp.services.attempt_records import as_shown, as_stored, from_response, shown_numbers, to_response

orders = st.permutations(range(6)).map(tuple)


@given(orders, st.sets(st.integers(0, 5)))
def test_a_choice_comes_back_as_it_was_shown(order: tuple[int, ...], chosen: set[int]) -> None:
    response = tuple(sorted(chosen))
    stored = as_stored(Kind.MULTIPLE, response, order)
    assert as_shown(Kind.MULTIPLE, to_response(from_response(stored)), order) == response
    assert {order[shown] for shown in response} == set(stored or ())


def test_numbers_on_the_screen_are_those_of_the_order() -> None:
    assert shown_numbers((0, 2), (2, 1, 0, 3)) == (0, 2)
    assert shown_numbers((3,), (3, 2, 1, 0)) == (0,)


@pytest.mark.parametrize(
    ("kind", "response"),
    [(Kind.TRUE_FALSE, False), (Kind.FILL_BLANK, ("三", "")), (Kind.SHORT_ANSWER, "文字"), (Kind.SINGLE, None)],
)
def test_what_has_no_options_is_left_as_it_is(kind: Kind, response: object) -> None:
    stored = as_stored(kind, response, (0, 1))
    assert to_response(from_response(stored)) == response


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        (Kind.SINGLE, (4,)),
        (Kind.SINGLE, (True,)),
        (Kind.MULTIPLE, (0, 0)),
        (Kind.MULTIPLE, "AB"),
        (Kind.TRUE_FALSE, (0,)),
        (Kind.FILL_BLANK, "三"),
        (Kind.SHORT_ANSWER, 3),
    ],
)
def test_what_does_not_fit_is_refused(kind: Kind, response: object) -> None:
    with pytest.raises(ValueError, match=r"option|answered"):
        as_stored(kind, response, (0, 1, 2, 3))

"""How long an absence is no leaving, and when there are too many."""

import pytest

from quizapp.core.desk import LeavingReceipt
from quizapp.core.leavings import GRACE_S


def test_the_grace_is_a_few_seconds() -> None:
    assert 1 <= GRACE_S <= 5


@pytest.mark.parametrize(
    ("number", "allowed", "is_too_many"), [(1, 0, False), (99, 0, False), (2, 2, False), (3, 2, True), (1, 1, False)]
)
def test_only_what_goes_beyond_the_limit_is_too_many(number: int, allowed: int, is_too_many: bool) -> None:
    assert LeavingReceipt(number, allowed).is_too_many is is_too_many

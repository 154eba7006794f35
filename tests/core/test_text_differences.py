"""Both texts come back whole, with the pieces marked in which they differ."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.text_differences import differing_runs


def test_what_was_put_in_and_taken_out_is_marked() -> None:
    left, right = differing_runs("会议前十分钟到岗", "会议前半小时到岗")
    assert left == [("会议前", False), ("十分钟", True), ("到岗", False)]
    assert right == [("会议前", False), ("半小时", True), ("到岗", False)]


def test_equal_and_empty_texts() -> None:
    assert differing_runs("同", "同") == ([("同", False)], [("同", False)])
    assert differing_runs("", "新") == ([], [("新", True)])


def test_what_is_too_long_differs_as_a_whole() -> None:
    left, right = differing_runs("甲" * 3000, "甲" * 2999)
    assert left == [("甲" * 3000, True)]
    assert right == [("甲" * 2999, True)]


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost(one: str, other: str) -> None:
    left, right = differing_runs(one, other)
    assert "".join(piece for piece, _differs in left) == one
    assert "".join(piece for piece, _differs in right) == other
    assert [piece for piece, differs in left if not differs] == [piece for piece, differs in right if not differs]

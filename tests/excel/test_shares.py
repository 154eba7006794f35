"""What options count: the right ones 100 together, in numbers that Moodle knows."""

import pytest

from quizapp.core.questions import Kind, Option, Question
from quizapp.excel.shares import option_shares, share_text

KNOWN = {"100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5"}


@pytest.mark.parametrize("count", range(2, 9))
def test_right_options_make_100_and_ticking_all_gives_nothing(count: int) -> None:
    options = tuple(Option(str(number)) for number in range(count))
    for right in range(1, count + 1):
        question = Question(Kind.MULTIPLE, "?", tuple(range(right)), options)
        shares = option_shares(question)
        assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.001)
        assert right == count or sum(shares) == pytest.approx(0, abs=0.001)
        assert {share_text(abs(share)) for share in shares} <= KNOWN


def test_a_single_answer_takes_nothing_away() -> None:
    question = Question(Kind.SINGLE, "?", (1,), (Option("甲"), Option("乙")))
    assert [share_text(share) for share in option_shares(question)] == ["0", "100"]

"""A slice of the endurance run: the program is killed in mid-test, and on the next start nothing is lost or gained."""

from pathlib import Path

from quizapp.core.grading import Response
from tests.endurance.attempts import Killing
from tests.endurance.ledger import Ledger
from tests.endurance.sitting import Place, Stored
from tests.endurance.syncs import count, say

KILLS = 3


def test_killed_and_started_again_nothing_is_lost(tmp_path: Path) -> None:
    killing = Killing(tmp_path, seed=20260301)
    killing.run(KILLS)
    assert killing.faults == []
    assert killing.tally.kills.total() == KILLS
    assert killing.tally.acknowledged > 0


def account(*lines: str) -> Ledger:
    """The account of somebody who began at 100 by the other clock and gave and was told these."""
    ledger = Ledger("001")
    for line in ("starting 100.0", "started 18000.0 100.2 False {}", *lines):
        ledger.hear(line)
    return ledger


def stored(**responses: Response) -> Stored:
    """A running attempt with nothing but these answers: p0, p1 …"""
    places = [Place("single", [0], 100, None, responses.get(f"p{at}"), None) for at in range(3)]
    return Stored("running", places, [], [], None)


def test_the_account_finds_what_is_lost_and_what_was_never_given() -> None:
    lines = ("giving 0 (1,)", "kept 0 (1,) 17990.0 110.0", "giving 0 (2,)", "giving 1 True")
    for responses, is_sound in (
        ({"p0": (1,)}, True),
        ({"p0": (2,), "p1": True}, True),  # on its way when the program died
        ({}, False),
        ({"p0": (3,)}, False),
        ({"p0": (1,), "p2": (0,)}, False),
    ):
        ledger = account(*lines)
        ledger.check([stored(**responses)], 120.0)
        assert bool(ledger.faults) is not is_sound, (responses, ledger.faults)


def test_the_account_finds_time_gained_and_an_attempt_gone() -> None:
    late = account("giving 0 (1,)", "kept 0 (1,) 17995.0 110.0")
    assert "17995.0 s left" in late.faults[0]
    gone = account()
    gone.check([], 120.0)
    assert gone.faults == ["the attempt is gone"]


def test_an_answer_acknowledged_before_the_disk_was_asked_is_counted() -> None:
    sync, kept = "7 fdatasync(6</d/quizapp.sqlite3-wal>) = 0", '5 write(1</dev/null>, "kept 9 (\'4334433"..., 40) = 40'
    begun = '5 write(1, "started 17986.30"..., 37) = 37'
    assert say(count([sync, begun, sync, kept, sync, kept])) == 0
    assert count([begun, sync, kept, kept, sync]).too_early == 1
    assert say(count([begun, sync, sync, kept])) == 1, "more than one for an answer"

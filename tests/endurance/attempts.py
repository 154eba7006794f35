"""Kills the program at random moments of an attempt, turns the PC's clocks, starts it again, and looks what is left.

    python -m tests.endurance attempts [KILLS] [--seed N]

Every answer that was acknowledged must be there and none that was never given, the time left right to 1 s by another
clock, the attempt offered, handing in done once or not at all. The exit status is 1 where it is not so.
"""

import os
import random
import selectors
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.paths import find_places
from tests.endurance.clock_file import Turned, real_s, write_turned
from tests.endurance.examinee import Plan, command
from tests.endurance.ledger import Ledger
from tests.endurance.sitting import make_sitting, read_attempts

ROOT = Path(__file__).parents[2]
_PATIENCE_S = 120.0
_JUMPS_S = (7, 90, 3600, 86_400)
_MOST_PEOPLE = 900


@dataclass(frozen=True)
class Moment:
    """When a life ends: so long after the program has told something, at the latest."""

    name: str
    after: str
    delay_s: float
    plan: Plan
    turns_clock: bool = False


@dataclass
class Tally:
    """What came of all the lives."""

    kills: Counter[str]
    lives: int = 0
    people: int = 0
    acknowledged: int = 0
    jumps: int = 0
    sleeps: int = 0
    restarts: int = 0
    time_error_s: float = 0.0
    began_within_s: float = 0.0


class Killing:
    """Lives of the program on one data folder; `faults` says what was lost or wrong."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._data = folder / "data"
        self._chance = random.Random(seed)
        self._seed = seed
        self._turned = Turned()
        self._ledger = Ledger("001")
        self.tally = Tally(Counter())
        self.faults: list[str] = []

    def run(self, kills: int, on_life: Callable[[str], object] = lambda _words: None) -> None:
        """Kill so often; `on_life` is told of each."""
        make_sitting(self._data, min(kills + 5, _MOST_PEOPLE))
        write_turned(self._folder / "clock.json", self._turned)
        while self.tally.kills.total() < kills:
            self._live(self._moment(), on_life)
        self._close_account()

    def _moment(self) -> Moment:
        chance = self._chance
        plan = Plan(self._ledger.number, self._seed * 100_000 + self.tally.lives, chance.randint(15, 60))
        match chance.choices(("opening", "start", "answers", "heartbeat", "submit"), (10, 15, 45, 10, 20))[0]:
            case "opening":
                return Moment("opening", "", chance.uniform(0.0, 1.5), plan)
            case "start":
                return Moment("start", "starting", chance.uniform(0.0, 0.15), plan)
            case "heartbeat":
                plan = replace(plan, heartbeat_ms=5, answers=1000)
                return Moment("heartbeat", "started", chance.uniform(0.1, 1.0), plan)
            case "submit":
                plan = replace(plan, answers=chance.randint(0, 20))
                return Moment("submit", "submitting", chance.choice((0.02, 0.2, 1.0, 10.0)) * chance.random(), plan)
        plan = replace(plan, answers=1000, pause_ms=chance.choice((5, 20, 60)))
        return Moment("answers", "started", chance.uniform(0.05, 3.0), plan, turns_clock=chance.random() < 0.6)

    def _live(self, moment: Moment, on_life: Callable[[str], object]) -> None:
        """Start the program, kill it at its moment (or let it end), and look at the disk."""
        ledger, faults_before = self._ledger, len(self._ledger.faults)
        if self._chance.random() < 0.25 and not ledger.has_unseen_jump:
            self._turn(self._turned.restart())
            self.tally.restarts += 1
        ledger.begin_life()
        self.tally.lives += 1
        was_killed = self._watch(moment)
        self.tally.kills[moment.name] += was_killed
        ledger.check(read_attempts(find_places(self._data).database, ledger.number), real_s())
        for fault in ledger.faults[faults_before:]:
            self.faults.append(f"life {self.tally.lives}, killed at {moment.name} {moment.delay_s:.3f} s: {fault}")
        on_life(f"{self.tally.lives} {moment.name} {ledger.number} {ledger.acknowledged} kept")
        if not was_killed:
            self._close_account()
            self._ledger = Ledger(f"{self.tally.people + 1:03d}")

    def _close_account(self) -> None:
        ledger, tally = self._ledger, self.tally
        tally.people += 1
        tally.acknowledged += ledger.acknowledged
        tally.jumps += len(ledger.jumps)
        tally.time_error_s = max(tally.time_error_s, ledger.time_error_s)
        if ledger.began is not None and ledger.began[1] < float("inf"):
            tally.began_within_s = max(tally.began_within_s, ledger.began[1] - ledger.began[0])

    def _watch(self, moment: Moment) -> bool:
        """Hear the program until its moment has come; whether it had to be killed."""
        environment = os.environ | {
            "PYTHONIOENCODING": "utf-8",
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }
        process = subprocess.Popen(command(self._data, moment.plan), stdout=subprocess.PIPE, env=environment, cwd=ROOT)
        assert process.stdout is not None
        heard = _Heard(process.stdout.fileno())
        try:
            if moment.after and not heard.until(lambda line: line.startswith(moment.after), _PATIENCE_S, self._ledger):
                return False
            delay_s = moment.delay_s
            if moment.turns_clock and not self._ledger.has_unseen_jump:
                heard.until(lambda _line: False, delay_s / 3, self._ledger)
                self._turn_in_life()
                delay_s *= 2 / 3
            heard.until(lambda _line: False, delay_s, self._ledger)
            return not heard.has_ended
        finally:
            process.kill()
            heard.rest(self._ledger)
            process.stdout.close()
            process.wait()

    def _turn_in_life(self) -> None:
        if self._chance.random() < 0.3:
            seconds = self._chance.uniform(1, 120)
            self._turn(self._turned.sleep(seconds))
            self._ledger.sleep(real_s(), seconds)
            self.tally.sleeps += 1
        else:
            jump_s = self._chance.choice(_JUMPS_S) * self._chance.choice((-1, 1))
            self._turn(self._turned.set_wall(jump_s))
            self._ledger.jumps.append((real_s(), jump_s))

    def _turn(self, turned: Turned) -> None:
        self._turned = turned
        write_turned(self._folder / "clock.json", turned)


class _Heard:
    """The lines that come out of a process, each entered into a ledger as it comes."""

    def __init__(self, source: int) -> None:
        self._source = source
        self._begun = b""
        self._selector = selectors.DefaultSelector()
        self._selector.register(source, selectors.EVENT_READ)
        self.has_ended = False

    def until(self, is_it: Callable[[str], bool], seconds: float, ledger: Ledger) -> bool:
        """Hear until a line is the one waited for, the process has ended, or the time is over."""
        ends_at = real_s() + seconds
        while not self.has_ended and (left_s := ends_at - real_s()) > 0:
            if self._selector.select(left_s) and self._read(ledger, is_it):
                return True
        return False

    def rest(self, ledger: Ledger) -> None:
        """Hear all that the process wrote before it died."""
        while not self.has_ended:
            self._read(ledger, lambda _line: False)
        self._selector.close()

    def _read(self, ledger: Ledger, is_it: Callable[[str], bool]) -> bool:
        """Enter the lines that came, all of them; whether the one waited for is there."""
        came = os.read(self._source, 65_536)
        self.has_ended = not came
        *lines, self._begun = (self._begun + came).split(b"\n")
        words = [line.decode("utf-8") for line in lines]
        for line in words:
            ledger.hear(line)
        return any(map(is_it, words))


def say(killing: Killing) -> int:
    """Say what came of it; the exit status."""
    tally = killing.tally
    moments = ", ".join(f"{count} at {name}" for name, count in sorted(tally.kills.items()))
    sys.stdout.write(
        f"{tally.kills.total()} kills ({moments}) in {tally.lives} lives of {tally.people} people\n"
        f"{tally.acknowledged} answers acknowledged; wall clock set {tally.jumps} times, {tally.sleeps} sleeps, "
        f"{tally.restarts} restarts of the PC\n"
        f"time left: at most {tally.time_error_s:.2f} s off (starts known to {tally.began_within_s:.2f} s)\n"
        + "".join(f"FAILED {fault}\n" for fault in killing.faults)
        + f"{len(killing.faults)} failures\n"
    )
    return 1 if killing.faults else 0

"""What one person gave and was told, line by line, held against what stands on the disk after each kill."""

import ast
from dataclasses import dataclass, field

from quizapp.core.grading import Response
from tests.endurance.sitting import MINUTES, Stored

TOLERANCE_S = 1.0
_SLEEP_IS_SEEN_S = 2.0
_ENDS = ("submitted", "expired")


@dataclass
class Ledger:
    """The account of one person: what may be stored, what must be, and how much time is left by another clock."""

    number: str
    faults: list[str] = field(default_factory=list)
    acknowledged: int = 0
    time_error_s: float = 0.0
    began: tuple[float, float] | None = None  # the attempt began between these
    jumps: list[tuple[float, float]] = field(default_factory=list)  # when, how far
    is_done: bool = False
    _kept: dict[int, Response] = field(default_factory=dict)
    _pending: dict[int, list[Response]] = field(default_factory=dict)
    _on_disk: dict[int, Response] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)
    _sleeps: list[tuple[float, float]] = field(default_factory=list)
    _heard_at: float = 0.0
    _has_attempt: bool = False

    def begin_life(self) -> None:
        """The program is started: what was on its way to the disk is not any more."""
        self._pending.clear()
        self._told.clear()

    def hear(self, line: str) -> None:
        """Enter a line that the program wrote."""
        word, _space, rest = line.partition(" ")
        self._told.add(word)
        match word:
            case "giving":
                position, response = rest.split(" ", 1)
                self._pending.setdefault(int(position), []).append(ast.literal_eval(response))
            case "kept":
                position, response = rest.rsplit(" ", 2)[0].split(" ", 1)
                self._acknowledge(int(position), ast.literal_eval(response))
                self._check_time(*map(float, rest.rsplit(" ", 2)[1:]))
            case "starting" if not self._has_attempt:
                self.began = (float(rest), float("inf"))
            case "started":
                self._hear_start(*rest.split(" ", 3))
            case "offered":
                self._hear_offer(rest)

    def sleep(self, at_s: float, seconds: float) -> None:
        """The PC slept for so long."""
        self._sleeps.append((at_s, seconds))

    @property
    def has_unseen_jump(self) -> bool:
        """Whether the wall clock was set and the program may not have looked at it since."""
        return bool(self.jumps) and self._heard_at < self.jumps[-1][0] + 1

    def check(self, attempts: list[Stored], at_s: float) -> None:
        """Hold what stands on the disk at an instant after the kill against all that was heard."""
        if len(attempts) > 1:
            self.faults.append(f"{len(attempts)} attempts instead of one")
        if not attempts:
            self._has_attempt = False
            if "started" in self._told:
                self.faults.append("the attempt is gone")
            return
        stored, self._has_attempt = attempts[-1], True
        if self.began is not None:
            self.began = (self.began[0], min(self.began[1], at_s))
        self.faults += stored.faults
        self._check_responses(stored.responses)
        self._check_end(stored)
        self._check_jumps(stored)
        self._kept = dict(self._on_disk)

    def _acknowledge(self, position: int, response: Response) -> None:
        self.acknowledged += 1
        pending = self._pending.get(position, [])
        if response not in pending:
            self.faults.append(f"acknowledged what was not given: {position} {response!r}")
        else:
            del pending[: pending.index(response) + 1]
        self._kept[position] = response

    def _hear_start(self, left: str, at: str, was_resumed: str, shown: str) -> None:
        if self._has_attempt != (was_resumed == "True"):
            self.faults.append("not the same attempt goes on")
        if ast.literal_eval(shown) != self._on_disk:
            self.faults.append(f"the sheet shows {shown}, on the disk are {self._on_disk!r}")
        if self.began is not None:
            self.began = (self.began[0], min(self.began[1], float(at)))
        self._check_time(float(left), float(at))

    def _hear_offer(self, progress: str) -> None:
        expected = "done" if self.is_done else "running" if self._has_attempt else "ready"
        if progress != expected:
            self.faults.append(f"offered as {progress}, it is {expected}")

    def _check_time(self, left_s: float, at_s: float) -> None:
        self._heard_at = at_s
        if self.began is None or any(0 <= at_s - slept_at < _SLEEP_IS_SEEN_S for slept_at, _seconds in self._sleeps):
            return
        slept_s = sum(seconds for slept_at, seconds in self._sleeps if slept_at <= at_s)
        most, least = (60 * MINUTES - (at_s - began) - slept_s for began in reversed(self.began))
        error_s = max(left_s - most, least - left_s, 0.0)
        self.time_error_s = max(self.time_error_s, error_s)
        if error_s > TOLERANCE_S:
            self.faults.append(f"{left_s:.1f} s left, by the other clock {least:.1f} to {most:.1f}")

    def _check_responses(self, stored: dict[int, Response]) -> None:
        for position in self._kept.keys() | stored.keys():
            pending = self._pending.get(position, [])
            allowed = [*([self._kept[position]] if position in self._kept else [None]), *pending]
            if stored.get(position) not in allowed:
                self.faults.append(f"position {position}: {stored.get(position)!r} is stored, it can be {allowed!r}")
        self._on_disk = stored

    def _check_end(self, stored: Stored) -> None:
        ends = len(stored.events_named(*_ENDS))
        earned = [place.earned for place in stored.places]
        self.is_done = stored.state != "running"
        if not self.is_done:
            if "outcome" in self._told:
                self.faults.append("the outcome was shown, the attempt is running")
            if stored.results or ends or any(one is not None for one in earned) or stored.sitting_score is not None:
                self.faults.append(f"half handed in: {stored}")
            return
        score = stored.expected_score
        sound = ends == 1 and [one for one, _answered in stored.results] == [score] and stored.sitting_score == score
        if not sound or sum(one or 0 for one in earned) != score:
            self.faults.append(f"handed in {ends} times, {score} expected, graded as {stored.results} {earned}")

    def _check_jumps(self, stored: Stored) -> None:
        flagged = [details["jump_s"] for details in stored.events_named("clock_jump")]
        expected = [round(jump_s) for _at, jump_s in self.jumps]
        seen = expected[:-1] if self.has_unseen_jump and len(flagged) < len(expected) else expected
        if len(flagged) != len(seen) or any(abs(one - other) > 1 for one, other in zip(flagged, seen, strict=True)):
            self.faults.append(f"jumps of the clock flagged {flagged}, made {expected}")

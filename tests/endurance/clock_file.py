"""A PC's clock that another process turns: what a file says is added to the real one, from the next reading on."""

import json
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from quizapp.clock import ClockReading, now

_AFTER_A_BOOT_S = 20.0


def real_s() -> float:
    """Seconds on the clock that nobody turns here, the same in all processes."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(frozen=True)
class Turned:
    """How far the PC's clocks are from the real ones, and which start of the PC this is."""

    wall_s: float = 0.0
    boot_s: float = 0.0
    boot: int = 1

    def read(self) -> ClockReading:
        """What the PC reads now."""
        return ClockReading(now() + timedelta(seconds=self.wall_s), f"boot {self.boot}", real_s() + self.boot_s)

    def set_wall(self, seconds: float) -> "Turned":
        """Set the wall clock on or back."""
        return replace(self, wall_s=self.wall_s + seconds)

    def sleep(self, seconds: float) -> "Turned":
        """Sleep for so long, in no real time: both clocks have gone on."""
        return replace(self, wall_s=self.wall_s + seconds, boot_s=self.boot_s + seconds)

    def restart(self) -> "Turned":
        """Start the PC anew: its own clock begins again."""
        return Turned(self.wall_s, _AFTER_A_BOOT_S - real_s(), self.boot + 1)


def write_turned(file: Path, turned: Turned) -> None:
    """Let whoever reads the file have this clock; at once or not at all."""
    new = file.with_suffix(".new")
    new.write_text(json.dumps([turned.wall_s, turned.boot_s, turned.boot]), encoding="ascii")
    new.replace(file)


def read_turned(file: Path) -> Turned:
    """What the file says; the real clock where there is none."""
    return Turned(*json.loads(file.read_text(encoding="ascii"))) if file.exists() else Turned()

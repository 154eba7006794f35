"""What every benchmark uses: a value with its limit, a stopwatch that takes the best of several runs, peak memory."""

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """One measurement; `value` must not exceed `limit`; `details` says what it was worked out from."""

    name: str
    value: float
    limit: float
    unit: str
    details: str

    @property
    def is_within(self) -> bool:
        """Whether the limit is kept."""
        return self.value <= self.limit


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest run: what the work costs when nothing else is in the way."""
    times = []
    for _run in range(runs):
        gc.collect()
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def alternating(runs: int, first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The quickest run of each of two works done in turns, so that a busy moment of the PC meets both."""
    pairs = [(best_of(1, first), best_of(1, second)) for _run in range(runs)]
    return min(one for one, _other in pairs), min(other for _one, other in pairs)


def peak_megabytes() -> float:
    """The most memory this process has had so far."""
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / 1024**2
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024**2 if sys.platform == "darwin" else peak / 1024

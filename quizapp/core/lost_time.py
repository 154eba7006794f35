"""Time that an attempt lost while nobody could work on it: absences, what is left to make up, outages of several.

An absence runs from the last sign of life (a save or a heartbeat), so it may seem longer than it was by one heartbeat,
never shorter: the doubt is the person's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from statistics import median_high, median_low

from quizapp.clock import ClockReading
from quizapp.core.attempts import TimeUsed, advance

HEARTBEAT_S = 5.0
"""How often a sheet on the screen gives a sign of life."""

AWAY_S = 6 * HEARTBEAT_S
"""Nothing heard for so long is an absence even where nobody came back: the PC slept, or the connection was down."""

_OUTAGE_S = 60.0
_OUTAGE_PEOPLE = 2


class AwayCause(StrEnum):
    """What is known of an absence; LEFT: the person chose to leave the sheet, NOT_BACK: the time ran out before."""

    RESTARTED = "restarted"
    STOPPED = "stopped"
    SILENT = "silent"
    LEFT = "left"
    NOT_BACK = "not_back"


@dataclass(frozen=True, slots=True)
class Absence:
    """A span in which an attempt gave no sign of life, on the clock that rules (`from_at`: UTC)."""

    from_at: datetime
    seconds: float
    cause: AwayCause

    @property
    def to_at(self) -> datetime:
        """Its end."""
        return self.from_at + timedelta(seconds=self.seconds)

    @property
    def is_loss(self) -> bool:
        """Whether the time may be made up: not where the person chose to leave."""
        return self.cause is not AwayCause.LEFT


def absence_until(before: TimeUsed, now: ClockReading, limit_s: float, cause: AwayCause) -> Absence:
    """What passed since the last sign of life; what lies beyond the attempt's own limit was nobody's to lose."""
    seconds = min(advance(before, now).used_s, max(limit_s, before.used_s)) - before.used_s
    return Absence(before.reading.wall_at, max(0.0, seconds), cause)


def lost_s(absences: Iterable[Absence], made_up_s: float) -> float:
    """Seconds that may still be made up, never negative."""
    return max(0.0, sum(one.seconds for one in absences if one.is_loss) - made_up_s)


def whole_minutes(seconds: float) -> int:
    """Minutes that make up for so many seconds."""
    return ceil(round(seconds, 3) / 60)


@dataclass(frozen=True, slots=True)
class Outage:
    """Several attempts were away at one moment; from when to when, and how many minutes, for the middle one of them."""

    from_at: datetime
    to_at: datetime
    minutes: int
    attempt_ids: tuple[int, ...]


_Span = tuple[int, Absence]


def outages(absences: Mapping[int, Sequence[Absence]]) -> tuple[Outage, ...]:
    """The outages among the absences of attempts, that of most people first.

    Those belong together that were away at the moment at which most were; the rest is looked at again without them.
    """
    spans = [
        (attempt_id, one)
        for attempt_id, found in absences.items()
        for one in found
        if one.is_loss and one.seconds >= _OUTAGE_S
    ]
    found = []
    while len(spans) >= _OUTAGE_PEOPLE:
        at = _busiest(spans)
        together = [span for span in spans if span[1].from_at <= at < span[1].to_at]
        if len({attempt_id for attempt_id, _one in together}) < _OUTAGE_PEOPLE:
            break
        found.append(_outage(together))
        spans = [span for span in spans if span not in together]
    return tuple(found)


def _busiest(spans: Sequence[_Span]) -> datetime:
    """The first moment at which most of them are away; who comes back in a moment is no longer away in it."""
    steps = sorted([(one.from_at, 1) for _id, one in spans] + [(one.to_at, -1) for _id, one in spans])
    best, away, most = steps[0][0], 0, 0
    for at, step in steps:
        away += step
        if away > most:
            best, most = at, away
    return best


def _outage(together: Sequence[_Span]) -> Outage:
    return Outage(
        from_at=median_low(one.from_at for _id, one in together),
        to_at=median_high(one.to_at for _id, one in together),
        minutes=whole_minutes(median_high(one.seconds for _id, one in together)),
        attempt_ids=tuple(sorted({attempt_id for attempt_id, _one in together})),
    )

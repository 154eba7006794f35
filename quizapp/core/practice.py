"""Which questions a person practises next, and what each answer makes of the record; practising never is a result.

Every order depends on the questions, the record and a seed alone. What is answered of a day's set is dated to the
day's first instant: that is how the set is known again all day, whatever else is practised meanwhile.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

SET_QUESTIONS = 10
"""How many questions a set has at most: the daily ten, and as many of any other sort."""
RIGHT_TO_LEAVE = 2
"""So many right answers in a row take a question out of the mistakes book."""
LONG_AGO = timedelta(days=7)
"""What was not met for so long before the day began is asked again before anything new."""


class PracticeMode(StrEnum):
    """What a set is made of: the day's ten, anything, one bank or category, the mistakes book, the favourites."""

    DAILY = "daily"
    RANDOM = "random"
    TOPIC = "topic"
    MISTAKES = "mistakes"
    FAVOURITES = "favourites"


@dataclass(frozen=True, slots=True)
class PracticeChoice:
    """What a person wants to practise; bank and category belong to TOPIC, `category` None: the whole bank."""

    mode: PracticeMode
    bank_id: int | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Practisable:
    """What choosing knows of a question: never its key."""

    question_id: int
    revision_id: int
    bank_id: int
    category: str
    identity: str


@dataclass(frozen=True, slots=True)
class Met:
    """What one person met of one question; `seen_at` None: never yet (a favourite may be that)."""

    seen: int = 0
    wrong: int = 0
    right_in_a_row: int = 0
    is_mistake: bool = False
    is_favourite: bool = False
    seen_at: datetime | None = None

    @property
    def right_to_leave(self) -> int:
        """How many right answers in a row still take it out of the mistakes book; 0: it is not in it."""
        return RIGHT_TO_LEAVE - self.right_in_a_row if self.is_mistake else 0


NEVER_MET = Met()
Records = Mapping[int, Met]
"""What a person met, by the question's id."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the PC's calendar has it, in instants; `ends_at` is the next day's first."""

    starts_at: datetime
    ends_at: datetime

    def has(self, at: datetime | None) -> bool:
        """Whether an instant is of this day."""
        return at is not None and self.starts_at <= at < self.ends_at


def after(met: Met, *, is_right: bool, at: datetime) -> Met:
    """The record after one more answer: a wrong one puts the question into the mistakes book."""
    in_a_row = met.right_in_a_row + 1 if is_right else 0
    is_mistake = not is_right or (met.is_mistake and in_a_row < RIGHT_TO_LEAVE)
    return replace(
        met,
        seen=met.seen + 1,
        wrong=met.wrong + (not is_right),
        right_in_a_row=in_a_row,
        is_mistake=is_mistake,
        seen_at=at,
    )


def daily_set(pool: Sequence[Practisable], records: Records, day: Day, seed: str) -> list[Practisable]:
    """The day's questions, those answered first: what was wrong, then not met for long, then never, then the rest.

    The same all day for one seed: what was met today without being of the set is not asked for it.
    """
    answered = [one for one in pool if _met(records, one).seen_at == day.starts_at]
    waiting = [one for one in pool if not day.has(_met(records, one).seen_at)]
    waiting.sort(key=lambda one: _daily_place(_met(records, one), day, _rank(seed, one)))
    return _distinct([*answered, *waiting])[:SET_QUESTIONS]


def is_answered_today(question: Practisable, records: Records, day: Day) -> bool:
    """Whether a question of the day's set was answered already."""
    return _met(records, question).seen_at == day.starts_at


def choose(pool: Sequence[Practisable], records: Records, choice: PracticeChoice, seed: str) -> list[Practisable]:
    """The next set of any sort but the daily one; a topic goes on where it was left, and what was met comes again."""
    wanted = _distinct(sorted(_of_choice(pool, records, choice), key=_order(records, choice, seed)))
    return wanted[:SET_QUESTIONS]


def _of_choice(pool: Sequence[Practisable], records: Records, choice: PracticeChoice) -> Iterable[Practisable]:
    if choice.mode is PracticeMode.MISTAKES:
        return [one for one in pool if _met(records, one).is_mistake]
    if choice.mode is PracticeMode.FAVOURITES:
        return [one for one in pool if _met(records, one).is_favourite]
    if choice.mode is PracticeMode.TOPIC:
        in_bank = [one for one in pool if one.bank_id == choice.bank_id]
        return [one for one in in_bank if choice.category in (None, one.category)]
    return pool


def _order(records: Records, choice: PracticeChoice, seed: str) -> Callable[[Practisable], tuple[object, ...]]:
    """Random: as the seed has it; all else: never met first, as the bank has them, then longest ago first."""
    if choice.mode is PracticeMode.RANDOM:
        return lambda one: (_rank(seed, one),)
    return lambda one: (*_longest_ago(_met(records, one)), one.question_id)


def _daily_place(met: Met, day: Day, rank: bytes) -> tuple[object, ...]:
    if met.is_mistake:
        sort = 0
    elif met.seen_at is None:
        sort = 2
    else:
        sort = 1 if met.seen_at <= day.starts_at - LONG_AGO else 3
    return (sort, *_longest_ago(met), rank)


def _longest_ago(met: Met) -> tuple[bool, float]:
    """Never is longest ago."""
    return met.seen_at is not None, met.seen_at.timestamp() if met.seen_at else 0.0


def _met(records: Records, question: Practisable) -> Met:
    return records.get(question.question_id, NEVER_MET)


def _distinct(questions: Iterable[Practisable]) -> list[Practisable]:
    """Each identity once, the first, even where two banks hold it."""
    found: dict[str, Practisable] = {}
    for one in questions:
        found.setdefault(one.identity, one)
    return list(found.values())


def _rank(seed: str, question: Practisable) -> bytes:
    """A place in a shuffle that depends on the seed and the question only, on every Python and every PC."""
    return hashlib.sha256(f"{seed}\x1f{question.identity}\x1f{question.question_id}".encode()).digest()

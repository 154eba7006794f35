"""What the desk offers for practising (每日自学), and the values it takes and gives; no key leaves before an answer."""

from dataclasses import dataclass
from typing import Protocol

from quizapp.core.grading import Response
from quizapp.core.pictures import PicturePlace
from quizapp.core.practice import PracticeChoice
from quizapp.core.questions import Kind


@dataclass(frozen=True, slots=True)
class PracticeTopic:
    """A category of a bank: how many questions can be practised, and how many of them were met."""

    category: str
    total: int
    seen: int


@dataclass(frozen=True, slots=True)
class PracticeBank:
    """A bank with its categories."""

    id: int
    name: str
    topics: tuple[PracticeTopic, ...]

    @property
    def total(self) -> int:
        """How many of its questions can be practised."""
        return sum(topic.total for topic in self.topics)

    @property
    def seen(self) -> int:
        """How many of them were met."""
        return sum(topic.seen for topic in self.topics)


@dataclass(frozen=True, slots=True)
class PracticeOverview:
    """What there is to practise; `is_closed`: not now, because a test of one's own is running."""

    banks: tuple[PracticeBank, ...]
    mistakes: int
    favourites: int
    daily_done: int
    daily_total: int
    is_closed: bool = False

    @property
    def total(self) -> int:
        """How many questions can be practised."""
        return sum(bank.total for bank in self.banks)


@dataclass(frozen=True, slots=True)
class PracticePlace:
    """One showing of one revision of a question; by `seed` the desk knows in which order its options stood."""

    revision_id: int
    seed: str


@dataclass(frozen=True, slots=True)
class PracticeQuestion:
    """A question to practise, without its key; options in the order shown. `mistakes_left`: see `PracticeAnswer`."""

    place: PracticePlace
    kind: Kind
    stem: str
    options: tuple[str, ...]
    blanks: int
    category: str
    is_favourite: bool
    mistakes_left: int = 0
    pictures: tuple[PicturePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeSet:
    """Questions to practise one after another; of the day's set `done` were answered already."""

    choice: PracticeChoice
    questions: tuple[PracticeQuestion, ...]
    done: int = 0

    @property
    def total(self) -> int:
        """How many questions the set has, with those that are done."""
        return self.done + len(self.questions)


@dataclass(frozen=True, slots=True)
class PracticeAnswer:
    """What came of an answer; the key in the order shown.

    `mistakes_left`: so many right answers in a row take the question out of the mistakes book, 0: it is not in it.
    """

    is_right: bool
    key: Response
    key_texts: tuple[str, ...]
    explanation: str
    source: str
    was_mistake: bool
    mistakes_left: int


class PracticeDesk(Protocol):
    """The part of the desk that practising needs; nothing of it ever counts as a result."""

    def practice(self, token: str) -> PracticeOverview:
        """What there is to practise, and how far I am."""
        ...

    def start_practice(self, token: str, choice: PracticeChoice) -> PracticeSet:
        """The next questions, none where there are none; NotAllowed while a test of mine is running."""
        ...

    def answer_practice(self, token: str, place: PracticePlace, response: Response) -> PracticeAnswer:
        """Judge one answer against the revision shown; Conflict where the question may not be practised any more."""
        ...

    def set_favourite(self, token: str, place: PracticePlace, *, is_favourite: bool) -> None:
        """Put a question among my favourites, or take it out."""
        ...

    def practice_picture(self, token: str, place: PracticePlace, picture: PicturePlace) -> bytes:
        """A picture of a question shown, as the file it was; Conflict where there is none."""
        ...

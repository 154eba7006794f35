"""A test that runs, for tests of what the organiser does meanwhile: people at their sheets, time passing for all."""

from dataclasses import dataclass, field

from quizapp.core.desk import Sheet
from quizapp.core.hall import Hall, Seat
from quizapp.core.people import Person
from quizapp.services.granting import MoreTime
from quizapp.services.invigilation import Invigilation
from tests.services.office import ACTOR, Office

BECAUSE = MoreTime("停电")


@dataclass
class Sitting:
    """Some people at their sheets of one test."""

    office: Office
    exam_id: int
    tokens: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.invigilation = Invigilation(self.office.database, self.office.clock)

    def start(self, *people: Person) -> None:
        """Begin, or come back."""
        for person in people:
            self.tokens[person.name] = self.office.desk.sign_in(person.id, "").token
            self.sheets[person.name] = self.office.desk.start(self.tokens[person.name], self.exam_id)

    def attempt(self, name: str) -> int:
        """The attempt of somebody."""
        return self.sheets[name].attempt_id

    def beat(self, *names: str) -> None:
        """Those sheets give a sign of life; all where none is named."""
        for name in names or self.tokens:
            self.office.desk.heartbeat(self.tokens[name], self.attempt(name))

    def work(self, seconds: float) -> None:
        """All work so long."""
        whole, rest = divmod(seconds, 20)
        for step in [20.0] * int(whole) + ([rest] if rest else []):
            self.office.clock.advance(step)
            self.beat()

    def submit(self, name: str) -> None:
        """Hand in."""
        self.office.desk.submit(self.tokens[name], self.attempt(name))

    def left(self, name: str) -> float:
        """Seconds somebody has left, as the desk says."""
        return self.office.desk.sheet(self.tokens[name], self.attempt(name)).time_left_s

    def hall(self) -> Hall:
        """What the organiser sees."""
        return self.invigilation.view(ACTOR, self.exam_id)

    def seat(self, name: str) -> Seat:
        """One of them."""
        return next(one for one in self.hall().seats if one.name == name)

    def words(self, name: str) -> list[str]:
        """What happened to somebody's attempt."""
        return [one.words for one in self.office.attempts.record(self.attempt(name)).events]

"""A data folder with people and one long test, and what stands in its database, read with plain SQL."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from quizapp.app import open_services
from quizapp.clock import read_clock
from quizapp.config import Settings
from quizapp.core.grading import Response
from quizapp.core.questions import Question
from quizapp.paths import find_places, make_data_folder
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions

MINUTES = 300
_YEARS = timedelta(days=3650)


def make_sitting(folder: Path, people: int, questions: list[Question] | None = None, **changes: object) -> int:
    """An administrator, people with the numbers 001, 002 …, and a published test; returns its id."""
    places = find_places(folder)
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        services.accounts.set_up("海滨局", "王管理", "a good password")
        database = services.desk._database
        roster = Roster(database)
        roster.people(roster.department("办公室"), *(f"考生{number:03d}" for number in range(1, people + 1)))
        office = Office(database)
        office.clock.wall_at = now = read_clock().wall_at
        bank_id = fill_bank(database, questions or usual_questions())
        usual = {"opens_at": now - _YEARS, "closes_at": now + _YEARS, "minutes": MINUTES}
        return office.published(bank_id, **(usual | changes))


@dataclass
class Place:
    """A place of a paper as stored: `response` numbers options as they stand on the screen."""

    kind: str
    key: Any
    points: int
    earned: int | None
    response: Response
    raw: Any


@dataclass
class Stored:
    """An attempt as stored."""

    state: str
    places: list[Place]
    results: list[tuple[int, int]]  # score, answered
    events: list[tuple[str, dict[str, Any]]]
    sitting_score: int | None
    faults: list[str] = field(default_factory=list)

    @property
    def responses(self) -> dict[int, Response]:
        """What is answered, by position."""
        return {at: place.response for at, place in enumerate(self.places) if place.response is not None}

    @property
    def expected_score(self) -> int:
        """What all that is stored is worth, worked out without the program."""
        return sum(place.points for place in self.places if _is_right(place))

    def events_named(self, *names: str) -> list[dict[str, Any]]:
        """The details of all events of these names."""
        return [details for name, details in self.events if name in names]


def read_attempts(file: Path, number: str) -> list[Stored]:
    """The attempts of the person with this number, oldest first; `faults` where SQLite finds the file unsound."""
    with closing(sqlite3.connect(file)) as connection:
        faults = [words for (words,) in connection.execute("PRAGMA integrity_check") if words != "ok"]
        rows = connection.execute(
            "SELECT a.id, a.state, s.score FROM attempts a JOIN sittings s ON s.id = a.sitting_id"
            " JOIN due_people d ON d.id = s.due_id JOIN people p ON p.id = d.person_id"
            " WHERE p.number = ? ORDER BY a.id",
            (number,),
        ).fetchall()
        return [_stored(connection, *row, faults) for row in rows]


def _stored(
    connection: sqlite3.Connection, attempt_id: int, state: str, sitting_score: int | None, faults: list[str]
) -> Stored:
    places = connection.execute(
        "SELECT r.kind, r.key, q.option_order, q.points, q.earned, a.response FROM attempt_questions q"
        " JOIN question_revisions r ON r.id = q.revision_id"
        " LEFT JOIN responses a ON a.attempt_id = q.attempt_id AND a.position = q.position"
        " WHERE q.attempt_id = ? ORDER BY q.position",
        (attempt_id,),
    )
    results = connection.execute("SELECT score, answered FROM results WHERE attempt_id = ?", (attempt_id,))
    events = connection.execute(
        "SELECT event, details FROM attempt_events WHERE attempt_id = ? ORDER BY id", (attempt_id,)
    )
    return Stored(
        state,
        [_place(*row) for row in places],
        results.fetchall(),
        [(name, json.loads(details)) for name, details in events],
        sitting_score,
        faults,
    )


def _place(kind: str, key: str, order: str, points: int, earned: int | None, response: str | None) -> Place:
    raw = None if response is None else json.loads(response)
    shown: Response = raw
    if isinstance(raw, list):
        numbers = json.loads(order)
        shown = tuple(sorted(map(numbers.index, raw))) if kind in ("single", "multiple") else tuple(raw)
    return Place(kind, json.loads(key), points, earned, shown, raw)


def _is_right(place: Place) -> bool:
    """The strict rule: all that is right and nothing else; a blank takes one of the texts."""
    if place.kind == "fill_blank":
        return bool(place.raw) and place.raw[0] in place.key[0]
    return place.raw is not None and place.raw == place.key

"""Which person on record a row of a roster file is: by number, else by name and department; where in doubt, asked."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from quizapp.core.people import Person
from quizapp.core.questions import fold
from quizapp.core.roster import SETTINGS, RosterDoubt, RosterRow, RowKey
from quizapp.core.roster_places import PlacedRow

Details = tuple[str, str, str, str]


@dataclass(slots=True)
class Matches:
    """Row -> person, row -> doubt and candidates; a row in neither is a new person."""

    people: dict[RowKey, Person] = field(default_factory=dict)
    doubts: dict[RowKey, tuple[RosterDoubt, tuple[Person, ...]]] = field(default_factory=dict)


def match(rows: Sequence[PlacedRow], people: Iterable[Person]) -> Matches:
    """Find the person of every row; `rows` in the file's order, no number twice among them."""
    return _Matcher(people).matches(rows)


class _Matcher:
    """Pairs rows with people, the surest first; whom a row has got is not there for the next."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = {person.id: person for person in sorted(people, key=lambda person: person.id)}
        self._found = Matches()

    def matches(self, rows: Sequence[PlacedRow]) -> Matches:
        self._by_number(rows)
        groups: dict[Hashable, list[PlacedRow]] = defaultdict(list)
        for placed in self._open(rows):
            groups[placed.department, fold(placed.row.name)].append(placed)
        # Who is on record as having left comes last: one of the same name who is here is the likelier one.
        for is_active in (True, False):
            here: dict[Hashable, list[Person]] = defaultdict(list)
            for person in self._people.values():
                if person.is_active is is_active:
                    here[person.department.id, fold(person.name)].append(person)
            for group in groups.values():
                self._by_name(self._open(group), here)
        for group in groups.values():
            self._repeated(group)
        self._elsewhere(self._open(rows))
        return self._found

    def _open(self, rows: Iterable[PlacedRow]) -> list[PlacedRow]:
        """The rows whose person is not known and not asked about yet."""
        found = self._found
        return [one for one in rows if one.row.key not in found.people and one.row.key not in found.doubts]

    def _pair(self, row: RosterRow, person: Person) -> None:
        self._found.people[row.key] = person
        del self._people[person.id]

    def _ask(self, row: RosterRow, doubt: RosterDoubt, candidates: Iterable[Person]) -> None:
        self._found.doubts[row.key] = (doubt, tuple(candidates))

    def _by_number(self, rows: Iterable[PlacedRow]) -> None:
        numbers = {fold(person.number): person for person in self._people.values()}
        for placed in rows:
            if placed.row.number and (person := numbers.get(fold(placed.row.number))):
                self._pair(placed.row, person)

    def _by_name(self, group: list[PlacedRow], here: dict[Hashable, list[Person]]) -> None:
        """Rows of one name in one department against the people of that name in it."""
        if not group or group[0].department_id is None:
            return
        namesakes = here[group[0].department_id, fold(group[0].row.name)]
        rows = [placed.row for placed in group]
        pairs, unclear = _tell_apart(rows, [person for person in namesakes if person.id in self._people])
        for row, person in pairs:
            self._pair(row, person)
        for row, candidates in unclear:
            self._ask(row, RosterDoubt.NAMESAKES, candidates)

    def _repeated(self, group: Sequence[PlacedRow]) -> None:
        """A row that says nothing but what a row before it says may be that row once more."""
        said: set[tuple[str, Details]] = set()
        for placed in group:
            what = (placed.row.number, _details(placed.row))
            if what in said and not placed.row.number and self._open([placed]):
                self._ask(placed.row, RosterDoubt.REPEATED, ())
            said.add(what)

    def _elsewhere(self, rows: Sequence[PlacedRow]) -> None:
        """People of the same name in other departments whom the file does not name where they were."""
        asked_about = {person.id for _doubt, candidates in self._found.doubts.values() for person in candidates}
        namesakes: dict[str, list[Person]] = defaultdict(list)
        for person in self._people.values():
            if person.id not in asked_about:
                namesakes[fold(person.name)].append(person)
        for placed in rows:
            row = placed.row
            here = namesakes[fold(row.name)]
            if alike := [person for person in here if _lost_zeros(row.number, person.number)]:
                self._ask(row, RosterDoubt.NUMBER, alike)
            elif candidates := [person for person in here if _may_be(row, person)]:
                self._ask(row, RosterDoubt.MOVED, candidates)


def _tell_apart(
    rows: list[RosterRow], people: list[Person]
) -> tuple[list[tuple[RosterRow, Person]], list[tuple[RosterRow, list[Person]]]]:
    """Pair rows and people of one name in one department; the rows that fit several, or several that fit one, stay."""
    pairs: list[tuple[RosterRow, Person]] = []
    for pair in (_nothing_changes, _the_same, _the_only):
        for row, person in pair(rows, people):
            pairs.append((row, person))
            rows.remove(row)
            people.remove(person)
    # One of each, or rows that all say the same: who is who no longer matters.
    are_equal = len({(_details(row), _settings(row)) for row in rows}) == 1 and not any(row.number for row in rows)
    if len(rows) == len(people) and (len(rows) == 1 or are_equal) and all(map(_may_be, rows, people)):
        return pairs + list(zip(rows, people, strict=True)), []
    unclear = [(row, [person for person in people if _may_be(row, person)]) for row in rows]
    return pairs, [(row, candidates) for row, candidates in unclear if candidates]


def _nothing_changes(rows: list[RosterRow], people: list[Person]) -> list[tuple[RosterRow, Person]]:
    """Pair all rows with all people so that each row fits; where several ways do, it makes no difference which."""
    taken: dict[int, RosterRow] = {}

    def place(row: RosterRow, tried: set[int]) -> bool:
        for person in people:
            if person.id not in tried and _fits(row, person):
                tried.add(person.id)
                if person.id not in taken or place(taken[person.id], tried):
                    taken[person.id] = row
                    return True
        return False

    is_even = len(rows) == len(people) and not any(row.number for row in rows)
    if is_even and all(place(row, set()) for row in rows):
        return [(taken[person.id], person) for person in people]
    return []


def _the_same(rows: list[RosterRow], people: list[Person]) -> list[tuple[RosterRow, Person]]:
    """Pair rows with people of exactly their details, where there are not more such people than rows."""
    alike: dict[Details, list[Person]] = defaultdict(list)
    for person in people:
        alike[_details(person)].append(person)
    saying: dict[Details, list[RosterRow]] = defaultdict(list)
    for row in rows:
        if not row.number:
            saying[_details(row)].append(row)
    pairs: list[tuple[RosterRow, Person]] = []
    for details, group in saying.items():
        if len(group) >= len(alike[details]) and all(_fits(row, one) for row in group for one in alike[details]):
            pairs += zip(group, alike[details], strict=False)
    return pairs


def _the_only(rows: list[RosterRow], people: list[Person]) -> list[tuple[RosterRow, Person]]:
    """Pair each row with the one person whom it fits, where no other row fits that person."""
    fits = {row.key: [person for person in people if _may_be(row, person) and _fits(row, person)] for row in rows}
    wanted_by = defaultdict(list)
    for row in rows:
        for person in fits[row.key]:
            wanted_by[person.id].append(row)
    return [
        (row, fits[row.key][0]) for row in rows if len(fits[row.key]) == 1 and len(wanted_by[fits[row.key][0].id]) == 1
    ]


def _details(one: RosterRow | Person) -> Details:
    """What tells people of one name apart."""
    return fold(one.position), fold(one.remark), fold(one.phone), fold(one.category)


def _settings(one: RosterRow | Person) -> tuple[bool | int | None, ...]:
    return tuple(getattr(one, field) for field in SETTINGS)


def _fits(row: RosterRow, person: Person) -> bool:
    """Whether all that the row says is so."""
    details = zip(_details(row), _details(person), strict=True)
    settings = zip(_settings(row), _settings(person), strict=True)
    return all(not said or said == known for said, known in details) and all(
        said is None or said == known for said, known in settings
    )


def _may_be(row: RosterRow, person: Person) -> bool:
    """Whether the number allows it: a person with a number of the bureau's own is not somebody with another."""
    return not row.number or person.is_number_generated


def _lost_zeros(said: str, known: str) -> bool:
    """Whether two numbers differ in leading zeros alone, which table programs take away."""
    return said.isdecimal() and known.isdecimal() and said != known and said.lstrip("0") == known.lstrip("0")

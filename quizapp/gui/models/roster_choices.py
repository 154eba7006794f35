"""What an organiser decides over a roster file, gathered row by row until it is carried out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quizapp.core.people import Department, DepartmentKind, Person, ids_below
from quizapp.core.roster import Path, RosterChanges, RosterDecisions, RosterEntry, RosterQuestion, RosterScope, RowKey

LEAVE_OUT = "leave out"
"""The answer that a row is not carried out at all."""


@dataclass(slots=True)
class RosterChoices:
    """Rows and people by what names them, so that they hold when the file is compared once more."""

    answers: dict[RowKey, int | str | None] = field(default_factory=dict)
    left_out: set[RowKey] = field(default_factory=set)
    staying: set[int] = field(default_factory=set)
    kinds: dict[Path, DepartmentKind] = field(default_factory=dict)
    skips_faulty: bool = False
    notes_left: bool = True

    def forget(self) -> None:
        """Begin anew, for another file."""
        self.answers, self.kinds = {}, {}
        self.left_out, self.staying = set(), set()
        self.skips_faulty, self.notes_left = False, True

    def decisions(self, changes: RosterChanges) -> RosterDecisions:
        """What was decided about these changes; answers that no longer fit are dropped, to be given anew."""
        answers, left_out = {}, set(self.left_out)
        for question in changes.questions:
            if self.is_answered(question):
                answer = self.answers[question.row.key]
                if answer == LEAVE_OUT:
                    left_out.add(question.row.key)
                else:
                    answers[question.row.key] = answer
        staying = set(self.staying)
        if not self.notes_left:
            staying.update(person.id for person in (*changes.left, *changes.waiting))
        return RosterDecisions(answers, frozenset(left_out), frozenset(staying), dict(self.kinds), self.skips_faulty)

    def leaving(self, changes: RosterChanges) -> list[Person]:
        """Who may be noted as left: nobody whom an open row may be, nobody at all where faulty rows are skipped."""
        if self.skips_faulty or not self.notes_left:
            return []
        maybe: set[int | str | None] = set(self.answers.values())
        for question in changes.questions:
            if not self.is_answered(question) or self.answers[question.row.key] == LEAVE_OUT:
                maybe.update(person.id for person in question.candidates)
        return [person for person in (*changes.left, *changes.waiting) if person.id not in maybe]

    def is_answered(self, question: RosterQuestion) -> bool:
        """Whether there is an answer that can be one to this question."""
        possible = (None, LEAVE_OUT, *(person.id for person in question.candidates))
        return question.row.key in self.answers and self.answers[question.row.key] in possible

    def open_questions(self, changes: RosterChanges) -> list[RosterQuestion]:
        """The questions without an answer."""
        return [question for question in changes.questions if not self.is_answered(question)]

    def take_rows(self, entries: Iterable[RosterEntry], wanted: bool) -> None:
        """Carry out rows, or leave them out."""
        keys = {entry.row.key for entry in entries}
        self.left_out = self.left_out - keys if wanted else self.left_out | keys

    def take_left(self, people: Iterable[Person], has_left: bool) -> None:
        """Note people as left, or let them stay."""
        ids = {person.id for person in people}
        self.staying = self.staying - ids if has_left else self.staying | ids


def named_departments(changes: RosterChanges) -> frozenset[int]:
    """The departments on record that a file names."""
    rows = (*changes.entries, *changes.questions)
    return frozenset(one.department_id for one in rows if one.department_id is not None)


def guessed_scope(
    changes: RosterChanges, departments: Iterable[Department], people: Iterable[Person], unit_id: int | None
) -> RosterScope:
    """Whom a file probably speaks for: everybody where it names every department that has people, else those named.

    An administrator of one unit (`unit_id`) speaks for that unit.
    """
    departments = list(departments)
    if unit_id is not None:
        return RosterScope(False, (unit_id,))
    known = ids_below(departments, named_departments(changes))
    missing = {person.department.id for person in people if person.is_active} - known
    return RosterScope() if not missing else RosterScope(False, topmost_named(changes, departments))


def topmost_named(changes: RosterChanges, departments: Iterable[Department]) -> tuple[int, ...]:
    """The departments that a file names, without those that lie within another one of them."""
    departments, named = list(departments), named_departments(changes)
    parents = {one.id: one.parent_id for one in departments}
    return tuple(one.id for one in departments if one.id in named and not _is_below(one.id, named, parents))


def _is_below(department_id: int, named: frozenset[int], parents: dict[int, int | None]) -> bool:
    above = parents.get(department_id)
    while above is not None:
        if above in named:
            return True
        above = parents.get(above)
    return False

"""Compares a roster file with the people on record, and settles it by what was decided over the comparison."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from quizapp.core.people import Department, Person, ids_below
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import fold
from quizapp.core.roster import (
    SETTINGS,
    NewDepartment,
    Path,
    RosterChange,
    RosterChanges,
    RosterDecisions,
    RosterDetail,
    RosterEntry,
    RosterField,
    RosterQuestion,
    RosterRow,
    RosterScope,
)
from quizapp.core.roster_matching import match
from quizapp.core.roster_places import place_rows
from quizapp.errors import UserError
from quizapp.i18n import _

_TEXTS = (RosterField.POSITION, RosterField.CATEGORY, RosterField.PHONE, RosterField.REMARK)


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """What is carried out once everything is decided: `entries` without the unchanged, and who left."""

    entries: tuple[RosterEntry, ...]
    left: tuple[Person, ...]
    new_departments: tuple[NewDepartment, ...]


def compare(
    rows: Iterable[RosterRow], people: Iterable[Person], departments: Sequence[Department], scope: RosterScope
) -> RosterChanges:
    """Say what a file would change; `people` and `departments` with those who left and those closed.

    The order of the rows does not matter; what a row leaves empty stays as it is on record.
    """
    people = list(people)
    usable, refused, problems = _without_repeated_numbers(sorted(rows, key=lambda row: row.key))
    placed = place_rows(usable, departments, scope)
    found = match(placed.rows, people)
    entries = tuple(
        entry_of(one.row, one.department, one.department_id, found.people.get(one.row.key))
        for one in placed.rows
        if one.row.key not in found.doubts
    )
    questions = tuple(
        RosterQuestion(one.row, one.department, one.department_id, *found.doubts[one.row.key])
        for one in placed.rows
        if one.row.key in found.doubts
    )
    matched = {person.id for person in found.people.values()}
    asked = {person.id for question in questions for person in question.candidates}
    within = {one.id for one in departments} if scope.is_whole else ids_below(departments, scope.department_ids)
    missing = [one for one in people if one.is_active and one.id not in matched and one.department.id in within]
    return RosterChanges(
        entries=entries,
        questions=questions,
        refused=tuple(sorted([*refused, *placed.refused], key=lambda row: row.key)),
        left=tuple(person for person in missing if person.id not in asked),
        waiting=tuple(person for person in missing if person.id in asked),
        new_departments=placed.new_departments,
        problems=(*problems, *placed.problems),
    )


def settle(changes: RosterChanges, decisions: RosterDecisions) -> RosterPlan:
    """Apply the decisions; UserError where a question is open or one person is the answer to two."""
    entries = [entry for entry in changes.entries if entry.row.key not in decisions.left_out]
    for question in changes.questions:
        if question.row.key not in decisions.left_out:
            entries.append(_answered(question, decisions))
    _refuse_twice(entries)
    carried_out = sorted((e for e in entries if e.change is not RosterChange.SAME), key=lambda entry: entry.row.key)
    return RosterPlan(
        entries=tuple(carried_out),
        left=_who_left(changes, decisions, {entry.person.id for entry in entries if entry.person}),
        new_departments=_needed(changes.new_departments, decisions, [entry.department for entry in entries]),
    )


def entry_of(row: RosterRow, department: Path, department_id: int | None, person: Person | None) -> RosterEntry:
    """What a row means, now that its person is known; None: a new one."""
    if person is None:
        return RosterEntry(row, department, department_id, None, RosterChange.NEW)
    details = tuple(_details(row, department, department_id, person))
    changed = {detail.field for detail in details}
    change = RosterChange.CHANGED if details else RosterChange.SAME
    if RosterField.DEPARTMENT in changed:
        change = RosterChange.MOVED
    elif RosterField.NAME in changed:
        change = RosterChange.RENAMED
    return RosterEntry(row, department, department_id, person, change, details)


def _details(row: RosterRow, department: Path, department_id: int | None, person: Person) -> Iterable[RosterDetail]:
    """Everything that would change about a person."""
    if department_id != person.department.id:
        yield RosterDetail(RosterField.DEPARTMENT, person.department.full_name, " / ".join(department))
    if fold(row.name) != fold(person.name):
        yield RosterDetail(RosterField.NAME, person.name, row.name)
    if row.number and fold(row.number) != fold(person.number):
        yield RosterDetail(RosterField.NUMBER, person.number, row.number)
    for field in _TEXTS:
        said, known = getattr(row, field), getattr(person, field)
        if said and said != known:
            yield RosterDetail(field, known, said)
    for field in SETTINGS:
        said, known = getattr(row, field), getattr(person, field)
        if said is not None and said != known:
            yield RosterDetail(field, known, said)
    if not person.is_active:
        yield RosterDetail(RosterField.IS_ACTIVE, False, True)


def _without_repeated_numbers(
    rows: Sequence[RosterRow],
) -> tuple[list[RosterRow], list[RosterRow], list[Problem]]:
    """Set rows aside whose number an earlier row has: one of the two is wrong."""
    first: dict[str, RosterRow] = {}
    kept: list[RosterRow] = []
    refused: list[RosterRow] = []
    problems: list[Problem] = []
    for row in rows:
        number = fold(row.number)
        if not number or first.setdefault(number, row) is row:
            kept.append(row)
            continue
        refused.append(row)
        words = _("编号 {number} 在第 {row} 行已经用过（{name}）。请改正其中一个编号。")
        words = words.format(number=row.number, row=first[number].row, name=first[number].name)
        problems.append(Problem(row.sheet, row.row, _("编号"), Severity.ERROR, words))
    return kept, refused, problems


def _answered(question: RosterQuestion, decisions: RosterDecisions) -> RosterEntry:
    row = question.row
    if row.key not in decisions.answers:
        words = _("第 {row} 行 {name}：{question}还没有回答。")
        raise UserError(words.format(row=row.row, name=row.name, question=question.doubt.label))
    answer = decisions.answers[row.key]
    person = next((one for one in question.candidates if one.id == answer), None)
    if answer is not None and person is None:
        raise UserError(_("第 {row} 行 {name}：回答的不是所问的人。").format(row=row.row, name=row.name))
    return entry_of(row, question.department, question.department_id, person)


def _refuse_twice(entries: Iterable[RosterEntry]) -> None:
    taken: dict[int, RosterEntry] = {}
    for entry in entries:
        if entry.person and (other := taken.setdefault(entry.person.id, entry)) is not entry:
            words = _("{name}（{number}）既是第 {row} 行又是第 {other} 行，请改正其中一个回答。")
            raise UserError(
                words.format(name=entry.person.name, number=entry.person.number, row=other.row.row, other=entry.row.row)
            )


def _who_left(changes: RosterChanges, decisions: RosterDecisions, present: Collection[int]) -> tuple[Person, ...]:
    """Who is noted as left: nobody where faulty rows are skipped, nobody whom an open row may be."""
    if decisions.skips_faulty:
        return ()
    maybe = {
        person.id
        for question in changes.questions
        if question.row.key in decisions.left_out
        for person in question.candidates
    }
    kept = {*present, *maybe, *decisions.staying}
    return tuple(person for person in (*changes.left, *changes.waiting) if person.id not in kept)


def _needed(
    departments: Iterable[NewDepartment], decisions: RosterDecisions, paths: Iterable[Path]
) -> tuple[NewDepartment, ...]:
    """The new departments that somebody is in, of the kind that was decided."""
    used = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    return tuple(
        NewDepartment(one.path, decisions.kinds.get(one.path, one.kind), one.is_guessed, one.department_id)
        for one in departments
        if one.path in used
    )

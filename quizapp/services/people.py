"""What the organiser does with people and departments: the roster in, one person by hand, PINs."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor, Department, DepartmentKind, Person
from quizapp.core.roster import RosterDecisions, RosterField, RosterScope
from quizapp.db.engine import Database
from quizapp.db.tables import DepartmentRow, PersonRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services import department_changes, log, roster_imports
from quizapp.services.passwords import hash_pin, make_pin
from quizapp.services.people_records import (
    Numbers,
    checked_texts,
    new_person_row,
    read_departments,
    read_people,
    set_name,
    to_person,
)
from quizapp.services.rights import refuse_beyond_unit
from quizapp.services.roster_imports import RosterImported, RosterPreview

__all__ = ["People", "PersonDraft", "RosterImported", "RosterPreview"]

_USUAL_LIMITS = ReadingLimits()


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What is entered for a person; an empty number is made up."""

    name: str
    department_id: int
    number: str = ""
    category: str = ""
    position: str = ""
    phone: str = ""
    remark: str = ""
    takes_tests: bool = True
    counts: bool = True
    is_ranked: bool = True


class People:
    """People and departments."""

    def __init__(self, database: Database, now: Callable[[], datetime], limits: ReadingLimits = _USUAL_LIMITS) -> None:
        self._database = database
        self._now = now
        self._limits = limits

    def departments(self, *, with_inactive: bool = False) -> list[Department]:
        """Departments in the bureau's order, parents before children."""
        with self._database.read() as session:
            return [one for one in read_departments(session) if one.is_active or with_inactive]

    def people(self, *, with_inactive: bool = False) -> list[Person]:
        """People by department, then by name in pinyin order."""
        with self._database.read() as session:
            found = read_people(session, read_departments(session))
        return [one for one in found if one.is_active or with_inactive]

    def add_department(self, actor: Actor, name: str, kind: DepartmentKind, parent_id: int | None) -> Department:
        """Add a department at the end of its parent's list; Conflict where that has one of this name."""
        with self._database.write() as session:
            refuse_beyond_unit(session, actor, [parent_id])
            row = department_changes.add_department(session, name, kind, parent_id)
            added = _department(session, row)
            log.record(session, self._now(), actor, "department.add", added.full_name, details={"kind": kind.value})
            return added

    def change_department(self, actor: Actor, department: Department) -> Department:
        """Rename, move, reorder (`position` from 1), close a department; Conflict where it would lie within itself.

        UserError where people or other departments are still in one that is to be closed.
        """
        with self._database.write() as session:
            before = _department(session, department_changes.known_department(session, department.id))
            refuse_beyond_unit(session, actor, [before.parent_id, department.parent_id])
            after = _department(session, department_changes.change_department(session, department))
            if before != after:
                details = {"before": _told(before), "after": _told(after)}
                log.record(session, self._now(), actor, "department.change", after.full_name, details=details)
            return after

    def add_person(self, actor: Actor, draft: PersonDraft) -> Person:
        """Add one person; Conflict where the number is somebody else's."""
        with self._database.write() as session:
            row = self._department_for(session, actor, draft)
            numbers = Numbers(session)
            values = _values(draft)
            is_made_up = not values["number"]
            values["number"] = numbers.make_up() if is_made_up else numbers.take(values["number"])
            person_row = new_person_row({**values, "is_number_generated": is_made_up})
            session.add(person_row)
            session.flush()
            added = to_person(person_row, _department(session, row))
            log.record(session, self._now(), actor, "person.add", _subject(added), details={"id": added.id})
            return added

    def change_person(self, actor: Actor, person_id: int, draft: PersonDraft) -> Person:
        """Change one person; an empty number keeps one that was made up."""
        with self._database.write() as session:
            row = _known_person(session, actor, person_id)
            before = _columns(row)
            department = self._department_for(session, actor, draft, now_in=row.department_id)
            values = _values(draft)
            _set_number(session, row, values.pop("number"))
            set_name(row, values.pop("name"))
            for column, value in values.items():
                setattr(row, column, value)
            session.flush()
            changed = to_person(row, _department(session, department))
            after = _columns(row)
            details = {"id": row.id} | {
                name: [before[name], after[name]] for name in after if before[name] != after[name]
            }
            if len(details) > 1:
                log.record(session, self._now(), actor, "person.change", _subject(changed), details=details)
            return changed

    def set_switch(
        self, actor: Actor, person_ids: tuple[int, ...], switch: RosterField, *, is_on: bool
    ) -> tuple[int, ...]:
        """Set one of the three switches (takes tests, counts, is ranked) of people; returns whose that changed."""
        changed = []
        with self._database.write() as session:
            for person_id in person_ids:
                row = _known_person(session, actor, person_id)
                if getattr(row, switch) is not is_on:
                    changed.append(row.id)
                    setattr(row, switch, is_on)
                    details = {"id": row.id, switch.value: [not is_on, is_on]}
                    log.record(
                        session, self._now(), actor, "person.change", f"{row.name} {row.number}", details=details
                    )
        return tuple(changed)

    def set_left(self, actor: Actor, person_ids: tuple[int, ...], *, has_left: bool) -> tuple[int, ...]:
        """Note that people left (or are back); nothing is deleted. Returns for whom that was a change."""
        changed = []
        with self._database.write() as session:
            for person_id in person_ids:
                row = _known_person(session, actor, person_id)
                if row.is_active is not has_left:
                    continue
                if not has_left:
                    department_changes.open_department(session, row.department_id)
                row.is_active = not has_left
                action = "person.leave" if has_left else "person.return"
                log.record(session, self._now(), actor, action, f"{row.name} {row.number}", details={"id": row.id})
                changed.append(row.id)
        return tuple(changed)

    def reset_pin(self, actor: Actor, person_id: int) -> str:
        """Give a person a new PIN (six digits) and return it, to be told."""
        pin = make_pin()
        hashed = hash_pin(pin)
        with self._database.write() as session:
            self._set_pin(session, actor, person_id, hashed, "person.pin_reset")
        return pin

    def clear_pins(self, actor: Actor, person_ids: tuple[int, ...]) -> tuple[int, ...]:
        """Take people's PINs away; returns whose, of those that had one."""
        with self._database.write() as session:
            had = [one for one in person_ids if _known_person(session, actor, one).pin_hash is not None]
            for person_id in had:
                self._set_pin(session, actor, person_id, None, "person.pin_clear")
        return tuple(had)

    def preview_roster(
        self,
        content: bytes,
        file_name: str,
        scope: RosterScope,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> RosterPreview:
        """Read a roster file and compare it with the people on record; changes nothing."""
        return roster_imports.preview_roster(
            self._database,
            content,
            file_name,
            scope,
            limits=self._limits,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )

    def import_roster(self, actor: Actor, preview: RosterPreview, decisions: RosterDecisions) -> RosterImported:
        """Carry out a preview in one transaction; Conflict where the people changed since.

        UserError where rows are faulty and not skipped, or a question is open.
        """
        with self._database.write() as session:
            return roster_imports.import_roster(session, self._now(), actor, preview, decisions)

    def _department_for(
        self, session: Session, actor: Actor, draft: PersonDraft, *, now_in: int | None = None
    ) -> DepartmentRow:
        """The department of a draft, if the actor may put people there and it is open (or the person is in it)."""
        refuse_beyond_unit(session, actor, [draft.department_id])
        if draft.department_id == now_in:
            return department_changes.known_department(session, draft.department_id)
        return department_changes.open_department(session, draft.department_id)

    def _set_pin(self, session: Session, actor: Actor, person_id: int, hashed: str | None, action: str) -> None:
        row = _known_person(session, actor, person_id)
        row.pin_hash = hashed
        log.record(session, self._now(), actor, action, f"{row.name} {row.number}", details={"id": row.id})


def _values(draft: PersonDraft) -> dict[str, Any]:
    """The columns that a draft fills; UserError without a name or with too long a text."""
    texts = checked_texts(draft)
    if not texts["name"]:
        raise UserError(_("请填写姓名。"))
    return {**asdict(draft), **texts}


def _set_number(session: Session, row: PersonRow, wanted: str) -> None:
    """Give a person another number; an empty one keeps what was made up, or has one made up."""
    if wanted == row.number or (not wanted and row.is_number_generated):
        return
    numbers = Numbers(session)
    row.number = numbers.take(wanted, row.id) if wanted else numbers.make_up()
    row.is_number_generated = not wanted


def _known_person(session: Session, actor: Actor, person_id: int) -> PersonRow:
    """A person by the id; Conflict where there is none, NotAllowed where it is another unit's."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise Conflict(_("没有这个人员了。请刷新后再试。"))
    refuse_beyond_unit(session, actor, [row.department_id])
    return row


def _columns(row: PersonRow) -> dict[str, Any]:
    """What can be changed by hand, for the log."""
    return {field.name: getattr(row, field.name) for field in fields(PersonDraft)}


def _department(session: Session, row: DepartmentRow) -> Department:
    return next(one for one in read_departments(session) if one.id == row.id)


def _told(department: Department) -> dict[str, Any]:
    """A department for the log."""
    return {
        "path": list(department.path),
        "kind": department.kind.value,
        "is_active": department.is_active,
        "position": department.position,
    }


def _subject(person: Person) -> str:
    return f"{person.name} {person.number}"

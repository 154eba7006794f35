"""People and departments between their rows and the values of the core; numbers made up where there is none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.core.people import Department, DepartmentKind, Person, in_order
from quizapp.core.pinyin import name_keys
from quizapp.core.questions import fold
from quizapp.core.roster import RosterField
from quizapp.db.tables import DepartmentRow, PersonRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _

LONGEST = {
    RosterField.NAME: 100,
    RosterField.NUMBER: 50,
    RosterField.POSITION: 100,
    RosterField.CATEGORY: 50,
    RosterField.PHONE: 50,
    RosterField.REMARK: 200,
}
"""How many characters are kept."""

DEPARTMENT_LONGEST = 200

_MADE_UP = re.compile(r"G([0-9]{4,})")


def read_departments(session: Session) -> list[Department]:
    """All departments, also those closed, in the bureau's order."""
    rows = {row.id: row for row in session.scalars(select(DepartmentRow))}

    def path(row: DepartmentRow | None) -> tuple[str, ...]:
        names = []
        while row is not None:
            names.append(row.name)
            row = None if row.parent_id is None else rows[row.parent_id]
        return tuple(reversed(names))

    return in_order(
        Department(row.id, row.name, DepartmentKind(row.kind), path(row), row.parent_id, row.is_active, row.position)
        for row in rows.values()
    )


def read_people(session: Session, departments: Iterable[Department]) -> list[Person]:
    """All people, also those who left, by department and then by name in pinyin order."""
    known = {department.id: department for department in departments}
    places = {department_id: at for at, department_id in enumerate(known)}
    rows = sorted(
        session.scalars(select(PersonRow)),
        key=lambda row: (places[row.department_id], row.pinyin, row.name, row.id),
    )
    return [to_person(row, known[row.department_id]) for row in rows]


def to_person(row: PersonRow, department: Department) -> Person:
    """The value of a row."""
    return Person(
        id=row.id,
        number=row.number,
        name=row.name,
        department=department,
        category=row.category,
        position=row.position,
        phone=row.phone,
        remark=row.remark,
        takes_tests=row.takes_tests,
        counts=row.counts,
        is_ranked=row.is_ranked,
        has_pin=row.pin_hash is not None,
        is_active=row.is_active,
        is_number_generated=row.is_number_generated,
        extra_minutes=row.extra_minutes,
    )


def new_person_row(values: Mapping[str, object]) -> PersonRow:
    """A row of a person who has just come; `values` by column, the rest as usual."""
    usual: dict[str, object] = {
        "category": "", "position": "", "phone": "", "remark": "", "takes_tests": True, "counts": True,
        "is_ranked": True, "pin_hash": None, "is_active": True, "is_number_generated": False,
    }  # fmt: skip
    row = PersonRow(**(usual | dict(values)))
    set_name(row, row.name)
    return row


def set_name(row: PersonRow, name: str) -> None:
    """Give a person a name, and what it is found by."""
    keys = name_keys(name)
    row.name = name
    row.pinyin = "|".join(keys.pinyin)[:400]
    row.initials = "|".join(keys.initials)[:100]


def checked_texts(source: object) -> dict[str, str]:
    """The texts of a row or draft by column, without white space around them; UserError where one is too long."""
    found = {}
    for field, longest in LONGEST.items():
        text = str(getattr(source, field)).strip()
        if len(text) > longest:
            words = _("{field}太长（最多 {count} 个字）：{text}…")
            raise UserError(words.format(field=field.label, count=longest, text=text[:20]))
        found[field.value] = text
    return found


@dataclass(frozen=True, slots=True)
class _Owner:
    person_id: int
    name: str


class Numbers:
    """The numbers in use, of those who left as well: none is given to two people."""

    def __init__(self, session: Session) -> None:
        rows = session.execute(select(PersonRow.id, PersonRow.name, PersonRow.number)).all()
        self._owners = {fold(row.number): _Owner(row.id, row.name) for row in rows}
        made_up = (_MADE_UP.fullmatch(row.number) for row in rows)
        self._last = max((int(found[1]) for found in made_up if found), default=0)

    def make_up(self) -> str:
        """A number for somebody who has none: G0001, G0002 …"""
        while True:
            self._last += 1
            number = f"G{self._last:04d}"
            if fold(number) not in self._owners:
                self._owners[fold(number)] = _Owner(0, "")
                return number

    def take(self, number: str, person_id: int | None = None) -> str:
        """Note that a number is given away; Conflict where somebody else has it."""
        owner = self._owners.get(fold(number))
        if owner is not None and owner.person_id != person_id:
            raise Conflict(_("编号 {number} 已经是 {name} 的编号。").format(number=number, name=owner.name))
        self._owners[fold(number)] = _Owner(person_id or 0, "")
        return number


def next_position(session: Session, parent_id: int | None) -> int:
    """The place behind the last department of a parent."""
    last = session.scalar(
        select(func.max(DepartmentRow.position)).where(DepartmentRow.parent_id.is_not_distinct_from(parent_id))
    )
    return (last or 0) + 1

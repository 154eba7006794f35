"""Departments added and changed inside a transaction: no two of one name beside each other, none within itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.people import DEPARTMENTS_DEEPEST, Department, DepartmentKind, ids_below
from quizapp.core.questions import fold
from quizapp.db.tables import DepartmentRow, PersonRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _
from quizapp.services.people_records import DEPARTMENT_LONGEST, next_position, read_departments


def add_department(session: Session, name: str, kind: DepartmentKind, parent_id: int | None) -> DepartmentRow:
    """Add a department behind the others of its parent."""
    name = _checked_name(session, name, parent_id)
    if parent_id is not None:
        known_department(session, parent_id)
        _refuse_too_deep(session, parent_id)
    position = next_position(session, parent_id)
    row = DepartmentRow(name=name, kind=kind, parent_id=parent_id, position=position, is_active=True)
    session.add(row)
    session.flush()
    return row


def change_department(session: Session, wanted: Department) -> DepartmentRow:
    """Make a department as `wanted` says; at `position` among its parent's, from 1."""
    row = known_department(session, wanted.id)
    departments = read_departments(session)
    if wanted.parent_id in ids_below(departments, [row.id]):
        raise Conflict(_("科室（单位）不能放在它自己里面。"))
    if wanted.parent_id is not None:
        known_department(session, wanted.parent_id)
        if row.parent_id != wanted.parent_id:
            _refuse_too_deep(session, wanted.parent_id, levels=_levels(departments, row.id))
    if row.is_active and not wanted.is_active:
        _refuse_closing(session, wanted, departments)
    row.name = _checked_name(session, wanted.name, wanted.parent_id, own_id=row.id)
    row.kind = wanted.kind
    row.is_active = wanted.is_active
    if (row.parent_id, row.position) != (wanted.parent_id, wanted.position):
        row.parent_id = wanted.parent_id
        _put_in_place(session, row, wanted.position)
    session.flush()
    return row


def known_department(session: Session, department_id: int) -> DepartmentRow:
    """A department by its id; Conflict where there is none."""
    row = session.get(DepartmentRow, department_id)
    if row is None:
        raise Conflict(_("没有这个科室（单位）了。请刷新后再试。"))
    return row


def open_department(session: Session, department_id: int) -> DepartmentRow:
    """A department that people can be in; Conflict where it is closed."""
    row = known_department(session, department_id)
    if not row.is_active:
        raise Conflict(_("“{name}”已经撤销，不能再放人员。").format(name=row.name))
    return row


def _checked_name(session: Session, name: str, parent_id: int | None, *, own_id: int | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError(_("请填写科室（单位）的名称。"))
    if len(name) > DEPARTMENT_LONGEST:
        raise UserError(_("科室（单位）的名称太长：最多 {count} 个字。").format(count=DEPARTMENT_LONGEST))
    beside = session.scalars(select(DepartmentRow).where(DepartmentRow.parent_id.is_not_distinct_from(parent_id)))
    for other in beside:
        if other.id != own_id and fold(other.name) == fold(name):
            words = _("这里已经有“{name}”了。") if other.is_active else _("这里有过“{name}”，已经撤销：请把它恢复。")
            raise Conflict(words.format(name=other.name))
    return name


def too_deep() -> str:
    """Say that there are too many levels."""
    return _("科室（单位）最多 {count} 级。请改放在上面的一级里。").format(count=DEPARTMENTS_DEEPEST)


def _refuse_too_deep(session: Session, parent_id: int, *, levels: int = 1) -> None:
    """Raise UserError where a department of so many levels, itself the first, would lie too deep."""
    above: int | None = parent_id
    while above is not None:
        levels += 1
        above = known_department(session, above).parent_id
    if levels > DEPARTMENTS_DEEPEST:
        raise UserError(too_deep())


def _levels(departments: list[Department], department_id: int) -> int:
    """How many levels a department has with all that lies within it."""
    paths = {department.id: department.path for department in departments}
    return max(len(paths[one]) for one in ids_below(departments, [department_id])) - len(paths[department_id]) + 1


def _refuse_closing(session: Session, wanted: Department, departments: list[Department]) -> None:
    """Raise UserError where people or parts would be left without a department."""
    if any(department.parent_id == wanted.id and department.is_active for department in departments):
        raise UserError(_("“{name}”下面还有科室，请先撤销或移走它们。").format(name=wanted.name))
    is_there = PersonRow.department_id == wanted.id, PersonRow.is_active
    if session.scalars(select(PersonRow.id).where(*is_there).limit(1)).first() is not None:
        raise UserError(_("“{name}”还有在册人员，请先把他们调到别的科室。").format(name=wanted.name))


def _put_in_place(session: Session, row: DepartmentRow, position: int) -> None:
    """Put a department at a place among its parent's and number them all anew."""
    beside = select(DepartmentRow).where(
        DepartmentRow.parent_id.is_not_distinct_from(row.parent_id), DepartmentRow.id != row.id
    )
    ordered = list(session.scalars(beside.order_by(DepartmentRow.position, DepartmentRow.id)))
    ordered.insert(max(position - 1, 0), row)
    for at, department in enumerate(ordered, start=1):
        department.position = at

"""What the figures are made of: the due people of one test in one SELECT, and the bureau's tree of departments."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from quizapp.core.monthly import DueRow, SittingKind, Status
from quizapp.core.people import DepartmentKind
from quizapp.db.tables import DepartmentRow, DuePersonRow, SittingRow

_STATUSES = {status.value: status for status in Status}
_KINDS = {kind.value: kind for kind in DepartmentKind}


def due_rows(session: Session, exam_id: int) -> list[DueRow]:
    """Everybody who is due for a test, as at publishing, with status and the score that counts."""
    first, make_up = aliased(SittingRow), aliased(SittingRow)
    due = DuePersonRow
    wanted = (
        select(
            due.id, due.person_id, due.number, due.name, due.department_id, due.department, due.department_kind,
            due.category, due.position, due.counts, due.is_ranked, due.status, due.reason,
            first.score, first.used_s, first.submitted_at, first.counting_attempt_id, make_up.score,
        )
        .outerjoin(first, (first.due_id == due.id) & (first.kind == SittingKind.FIRST))
        .outerjoin(make_up, (make_up.due_id == due.id) & (make_up.kind == SittingKind.MAKE_UP))
        .where(due.exam_id == exam_id)
        .order_by(due.id)
    )  # fmt: skip
    return [_due_row(row) for row in session.execute(wanted)]


def _due_row(row: Iterable[Any]) -> DueRow:
    """The columns of `due_rows`, which stand in the order of DueRow's fields."""
    values = list(row)
    values[5], values[6], values[11] = tuple(values[5]), _KINDS[values[6]], _STATUSES[values[11]]
    return DueRow(*values)


@dataclass(frozen=True, slots=True)
class DepartmentTree:
    """The departments in the bureau's order, each followed by those below it."""

    order: tuple[int, ...]
    names: dict[int, str]
    parents: dict[int, int | None]

    def with_below(self, department_ids: Iterable[int]) -> frozenset[int]:
        """These departments and all below them."""
        wanted = set(department_ids)
        for department_id in self.order:  # parents stand before their children
            if self.parents[department_id] in wanted:
                wanted.add(department_id)
        return frozenset(wanted)


def department_tree(session: Session) -> DepartmentTree:
    """All departments, closed ones too: tests of former months know them."""
    children: defaultdict[int | None, list[int]] = defaultdict(list)
    wanted = select(DepartmentRow.id, DepartmentRow.name, DepartmentRow.parent_id).order_by(
        DepartmentRow.position, DepartmentRow.id
    )
    parents: dict[int, int | None] = {}
    names: dict[int, str] = {}
    for department_id, name, parent_id in session.execute(wanted):
        children[parent_id].append(department_id)
        parents[department_id], names[department_id] = parent_id, name
    order: list[int] = []
    waiting = list(reversed(children[None]))
    while waiting:
        department_id = waiting.pop()
        order.append(department_id)
        waiting += reversed(children[department_id])
    return DepartmentTree(tuple(order), names, parents)

"""What an administrator of one unit may touch: that unit and all within it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.people import Actor, ids_below
from quizapp.db.tables import DepartmentRow
from quizapp.errors import NotAllowed
from quizapp.i18n import _
from quizapp.services.people_records import read_departments


def own_departments(session: Session, actor: Actor) -> frozenset[int] | None:
    """The departments of a unit's administrator; None: all are the actor's."""
    if actor.unit_id is None:
        return None
    return ids_below(read_departments(session), [actor.unit_id])


def refuse_beyond_unit(session: Session, actor: Actor, department_ids: Iterable[int | None]) -> None:
    """Raise NotAllowed where one of the departments (None: the top of the bureau) is not the actor's to change."""
    if actor.unit_id is None:
        return
    parents = {row.id: row.parent_id for row in session.execute(select(DepartmentRow.id, DepartmentRow.parent_id))}
    for department_id in department_ids:
        above = department_id
        while above is not None and above != actor.unit_id:
            above = parents.get(above)
        if above is None:
            raise NotAllowed(_("您是本单位的管理员，只能修改本单位的科室和人员。"))

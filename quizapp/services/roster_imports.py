"""A roster file previewed and carried out: compared once for the eyes and once more inside the transaction."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor
from quizapp.core.problems import Problem, Severity
from quizapp.core.roster import (
    SETTINGS,
    NewDepartment,
    Path,
    RosterChange,
    RosterChanges,
    RosterDecisions,
    RosterEntry,
    RosterField,
    RosterRow,
    RosterScope,
)
from quizapp.core.roster_comparison import RosterPlan, compare, settle
from quizapp.db.engine import Database
from quizapp.db.tables import BatchRow, DepartmentRow, PersonRow
from quizapp.errors import Conflict, NotReadable, UserError
from quizapp.i18n import _
from quizapp.services import log
from quizapp.services.department_changes import add_department
from quizapp.services.people_records import (
    Numbers,
    checked_texts,
    new_person_row,
    read_departments,
    read_people,
    set_name,
)
from quizapp.services.rights import refuse_beyond_unit

ROSTER_BATCH = "roster"


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What an import would do; hand it back to `import_roster` with the decisions. `rows`: those that are people."""

    file_name: str
    file_hash: str
    scope: RosterScope
    changes: RosterChanges
    problems: tuple[Problem, ...]
    rows: int

    @property
    def errors(self) -> int:
        """How many problems keep a row out."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class RosterImported:
    """What an import did, counts of people."""

    batch_id: int
    new: int
    moved: int
    renamed: int
    changed: int
    left: int
    same: int


def preview_roster(
    database: Database,
    content: bytes,
    file_name: str,
    scope: RosterScope,
    *,
    limits: ReadingLimits,
    on_progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> RosterPreview:
    """Read a roster file in a child process and compare it with the people on record."""
    from quizapp.excel.child import ChildLimits  # here: whoever only signs in reads no workbooks
    from quizapp.excel.read_people import read_people as read_file

    if len(content) > limits.file_megabytes * 1024 * 1024:
        words = _("文件超过 {megabytes} MB，太大了。名册一般不到 1 MB：请删去图片和多余的工作表，另存后再试。")
        raise NotReadable(words.format(megabytes=limits.file_megabytes))
    in_child = ChildLimits(limits.seconds, limits.megabytes)
    file = read_file(content, file_name, on_progress=on_progress, is_cancelled=is_cancelled, limits=in_child)
    with database.read() as session:
        changes = _compare(session, tuple(file.rows), scope)
    return RosterPreview(
        file_name=file_name,
        file_hash=hashlib.sha256(content).hexdigest(),
        scope=scope,
        changes=changes,
        problems=(*file.problems, *changes.problems),
        rows=len(file.rows),
    )


def import_roster(
    session: Session, now: datetime, actor: Actor, preview: RosterPreview, decisions: RosterDecisions
) -> RosterImported:
    """Carry out a preview; UserError where something is open or faulty, Conflict where the people changed since."""
    _refuse_faulty(preview, decisions)
    if _compare(session, preview.changes.rows, preview.scope) != preview.changes:
        raise Conflict(_("预览之后，人员或科室有了变化。请重新预览，再决定。"))
    plan = settle(preview.changes, decisions)
    _refuse_beyond_unit(session, actor, plan)
    return _Writer(session, now, actor).write(preview, plan, _carried_out(preview, decisions))


def _compare(session: Session, rows: tuple[RosterRow, ...], scope: RosterScope) -> RosterChanges:
    departments = read_departments(session)
    return compare(rows, read_people(session, departments), departments, scope)


def _refuse_faulty(preview: RosterPreview, decisions: RosterDecisions) -> None:
    if not preview.changes.entries and not preview.changes.questions:
        raise UserError(_("名册里没有可以导入的人员，没有写入任何内容。"))
    if preview.errors and not decisions.skips_faulty:
        words = _("名册里有 {count} 处错误，没有写入任何内容。请改正后重新选择文件，或选择跳过有错误的行。")
        raise UserError(words.format(count=preview.errors))


def _carried_out(preview: RosterPreview, decisions: RosterDecisions) -> int:
    """How many rows were not left out."""
    keys = [entry.row.key for entry in preview.changes.entries]
    keys += [question.row.key for question in preview.changes.questions]
    return sum(key not in decisions.left_out for key in keys)


def _refuse_beyond_unit(session: Session, actor: Actor, plan: RosterPlan) -> None:
    """Raise NotAllowed where somebody or something outside the actor's unit would be changed."""
    if actor.unit_id is None:
        return
    known = {department.path: department.id for department in read_departments(session)}
    touched = [entry.person.department.id for entry in plan.entries if entry.person]
    touched += [person.department.id for person in plan.left]
    touched += [entry.department_id for entry in plan.entries if entry.department_id is not None]
    new = {department.path for department in plan.new_departments}
    parents = {one.path[:-1] for one in plan.new_departments if one.path[:-1] not in new}
    refuse_beyond_unit(session, actor, [*touched, *(known.get(path) for path in parents)])


class _Writer:
    """Writes a plan as one batch, inside the transaction of `session`."""

    def __init__(self, session: Session, now: datetime, actor: Actor) -> None:
        self._session = session
        self._now = now
        self._actor = actor
        self._numbers = Numbers(session)

    def write(self, preview: RosterPreview, plan: RosterPlan, rows: int) -> RosterImported:
        """Make departments, people, changes, the batch and the log line."""
        departments = self._open_departments(plan.new_departments)
        people = {row.id: row for row in self._session.scalars(select(PersonRow))}
        for entry in plan.entries:
            department_id = departments[entry.department] if entry.department_id is None else entry.department_id
            if entry.person is None:
                self._add(entry, department_id)
            else:
                self._change(people[entry.person.id], entry, department_id)
        for person in plan.left:
            people[person.id].is_active = False
        counts = {change.value: sum(entry.change is change for entry in plan.entries) for change in RosterChange}
        counts |= {"left": len(plan.left), "same": rows - len(plan.entries)}
        return RosterImported(batch_id=self._note(preview, plan, counts), **counts)

    def _open_departments(self, wanted: tuple[NewDepartment, ...]) -> Mapping[Path, int]:
        """Make the new departments, open the closed ones; path -> id."""
        ids = {department.path: department.id for department in read_departments(self._session)}
        for one in wanted:
            if one.department_id is not None:
                self._session.get_one(DepartmentRow, one.department_id).is_active = True
            else:
                parent_id = ids[one.path[:-1]] if len(one.path) > 1 else None
                ids[one.path] = add_department(self._session, one.path[-1], one.kind, parent_id).id
        return ids

    def _add(self, entry: RosterEntry, department_id: int) -> None:
        number = self._numbers.take(entry.row.number) if entry.row.number else self._numbers.make_up()
        own: dict[str, Any] = {"number": number, "is_number_generated": not entry.row.number}
        self._session.add(new_person_row({**_said(entry.row), **own, "department_id": department_id}))

    def _change(self, row: PersonRow, entry: RosterEntry, department_id: int) -> None:
        fields = {detail.field for detail in entry.details}
        for name, value in _said(entry.row).items():
            if name in fields and name not in (RosterField.NAME, RosterField.NUMBER):
                setattr(row, name, value)
        if RosterField.NAME in fields:
            set_name(row, entry.row.name)
        if RosterField.NUMBER in fields:
            row.number = self._numbers.take(entry.row.number, row.id)
            row.is_number_generated = False
        row.department_id = department_id
        row.is_active = True

    def _note(self, preview: RosterPreview, plan: RosterPlan, counts: dict[str, int]) -> int:
        """Note the batch, and in the log who was changed how."""
        batch = BatchRow(
            kind=ROSTER_BATCH, bank_id=None, file_name=preview.file_name, file_hash=preview.file_hash, at=self._now,
            who=self._actor.name, counts=counts, undone_at=None,
        )  # fmt: skip
        self._session.add(batch)
        self._session.flush()
        details: dict[str, Any] = {
            **counts,
            "batch": batch.id,
            "people": [_line(entry) for entry in plan.entries if entry.person],
            "who_left": [[person.id, person.name] for person in plan.left],
        }
        log.record(self._session, self._now, self._actor, "people.import", preview.file_name, details=details)
        return batch.id


def _said(row: RosterRow) -> dict[str, Any]:
    """What a row says about a person, by column; UserError where a text is longer than what is kept."""
    settings = {field.value: getattr(row, field) for field in SETTINGS if getattr(row, field) is not None}
    return {**checked_texts(row), **settings}


def _line(entry: RosterEntry) -> list[Any]:
    """A change of a person for the log: id, name, and field, before and after of each detail."""
    assert entry.person is not None
    details = [[detail.field.value, detail.before, detail.after] for detail in entry.details]
    return [entry.person.id, entry.person.name, details]

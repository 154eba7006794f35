"""The roster of a month file: matched with who is on record by number, else added; nobody on record is changed."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.json_nodes import at, refuse
from quizapp.core.month_file import MonthDepartment, MonthFile, MonthPerson
from quizapp.core.people import DEPARTMENTS_DEEPEST
from quizapp.db.tables import DepartmentRow, PersonRow
from quizapp.errors import UserError
from quizapp.i18n import _
from quizapp.services.department_changes import too_deep
from quizapp.services.people import PersonDraft
from quizapp.services.people_records import DEPARTMENT_LONGEST, Numbers, checked_texts, new_person_row, next_position
from quizapp.services.result_rows import department_tree

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A person of the file with the row on record and the department as the file says it, from the top down."""

    said: MonthPerson
    row: PersonRow
    department: DepartmentRow
    path: Path


@dataclass(frozen=True, slots=True)
class RosterLoaded:
    """Everybody of the file in its order, and how many were not on record."""

    people: tuple[Placed, ...]
    new_people: int
    new_departments: int


def load_roster(session: Session, month: MonthFile) -> RosterLoaded:
    """Add the departments and people that are not on record; UserError with all that does not fit."""
    departments = _Departments(session)
    for one in month.departments:
        departments.add(one)
    refuse(departments.faults)
    people = _People(session, departments)
    placed = [people.place(one) for one in month.people]
    refuse([*departments.faults, *people.faults])
    session.flush()
    return RosterLoaded(tuple(one for one in placed if one is not None), people.added, departments.added)


class _Departments:
    """The departments by path: those on record and those that the file adds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        tree = department_tree(session)
        rows = {row.id: row for row in session.scalars(select(DepartmentRow))}
        self._by_path: dict[Path, DepartmentRow] = {}
        paths: dict[int, Path] = {}
        for department_id in tree.order:  # parents stand before their children
            parent = tree.parents[department_id]
            paths[department_id] = (*(paths[parent] if parent is not None else ()), tree.names[department_id])
            self._by_path[paths[department_id]] = rows[department_id]
        self._said: set[Path] = set()
        self._too_deep: set[Path] = set()
        self.faults: list[str] = []
        self.added = 0

    def add(self, said: MonthDepartment) -> None:
        """Add a department, or find it on record."""
        parent = self.find(said.parent, f"{said.where}.parent") if said.parent else None
        path = (*(parent[0] if parent else ()), said.name)
        if path in self._said:
            self.faults.append(at(said.where, _("这个科室（单位）写了两次。")))
        self._said.add(path)
        known = self._by_path.get(path)
        if known is not None and known.kind != said.kind:
            self.faults.append(at(f"{said.where}.kind", _("与已有的科室（单位）性质不同。")))
        if known is None:
            self._check(said, path)
            parent_id = parent[1].id if parent else None
            row = DepartmentRow(
                name=said.name,
                kind=said.kind,
                parent_id=parent_id,
                position=next_position(self._session, parent_id),
                is_active=True,
            )
            self._session.add(row)
            self._session.flush()
            self._by_path[path] = row
            self.added += 1

    def _check(self, said: MonthDepartment, path: Path) -> None:
        """Note a new name that is too long, and levels without end: those below the first too deep are one fault."""
        if len(said.name) > DEPARTMENT_LONGEST:
            words = _("科室（单位）的名称太长：最多 {count} 个字。")
            self.faults.append(at(f"{said.where}.name", words.format(count=DEPARTMENT_LONGEST)))
        if len(path) > DEPARTMENTS_DEEPEST:
            if path[:-1] not in self._too_deep:
                self.faults.append(at(said.where, too_deep()))
            self._too_deep.add(path)

    def find(self, wanted: Path, where: str) -> tuple[Path, DepartmentRow] | None:
        """The department meant by a path from the top, or by its name where only one has it."""
        if len(wanted) > 1 or wanted in self._by_path:
            found = [wanted] if wanted in self._by_path else []
        else:
            found = [path for path in self._by_path if path[-1:] == wanted]
        if len(found) == 1:
            return found[0], self._by_path[found[0]]
        name = " / ".join(wanted)
        words = _("没有“{name}”这个科室（单位）：请先写在 departments 里，上级在前。")
        if found:
            words = _("有几个“{name}”：请写成从上到下的列表。")
        self.faults.append(at(where, words.format(name=name)))
        return None

    def path_of(self, row: DepartmentRow) -> Path:
        """The names of a department from the top down."""
        return next(path for path, one in self._by_path.items() if one is row)


class _People:
    """The people on record, by number and by place."""

    def __init__(self, session: Session, departments: _Departments) -> None:
        self._session = session
        self._departments = departments
        rows = list(session.scalars(select(PersonRow)))
        self._by_number = {row.number: row for row in rows}
        self._names = {(row.name, row.department_id) for row in rows}
        self._rows_of = {row.id: row for row in session.scalars(select(DepartmentRow))}
        self._paths: dict[int, Path] = {}
        self._numbers = Numbers(session)
        self.faults: list[str] = []
        self.added = 0

    def place(self, said: MonthPerson) -> Placed | None:
        """Find a person, or add one; None where something is wrong, which is noted."""
        known = self._by_number.get(said.number) if said.number else None
        if known is not None and known.name != said.name:
            words = _("编号“{number}”在人员名单里是“{name}”。")
            self.faults.append(at(f"{said.where}.name", words.format(number=said.number, name=known.name)))
            return None
        if known is not None and not said.department:
            department = self._rows_of[known.department_id]
            return Placed(said, known, department, self._path(department))
        if not said.department:
            self.faults.append(at(f"{said.where}.department", _("新人员要写科室（单位）。")))
            return None
        found = self._departments.find(said.department, f"{said.where}.department")
        if found is None:
            return None
        path, department = found
        row = known or self._added(said, department)
        return None if row is None else Placed(said, row, department, path)

    def _added(self, said: MonthPerson, department: DepartmentRow) -> PersonRow | None:
        if not said.number and (said.name, department.id) in self._names:
            message = _("没有编号，而这个科室（单位）已有同名的人：请写编号。")
            self.faults.append(at(f"{said.where}.number", message))
            return None
        try:
            row = new_person_row(self._values(said, department))
        except UserError as error:  # too long, or a number that differs from somebody's only in how it is written
            self.faults.append(at(said.where, str(error)))
            return None
        self._session.add(row)
        self._by_number[row.number] = row
        self._names.add((row.name, department.id))
        self.added += 1
        return row

    def _values(self, said: MonthPerson, department: DepartmentRow) -> dict[str, object]:
        draft = PersonDraft(
            name=said.name,
            department_id=department.id,
            number=said.number,
            category=said.category or "",
            position=said.position or "",
            phone=said.phone,
            remark=said.remark,
        )
        return {
            **checked_texts(draft),
            "department_id": department.id,
            "number": self._numbers.take(said.number) if said.number else self._numbers.make_up(),
            "is_number_generated": not said.number,
            "takes_tests": said.takes_tests is not False,
            "counts": said.counts is not False,
            "is_ranked": said.is_ranked is not False,
        }

    def _path(self, department: DepartmentRow) -> Path:
        if department.id not in self._paths:
            self._paths[department.id] = self._departments.path_of(department)
        return self._paths[department.id]

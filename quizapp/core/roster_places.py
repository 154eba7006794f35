"""Which department a row of a roster file means: one on record, a new one, or none that could be told."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from quizapp.core.people import DEPARTMENTS_DEEPEST, Department, DepartmentKind, ids_below
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import fold
from quizapp.core.roster import NewDepartment, Path, RosterRow, RosterScope
from quizapp.i18n import _

_UNITS = re.compile(r".*属.*单位")
_SECTIONS = re.compile(r"局?机关(科室|本级|处室)?|内设(机构|科室|处室)")
"""Headings over several departments, which are no departments themselves (局属单位 / 市级会议中心)."""

_UNIT_NAMES = re.compile(
    r".*(中心|公司|集团|幼儿园|托儿所|宾馆|招待所|酒店|饭店|食堂|餐厅|车队|所|站|馆|院|园|学校|厂|医院|门诊部)"
)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its department; `department_id` None: it would be made."""

    row: RosterRow
    department: Path
    department_id: int | None


@dataclass(frozen=True, slots=True)
class Placed:
    """All rows of a file: those with a department, those refused, what would be made, and what is to be said."""

    rows: tuple[PlacedRow, ...]
    refused: tuple[RosterRow, ...]
    new_departments: tuple[NewDepartment, ...]
    problems: tuple[Problem, ...]


def place_rows(rows: Sequence[RosterRow], departments: Sequence[Department], scope: RosterScope) -> Placed:
    """Find the department of every row; rows outside the scope, or of a name that several have, are refused."""
    return _Places(rows, departments, scope).placed()


class _Refused(Exception):
    """A row whose department cannot be told; the message is for the user."""


class _Places:
    """Finds departments by what a file says."""

    def __init__(self, rows: Sequence[RosterRow], departments: Sequence[Department], scope: RosterScope) -> None:
        self._rows = rows
        self._scope = scope
        self._fold = cache(fold)  # the same few names stand in thousands of rows
        self._by_path = {self._folded(department.path): department for department in departments}
        self._by_end: dict[Path, list[Department]] = defaultdict(list)
        for department in departments:
            folded = self._folded(department.path)
            for start in range(1, len(folded)):
                self._by_end[folded[start:]].append(department)
        self._within = ids_below(departments, scope.department_ids)
        self._unit = self._only_unit(departments)
        self._stated = {self._folded(row.department) for row in rows}
        self._new: dict[Path, Path] = {}
        self._warned: set[Path] = set()
        self._problems: list[Problem] = []

    def placed(self) -> Placed:
        """All rows with their departments."""
        placed, refused = [], []
        for row in self._rows:
            try:
                placed.append(self._place(row))
            except _Refused as error:
                refused.append(row)
                self._tell(row, Severity.ERROR, str(error))
        return Placed(tuple(placed), tuple(refused), self._to_make(placed), tuple(self._problems))

    def _place(self, row: RosterRow) -> PlacedRow:
        found = self._find(row)
        path = found.path if found else self._new_path(row)
        if not self._scope.is_whole and not self._is_within(found, path):
            words = _("“{department}”不在所选的范围内：请改为整个名册，或把这个科室（单位）也选上。")
            raise _Refused(words.format(department=" / ".join(path)))
        return PlacedRow(row, path, found.id if found else None)

    def _find(self, row: RosterRow) -> Department | None:
        """The department on record: as stated, without the heading above it, or by its name alone."""
        path = self._stated_path(row)
        found = self._by_path.get(self._folded(row.department)) if self._unit is None else None
        found = found or self._by_path.get(self._folded(path))
        return found or (self._by_last_names(row, path) if self._unit is None else None)

    def _stated_path(self, row: RosterRow) -> Path:
        """What the row says, from the top down; in a unit's own roster the names are those of its parts."""
        path = row.department
        if len(path) > 1 and _kind_of_heading(path[0]) and self._folded(path[:1]) not in self._by_path:
            path = path[1:]
        above = self._unit.path if self._unit is not None else ()
        if not above or self._folded(path[: len(above)]) == self._folded(above):
            return path
        return above[:-1] + path if self._fold(path[0]) == self._fold(above[-1]) else above + path

    def _by_last_names(self, row: RosterRow, path: Path) -> Department | None:
        """The one department whose path ends so, unless the file states that department in full elsewhere."""
        ends = [department for department in self._by_end[self._folded(path)] if department.is_active]
        if any(self._folded(department.path) in self._stated for department in ends):
            return None
        if len(ends) > 1:
            words = _("有好几个“{department}”：{paths}。请在上一级一列写明是哪个单位的。")
            paths = _("、").join(department.full_name for department in ends)
            raise _Refused(words.format(department=" / ".join(path), paths=paths))
        if ends and path not in self._warned:
            self._warned.add(path)
            words = _("“{department}”按“{path}”处理。如果不是，请写明上一级单位。")
            self._tell(row, Severity.WARNING, words.format(department=" / ".join(path), path=ends[0].full_name))
        return ends[0] if ends else None

    def _new_path(self, row: RosterRow) -> Path:
        """The path of a department to be made, spelt as its first row and the departments on record spell it."""
        path = self._stated_path(row)
        if len(path) > DEPARTMENTS_DEEPEST:
            words = _("科室（单位）最多 {count} 级，这里写了 {levels} 级：{start} / …。")
            start = " / ".join(path[:3])
            raise _Refused(words.format(count=DEPARTMENTS_DEEPEST, levels=len(path), start=start))
        for length in range(len(path) - 1, 0, -1):
            if known := self._by_path.get(self._folded(path[:length])):
                path = known.path + path[length:]
                break
        return self._new.setdefault(self._folded(path), path)

    def _is_within(self, found: Department | None, path: Path) -> bool:
        while found is None and len(path) > 1:
            path = path[:-1]
            found = self._by_path.get(self._folded(path))
        return found is not None and found.id in self._within

    def _only_unit(self, departments: Iterable[Department]) -> Department | None:
        """The one unit that the file speaks for, where it is one: names are then those of its parts."""
        if self._scope.is_whole or len(self._scope.department_ids) != 1:
            return None
        (wanted,) = self._scope.department_ids
        found = next((department for department in departments if department.id == wanted), None)
        return found if found and found.kind is DepartmentKind.UNIT else None

    def _to_make(self, placed: Iterable[PlacedRow]) -> tuple[NewDepartment, ...]:
        """What would be made or opened again, in the file's order, parents before children."""
        stated: dict[Path, Counter[DepartmentKind]] = defaultdict(Counter)
        wanted: dict[Path, None] = {}
        parents: set[Path] = set()
        for one in placed:
            for length in range(1, len(one.department) + 1):
                wanted.setdefault(one.department[:length])
            parents.update(one.department[:length] for length in range(1, len(one.department)))
            if kind := one.row.kind or self._kind_above(one.row):
                stated[one.department][kind] += 1
        made = (self._make(path, stated[path], is_parent=path in parents) for path in wanted)
        return tuple(department for department in made if department is not None)

    def _make(self, path: Path, stated: Counter[DepartmentKind], *, is_parent: bool) -> NewDepartment | None:
        known = self._by_path.get(self._folded(path))
        if known is not None:
            return None if known.is_active else NewDepartment(path, known.kind, False, known.id)
        if stated:
            return NewDepartment(path, max(DepartmentKind, key=lambda kind: stated[kind]), is_guessed=False)
        is_unit = is_parent or _UNIT_NAMES.fullmatch(path[-1])
        return NewDepartment(path, DepartmentKind.UNIT if is_unit else DepartmentKind.SECTION)

    def _kind_above(self, row: RosterRow) -> DepartmentKind | None:
        """The kind that a heading over the department says; of its parts below it says nothing."""
        return _kind_of_heading(row.department[0]) if len(row.department) == 2 else None

    def _folded(self, path: Path) -> Path:
        return tuple(self._fold(name) for name in path)

    def _tell(self, row: RosterRow, severity: Severity, message: str) -> None:
        self._problems.append(Problem(row.sheet, row.row, _("科室/单位"), severity, message))


def _kind_of_heading(name: str) -> DepartmentKind | None:
    if _UNITS.fullmatch(name):
        return DepartmentKind.UNIT
    return DepartmentKind.SECTION if _SECTIONS.fullmatch(name) else None

"""The departments of a bureau as the lines of a list: everybody, then 科室, then 单位, each with its parts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quizapp.core.people import Department, DepartmentKind, Person
from quizapp.i18n import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Role.UserRole


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A line: everybody, a heading over one kind, or a department with how many people are within it."""

    label: str
    department: Department | None = None
    count: int | None = None
    depth: int = 0
    is_heading: bool = False


def department_lines(
    departments: Sequence[Department], counts: Mapping[int, int], *, unit_word: str, everybody: str = ""
) -> list[DepartmentLine]:
    """Lines for departments in the bureau's order; `counts` by department, `everybody` names a first line for all."""
    lines = [DepartmentLine(everybody, count=sum(counts.values()))] if everybody else []
    within = counts_within(departments, counts)
    tops = {one.id: _top(one, {each.id: each for each in departments}) for one in departments}
    headings = (
        (DepartmentKind.SECTION, _("机关科室")),
        (DepartmentKind.UNIT, _("{word}单位").format(word=unit_word)),
    )
    for kind, heading in headings:
        below = [one for one in departments if tops[one.id].kind is kind]
        if below:
            lines.append(DepartmentLine(heading, is_heading=True))
        for one in below:
            lines.append(DepartmentLine(one.name, one, within[one.id], depth=len(one.path) - 1))
    return lines


def count_people(people: Iterable[Person]) -> Counter[int]:
    """How many people each department has itself."""
    return Counter(person.department.id for person in people)


def counts_within(departments: Sequence[Department], counts: Mapping[int, int]) -> Counter[int]:
    """How many people are in each department or in one below it; parents stand before children."""
    within: Counter[int] = Counter({one.id: counts.get(one.id, 0) for one in departments})
    for one in reversed(departments):
        if one.parent_id is not None:
            within[one.parent_id] += within[one.id]
    return within


def _top(department: Department, known: Mapping[int, Department]) -> Department:
    while department.parent_id in known:
        department = known[department.parent_id]
    return department


class DepartmentLinesModel(QAbstractListModel):
    """Lines to choose from; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[DepartmentLine] = []

    @property
    def lines(self) -> list[DepartmentLine]:
        """What is listed."""
        return list(self._lines)

    def set_lines(self, lines: Sequence[DepartmentLine]) -> None:
        """List other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def row_of(self, department_id: int | None) -> int:
        """The row of a department; None: of everybody; -1 where it is not listed."""
        for row, line in enumerate(self._lines):
            if not line.is_heading and (line.department.id if line.department else None) == department_id:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Role.DisplayRole:
            return line.label
        if role == LINE_ROLE:
            return line
        if role == Role.AccessibleTextRole and line.count is not None:
            return _("{name}，{count} 人").format(name=line.label, count=line.count)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

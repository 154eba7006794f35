"""Persons, departments of two kinds, the categories of staff, and what an administrator may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.i18n import N_, _

CATEGORIES = (
    N_("公务员"), N_("事业"), N_("工勤"), N_("合同制"), N_("劳务派遣"), N_("借入"), N_("借出"),
)  # fmt: skip
"""Categories offered first; any other text is accepted, as the bureau writes it."""


class DepartmentKind(StrEnum):
    """The two kinds of bodies in a bureau: a section of the office, or a subordinate unit."""

    SECTION = "section"
    UNIT = "unit"

    @property
    def label(self) -> str:
        """科室 or 单位."""
        return _("科室") if self is DepartmentKind.SECTION else _("单位")


class SignInCheck(StrEnum):
    """What a person types after choosing the name."""

    NONE = "none"
    PIN = "pin"
    PHONE = "phone"


PHONE_DIGITS = 4
"""How many last digits of the telephone number are asked for."""


EXTRA_MINUTES_MOST = 600
"""How much more time than the others somebody may have."""


DEPARTMENTS_DEEPEST = 10
"""How many levels of departments there may be, the top one counted: a slip of a file must not make hundreds."""


@dataclass(frozen=True, slots=True)
class Department:
    """A department; `path` is the names from the top down, itself last."""

    id: int
    name: str
    kind: DepartmentKind
    path: tuple[str, ...]
    parent_id: int | None = None
    is_active: bool = True
    position: int = 0

    @property
    def full_name(self) -> str:
        """The path in one text, as it is shown and exported."""
        return " / ".join(self.path)


def ids_below(departments: Iterable[Department], roots: Iterable[int]) -> frozenset[int]:
    """Return the departments of `roots` and all that lie within them."""
    parents = {department.id: department.parent_id for department in departments}
    wanted = set(roots)

    def is_within(department_id: int | None) -> bool:
        while department_id is not None:
            if department_id in wanted:
                return True
            department_id = parents.get(department_id)
        return False

    return frozenset(department_id for department_id in parents if is_within(department_id))


def in_order(departments: Iterable[Department]) -> list[Department]:
    """Sort departments as the bureau lists them, parents before children."""
    known = {department.id: department for department in departments}

    def place(department: Department | None) -> list[tuple[int, int]]:
        places = []
        while department is not None:
            places.append((department.position, department.id))
            department = known.get(department.parent_id or 0)
        return places[::-1]

    return sorted(known.values(), key=place)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster; the three switches say: takes tests, counts in the figures, appears in the ranking.

    `extra_minutes`: more time in every test published from now on, for age or a disability.
    """

    id: int
    number: str
    name: str
    department: Department
    category: str = ""
    position: str = ""
    phone: str = ""
    remark: str = ""
    takes_tests: bool = True
    counts: bool = True
    is_ranked: bool = True
    has_pin: bool = False
    is_active: bool = True
    is_number_generated: bool = False
    extra_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts as an organiser, for the log; `unit_id` None: of the whole bureau, else of that department and below."""

    name: str
    unit_id: int | None = None

"""A roster file compared with the people on record: the values; `roster_comparison` makes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.core.people import DepartmentKind, Person
from quizapp.core.problems import Problem
from quizapp.i18n import N_, _

RowKey = tuple[str, int]
"""A row of a file: sheet and row number."""

Path = tuple[str, ...]
"""A department by the names from the top down."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of a roster file, cleaned; empty or None where it says nothing; `department`: names from the top down."""

    sheet: str
    row: int
    name: str
    department: Path
    number: str = ""
    kind: DepartmentKind | None = None
    position: str = ""
    category: str = ""
    phone: str = ""
    remark: str = ""
    takes_tests: bool | None = None
    counts: bool | None = None
    is_ranked: bool | None = None
    extra_minutes: int | None = None

    @property
    def key(self) -> RowKey:
        """What names the row in questions and decisions."""
        return self.sheet, self.row


@dataclass(frozen=True, slots=True)
class RosterScope:
    """Whom the file speaks for: everybody, or the departments named (with all below them); others are left alone."""

    is_whole: bool = True
    department_ids: tuple[int, ...] = ()


class RosterField(StrEnum):
    """What a file can change about a person; the value is the name in `RosterRow` and `Person`."""

    DEPARTMENT = "department"
    NAME = "name"
    NUMBER = "number"
    POSITION = "position"
    CATEGORY = "category"
    PHONE = "phone"
    REMARK = "remark"
    TAKES_TESTS = "takes_tests"
    COUNTS = "counts"
    IS_RANKED = "is_ranked"
    EXTRA_MINUTES = "extra_minutes"
    IS_ACTIVE = "is_active"

    @property
    def label(self) -> str:
        """The field in words."""
        return _(_FIELD_LABELS[self])


SETTINGS = (RosterField.TAKES_TESTS, RosterField.COUNTS, RosterField.IS_RANKED, RosterField.EXTRA_MINUTES)
"""What a file may leave unsaid (None), and then stays as it is: how somebody takes part in tests."""

_FIELD_LABELS = {
    RosterField.DEPARTMENT: N_("科室（单位）"),
    RosterField.NAME: N_("姓名"),
    RosterField.NUMBER: N_("编号"),
    RosterField.POSITION: N_("职务"),
    RosterField.CATEGORY: N_("类别"),
    RosterField.PHONE: N_("电话"),
    RosterField.REMARK: N_("备注"),
    RosterField.TAKES_TESTS: N_("参加测试"),
    RosterField.COUNTS: N_("计入统计"),
    RosterField.IS_RANKED: N_("参加排名"),
    RosterField.EXTRA_MINUTES: N_("延时（分钟）"),
    RosterField.IS_ACTIVE: N_("在册"),
}


@dataclass(frozen=True, slots=True)
class RosterDetail:
    """One thing that would change; a switch as true or false, minutes as a number."""

    field: RosterField
    before: str | bool | int
    after: str | bool | int

    def describe(self) -> str:
        """Say it in words."""
        words = _("{field}：{before} → {after}")
        return words.format(field=self.field.label, before=_shown(self.before), after=_shown(self.after))


def _shown(value: str | bool | int) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, int):
        return str(value)
    return value or _("（空）")


class RosterChange(StrEnum):
    """What a row means; one that means several things is called by the first: a moved person may be renamed as well."""

    NEW = "new"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"
    SAME = "same"

    @property
    def label(self) -> str:
        """The change in words."""
        return _(_CHANGE_LABELS[self])


_CHANGE_LABELS = {
    RosterChange.NEW: N_("新增"),
    RosterChange.MOVED: N_("调动"),
    RosterChange.RENAMED: N_("改名"),
    RosterChange.CHANGED: N_("信息变化"),
    RosterChange.SAME: N_("没有变化"),
}


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A row and the person it is about, None for a new one; `department_id` None: the department is new as well."""

    row: RosterRow
    department: Path
    department_id: int | None
    person: Person | None
    change: RosterChange
    details: tuple[RosterDetail, ...] = ()


class RosterDoubt(StrEnum):
    """Why a person has to say who a row is."""

    MOVED = "moved"
    NAMESAKES = "namesakes"
    REPEATED = "repeated"
    NUMBER = "number"

    @property
    def label(self) -> str:
        """The question in words."""
        return _(_DOUBT_LABELS[self])


_DOUBT_LABELS = {
    RosterDoubt.MOVED: N_("别的科室（单位）有同名的人：是这个人调来了，还是另一个同名的人？"),
    RosterDoubt.NAMESAKES: N_("这个科室（单位）有同名的人，名册里分不清：这一行是哪一位？"),
    RosterDoubt.REPEATED: N_("与另一行完全相同：是两个同名的人，还是重复的一行？"),
    RosterDoubt.NUMBER: N_("编号只差前面的 0，姓名相同：是同一个人，还是另一个同名的人？"),
}


@dataclass(frozen=True, slots=True)
class RosterQuestion:
    """A row that may be one of `candidates` or somebody new; only a person can say."""

    row: RosterRow
    department: Path
    department_id: int | None
    doubt: RosterDoubt
    candidates: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class NewDepartment:
    """A department that would be made, or opened again where it has a `department_id`; parents come before children.

    `is_guessed`: the file does not say which kind it is.
    """

    path: Path
    kind: DepartmentKind
    is_guessed: bool = True
    department_id: int | None = None


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """What a file would change. Each row stands in exactly one of `entries`, `questions` and `refused`.

    `left`: on record, within the scope and not in the file. `waiting`: those who would have left unless they are the
    answer to a question. `problems` tell why rows are refused, and warn.
    """

    entries: tuple[RosterEntry, ...] = ()
    questions: tuple[RosterQuestion, ...] = ()
    refused: tuple[RosterRow, ...] = ()
    left: tuple[Person, ...] = ()
    waiting: tuple[Person, ...] = ()
    new_departments: tuple[NewDepartment, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, change: RosterChange) -> tuple[RosterEntry, ...]:
        """The entries of one kind."""
        return tuple(entry for entry in self.entries if entry.change is change)

    @property
    def rows(self) -> tuple[RosterRow, ...]:
        """All rows of the file, in its order."""
        found = [*(entry.row for entry in self.entries), *(question.row for question in self.questions), *self.refused]
        return tuple(sorted(found, key=lambda row: row.key))


@dataclass(frozen=True, slots=True)
class RosterDecisions:
    """What was decided over a preview.

    `answers`: the person's id a row stands for, None for a new person. `left_out`: rows that are not carried out.
    `staying`: people who are not in the file and have not left. `kinds`: of new departments, where the guess was wrong.
    With `skips_faulty` the good rows are carried out though others are faulty; nobody is then noted as left, because
    a faulty row may be anybody.
    """

    answers: Mapping[RowKey, int | None] = field(default_factory=dict)
    left_out: frozenset[RowKey] = frozenset()
    staying: frozenset[int] = frozenset()
    kinds: Mapping[Path, DepartmentKind] = field(default_factory=dict)
    skips_faulty: bool = False

"""Rows of a roster table -> people: names without padding, departments as paths, numbers as they are shown."""

import re
from collections.abc import Iterator

from quizapp.core.people import EXTRA_MINUTES_MOST, DepartmentKind
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import fold
from quizapp.core.roster import RosterRow
from quizapp.excel.headings import Role
from quizapp.excel.people_cells import (
    clean_department,
    clean_name,
    clean_number,
    department_kind_of,
    is_identity_card,
    is_rounded_number,
    is_switched_on,
    minutes_of,
)
from quizapp.excel.people_table import RosterTable
from quizapp.excel.sheet_rows import fill_merged
from quizapp.i18n import _

_FOOTER = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|共\s*计|制表|填表|审核|复核|负责人|备\s*注|注\s*[:：]|说\s*明|单位盖章|日\s*期).*",
    re.DOTALL,
)
_SWITCHES = (Role.TAKES_TESTS, Role.COUNTS, Role.IS_RANKED)


def read_roster_table(table: RosterTable, problems: list[Problem]) -> list[RosterRow]:
    """The people of one table; what is wrong is added to `problems`."""
    return list(_TableReader(table, problems).people())


class _TableReader:
    """Reads the rows of one roster table."""

    def __init__(self, table: RosterTable, problems: list[Problem]) -> None:
        self._table = table
        self._problems = problems
        self._rows = table.sheet.rows[table.start :]
        self._cards: list[int] = []
        self._unknown_kinds: set[str] = set()
        if table.sheet.merged is None:
            self._fill_down()
        else:
            fill_merged(table.sheet, table.filled_down)

    def people(self) -> Iterator[RosterRow]:
        """The rows that are people."""
        for number, row in enumerate(self._rows, start=self._table.start + 1):
            if self._is_beside(row):
                continue
            found = self._person(number, row)
            if found is not None:
                yield found
        self._tell_once()

    def _person(self, number: int, row: list[str]) -> RosterRow | None:
        name = clean_name(self._cell(row, Role.NAME))
        department = self._department(row)
        staff_number = clean_number(self._cell(row, Role.NUMBER))
        refusals = self._refusals(name, department, staff_number)
        for role, message in refusals:
            self._tell(number, role, message, Severity.ERROR)
        if refusals:
            return None
        if is_identity_card(staff_number):
            self._cards.append(number)
        return RosterRow(
            sheet=self._table.sheet.name,
            row=number,
            name=name,
            department=department,
            number=staff_number,
            kind=self._kind(row),
            position=self._cell(row, Role.POSITION),
            category=self._cell(row, Role.STAFF_CATEGORY),
            phone=self._phone(number, row),
            remark=self._cell(row, Role.REMARK),
            **{role.value: self._switch(number, row, role) for role in _SWITCHES},
            extra_minutes=self._extra_minutes(number, row),
        )

    def _refusals(self, name: str, department: tuple[str, ...], staff_number: str) -> list[tuple[Role, str]]:
        found = []
        if not name:
            found.append((Role.NAME, _("姓名为空：请填写姓名，或删去这一行。")))
        if not department:
            found.append((Role.DEPARTMENT, _("科室（单位）为空：请填写这个人所在的科室或单位。")))
        if is_rounded_number(staff_number):
            words = _("编号“{number}”已被表格软件当成数字，后面的位数丢失了：请把这一列设为“文本”格式，重新填写编号。")
            found.append((Role.NUMBER, words.format(number=staff_number)))
        return found

    def _department(self, row: list[str]) -> tuple[str, ...]:
        """The path from the top down: what stands above, then the department, nothing twice."""
        above = clean_department(self._cell(row, Role.PARENT))
        own = clean_department(self._cell(row, Role.DEPARTMENT))
        if above and own[: len(above)] == above:
            return own
        return above + own

    def _kind(self, row: list[str]) -> DepartmentKind | None:
        text = self._cell(row, Role.BODY_KIND)
        kind = department_kind_of(text)
        if text and kind is None:
            self._unknown_kinds.add(text[:20])
        return kind

    def _phone(self, number: int, row: list[str]) -> str:
        phone = clean_number(self._cell(row, Role.PHONE))
        if is_rounded_number(phone):
            words = _("电话“{phone}”显示不全，没有填入：请把这一列设为“文本”格式后重新填写。")
            self._tell(number, Role.PHONE, words.format(phone=phone))
            return ""
        return phone

    def _switch(self, number: int, row: list[str], role: Role) -> bool | None:
        text = self._cell(row, role)
        found = is_switched_on(text)
        if text and found is None:
            words = _("“{text}”看不出是“是”还是“否”，没有填入：请填写“是”或“否”。")
            self._tell(number, role, words.format(text=text[:20]))
        return found

    def _extra_minutes(self, number: int, row: list[str]) -> int | None:
        text = self._cell(row, Role.EXTRA_MINUTES)
        minutes = minutes_of(text)
        if text and (minutes is None or minutes > EXTRA_MINUTES_MOST):
            words = _("延时“{text}”看不懂，没有填入：请填写 0 至 {most} 的整数分钟。")
            self._tell(number, Role.EXTRA_MINUTES, words.format(text=text[:20], most=EXTRA_MINUTES_MOST))
            return None
        return minutes

    def _fill_down(self) -> None:
        """Where merged cells cannot be seen: a column that begins filled and has blanks below speaks for them."""
        filled = 0
        headings = []
        for role in (Role.PARENT, Role.DEPARTMENT):
            column = self._table.columns.get(role, -1)
            rows = [row for row in self._rows if column < len(row) and not self._is_beside(row)] if column >= 0 else []
            if not rows or not rows[0][column].strip():
                continue
            blanks = sum(not row[column].strip() for row in rows)
            last = ""
            for row in rows:
                row[column] = last = (row[column].strip() and row[column]) or last
            if blanks:
                filled += blanks
                headings.append(self._table.heading(role))
        if filled:
            words = _("“{headings}”列有 {count} 个空格，已按上面一行的内容填入（像合并单元格那样）：请核对。")
            self._tell(None, Role.DEPARTMENT, words.format(headings=_("、").join(headings), count=filled))

    def _is_beside(self, row: list[str]) -> bool:
        """Whether a row is nobody: blank, a running number alone, a footer, or the headings once more."""
        columns = self._table.columns
        known = [row[column].strip() for column in columns.values() if column < len(row)]
        if not any(known):
            return True
        if fold(self._cell(row, Role.NAME)) == fold(self._table.heading(Role.NAME)):
            return True
        filled = [cell.strip() for cell in row if cell.strip()]
        return len(filled) <= 2 and bool(_FOOTER.match(filled[0]))

    def _tell_once(self) -> None:
        if self._cards:
            words = _("有 {count} 人的编号像是身份证号。本程序不需要身份证号：请改用工号，或把编号留空。")
            self._tell(self._cards[0], Role.NUMBER, words.format(count=len(self._cards)))
        if self._unknown_kinds:
            words = _("“{words}”看不出是科室还是局属单位，没有填入：请填写“科室”或“局属单位”。")
            self._tell(None, Role.BODY_KIND, words.format(words=_("、").join(sorted(self._unknown_kinds)[:5])))

    def _cell(self, row: list[str], role: Role) -> str:
        column = self._table.columns.get(role, -1)
        return row[column].strip() if 0 <= column < len(row) else ""

    def _tell(self, number: int | None, role: Role, message: str, severity: Severity = Severity.WARNING) -> None:
        sheet = self._table.sheet.name
        self._problems.append(Problem(sheet, number, self._table.heading(role), severity, message))

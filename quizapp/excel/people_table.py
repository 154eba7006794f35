"""Where the roster stands in a workbook: its heading row and what each column holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.core.problems import Problem, Severity
from quizapp.excel.headings import Heading, Role, roster_heading, shown_heading
from quizapp.excel.sheet_rows import SheetRows
from quizapp.i18n import _

HEADING_ROWS = 20
"""A heading row is looked for in so many rows at the top of a sheet."""

_FILLED_DOWN = (Role.DEPARTMENT, Role.PARENT, Role.UNIT, Role.BODY_KIND)


@dataclass(frozen=True, slots=True)
class RosterTable:
    """Rows from `start` (from 0) to the end of the sheet are people; `columns` by role."""

    sheet: SheetRows
    start: int
    columns: Mapping[Role, int]

    def heading(self, role: Role) -> str:
        """The heading of a column as it stands in the file; empty where there is none."""
        column = self.columns.get(role, -1)
        return shown_heading(self.sheet.rows[self.start - 1][column]) if column >= 0 else ""

    @property
    def filled_down(self) -> tuple[int, ...]:
        """The columns in which one cell may speak for the rows below it."""
        return tuple(self.columns[role] for role in _FILLED_DOWN if role in self.columns)


def find_roster_tables(sheets: Iterable[SheetRows]) -> tuple[list[RosterTable], list[Problem]]:
    """The rosters of a workbook; when there is none, why each sheet is none."""
    tables: list[RosterTable] = []
    missing: list[Problem] = []
    problems: list[Problem] = []
    for sheet in sheets:
        if not sheet.rows:
            continue
        table = _table_of(sheet)
        if table is None:
            missing.append(Problem(sheet.name, None, "", Severity.ERROR, _why_none(sheet)))
        elif sheet.is_hidden:
            words = _("这个工作表是隐藏的，里面的人员没有导入。需要导入的话，请取消隐藏后再选这个文件。")
            problems.append(Problem(sheet.name, None, "", Severity.WARNING, words))
        else:
            tables.append(table)
            if sheet.hidden_rows:
                words = _("有 {count} 行是隐藏的（例如被筛选掉），里面的人员也一起导入。不需要的请先删去。")
                message = words.format(count=len(sheet.hidden_rows))
                problems.append(Problem(sheet.name, None, "", Severity.WARNING, message))
    return tables, problems if tables else problems + missing


def _table_of(sheet: SheetRows) -> RosterTable | None:
    for index, row in enumerate(sheet.rows[:HEADING_ROWS]):
        columns = _columns(row)
        if Role.NAME in columns and Role.DEPARTMENT in columns:
            return RosterTable(sheet, index + 1, columns)
    return None


def _columns(row: list[str]) -> dict[Role, int]:
    """Role -> column; of several columns with one role the surest name wins, and 单位 gives way to 科室."""
    found: dict[Role, tuple[int, int]] = {}
    for column, cell in enumerate(row):
        heading: Heading | None = roster_heading(cell)
        if heading is not None and (heading.rank, column) < found.get(heading.role, (999, 0)):
            found[heading.role] = (heading.rank, column)
    columns = {role: column for role, (_rank, column) in found.items()}
    unit = columns.pop(Role.UNIT, None)
    if unit is not None:
        columns.setdefault(Role.PARENT if Role.DEPARTMENT in columns else Role.DEPARTMENT, unit)
    return columns


def _why_none(sheet: SheetRows) -> str:
    roles = [set(_columns(row)) for row in sheet.rows[:HEADING_ROWS]]
    if any(Role.NAME in found and len(found) > 1 for found in roles):
        return _("找到了“姓名”列，没有找到“科室/单位”列。请在标题行加上“科室/单位”，并填写每个人所在的科室或单位。")
    if any(Role.DEPARTMENT in found and len(found) > 1 for found in roles):
        return _("找到了“科室/单位”列，没有找到“姓名”列。请把写姓名的那一列的标题改为“姓名”。")
    words = _("前 {count} 行里没有找到标题行。请在名单上方加一行标题，至少写明“姓名”和“科室/单位”。")
    return words.format(count=HEADING_ROWS)

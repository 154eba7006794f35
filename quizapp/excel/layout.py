"""Rows of a sheet -> the tables of questions in them: where the headings stand, what each column holds.

This step looks at shapes only. What a row of a table says is judged by the items step, so that another layout (options
in one cell, rows of options, no headings) is another way to make a `Table`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizapp.core.column_mapping import TableMapping
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import LETTERS
from quizapp.excel.headings import Heading, Role, bank_heading, folded_heading, shown_heading
from quizapp.excel.mapping import Remembered, heading_cells, said_headings, said_parts
from quizapp.excel.sheet_rows import SheetRows
from quizapp.i18n import _

HEADING_ROWS = 20
"""A heading row is looked for in so many rows at the top of a sheet."""

_LONGEST_HEADING = 80
_LONGEST_REPEATED = 12
_NOTES = re.compile(
    r"说明|须知|帮助|版本|字典|目录|封面|示例说明|导入问题|readme|instruction|notes?$|help|version|import problems",
    re.IGNORECASE,
)
_SEVERAL = (Role.CATEGORY, Role.KNOWLEDGE_POINT)


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of the columns from 0; -1 where there is none. `options` and `blanks` by their own number, with gaps."""

    stem: int
    keys: tuple[int, ...] = ()
    kind: int = -1
    options: tuple[int, ...] = ()
    blanks: tuple[int, ...] = ()
    one_cell_options: int = -1
    sub_stem: int = -1
    explanation: int = -1
    category: tuple[int, ...] = ()
    knowledge_point: tuple[int, ...] = ()
    difficulty: int = -1
    source: int = -1
    reviewed_on: int = -1
    headings: dict[int, str] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()
    said: TableMapping | None = None  # where a person said what is what

    def heading(self, column: int) -> str:
        """The heading of a column as it stands in the file."""
        return self.headings.get(column, "")

    @property
    def key_heading(self) -> str:
        """The heading of the key, or of the first blank."""
        return self.heading((self.keys or self.blanks)[0])

    @property
    def options_heading(self) -> str:
        """The headings of the first and the last option."""
        present = [column for column in self.options if column >= 0]
        if not present:
            return self.heading(self.one_cell_options)
        first, last = self.heading(present[0]), self.heading(present[-1])
        return first if first == last else _("{first}—{last}").format(first=first, last=last)


@dataclass(frozen=True, slots=True)
class Table:
    """Data rows [start, stop) of a sheet, from 0, under the headings in row `heading_row`."""

    sheet: SheetRows
    heading_row: int
    start: int
    stop: int
    columns: Columns

    def in_words(self) -> str:
        """How the sheet was understood, for the user to check."""
        words = _("工作表“{sheet}”：标题在第 {row} 行，题干“{stem}”，答案“{key}”，{options}，{kind}。")
        if self.heading_row < 0:
            words = _("工作表“{sheet}”：没有标题行，题干在“{stem}”列，答案在“{key}”列，{options}，{kind}。")
        return words.format(
            sheet=self.sheet.name,
            row=self.heading_row + 1,
            stem=self.columns.heading(self.columns.stem),
            key=_("、").join(self.columns.heading(column) for column in self.columns.keys or self.columns.blanks[:1]),
            options=_("选项 {count} 列").format(count=sum(column >= 0 for column in self.columns.options)),
            kind=_("题型“{kind}”").format(kind=self.columns.heading(self.columns.kind))
            if self.columns.kind >= 0
            else _("题型按答案和选项判断"),
        )


def find_tables(
    sheets: Iterable[SheetRows], mappings: Sequence[TableMapping] = ()
) -> tuple[list[Table], list[Problem]]:
    """The tables of questions of a workbook, and what keeps the other sheets from being read.

    A sheet that `mappings` name is read as they say; those without a sheet hold for whatever table has their headings.
    """
    said = {mapping.sheet for mapping in mappings if mapping.sheet}
    tables: list[Table] = []
    problems: list[Problem] = []
    without: list[SheetRows] = []
    for sheet in sheets:
        if sheet.name in said:
            tables += _said_tables(sheet, mappings)
            continue
        found = list(_tables_of(sheet, mappings)) if sheet.rows else []
        if found and sheet.is_hidden:
            words = _("这个工作表是隐藏的，里面的题目没有导入。需要导入的话，请取消隐藏后再选这个文件。")
            problems.append(Problem(sheet.name, None, "", Severity.WARNING, words))
        elif found:
            tables += found
            problems += [_about_repeated(table, heading) for table in found for heading in table.columns.repeated]
        elif sheet.rows:
            without.append(sheet)
    severity = Severity.WARNING if tables else Severity.ERROR
    told = [sheet for sheet in without if not _is_beside(sheet)] or ([] if tables else without)
    return tables, problems + [Problem(sheet.name, None, "", severity, _why_none(sheet)) for sheet in told]


def columns_of(row: list[str], said: TableMapping | None = None) -> Columns | None:
    """The columns that a heading row names, or that were `said`; None when it is none: stem and key are the least."""
    headings: dict[int, Heading] = said_headings(said) if said else {}
    for column, cell in enumerate(row if said is None else ()):
        if cell and len(cell) <= _LONGEST_HEADING and (heading := bank_heading(cell)):
            headings[column] = heading
    stem = _surest(headings, Role.STEM)
    keys, options = _keys_and_options(headings)
    blanks = _by_number(headings, Role.BLANK)
    if stem < 0 or not (keys or blanks) or _marks_decide(headings, keys):
        return None
    return Columns(
        stem=stem,
        keys=keys,
        kind=_surest(headings, Role.KIND),
        options=options,
        blanks=blanks,
        one_cell_options=_surest(headings, Role.OPTIONS),
        sub_stem=_surest(headings, Role.SUB_STEM),
        explanation=_surest(headings, Role.EXPLANATION),
        difficulty=_surest(headings, Role.DIFFICULTY),
        source=_surest(headings, Role.SOURCE),
        reviewed_on=_surest(headings, Role.REVIEWED_ON),
        headings={column: shown_heading(cell) for column, cell in enumerate(row) if cell},
        repeated=() if said else _repeated(row, headings),
        said=said,
        **{role.value: tuple(c for c, heading in headings.items() if heading.role is role) for role in _SEVERAL},
    )


def _repeated(row: list[str], headings: dict[int, Heading]) -> tuple[str, ...]:
    """Headings that say the same twice, where one column of their kind is read."""
    seen: set[tuple[str, int]] = set()
    found = []
    for column, heading in headings.items():
        name = (folded_heading(row[column]), heading.number)
        if name in seen and heading.role not in _SEVERAL:
            found.append(shown_heading(row[column]))
        seen.add(name)
    return tuple(found)


def _keys_and_options(headings: dict[int, Heading]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Columns called Answer 1, Answer 2 … are options beside a column Correct answer, else they are keys."""
    options = _by_number(headings, Role.OPTION)
    answers = _by_number(headings, Role.ANSWER)
    key = _surest(headings, Role.KEY)
    if key < 0:
        return tuple(column for column in answers if column >= 0), options
    if answers and not options:
        options = answers
    return (key,), options


def _marks_decide(headings: dict[int, Heading], keys: tuple[int, ...]) -> bool:
    """Whether the right options are marked one by one and there is no key to go by."""
    return not keys and any(heading.role is Role.MARK for heading in headings.values())


def _surest(headings: dict[int, Heading], role: Role) -> int:
    """The column of this role whose name is the surest; the first of several alike."""
    found = [(heading.rank, column) for column, heading in headings.items() if heading.role is role]
    return min(found)[1] if found else -1


def _by_number(headings: dict[int, Heading], role: Role) -> tuple[int, ...]:
    """Columns of a numbered role in the order of their numbers, -1 for a number that is missing."""
    found: dict[int, int] = {}
    for column, heading in headings.items():
        if heading.role is role:
            found.setdefault(heading.number, column)
    last = max(found, default=-1)
    return tuple(found.get(number, -1) for number in range(min(last + 1, len(LETTERS))))


def _said_tables(sheet: SheetRows, mappings: Sequence[TableMapping]) -> Iterator[Table]:
    """The tables of a sheet of which a person said where they are."""
    for mapping, at, start, stop in said_parts(sheet, mappings):
        if columns := columns_of(heading_cells(sheet, mapping), mapping):
            yield Table(sheet, at, start, stop, columns)


def _tables_of(sheet: SheetRows, mappings: Sequence[TableMapping] = ()) -> Iterator[Table]:
    """The tables of a sheet: each goes from its headings to the next ones; repeated headings only divide."""
    rows, remembered = sheet.rows, Remembered(mappings)

    def columns_in(row: list[str]) -> Columns | None:
        return columns_of(row, remembered.of(row))

    first = next(((index, found) for index, row in enumerate(rows[:HEADING_ROWS]) if (found := columns_in(row))), None)
    if first is None:
        return
    at, columns = first
    start = at + 1
    for index in range(start, len(rows)):
        may_be = _may_be_headings(rows[index], columns.stem) or remembered.may_be(rows[index])
        if may_be and (found := columns_in(rows[index])):
            yield Table(sheet, at, start, index, columns)
            at, start, columns = index, index + 1, found
    yield Table(sheet, at, start, len(rows), columns)


def _may_be_headings(row: list[str], stem: int) -> bool:
    """A quick look before the long one: the cell under the stem's heading is itself a short heading."""
    cell = row[stem] if stem < len(row) else ""
    return 0 < len(cell) <= _LONGEST_REPEATED and bank_heading(cell) is not None


def _is_beside(sheet: SheetRows) -> bool:
    """Whether a sheet without a table looks like notes beside the questions."""
    filled = [sum(1 for cell in row if cell.strip()) for row in sheet.rows[:200]]
    return sheet.is_hidden or bool(_NOTES.search(sheet.name)) or sum(count >= 3 for count in filled) < 3


def _why_none(sheet: SheetRows) -> str:
    """Say what is missing in a sheet that has no table."""
    roles = [{heading.role for cell in row if (heading := bank_heading(cell))} for row in sheet.rows[:HEADING_ROWS]]
    best = max(roles, key=len, default=set())
    if len(best) < 2:
        words = _(
            "前 {count} 行里没有找到标题行。请在题目上方加一行标题，写明“题干”“答案”，有选项的写明“选项A”“选项B”……"
        )
        return words.format(count=HEADING_ROWS)
    if Role.MARK in best:
        return _("正确选项是用“是否正确”列逐个标出的，这种排法还不能导入。请加一列“答案”，填写正确选项的字母。")
    if Role.STEM in best:
        return _("找到了“题干”列，没有找到“答案”列。请在标题行加上“答案”。")
    return _("找到了标题行，没有找到“题干”列。请把写题目的那一列的标题改为“题干”。")


def _about_repeated(table: Table, heading: str) -> Problem:
    words = _("标题“{heading}”出现了不止一次，只读了第一处。请每张表只留一组标题。").format(heading=heading)
    return Problem(table.sheet.name, table.heading_row + 1, heading, Severity.WARNING, words)

"""Rows of a sheet -> the tables of questions in them: where the headings stand, what each column holds.

This step looks at shapes only. What a row of a table says is judged by the items step, so that another layout (options
in one cell, rows of options, no headings) is another way to make a `Table`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from quizapp.core.column_mapping import TableMapping
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import LETTERS
from quizapp.excel.headings import STEM_NAMES, Heading, Role, bank_heading, folded_heading, shown_heading
from quizapp.excel.mapping import Remembered, heading_cells, said_headings, said_parts
from quizapp.excel.no_table import is_beside, is_called_notes, why_none
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.text_bounds import MAX_TABLES, refuse_many_tables
from quizapp.i18n import _

HEADING_ROWS = 20
"""A heading row is looked for in so many rows at the top of a sheet."""

_LONGEST_HEADING = 80
_LONGEST_REPEATED = 12
_LAST_STEM = 4  # in so many columns from the left the stem of a table further down is looked for
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
    marks: tuple[int, ...] = ()  # by the option's number: whether it is right
    wrong: tuple[int, ...] = ()  # options beside the right one, which stands under `keys`
    right: int = -1  # whether the option of this row is right
    item: int = -1  # the number of the question
    sub_stem: int = -1
    explanation: int = -1
    category: tuple[int, ...] = ()
    knowledge_point: tuple[int, ...] = ()
    difficulty: int = -1
    source: int = -1
    reviewed_on: int = -1
    headings: dict[int, str] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()
    other_keys: tuple[int, ...] = ()  # more columns that are called like the answer
    said: TableMapping | None = None  # where a person said what is what

    def heading(self, column: int) -> str:
        """The heading of a column as it stands in the file."""
        return self.headings.get(column, "")

    @property
    def key_heading(self) -> str:
        """The heading of the key, or of the first blank."""
        return self.heading((self.keys or self.blanks or self.marks or (self.right,))[0])

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
    """Data rows [start, stop) of a sheet, from 0, under the headings in row `heading_row`, -1 where there are none.

    Where questions do not stand one a row under plain columns, `body` holds them so: rows with the number, from 1, of
    the sheet's row where each begins, of which `width` columns are the sheet's own. `how` says it in words, `notes`
    are for the user to check, `refused` says by row number why a row cannot be read, `refusal` why none of them can.
    """

    sheet: SheetRows
    heading_row: int
    start: int
    stop: int
    columns: Columns
    body: tuple[tuple[int, list[str]], ...] | None = None
    width: int | None = None
    how: str = ""
    notes: tuple[str, ...] = ()
    refused: Mapping[int, str] = field(default_factory=dict)
    refusal: str = ""
    found_options: tuple[int, ...] | None = None
    is_exact: bool = False  # our own export: its rows are taken to the letter

    @property
    def option_columns(self) -> tuple[int, ...]:
        """The sheet's own columns that hold options."""
        return self.columns.options if self.found_options is None else self.found_options

    def rows(self) -> list[list[str]]:
        """The data rows as they stand, blank ones too."""
        if self.body is not None:
            return [row for _number, row in self.body]
        return self.sheet.rows[self.start : self.stop]

    def in_words(self) -> str:
        """How the sheet was understood, for the user to check."""
        words = _("工作表“{sheet}”：标题在第 {row} 行，题干“{stem}”，答案“{key}”，{options}，{kind}。")
        if self.width == 0:
            words = _("工作表“{sheet}”：{options}，{kind}。")
        elif self.heading_row < 0:
            words = _("工作表“{sheet}”：没有标题行，题干在“{stem}”列，答案在“{key}”列，{options}，{kind}。")
        return words.format(
            sheet=self.sheet.name,
            row=self.heading_row + 1,
            stem=self.columns.heading(self.columns.stem),
            key=_("、").join(self.columns.heading(column) for column in self.columns.keys or self.columns.blanks[:1]),
            options=self.how or _("选项 {count} 列").format(count=sum(column >= 0 for column in self.columns.options)),
            kind=_("题型“{kind}”").format(kind=self.columns.heading(self.columns.kind))
            if self.columns.kind >= 0
            else _("题型按答案和选项判断"),
        )


def find_tables(
    sheets: Iterable[SheetRows],
    mappings: Sequence[TableMapping] = (),
    *,
    unheaded: Callable[[SheetRows], Table | None] | None = None,
) -> tuple[list[Table], list[Problem]]:
    """The tables of questions of a workbook, and what keeps the other sheets from being read.

    A sheet that `mappings` name is read as they say; those without a sheet hold for whatever table has their headings.
    `unheaded` is asked for the table of a sheet that is visible, not called like notes, and has no headings.
    """
    said = {mapping.sheet for mapping in mappings if mapping.sheet}
    tables: list[Table] = []
    problems: list[Problem] = []
    without: list[SheetRows] = []
    for sheet in sheets:
        if sheet.name in said:
            tables += _said_tables(sheet, mappings)
            continue
        found = list(islice(_tables_of(sheet, mappings), MAX_TABLES + 1)) if sheet.rows else []
        refuse_many_tables(len(found))
        if not found and unheaded is not None and sheet.rows and not (sheet.is_hidden or is_called_notes(sheet)):
            found = [table for table in [unheaded(sheet)] if table is not None]
        if found and sheet.is_hidden:
            words = _("这个工作表是隐藏的，里面的题目没有导入。需要导入的话，请取消隐藏后再选这个文件。")
            problems.append(Problem(sheet.name, None, "", Severity.WARNING, words))
        elif found:
            tables += found
            problems += [_about_repeated(table, heading) for table in found for heading in table.columns.repeated]
        elif sheet.rows:
            without.append(sheet)
    severity = Severity.WARNING if tables else Severity.ERROR
    told = [sheet for sheet in without if not is_beside(sheet)] or ([] if tables else without)
    return tables, problems + [
        Problem(sheet.name, None, "", severity, why_none(sheet.rows[:HEADING_ROWS])) for sheet in told
    ]


def columns_of(row: list[str], said: TableMapping | None = None, *, may_lack_keys: bool = False) -> Columns | None:
    """The columns that a heading row names, or that were `said`; None when it is none: stem and key are the least.

    `may_lack_keys`: options do instead of a key, which may be shown in another way.
    """
    headings: dict[int, Heading] = said_headings(said) if said else {}
    for column, cell in enumerate(row if said is None else ()):
        if cell and len(cell) <= _LONGEST_HEADING and (heading := bank_heading(cell)):
            headings[column] = heading
    stem = _surest(headings, Role.STEM)
    keys, options = _keys_and_options(headings)
    blanks = _by_number(headings, Role.BLANK)
    marks, right = _by_number(headings, Role.MARK), _surest(headings, Role.RIGHT)
    one_cell = _surest(headings, Role.OPTIONS)
    if right >= 0 and one_cell < 0 and not keys:  # a question a row: whether it is right is its key
        keys, right = (right,), -1
    says_right = keys or blanks or marks or right >= 0
    if stem < 0 or not (says_right or (may_lack_keys and (len(options) > 1 or one_cell >= 0))):
        return None
    return Columns(
        stem=stem,
        keys=keys,
        kind=_surest(headings, Role.KIND),
        options=options,
        blanks=blanks,
        one_cell_options=one_cell,
        marks=marks,
        wrong=_by_number(headings, Role.WRONG),
        right=right,
        item=_surest(headings, Role.ITEM),
        sub_stem=_surest(headings, Role.SUB_STEM),
        explanation=_surest(headings, Role.EXPLANATION),
        difficulty=_surest(headings, Role.DIFFICULTY),
        source=_surest(headings, Role.SOURCE),
        reviewed_on=_surest(headings, Role.REVIEWED_ON),
        headings={column: shown_heading(cell) for column, cell in enumerate(row) if cell},
        other_keys=tuple(c for c, one in headings.items() if one.role is Role.KEY and c not in keys),
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
    first = _first_headings(rows, remembered, is_notes=is_called_notes(sheet))
    if first is None:
        return
    at, start, parts = first
    for index in range(start, len(rows)):
        may_be = _may_be_headings(rows[index], parts[0].stem) or remembered.may_be(rows[index])
        if index >= start and may_be and (found := _headings_at(rows, index, remembered)):
            yield from (Table(sheet, at, start, index, columns) for columns in parts)
            at, start, parts = index, *found
    yield from (Table(sheet, at, start, len(rows), columns) for columns in parts)


def _first_headings(
    rows: list[list[str]], remembered: Remembered, *, is_notes: bool
) -> tuple[int, int, list[Columns]] | None:
    """The first row of headings, where its data begin, its tables side by side; one without a key only for want."""
    for may_lack_keys in (False, True)[: 1 if is_notes else 2]:
        for index in range(min(len(rows), HEADING_ROWS)):
            if found := _headings_at(rows, index, remembered, may_lack_keys=may_lack_keys):
                return index, *found
    return None


def _headings_at(
    rows: list[list[str]], index: int, remembered: Remembered, *, may_lack_keys: bool = False
) -> tuple[int, list[Columns]] | None:
    """Where the data under a row of headings begin, and its tables; headings may stand in two storeys."""
    row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else []
    said = remembered.of(row)
    if said is not None and (columns := columns_of(row, said)):
        return index + 1, [columns]
    storey = [heading and heading.role for cell in below if cell.strip() for heading in [bank_heading(cell)]]
    if len(storey) > 1 and set(storey) <= {Role.OPTION, Role.MARK, Role.ANSWER, Role.BLANK}:
        width = max(len(row), len(below))
        upper, lower = row + [""] * (width - len(row)), below + [""] * (width - len(below))
        both = [two if two.strip() else one for one, two in zip(upper, lower, strict=True)]
        if parts := _side_by_side(both, may_lack_keys=may_lack_keys):
            return index + 2, parts
    parts = _side_by_side(row, may_lack_keys=may_lack_keys)
    return (index + 1, parts) if parts else None


def _side_by_side(row: list[str], *, may_lack_keys: bool) -> list[Columns]:
    """The tables that a row of headings names: several where the same headings stand again to the right."""
    whole = columns_of(row, may_lack_keys=may_lack_keys)
    folded = [folded_heading(cell) if cell and len(cell) <= _LONGEST_HEADING else "" for cell in row]
    if whole is None or folded.count(folded[whole.stem]) < 2:
        return [whole] if whole else []
    again = [column for column, cell in enumerate(folded) if cell == folded[whole.stem]]
    first = next(column for column, cell in enumerate(folded) if cell)
    edges = [first + column - again[0] for column in again] + [len(row)]
    parts = [
        columns_of(["" if not low <= column < high else cell for column, cell in enumerate(row)])
        for low, high in pairwise(edges)
    ]
    found = [part for part in parts if part is not None]
    return found if len(found) == len(parts) else [whole]


def _may_be_headings(row: list[str], stem: int) -> bool:
    """A quick look before the long one: a cell is called as the stem is, or the one under its heading is a heading."""
    cell = row[stem] if stem < len(row) else ""
    if 0 < len(cell) <= _LONGEST_REPEATED and bank_heading(cell) is not None:
        return True
    return not STEM_NAMES.isdisjoint(row[:_LAST_STEM])


def _about_repeated(table: Table, heading: str) -> Problem:
    words = _("标题“{heading}”出现了不止一次，只读了第一处。请每张表只留一组标题。").format(heading=heading)
    return Problem(table.sheet.name, table.heading_row + 1, heading, Severity.WARNING, words)

"""Tables that mark the right options one by one: a column of signs for each option, an asterisk, or by their place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quizapp.core.questions import LETTERS, letter
from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.keys import UnclearKey, choice_key, truth_of
from quizapp.excel.layout import Columns, Table
from quizapp.excel.option_rows import flag_reader, letters_of
from quizapp.excel.row_cells import Row, TableCells
from quizapp.i18n import _

_ENOUGH = 0.95


def options_marked(table: Table) -> Table:
    """The table with letters for the marked options."""
    columns = table.columns
    if columns.marks:
        return _by_flags(table)
    if columns.wrong and columns.keys and not columns.options:
        return _right_and_wrong(table)
    if not columns.options and len(columns.keys) > 1:
        columns = replace(columns, options=columns.keys, keys=())
    if columns.options and not columns.keys:
        return _by_asterisks(table, columns)
    return table


def _right_and_wrong(table: Table) -> Table:
    """A column with the right answer, and others with what is not right."""
    cells = TableCells(table)
    drawn = []
    for number, row in cells.rows():
        wrong = [row[column].strip() for column in table.columns.wrong if column >= 0]
        options = [cells.key(row), *(text for text in wrong if text)]
        drawn.append(Drawn(number, row, options, "A") if len(options) > 1 and options[0] else Drawn(number, row))
    return rearranged(table, drawn, how=_("正确答案和错误答案各占一列"))


def _by_asterisks(table: Table, columns: Columns) -> Table:
    """Options of which the right ones begin with an asterisk."""
    cells = TableCells(replace(table, columns=columns))
    drawn, marked = [], 0
    for number, row in cells.rows():
        options = cells.options(row)
        stars = [option.startswith(("*", "＊")) for option in options]
        bare = [option[1:].strip() if star else option for option, star in zip(options, stars, strict=True)]
        marked += any(stars)
        drawn.append(Drawn(number, row, bare, letters_of(stars)))
    if not marked or marked * 2 < len(drawn):
        return table
    return rearranged(replace(table, columns=columns), drawn, how=_("正确选项前有星号"))


def _by_flags(table: Table) -> Table:
    """A column of signs for each option; where the headings do not stand over what they name, the cells decide."""
    cells = TableCells(table)
    rows = list(cells.rows())
    if _are_flags([row for _number, row in rows], table.columns):
        return _marked(table, cells, ())
    pairs = _pairs([row for _number, row in rows], table.columns.stem)
    if pairs is None:
        if table.columns.keys:
            return table
        words = _("“是否正确”各列里写的不是 1 和 0（或“是”和“否”），看不出哪些选项正确：请核对标题与内容是否对齐。")
        return replace(table, refusal=words)
    shifted = replace(table, columns=_shifted(table.columns, pairs))
    note = _("标题与下面的内容没有对齐。按内容理解：第 {first} 列起，每个选项后面是它的 1 或 0。请核对后再导入。")
    return _marked(shifted, TableCells(shifted), (note.format(first=pairs[0] + 1),))


def _are_flags(rows: list[Row], columns: Columns) -> bool:
    texts = [row[column].strip() for column in columns.marks if column >= 0 for row in rows]
    reads = flag_reader(texts)
    filled = [text for text in texts if text]
    return bool(filled) and sum(reads(text) is not None for text in filled) >= _ENOUGH * len(filled)


def _pairs(rows: list[Row], stem: int) -> list[int] | None:
    """The columns of options, each with its signs beside it; None where there is not one such run of columns."""
    width = min(map(len, rows), default=0)
    signs = [column for column in range(1, width) if _is_flagged(rows, column)]
    runs: list[list[int]] = []
    for column in signs:
        if runs and runs[-1][-1] == column - 2:
            runs[-1].append(column)
        else:
            runs.append([column])
    long = [run for run in runs if len(run) > 1 and run[0] - 1 > stem]
    return [column - 1 for column in long[0]] if len(long) == 1 else None


def _is_flagged(rows: list[Row], column: int) -> bool:
    """Whether a column holds signs, each beside a text that is none."""
    filled = [(row[column - 1].strip(), row[column].strip()) for row in rows if row[column].strip()]
    good = sum(bool(text) and truth_of(sign) is not None for text, sign in filled)
    texts = {text for text, _sign in filled if truth_of(text) is None}
    return bool(filled) and good >= _ENOUGH * len(filled) and bool(texts)


def _shifted(columns: Columns, pairs: list[int]) -> Columns:
    """The columns as the cells show them; what the headings say of the columns from the stem on no longer counts."""
    between = range(columns.stem + 1, pairs[0])
    first, last = columns.stem + 1, pairs[-1] + 1
    names = ("kind", "difficulty", "source", "reviewed_on", "item")
    kept: dict[str, Any] = {name: -1 for name in names if first <= getattr(columns, name) <= last}
    headings = {column: text for column, text in columns.headings.items() if not first <= column <= last}
    headings |= {column: _("选项{letter}").format(letter=letter(place)) for place, column in enumerate(pairs)}
    return replace(
        columns,
        **kept,
        options=tuple(pairs),
        marks=tuple(column + 1 for column in pairs),
        keys=(),
        explanation=between[0] if len(between) == 1 else -1,
        category=tuple(column for column in columns.category if not first <= column <= last),
        knowledge_point=tuple(column for column in columns.knowledge_point if not first <= column <= last),
        headings=headings,
    )


def _marked(table: Table, cells: TableCells, notes: Sequence[str]) -> Table:
    columns = table.columns
    reads = flag_reader(row[column] for column in columns.marks if column >= 0 for _number, row in cells.rows())
    drawn, refused = [], {}
    for number, row in cells.rows():
        options = cells.options(row)
        flags = [reads(row[column]) if column >= 0 else False for column in columns.marks]
        letters, key = letters_of(flags), cells.key(row) if columns.keys else ""
        if not any(row[column].strip() for column in columns.marks if column >= 0):
            is_text = len(options) == 1 and not key
            drawn.append(Drawn(number, row, [], options[0]) if is_text else Drawn(number, row))
            continue
        if None in flags:
            refused[number] = _("“是否正确”里有看不懂的内容：请只写 1 和 0，或“是”和“否”。")
        elif key and not _agrees(key, letters, options):
            refused[number] = _("答案列与“是否正确”列不一致：请核对后改正。")
        drawn.append(Drawn(number, row, key=key or letters))
    return rearranged(table, drawn, how=_("每个选项旁边标出是否正确"), notes=notes, refused=refused)


def _agrees(key: str, letters: str, options: list[str]) -> bool:
    try:
        return "".join(LETTERS[index] for index in choice_key(key, options)) == letters
    except UnclearKey:
        return False

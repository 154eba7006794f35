"""The layouts, one after the other: whatever table was found, its questions come out one a row in plain columns."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.core.questions import letter
from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.blank_signs import without_blank_signs
from quizapp.excel.keys import is_letters
from quizapp.excel.kinds import declared_kind
from quizapp.excel.layout import Table
from quizapp.excel.option_cells import by_letters, divider_of, is_comma, letter_places, texts_at
from quizapp.excel.option_labels import without_own_labels
from quizapp.excel.option_rows import options_in_rows
from quizapp.excel.right_marks import options_marked
from quizapp.excel.row_cells import TableCells
from quizapp.excel.sheet_rows import fill_merged
from quizapp.excel.shown_keys import keys_shown
from quizapp.excel.stem_tags import kinds_in_stems
from quizapp.i18n import _

# no _(): what the first row of other people's forms says
_EXPLAINS = re.compile(
    r"必填|选填|可选|可不填|可为空|不能为空|请填|请输入|填写|勿删|请勿|\brequired\b|\boptional\b|default is"
    r"|\be\.g\.|characters",
    re.IGNORECASE,
)  # no _(): see above

_SAMPLE = 2000  # rows in which letters before single options are looked for


def arranged(table: Table) -> Table:
    """The table with its questions one a row; a table with plain columns is handed back as it is."""
    columns = table.columns
    fill_merged(table.sheet, {columns.kind, *columns.category, *columns.knowledge_point, columns.source} - {-1})
    for step in _STEPS:
        table = step(table)
        if table.refusal:
            break
    return table


def _past_explanation(table: Table) -> Table:
    """A first row that explains how to fill in the columns is no question."""
    rows = table.sheet.rows[table.start : table.stop]
    at = next((index for index, row in enumerate(rows) if any(map(str.strip, row))), None)
    if at is None or table.heading_row < 0 or table.body is not None or not _explains(table, rows[at]):
        return table
    return replace(table, start=table.start + at + 1)


def _explains(table: Table, row: list[str]) -> bool:
    columns = table.columns
    filled = [cell for cell in row if cell.strip()]
    kind = row[columns.kind] if 0 <= columns.kind < len(row) else ""
    keys = [row[column] for column in columns.keys if column < len(row)]
    stem = row[columns.stem] if 0 <= columns.stem < len(row) else ""
    if any(map(is_letters, keys)) and (declared_kind(kind) is not None or letter_places(stem)):
        return False
    return len(filled) > 1 and sum(bool(_EXPLAINS.search(cell)) for cell in filled) * 2 >= len(filled)


def _without_own_labels(table: Table) -> Table:
    """Letters before some of the options only, which say nothing about the whole table."""
    places = [(column, letter(place)) for place, column in enumerate(table.columns.options) if column >= 0]
    rows = table.rows()[:_SAMPLE]
    if not any(column < len(row) and row[column].startswith(label) for column, label in places for row in rows):
        return table
    drawn, changed = [], False
    for number, row in TableCells(table).rows():
        options = [row[column].strip() for column, _letter in places]
        bare = without_own_labels(options) if len(places) == len(table.columns.options) else options
        changed |= bare != options
        drawn.append(Drawn(number, row, bare) if bare != options else Drawn(number, row))
    return rearranged(table, drawn) if changed else table


def _spread_options(table: Table) -> Table:
    """One heading over several columns of options: the columns to its right without a heading are options too."""
    columns = table.columns
    at = columns.one_cell_options
    if at < 0 or columns.options:
        return table
    cells = TableCells(table)
    last = at
    while not columns.heading(last + 1) and last + 1 - at < 8 and any(cells.column(last + 1)):
        last += 1
    if last == at:
        return table
    return replace(table, columns=replace(columns, options=tuple(range(at, last + 1)), one_cell_options=-1))


def _options_in_cells(table: Table) -> Table:
    """Options that stand all in one cell."""
    at = table.columns.one_cell_options
    if at < 0 or table.columns.options:
        return table
    cells = TableCells(table)
    found = divider_of(cells.column(at))
    if found is None:
        return _undivided(table, cells)
    sign, divide = found
    refused, drawn = {}, []
    for number, row in cells.rows():
        text = row[at].strip()
        options = divide(text) if text else []
        if len(options) == 1:
            options = by_letters(text)
        if len(options) == 1 and is_letters(cells.key(row)):
            refused[number] = _("这一格里的选项分不开：请每个选项前写字母，或用“|”隔开。")
        drawn.append(Drawn(number, row, options))
    how = _("选项在一个单元格里，用“{sign}”隔开") if sign else _("选项在一个单元格里，按字母分开")
    notes = []
    if is_comma(sign):
        words = _("“{heading}”里的选项按“{sign}”分开。选项的文字里若有“{sign}”会分错：请核对。")
        notes.append(words.format(heading=table.columns.heading(at), sign=sign))
    return rearranged(table, drawn, how=how.format(sign=sign), notes=notes, refused=refused)


def _undivided(table: Table, cells: TableCells) -> Table:
    """What cannot be divided is refused, unless the column is empty."""
    at = table.columns.one_cell_options
    if not any(cells.column(at)):
        return table
    heading = table.columns.heading(at)
    words = _("“{heading}”里的选项看不出怎样分开。请每个选项前写字母，或用“|”隔开，或分到“选项A”“选项B”……各列。")
    return replace(table, refusal=words.format(heading=heading))


def _options_in_stems(table: Table) -> Table:
    """Options that stand in the stem's cell, below the stem or behind it, with their letters."""
    if not any(map(_may_hold_options, _stems_alone(table))):
        return table
    cells = TableCells(table)
    stem = table.columns.stem
    first = table.columns.options[0] if table.columns.options else -1
    found: dict[int, Drawn] = {}
    for number, row in cells.rows():
        if (first < 0 or not row[first]) and _may_hold_options(row[stem]) and not any(cells.options(row)):
            places = letter_places(row[stem])
            key = cells.key(row)
            if places and (is_letters(key) or not key) and places[0][0] > 0:
                text = row[stem]
                found[number] = Drawn(number, row, texts_at(text, places), stem=text[: places[0][0]].strip())
    if not found:
        return table
    drawn = [found.get(number) or Drawn(number, row) for number, row in cells.rows()]
    return rearranged(table, drawn, how=table.how or _("选项写在题干的单元格里"))


def _stems_alone(table: Table) -> Iterator[str]:
    """The stems of rows whose first option is blank."""
    stem = table.columns.stem
    first = table.columns.options[0] if table.columns.options else -1
    for row in table.rows():
        if stem < len(row) and not (0 <= first < len(row) and row[first]):
            yield row[stem]


def _may_hold_options(stem: str) -> bool:
    """A quick look before the long one: B stands somewhere behind A."""
    at = max(stem.find("A"), stem.find("Ａ"), stem.find("a"))
    return at >= 0 and ("B" in stem[at:] or "Ｂ" in stem[at:] or "b" in stem[at:])


_STEPS = (
    _past_explanation,
    kinds_in_stems,
    _spread_options,
    options_in_rows,
    options_marked,
    _options_in_cells,
    _options_in_stems,
    without_blank_signs,
    _without_own_labels,
    keys_shown,
)
"""In this order: what a later step asks for, an earlier one has put into its columns."""

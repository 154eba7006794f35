"""The layouts, one after the other: whatever table was found, its questions come out one a row in plain columns."""

from dataclasses import replace

from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.keys import is_letters
from quizapp.excel.layout import Table
from quizapp.excel.option_cells import by_letters, divider_of, is_comma, letter_places, texts_at
from quizapp.excel.option_rows import options_in_rows
from quizapp.excel.right_marks import options_marked
from quizapp.excel.row_cells import TableCells
from quizapp.excel.shown_keys import keys_shown
from quizapp.i18n import _


def arranged(table: Table) -> Table:
    """The table with its questions one a row; a table with plain columns is handed back as it is."""
    for step in (_spread_options, options_in_rows, options_marked, _options_in_cells, _options_in_stems, keys_shown):
        table = step(table)
        if table.refusal:
            break
    return table


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


def _may_hold_options(stem: str) -> bool:
    """A quick look before the long one: B stands somewhere behind A."""
    at = max(stem.find("A"), stem.find("Ａ"), stem.find("a"))
    return at >= 0 and ("B" in stem[at:] or "Ｂ" in stem[at:] or "b" in stem[at:])

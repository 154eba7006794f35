"""Tables without a key of their own: it stands in the stems' brackets, or the right options have another colour."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.questions import LETTERS
from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.kinds import declared_kind, is_truth_pair, kind_in_name
from quizapp.excel.layout import Table
from quizapp.excel.row_cells import Row, TableCells
from quizapp.excel.stem_keys import take_key
from quizapp.i18n import _

_ENOUGH = 0.8


def keys_shown(table: Table) -> Table:
    """The table with the keys that are shown in another way, where it has no column for them or nothing in it."""
    columns = table.columns
    rows = table.rows()
    if columns.blanks or any(column < len(row) and row[column] for column in columns.keys for row in rows):
        return table
    cells = TableCells(table)
    found = _in_stems(table, cells) or _by_colour(table, cells)
    if found is None and not columns.keys:
        return replace(table, refusal=_("找到了“题干”列，没有找到“答案”列。请在标题行加上“答案”。"))
    return found or table


def _in_stems(table: Table, cells: TableCells) -> Table | None:
    """Keys in the brackets of the stems: taken out, where most stems have theirs."""
    drawn, refused = [], {}
    taken = total = 0
    of_sheet = kind_in_name(table.sheet.name)
    for number, row in cells.rows():
        if cells.is_beside(row):
            drawn.append(Drawn(number, row))
            continue
        texts, options = cells.texts(row), cells.options(row)
        kind = declared_kind(texts.kind) or of_sheet
        found = take_key(texts.stem, [] if is_truth_pair(options) else options, kind)
        total += 1
        taken += bool(found.key)
        if found.trouble:
            refused[number] = found.trouble
        drawn.append(Drawn(number, row, key=found.key, stem=found.stem) if found.key else Drawn(number, row))
    if not taken or taken < _ENOUGH * total:
        return None
    note = _("没有答案列，{count} 道题的答案取自题干的括号，括号已改为空。请核对。")
    how = _("答案在题干的括号里")
    heading = table.columns.heading(table.columns.stem)
    notes = [note.format(count=taken)]
    return rearranged(table, drawn, how=how, key_heading=heading, notes=notes, refused=refused)


def _by_colour(table: Table, cells: TableCells) -> Table | None:
    """Right options in another colour than the others, the same throughout the table."""
    if table.sheet.colours is None or table.body is not None or not any(c >= 0 for c in table.columns.options):
        return None
    colours = table.sheet.colours()
    places = [column for column in table.columns.options if column >= 0]
    rows = [(number, row, _colours_of(colours, number, row, places)) for number, row in cells.rows()]
    counts = Counter(colour for _number, _row, found in rows for colour in found.values())
    if len(counts) < 2:
        return None
    usual = counts.most_common(1)[0][0]
    marking = Counter(colour for _number, _row, found in rows for colour in set(found.values()) - {usual})
    colour, count = marking.most_common(1)[0]
    total = sum(bool(found) for _number, _row, found in rows)
    if len(marking) > 1 or count < _ENOUGH * total:
        return None
    drawn = []
    for number, row, found in rows:
        letters = [place for place, column in enumerate(table.columns.options) if found.get(column) == colour]
        is_clear = letters and len(letters) < len(found)
        drawn.append(Drawn(number, row, key="".join(LETTERS[place] for place in letters) if is_clear else ""))
    note = _("没有答案列，{count} 道题的答案取自字体颜色（与其他选项不同的是正确答案）。请逐题核对。")
    return rearranged(table, drawn, how=_("正确选项用颜色标出"), notes=[note.format(count=count)])


def _colours_of(colours: dict[tuple[int, int], str], number: int, row: Row, places: Sequence[int]) -> dict[int, str]:
    """Column -> colour of the options of a row that say something."""
    return {column: colours.get((number - 1, column), "") for column in places if row[column].strip()}

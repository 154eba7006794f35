r"""Signs that people type into the cells of options that are not there: \, /, 无. One of them may be an option."""

# no _() in this module: signs in files that others wrote

from collections.abc import Sequence

from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.keys import TRUE_WORDS, is_letters
from quizapp.excel.kinds import is_truth_pair
from quizapp.excel.layout import Table
from quizapp.excel.row_cells import TableCells

_SIGNS = frozenset(["\\", "/", "-", "--", "—", "——", "N/A", "n/a", "、"])
_NONE = frozenset(["无", "空", "没有", "null", "NULL", "None", "nan", "NaN", "NA"])
_ANY = _SIGNS | _NONE


def without_blank_signs(table: Table) -> Table:
    """The table without signs for options that are not there."""
    if not table.columns.options or all(_ANY.isdisjoint(row) for row in table.rows()):
        return table
    cells = TableCells(table)
    drawn, changed = [], False
    for number, row in cells.rows():
        options = [] if _ANY.isdisjoint(row) else cells.options(row)
        kept = _kept(options, cells.key(row)) if options else options
        changed |= len(kept) < len(options)
        drawn.append(Drawn(number, row, kept) if len(kept) < len(options) else Drawn(number, row))
    return rearranged(table, drawn) if changed else table


def _kept(options: Sequence[str], key: str) -> list[str]:
    """The options without the signs at their end; all of them where a sign is likely to be an option itself."""
    end = len(options)
    while end and options[end - 1] in _ANY:
        end -= 1
    kept, signs = list(options[:end]), options[end:]
    if _is_needed(key, end, signs) or len(kept) == 1:
        return list(options)
    lonely = len(signs) == 1 and signs[0] in _NONE and not is_truth_pair(kept)
    are_operators = kept and all(len(option) == 1 and not option.isalnum() for option in kept)
    if lonely or (are_operators and not {*kept} & TRUE_WORDS):
        return list(options)
    return kept


def _is_needed(key: str, end: int, signs: Sequence[str]) -> bool:
    """Whether the key is one of the signs, or points to one."""
    if key in signs:
        return True
    last = chr(ord("A") + end)
    return bool(signs) and is_letters(key) and any(last <= char.upper() <= "P" for char in key if char.isalpha())

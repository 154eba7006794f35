"""Tables with a row for each option: they share a question's number, stand below its stem, or carry their letters."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from quizapp.core.questions import LETTERS, Kind
from quizapp.excel.arrangement import Drawn, rearranged
from quizapp.excel.keys import truth_of
from quizapp.excel.kinds import declared_kind
from quizapp.excel.layout import Table
from quizapp.excel.option_cells import letter_places
from quizapp.excel.row_cells import Row, TableCells
from quizapp.i18n import _

_ONE_SIGN = frozenset("x*√✓●○v1")  # no _(): signs in files that others wrote


def options_in_rows(table: Table) -> Table:
    """The table with the rows of each question drawn together."""
    columns = table.columns
    if columns.options or columns.marks:
        return table
    cells = TableCells(table)
    if columns.one_cell_options >= 0 and columns.right < 0 and len(columns.keys) == 1 and _key_is_sign(cells):
        columns = replace(columns, right=columns.keys[0], keys=())
        table = replace(table, columns=columns)
        cells = TableCells(table)
    if columns.one_cell_options >= 0 and (columns.right >= 0 or _have_lonely_options(cells)):
        return _grouped(table, cells)
    if columns.one_cell_options < 0 and columns.right < 0:
        return _below_stems(table, cells)
    return table


def flag_reader(texts: Iterable[str]) -> Callable[[str], bool | None]:
    """What reads the signs of columns that mark right options: None for a text that is no such sign.

    Where there is one sign only, it marks what is right, be it an X; and so it does beside blank cells.
    """
    signs = {text.strip().casefold() for text in texts} - {""}
    if len(signs) == 1 and signs <= _ONE_SIGN - {"1"}:
        return lambda text: bool(text.strip())
    return lambda text: truth_of(text) if text.strip() else False


def _key_is_sign(cells: TableCells) -> bool:
    """Whether the key's column holds one sign beside right options: rows without a stem have it too."""
    keys, stems = cells.column(cells.columns.keys[0]), [row[cells.columns.stem] for _number, row in cells.rows()]
    signs = set(keys) - {""}
    return len(signs) == 1 and signs <= _ONE_SIGN and stems.count("") * 3 > len(stems)


def _have_lonely_options(cells: TableCells) -> bool:
    """Whether many rows hold an option and nothing else that makes a question."""
    lonely = total = 0
    columns = cells.columns
    for _number, row in cells.rows():
        total += 1
        lonely += bool(row[columns.one_cell_options].strip()) and not row[columns.stem].strip() and not cells.key(row)
    return lonely * 3 > total


def _grouped(table: Table, cells: TableCells) -> Table:
    """Rows with an option each: the first of a question holds the stem, or all of them its number or its stem."""
    columns = table.columns
    reads = flag_reader(row[columns.right] for _number, row in cells.rows()) if columns.right >= 0 else None
    groups: list[tuple[int, list[Row]]] = []
    for number, row in cells.rows():
        if groups and _goes_on(cells, groups[-1][1], row):
            groups[-1][1].append(row)
        else:
            groups.append((number, [row]))
    drawn, refused = [], {}
    for number, rows in groups:
        one, trouble = _drawn(cells, number, rows, reads)
        drawn.append(one)
        if trouble:
            refused[number] = trouble
    return rearranged(table, drawn, how=_("每个选项一行"), refused=refused)


def _goes_on(cells: TableCells, rows: list[Row], row: Row) -> bool:
    columns, first = cells.columns, rows[0]
    item, stem = row[columns.item].strip() if columns.item >= 0 else "", row[columns.stem].strip()
    if item and columns.item >= 0 and item != first[columns.item].strip():
        return False
    if stem and stem != first[columns.stem].strip():
        return False
    return bool(item) or not stem or columns.right >= 0


def _drawn(
    cells: TableCells, number: int, rows: list[Row], reads: Callable[[str], bool | None] | None
) -> tuple[Drawn, str]:
    """The question of a group of rows; words where it cannot be told which options are right."""
    columns = cells.columns
    texts = [row[columns.one_cell_options].strip() for row in rows]
    if len(texts) == 1 and len(letter_places(texts[0])) > 1:
        return Drawn(number, rows[0]), ""
    filled = [(text, row) for text, row in zip(texts, rows, strict=True) if text]
    options = [text for text, _row in filled]
    if reads is None:
        return Drawn(number, rows[0], options), ""
    flags = [reads(row[columns.right]) for _text, row in filled]
    if None in flags:
        return Drawn(number, rows[0], options), _("“是否正确”里有看不懂的内容：请只写 1 和 0，或“是”和“否”。")
    kind = declared_kind(cells.texts(rows[0]).kind)
    if len(options) == 1 and flags[0] and kind not in (Kind.SINGLE, Kind.MULTIPLE):
        return Drawn(number, rows[0], [], options[0]), ""
    return Drawn(number, rows[0], options, letters_of(flags) or cells.key(rows[0])), ""


def letters_of(flags: Iterable[bool | None]) -> str:
    """The letters of the options that are marked as right."""
    return "".join(letter for letter, flag in zip(LETTERS, flags, strict=False) if flag)


def _below_stems(table: Table, cells: TableCells) -> Table:
    """Rows below a question that hold nothing but its options, with their letters in order."""
    drawn: list[Drawn] = []
    found = False
    for number, row in cells.rows():
        last = drawn[-1] if drawn else None
        options = _only_options(cells, row, len(last.options or ()) if last else 0)
        if last is not None and options:
            last.options = [*(last.options or ()), *options]
            found = True
        else:
            drawn.append(Drawn(number, row))
    return rearranged(table, drawn, how=_("选项在题目下面的各行")) if found else table


def _only_options(cells: TableCells, row: Row, first: int) -> list[str]:
    """The options that a row holds, from this letter on; [] for a row that holds something else too."""
    if cells.key(row):
        return []
    kind = cells.columns.kind  # may be merged over all rows of a question
    filled = [cell.strip() for column, cell in enumerate(row) if column != kind and cell and not cell.isspace()]
    start = "".join(f"{letter}.x " for letter in LETTERS[:first])
    text = start + " ".join(filled)
    places = letter_places(text)[first:]
    if not places or places[0][0] != len(start):
        return _single(text[len(start) :], first)
    ends = [begin for begin, _end in places[1:]] + [len(text)]
    return [text[begin:end].strip() for (_start, begin), end in zip(places, ends, strict=True)]


def _single(text: str, first: int) -> list[str]:
    """A row with the first option alone: one letter is too few for `letter_places`."""
    places = letter_places(f"{text} B.x") if first == 0 else []
    return [text[places[0][1] :].strip()] if places and places[0][0] == 0 else []

"""Sheets without any headings: what the columns hold decides what they are, where it can be but one thing."""

# no _(): letters and words in files that others wrote; what is told the user goes through _()

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.core.column_mapping import column_letter
from quizapp.core.questions import LETTERS, fold
from quizapp.excel.keys import is_letters, is_number, truth_of
from quizapp.excel.kinds import declared_kind
from quizapp.excel.layout import Columns, Table
from quizapp.excel.option_cells import divider_of
from quizapp.excel.sheet_rows import SheetRows
from quizapp.i18n import _

_LEAST_ROWS = 3
_FEW, _MOST, _ALL = 0.5, 0.9, 0.97
_DISTINCT = 0.6  # of the stems: banks hold repeats
_SHORTEST_STEM = 6
_LONGEST_RUN = 9


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column are like."""

    texts: list[str]
    filled: float
    length: float
    distinct: float
    is_kind: bool
    is_letter_key: bool
    is_truth_key: bool
    is_number_key: bool
    is_short: bool  # nothing but small numbers, or nothing at all: no text that people read

    @property
    def is_text(self) -> bool:
        """Whether it may hold stems, options or explanations."""
        return not (self.is_kind or self.is_short or self.is_truth_key)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which columns are what; one column of options where they stand all in one cell."""

    stem: int
    key: int
    options: tuple[int, ...]


def bare_table(sheet: SheetRows) -> Table | None:
    """The table of a sheet without headings; None where there is no sign of one; refused where it could be two."""
    start = _first_row(sheet.rows)
    rows = [row for row in sheet.rows[start:] if sum(map(bool, map(str.strip, row))) > 1]
    if len(rows) < _LEAST_ROWS:
        return None
    width = max(map(len, rows))
    columns = [_column([row[at].strip() if at < len(row) else "" for row in rows]) for at in range(width)]
    found = list(_readings(columns))
    if not found:
        return None
    table = _table(sheet, start, columns, found[0])
    if len(found) > 1:
        words = _(
            "没有标题行，而各列是什么有不止一种读法（{first}；{second}）。请加一行标题，写明“题干”“答案”“选项A”……"
        )
        first, second = map(_in_words, found[:2])
        return replace(table, refusal=words.format(first=first, second=second))
    note = _("没有标题行，各列按内容判断：{columns}。请核对。")
    return replace(table, notes=(note.format(columns=_in_words(found[0])),))


def _first_row(rows: list[list[str]]) -> int:
    """The first row with more than a title."""
    filled = [sum(map(bool, map(str.strip, row))) for row in rows]
    usual = sorted(filled)[len(filled) // 2] if filled else 0
    return next((index for index, count in enumerate(filled) if count > 1 and count * 2 >= usual), 0)


def _column(texts: list[str]) -> _Column:
    filled = [text for text in texts if text]
    count = len(filled)
    letters = sum(map(is_letters, filled))
    truths = sum(truth_of(text, only_words=True) is not None for text in filled)
    numbers = sum(map(is_number, filled))
    return _Column(
        texts,
        filled=count / len(texts),
        length=sum(map(len, filled)) / max(count, 1),
        distinct=len(set(map(fold, filled))) / max(count, 1),
        is_kind=count > 0 and sum(declared_kind(text) is not None for text in filled) >= _MOST * count,
        is_letter_key=letters > 0 and letters + truths >= _ALL * count,
        is_truth_key=count > 0 and truths >= _ALL * count,
        is_number_key=numbers >= _ALL * count and len(set(filled)) > 1,
        is_short=count == 0 or sum(text.replace(".", "").isdecimal() and len(text) < 6 for text in filled) == count,
    )


def _readings(columns: list[_Column]) -> Iterator[_Reading]:
    """Every way to read the columns that fits all but a few rows; numbers are keys only where there are no letters."""
    for signs in ("is_letter_key", "is_number_key"):
        keys = [at for at, column in enumerate(columns) if getattr(column, signs) and column.filled >= _MOST]
        found = [reading for key in keys for reading in _with_key(columns, key)]
        if found:
            yield from found
            return
    yield from _without_options(columns)


def _with_key(columns: list[_Column], key: int) -> Iterator[_Reading]:
    for stem, column in enumerate(columns):
        if stem == key or not _may_be_stem(column):
            continue
        run = _run(columns, stem + 1, key) or (_run(columns, key + 1, key) if stem == key - 1 else ())
        if run and _fits(columns, stem, key, run):
            yield _Reading(stem, key, run)


def _may_be_stem(column: _Column) -> bool:
    return column.is_text and column.filled >= _ALL and column.distinct >= _DISTINCT and column.length >= _SHORTEST_STEM


def _run(columns: list[_Column], first: int, key: int) -> tuple[int, ...]:
    """The columns side by side from here on that are filled like options: A and B mostly, each less than the last."""
    run: list[int] = []
    for at in range(first, min(len(columns), first + _LONGEST_RUN)):
        column = columns[at]
        is_next = not run or column.filled <= columns[run[-1]].filled + 0.05
        is_alike = not run or column.is_short == columns[run[0]].is_short  # 20 behind texts is a time
        if at == key or column.is_kind or column.filled == 0 or not is_next or not is_alike:
            break
        run.append(at)
    return tuple(run)


def _fits(columns: list[_Column], stem: int, key: int, run: tuple[int, ...]) -> bool:
    """Whether the keys point to options that are there, and the stems are longer than the options."""
    texts = columns[key].texts
    if len(run) == 1:
        return columns[run[0]].filled >= _FEW and divider_of(columns[run[0]].texts) is not None
    if any(columns[at].length >= columns[stem].length for at in run) or columns[run[1]].filled < _FEW:
        return False
    count = len(run)
    pointing = [(text, row) for row, text in enumerate(texts) if text and truth_of(text, only_words=True) is None]
    good = sum(all(_has_option(columns, run, row, sign) for sign in _signs(text, count)) for text, row in pointing)
    return bool(pointing) and good >= _ALL * len(pointing)


def _signs(text: str, count: int) -> list[int]:
    """The numbers from 0 of the options that a key names."""
    folded = fold(text).upper()
    if is_letters(text):
        return [LETTERS.index(char) for char in folded if char in LETTERS]
    parts = "".join(char if char.isdecimal() else " " for char in folded).split()
    return [int(sign) - 1 for part in parts for sign in ([part] if int(part) <= count else part)]


def _has_option(columns: list[_Column], run: tuple[int, ...], row: int, number: int) -> bool:
    return 0 <= number < len(run) and bool(columns[run[number]].texts[row])


def _without_options(columns: list[_Column]) -> Iterator[_Reading]:
    """Stems and true or false, and no other column of texts beside them."""
    keys = [at for at, column in enumerate(columns) if column.is_truth_key and column.filled >= _MOST]
    texts = [at for at, column in enumerate(columns) if column.is_text]
    if len(keys) == 1 and len(texts) == 1 and _may_be_stem(columns[texts[0]]):
        yield _Reading(texts[0], keys[0], ())


def _table(sheet: SheetRows, start: int, columns: list[_Column], reading: _Reading) -> Table:
    kinds = [at for at, column in enumerate(columns) if column.is_kind and column.filled >= _MOST]
    after = max(reading.key, *reading.options) + 1 if reading.options else reading.key + 1
    long = [at for at in range(after, len(columns)) if columns[at].is_text and columns[at].length >= _SHORTEST_STEM]
    is_one_cell = len(reading.options) == 1
    found = Columns(
        stem=reading.stem,
        keys=(reading.key,),
        kind=kinds[0] if len(kinds) == 1 else -1,
        options=() if is_one_cell else reading.options,
        one_cell_options=reading.options[0] if is_one_cell else -1,
        explanation=long[0] if len(long) == 1 else -1,
        headings={at: column_letter(at) for at in range(len(columns))},
    )
    return Table(sheet, -1, start, len(sheet.rows), found)


def _in_words(reading: _Reading) -> str:
    stem, key = column_letter(reading.stem), column_letter(reading.key)
    if not reading.options:
        return _("题干 {stem} 列，答案 {key} 列").format(stem=stem, key=key)
    if len(reading.options) == 1:
        words = _("题干 {stem} 列，选项 {first} 列，答案 {key} 列")
        return words.format(stem=stem, first=column_letter(reading.options[0]), key=key)
    words = _("题干 {stem} 列，选项 {first}—{last} 列，答案 {key} 列")
    first, last = column_letter(reading.options[0]), column_letter(reading.options[-1])
    return words.format(stem=stem, first=first, last=last, key=key)

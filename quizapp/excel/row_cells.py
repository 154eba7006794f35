"""The cells of a table's rows by what they hold: one quick look-up a row, whatever columns the table has."""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from quizapp.excel.layout import Table
from quizapp.excel.sheet_rows import is_picture

Row = list[str]
LookUp = Callable[[Row], tuple[str, ...]]


class Texts(NamedTuple):
    """The single cells of a row, stripped; empty where the table has no such column."""

    stem: str
    kind: str
    explanation: str
    difficulty: str
    source: str
    reviewed_on: str
    sub_stem: str


class TableCells:
    """Rows of a table and their cells. Every row is given an empty cell at the end that stands for missing columns."""

    def __init__(self, table: Table) -> None:
        self.table = table
        columns = self.columns = table.columns
        self._rows = table.sheet.rows[table.start : table.stop]
        self._nothing = max(map(len, [table.sheet.rows[table.heading_row], *self._rows]))
        singles = (getattr(columns, name) for name in Texts._fields)
        self._singles = _look_up(list(map(self._present, singles)))
        self._options = self._several(columns.options)
        self._keys = self._several(columns.keys)
        self._blanks = self._several(columns.keys + columns.blanks)
        self._category = self._several(columns.category)
        self._knowledge_point = self._several(columns.knowledge_point)
        self.content = sorted({columns.stem, *columns.keys, *columns.options, *columns.blanks} - {-1})

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows that are not blank, with their numbers in the sheet from 1."""
        for number, row in enumerate(self._rows, start=self.table.start + 1):
            if any(row):
                missing = self._nothing - len(row)
                yield number, [*row, ""] if not missing else row + [""] * (missing + 1)

    def column(self, column: int) -> list[str]:
        """The cells of one column, stripped, in rows that reach so far."""
        return [row[column].strip() for row in self._rows if column < len(row)] if column >= 0 else []

    def texts(self, row: Row) -> Texts:
        """The single cells."""
        return Texts._make(map(str.strip, self._singles(row)))

    def options(self, row: Row) -> list[str]:
        """The options without blank ones at the end."""
        return _without_blank_end(self._options(row))

    def key(self, row: Row) -> str:
        """The key; where it stands in several columns, on several lines."""
        texts = self._keys(row)
        return texts[0].strip() if len(texts) == 2 else "\n".join(text for text in map(str.strip, texts) if text)

    def blanks(self, row: Row) -> list[str]:
        """The cells with the answers of blanks, without empty ones at the end."""
        texts = _without_blank_end(self._blanks(row))
        has_both = bool(self.columns.keys and self.columns.blanks)
        return texts[1:] if has_both and texts and not texts[0] else texts

    def category(self, row: Row) -> str:
        """The category; several levels are joined."""
        return _joined(self._category(row))

    def knowledge_point(self, row: Row) -> str:
        """The knowledge point; several levels are joined."""
        return _joined(self._knowledge_point(row))

    def is_beside(self, row: Row) -> bool:
        """Whether none of the columns that make a question says anything."""
        return not any(row[column] and not row[column].isspace() for column in self.content)

    def pictures(self, row: Row) -> list[int]:
        """The columns in which a picture is embedded."""
        if not self.table.sheet.has_pictures:
            return []
        return [column for column, cell in enumerate(row) if is_picture(cell)]

    def has_more_than_headings(self, row: Row) -> bool:
        """Whether something stands to the right of the last heading."""
        if self.table.heading_row < 0:  # there are none
            return False
        headings = self.table.sheet.rows[self.table.heading_row]
        return any(cell.strip() for cell in row[len(headings) :])

    def _present(self, column: int) -> int:
        return column if column >= 0 else self._nothing

    def _several(self, columns: Sequence[int]) -> LookUp:
        """A look-up of these columns and an empty one, so that the result is a tuple whatever their number."""
        places = [*map(self._present, columns), self._nothing]
        return _look_up(places if columns else places * 2)


def _look_up(places: list[int]) -> LookUp:
    """A function that takes at least two cells out of a row: what `itemgetter` is fast at."""
    first, second, *rest = places
    return itemgetter(first, second, *rest)


def _without_blank_end(texts: Sequence[str]) -> list[str]:
    found = [text.strip() for text in texts]
    while found and not found[-1]:
        found.pop()
    return found


def _joined(texts: Sequence[str]) -> str:
    if len(texts) == 2:
        return texts[0].strip()
    return "/".join(dict.fromkeys(text for text in map(str.strip, texts) if text))

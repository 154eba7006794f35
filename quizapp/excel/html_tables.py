"""The tables of a web page that was saved as .xls, as exports of many systems are: sheets of what the cells show."""

import codecs
import re

from quizapp.errors import NotReadable
from quizapp.excel.html_tokens import html_tokens
from quizapp.excel.sheet_rows import Merge, SheetRows
from quizapp.excel.text_bounds import refuse_many_tables
from quizapp.excel.text_rows import decode_text
from quizapp.i18n import _

MAX_CELLS = 5_000_000
"""Of one table, those within its merged cells included."""

_WIDEST = 16_384
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:\-]{2,40})""", re.IGNORECASE)
_UNSEEN = frozenset(["script", "style", "head", "title", "xml", "noscript"])
_LINES = frozenset(["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre"])


def read_html(content: bytes, name: str) -> list[SheetRows]:
    """The page's tables in their order, those within cells as text; empty where it has none."""
    page = _Tables()
    page.read(_decoded(content))
    tables = [table for table in page.tables if table.rows]
    refuse_many_tables(len(tables))
    names = [name] if len(tables) == 1 else [_("表格 {number}").format(number=at + 1) for at in range(len(tables))]
    return [
        SheetRows(
            title,
            [_row(cells) for cells in table.rows],
            merged=tuple(table.merged),
            picture_cells=frozenset(table.pictures),
        )
        for title, table in zip(names, tables, strict=True)
    ]


def _decoded(content: bytes) -> str:
    """The text by the page's own word on its encoding where that is true, else as any text is."""
    said = None if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) else _CHARSET.search(content[:4096])
    if said:
        name = said[1].decode("ascii", "replace").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "x-gbk") else name
        try:
            codecs.lookup(name)
            return content.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass  # the page's word is not true
    return decode_text(content)


def _row(cells: dict[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]


class _Table:
    """A table that is being read; rows hold the cells by their columns."""

    def __init__(self) -> None:
        self.rows: list[dict[int, str]] = []
        self.merged: list[Merge] = []
        self.pictures: set[tuple[int, int]] = set()
        self._taken: dict[int, int] = {}  # column -> first row that is free below a merged cell
        self._count = 0

    def begin_row(self) -> None:
        """The next row."""
        self.rows.append({})

    def place(self, rowspan: int, colspan: int) -> tuple[int, int]:
        """Where the next cell stands; a merged one takes its places."""
        if not self.rows:
            self.begin_row()
        row = len(self.rows) - 1
        first = column = next(reversed(self.rows[row]), -1) + 1  # cells are placed from left to right
        while self._taken.get(column, 0) > row:
            self.rows[row].setdefault(column, "")
            column += 1
        self._count += column - first + colspan
        if self._count > MAX_CELLS or column + colspan > _WIDEST:
            raise NotReadable(_("网页里的表格太大，没有打开。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"))
        for at in range(column, column + colspan):
            self.rows[row][at] = ""
            if rowspan > 1:
                self._taken[at] = row + rowspan
        if rowspan > 1 or colspan > 1:
            self.merged.append((row, column, row + rowspan - 1, column + colspan - 1))
        return row, column


class _Tables:
    """Collects the outermost tables; forgives what browsers forgive."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._depth = 0
        self._unseen = 0
        self._cell: tuple[int, int] | None = None
        self._texts: list[str] = []
        self._has_text = False

    def read(self, page: str) -> None:
        """Read a whole page."""
        for what, text, attributes in html_tokens(page):
            if what == "text":
                self._add(text)
            elif what == "start":
                self._begin(text, attributes)
            else:
                self._end(text)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Open what begins here."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].begin_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            spans = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
            self._cell = self.tables[-1].place(*spans)
        elif tag == "br":
            self._texts.append("\n")
        elif tag == "img" and self._cell is not None:
            self.tables[-1].pictures.add(self._cell)
        elif tag in _LINES:
            self._break()

    def _end(self, tag: str) -> None:
        """Close what ends here."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _LINES:
            self._break()

    def _add(self, data: str) -> None:
        """Text of a cell; how it is broken in the page's source does not show."""
        if self._cell is not None and not self._unseen:
            self._texts.append(re.sub(r"[ \t\r\n\f]+", " ", data))
            self._has_text = self._has_text or not data.isspace()

    def _break(self) -> None:
        if self._has_text and not self._texts[-1].endswith("\n"):
            self._texts.append("\n")

    def _end_cell(self) -> None:
        if self._cell is not None:
            row, column = self._cell
            lines = "".join(self._texts).split("\n")
            self.tables[-1].rows[row][column] = "\n".join(line.strip(" ") for line in lines).strip()
        self._cell = None
        self._texts, self._has_text = [], False


def _span(text: str | None) -> int:
    number = re.match(r"\s*(\d{1,5})", text or "")
    return max(1, min(int(number[1]), _WIDEST)) if number else 1

"""What the value readers do not tell of an .xlsx: number formats of its cells, rows that are hidden.

The sheet's XML is searched only for cells whose style has a number format of its own; text cells and plain numbers cost
nothing.
"""

import io
import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from posixpath import join
from xml.etree import ElementTree

from quizapp.excel.number_formats import BUILT_IN, Shown, compile_format, is_plain
from quizapp.excel.package_xml import column_number, folded_name, local_name, parsed

_REST_OF_CELL = (
    rb"([^<>]{0,400})>\s*+(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<"
)
_CELL = re.compile(rb"<(?:\w+:)?c\s")
_PLAIN_START = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_ROW = re.compile(rb"<(?:\w+:)?row\s")
_TYPE = re.compile(rb"""\st=["']([^"']*)["']""")
_PLACE = re.compile(rb"""\sr=["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_ROW_NUMBER = re.compile(rb"""\sr=["']([0-9]{1,7})["']""")
_HIDDEN = re.compile(rb' hidden="(?:1|true)"')
_COUNTED = re.compile(rb"<(?:\w+:)?(row|c)[\s>/]")


@dataclass(frozen=True, slots=True)
class SheetLooks:
    """`shown`: (row, column) from 0 -> the text of a cell with a number format; `hidden_rows` from 0."""

    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()


class XlsxLooks:
    """Reads looks sheet by sheet; raises KeyError, BadZipFile, ParseError where the package is not as it should be."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        names = self._archive.namelist()
        self._names = {folded_name(name): name for name in names}
        self._book = next(name for name in self._names if re.fullmatch(r"xl/workbook\d*\.xml", name))
        book = parsed(self._read(self._book))
        self._is_1904 = any(
            node.get("date1904", "0") in ("1", "true") for node in book.iter() if local_name(node.tag) == "workbookPr"
        )
        self._parts = self._sheet_parts(book)
        self._formats = self._styles()

    def sheet(self, name: str) -> SheetLooks:
        """The looks of one sheet."""
        part = self._parts.get(name)
        if part is None:
            return SheetLooks()
        xml = self._read(part)
        return SheetLooks(_shown_cells(xml, self._formats), _hidden_rows(xml))

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def _read(self, name: str) -> bytes:
        return self._archive.read(self._names[folded_name(name)])

    def _sheet_parts(self, book: ElementTree.Element) -> dict[str, str]:
        """Sheet name -> its part of the package."""
        folder, _slash, file = self._book.rpartition("/")
        relations = parsed(self._read(f"{folder}/_rels/{file}.rels"))
        targets = {node.get("Id", ""): node.get("Target", "") for node in relations}
        parts = {}
        for node in book.iter():
            if local_name(node.tag) == "sheet":
                link = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
                target = targets.get(link, "")
                parts[node.get("name", "")] = target.lstrip("/") if target.startswith("/") else join(folder, target)
        return {name: part for name, part in parts.items() if folded_name(part) in self._names}

    def _styles(self) -> dict[int, Shown]:
        """Style number of a cell -> how it shows a number, for styles that do not show it plainly."""
        if "xl/styles.xml" not in self._names:
            return {}
        root = parsed(self._read("xl/styles.xml"))
        codes = dict(BUILT_IN)
        compiled: dict[str, Shown] = {}
        found = {}
        for node in root:
            if local_name(node.tag) == "numFmts":
                codes |= {int(entry.get("numFmtId", "-1")): entry.get("formatCode", "") for entry in node}
        for node in root:
            if local_name(node.tag) != "cellXfs":
                continue
            for number, entry in enumerate(node):
                code = codes.get(int(entry.get("numFmtId", "0")), "")
                if is_plain(code):
                    continue
                if code not in compiled:
                    compiled[code] = compile_format(code, is_1904=self._is_1904)
                found[number] = compiled[code]
        return found


def _shown_cells(xml: bytes, formats: dict[int, Shown]) -> dict[tuple[int, int], str]:
    shown: dict[tuple[int, int], str] = {}
    known: dict[tuple[bytes, bytes], str] = {}
    for place, style, value in _numbers(xml, formats):
        text = known.get((style, value))
        if text is None:
            text = known[style, value] = _show(formats[int(style)], value)
        shown[place] = text
    return shown


def _numbers(xml: bytes, formats: dict[int, Shown]) -> Iterator[tuple[tuple[int, int], bytes, bytes]]:
    """Place, style and raw value of each number cell that has one of these formats."""
    if not formats:
        return
    quote = b"[\"']" if b" s='" in xml else b'"'  # a literal start makes the search ten times as fast
    styles = b"|".join(str(number).encode() for number in sorted(formats))
    counted: dict[int, tuple[int, int]] | None = None
    for match in re.finditer(b" s=%s(%s)%s%s" % (quote, styles, quote, _REST_OF_CELL), xml):
        style, attributes, value = match.groups()
        start = xml.rfind(b"<", 0, match.start())
        where = _PLAIN_START.fullmatch(xml, start, match.start())
        if where is None or attributes:
            tag = xml[start : match.end(2)]
            kind = _TYPE.search(tag)
            if not _CELL.match(tag) or (kind and kind[1] != b"n"):
                continue
            where = _PLACE.search(tag)
        if where:
            yield (int(where[2]) - 1, _column(where[1])), style, value
        else:
            counted = _counted_places(xml) if counted is None else counted
            yield counted[start], style, value


def _counted_places(xml: bytes) -> dict[int, tuple[int, int]]:
    """Offset of each cell's tag -> its place, for the few writers that leave places out."""
    places = {}
    row, column = -1, -1
    for match in _COUNTED.finditer(xml):
        tag = xml[match.start() : xml.find(b">", match.start())]
        if match[1] == b"row":
            number = _ROW_NUMBER.search(tag)
            row, column = int(number[1]) - 1 if number else row + 1, -1
        else:
            where = _PLACE.search(tag)
            column = _column(where[1]) if where else column + 1
            places[match.start()] = (row, column)
    return places


def _show(shown: Shown, value: bytes) -> str:
    try:
        number = float(value)
    except ValueError:
        return value.decode("utf-8", "replace")
    return shown(number) if math.isfinite(number) else value.decode("ascii", "replace")


def _hidden_rows(xml: bytes) -> frozenset[int]:
    hidden = set()
    for match in _HIDDEN.finditer(xml):
        start = xml.rfind(b"<", 0, match.start())
        if _ROW.match(xml, start) and (number := _ROW_NUMBER.search(xml, start, xml.find(b">", start))):
            hidden.add(int(number[1]) - 1)
    return frozenset(hidden)


@cache
def _column(letters: bytes) -> int:
    return column_number(letters.decode())

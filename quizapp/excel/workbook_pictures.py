"""The pictures of an .xlsx: those that float over its sheets, and those that WPS embeds in cells. Runs in the child.

A floating picture belongs to the cell in which its upper left corner lies: that is where Excel and WPS put one that is
inserted into a chosen cell, however many rows it covers. A picture moved by hand often begins a little above or left of
its cell; one that begins in the lower (right) half of a cell therefore belongs to the next one.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from xml.etree import ElementTree

from quizapp.core.pictures import MAX_BYTES, digest_of, facts_of
from quizapp.errors import UserError
from quizapp.excel.package_errors import PACKAGE_ERRORS
from quizapp.excel.package_xml import column_number, folded_name, local_name, parsed
from quizapp.excel.sheet_grid import SheetGrid, Spot, grid_of
from quizapp.i18n import _

MAX_PICTURES = 5_000
MAX_TOTAL_BYTES = 200 * 1024 * 1024
MAX_PART_BYTES = 32 * 1024 * 1024
"""Of a part that says where pictures are."""

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ANCHORS = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor")
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})([1-9][0-9]{0,6})["']""")


@dataclass(frozen=True, slots=True)
class Floating:
    """A picture over a cell (from 0); `centre`: the cell under its middle. `remark`: why it cannot be had."""

    row: int
    column: int
    centre: tuple[int, int]
    digest: str
    remark: str = ""


@dataclass(slots=True)
class WorkbookPictures:
    """What a file has: bytes by digest; embedded ones by ID, as digest and remark; floating ones by sheet.

    `formulas`: by sheet, the cells (from 0) whose formula embeds a picture, with its ID.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    embedded: dict[str, tuple[str, str]] = field(default_factory=dict)
    formulas: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    floating: dict[str, list[Floating]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def read_workbook_pictures(content: bytes) -> WorkbookPictures:
    """Everything that can be had; what is damaged is left out and told where it would have been."""
    found = WorkbookPictures()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _Package(archive, found).read()
    except PACKAGE_ERRORS:
        found.remarks.append(_("文件里的图片读不出来，没有导入：请用 Excel 或 WPS 另存一份，再试一次。"))
    return found


class _Package:
    """Reads the pictures of one package, in the order of its sheets."""

    def __init__(self, archive: zipfile.ZipFile, found: WorkbookPictures) -> None:
        self._archive = archive
        self._found = found
        self._names = {folded_name(name): name for name in archive.namelist()}
        self._media: dict[str, tuple[str, str]] = {}
        self._total = 0
        self._count = 0

    def read(self) -> None:
        if not any("/media/" in name for name in self._names):
            return
        if "xl/cellimages.xml" in self._names:
            self._read_embedded("xl/cellimages.xml")
        book = next((name for name in self._names if re.fullmatch(r"xl/workbook\d*\.xml", name)), "")
        targets = self._targets(book)
        for node in self._xml(book).iter():
            if local_name(node.tag) == "sheet":
                part = targets.get(node.get(f"{_RELATIONS}id", ""), "")
                self._read_sheet(node.get("name", ""), part)

    def _read_embedded(self, part: str) -> None:
        targets = self._targets(part)
        for node in self._xml(part):
            name = next((one.get("name", "") for one in node.iter() if local_name(one.tag) == "cNvPr"), "")
            for link in _links(node):
                self._found.embedded[name] = self._picture(targets, link)

    def _read_sheet(self, sheet: str, part: str) -> None:
        if folded_name(part) not in self._names:
            return
        drawings = [target for target in self._targets(part).values() if "/drawings/drawing" in folded_name(target)]
        drawings = [drawing for drawing in drawings if folded_name(drawing) in self._names]
        if not drawings and not self._found.embedded:
            return
        xml = self._archive.read(self._names[folded_name(part)])
        if self._found.embedded:
            cells = {(int(row) - 1, column_number(letters)): name for letters, row, name in _formulas(xml)}
            self._found.formulas[sheet] = cells
        grid = grid_of(xml) if drawings else SheetGrid()
        for drawing in drawings:
            targets = self._targets(drawing)
            for anchor in _anchors(self._xml(drawing)):
                for link in _links(anchor):
                    digest, remark = self._picture(targets, link)
                    self._found.floating.setdefault(sheet, []).append(_placed(anchor, grid, digest, remark))

    def _picture(self, targets: dict[str, str], link: str) -> tuple[str, str]:
        """The digest of a picture, or why it cannot be had."""
        self._count += 1
        if self._count > MAX_PICTURES:
            return "", _("文件里的图片多于 {count} 张，这张没有读：请分成几个文件再导入。").format(count=MAX_PICTURES)
        name = folded_name(targets.get(link, ""))
        if name not in self._names:
            return "", _("图片不在这个文件里：请重新插入图片，再导入。")
        if name not in self._media:
            self._media[name] = self._look_at(name)
        return self._media[name]

    def _look_at(self, name: str) -> tuple[str, str]:
        size = self._archive.getinfo(self._names[name]).file_size
        if size <= MAX_BYTES and self._total + size > MAX_TOTAL_BYTES:
            words = _("文件里的图片合起来超过 {limit} MB，这张没有读：请压缩图片，或分成几个文件再导入。")
            return "", words.format(limit=MAX_TOTAL_BYTES // 1048576)
        try:
            with self._archive.open(self._names[name]) as stream:
                content = stream.read(MAX_BYTES + 1)
            facts_of(content)
        except UserError as error:
            return "", str(error)
        except PACKAGE_ERRORS:
            return "", _("图片已损坏，没有读出来：请重新插入图片，再导入。")
        self._total += len(content)
        digest = digest_of(content)
        self._found.contents[digest] = content
        return digest, ""

    def _targets(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by the names of the references; those outside the file are none."""
        folder, _slash, file = part.rpartition("/")
        name = folded_name(f"{folder}/_rels/{file}.rels")
        if name not in self._names:
            return {}
        return {
            node.get("Id", ""): _target(folder, node.get("Target", ""))
            for node in self._xml(name)
            if node.get("TargetMode") != "External"
        }

    def _xml(self, part: str) -> ElementTree.Element:
        name = self._names[folded_name(part)]
        if self._archive.getinfo(name).file_size > MAX_PART_BYTES:
            raise ValueError("a part that says where pictures are is far too long")
        return parsed(self._archive.read(name))


def _formulas(xml: bytes) -> Iterator[tuple[str, str, str]]:
    """Letters, row and ID of each cell whose formula embeds a picture, whatever value was stored with it."""
    for match in re.finditer(rb"DISPIMG\((?:&quot;|\")([^\"&<]{1,80})", xml):
        start = xml.rfind(b"<c ", 0, match.start())
        place = _PLACE.search(xml, start, match.start()) if start >= 0 else None
        if place:
            yield place[1].decode(), place[2].decode(), match[1].decode("utf-8", "replace")


def _anchors(drawing: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (node for node in drawing.iter() if local_name(node.tag) in _ANCHORS)


def _links(node: ElementTree.Element) -> Iterator[str]:
    """The references of the pictures within a part's node."""
    for one in node.iter():
        if local_name(one.tag) == "blip" and (link := one.get(f"{_RELATIONS}embed") or one.get(f"{_RELATIONS}link")):
            yield link


def _placed(anchor: ElementTree.Element, grid: SheetGrid, digest: str, remark: str) -> Floating:
    parts = {local_name(node.tag): node for node in anchor}
    row, column, down, across = _corner(parts.get("from"))
    if (pos := parts.get("pos")) is not None:
        down, across = _whole(pos.get("y")), _whole(pos.get("x"))
    start = grid.spot(row, column, down, across)
    if (end := parts.get("to")) is not None:
        last = _corner(end)
        high, wide = grid.distance((row, column), (last[0], last[1]))
        high, wide = high + last[2] - down, wide + last[3] - across
    else:
        ext = parts.get("ext")
        high, wide = (_whole(ext.get("cy")), _whole(ext.get("cx"))) if ext is not None else (0, 0)
    centre = grid.spot(row, column, down + high // 2, across + wide // 2)
    at = _belongs(start, grid.spot(row, column, down + high, across + wide))
    return Floating(at[0], at[1], (centre.row, centre.column), digest, remark)


def _belongs(start: Spot, end: Spot) -> tuple[int, int]:
    """The cell of the upper left corner; the next one where that lies in the later half and there is a next one."""
    row = start.row + 1 if start.down >= 0.5 and end.row > start.row else start.row
    column = start.column + 1 if start.across >= 0.5 and end.column > start.column else start.column
    return row, column


def _corner(node: ElementTree.Element | None) -> tuple[int, int, int, int]:
    """Row, column, and the way down and across from there, of a corner of an anchor."""
    said = {local_name(one.tag): _whole((one.text or "").strip()) for one in node} if node is not None else {}
    row, column = min(said.get("row", 0), _LAST_ROW), min(said.get("col", 0), _LAST_COLUMN)
    return max(0, row), max(0, column), said.get("rowOff", 0), said.get("colOff", 0)


def _whole(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0


def _target(folder: str, target: str) -> str:
    return normpath(target.lstrip("/")) if target.startswith("/") else normpath(join(folder, target))

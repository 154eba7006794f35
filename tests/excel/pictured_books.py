"""Workbooks with pictures: over cells, as Excel and WPS put them, and in cells, as WPS does."""

import io
from collections.abc import Mapping, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from quizapp.excel.place_picture import place_picture
from tests.excel.made_books import Rows, saved

_CELL_IMAGE = (
    '<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="{name}" descr=""/></xdr:nvPicPr>'
    '<xdr:blipFill><a:blip r:embed="{link}"/></xdr:blipFill></xdr:pic></etc:cellImage>'
)
_CELL_IMAGES = (
    '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
    ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{images}</etc:cellImages>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>'
_RELATION = (
    '<Relationship Id="{link}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    ' Target="media/{file}"/>'
)


def formula(name: str) -> str:
    """The text that a cell with an embedded picture has."""
    return f'=DISPIMG("{name}",1)'


def floating(rows: Rows, pictures: Sequence[tuple[str, bytes]], *, heights: Mapping[int, float] | None = None) -> bytes:
    """A workbook with pictures over cells, inserted as Excel does; `heights` of rows from 1, in points."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    for number, height in (heights or {}).items():
        sheet.row_dimensions[number].height = height
    for cell, content in pictures:
        place_picture(sheet, cell, content)
    return saved(book)


def embedded(rows: Rows, images: Mapping[str, str], media: Mapping[str, bytes]) -> bytes:
    """A workbook of WPS; `images`: ID -> file, `media`: file -> bytes. Cells hold `formula(ID)`."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for line in book.active.iter_rows():
        for cell in line:
            if str(cell.value or "").startswith("=DISPIMG"):
                cell.data_type = "s"
    links = {file: f"rId{number}" for number, file in enumerate(media, start=1)}
    shown = "".join(_CELL_IMAGE.format(name=name, link=links.get(file, "rId99")) for name, file in images.items())
    relations = "".join(_RELATION.format(link=link, file=file) for file, link in links.items())
    parts = {
        "xl/cellimages.xml": _CELL_IMAGES.format(images=shown).encode(),
        "xl/_rels/cellimages.xml.rels": _RELATIONS.format(all=relations).encode(),
        **{f"xl/media/{file}": content for file, content in media.items()},
    }
    return with_parts(saved(book), parts)


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with parts added or replaced."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def with_drawing(content: bytes, change: Any) -> bytes:
    """The package with its drawing changed by `change(text) -> text`."""
    with ZipFile(io.BytesIO(content)) as package:
        text = package.read("xl/drawings/drawing1.xml").decode()
    return with_parts(content, {"xl/drawings/drawing1.xml": change(text).encode()})

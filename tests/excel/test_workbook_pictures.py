"""What pictures a workbook has and where, and that no file makes the reading of them fail."""

import io
import re
from zipfile import ZipFile

import pytest

from quizapp.core.pictures import MAX_BYTES, digest_of
from quizapp.excel import workbook_pictures
from quizapp.excel.workbook_pictures import read_workbook_pictures
from tests.excel.made_books import xlsx
from tests.excel.pictured_books import embedded, floating, formula, with_drawing, with_parts
from tests.made_pictures import FIRST, SECOND, STEM

ROWS = [["题干", "答案"], ["甲", "对"], ["乙", "错"], ["丙", "对"]]
MARKER = "<{0}><xdr:col>1</xdr:col><xdr:colOff>{2}</xdr:colOff><xdr:row>{1}</xdr:row><xdr:rowOff>{3}</xdr:rowOff></{0}>"


def places(content: bytes) -> list[tuple[int, int]]:
    """The cells of the floating pictures."""
    return [(one.row, one.column) for several in read_workbook_pictures(content).floating.values() for one in several]


def anchored(start: str, end: str) -> bytes:
    """A workbook with one picture, anchored so."""

    def change(text: str) -> str:
        text = re.sub(r"<(xdr:)?from>.*?</(xdr:)?from>", start, text)
        text = re.sub(r"<(xdr:)?ext cx=\"\d+\" cy=\"\d+\" ?/>", end, text, count=1)
        prefix = ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        return re.sub(r"<(xdr:)?wsDr ", rf"<\g<1>wsDr{prefix if 'xmlns:xdr' not in text else ''} ", text)

    return with_drawing(floating(ROWS, [("B2", STEM)]), change)


def test_a_floating_picture_belongs_to_the_cell_of_its_corner() -> None:
    found = read_workbook_pictures(floating(ROWS, [("A2", STEM), ("B4", FIRST), ("A2", STEM)]))
    assert [(one.row, one.column, one.digest) for one in found.floating["Sheet"]] == [
        (1, 0, digest_of(STEM)), (3, 1, digest_of(FIRST)), (1, 0, digest_of(STEM)),
    ]  # fmt: skip
    assert set(found.contents.values()) == {STEM, FIRST}


@pytest.mark.parametrize(("down", "row"), [(0, 1), (60_000, 1), (150_000, 2)])
def test_one_that_begins_at_the_end_of_a_row_belongs_to_the_next(down: int, row: int) -> None:
    """A row is 190,500 high; the picture ends in the row below."""
    start, end = MARKER.format("xdr:from", 1, 0, down), MARKER.format("xdr:to", 2, 300_000, 90_000)
    assert places(anchored(start, end)) == [(row, 1)]


def test_a_small_one_within_the_lower_half_stays_in_its_row() -> None:
    start, end = MARKER.format("xdr:from", 1, 0, 120_000), MARKER.format("xdr:to", 1, 300_000, 180_000)
    assert places(anchored(start, end)) == [(1, 1)]


def test_the_cell_under_the_middle_is_known() -> None:
    start, end = MARKER.format("xdr:from", 0, 0, 0), MARKER.format("xdr:to", 3, 0, 0)
    ((one,),) = read_workbook_pictures(anchored(start, end)).floating.values()
    assert one.centre == (1, 1)


def test_an_anchor_without_cells_is_found_by_distance() -> None:
    assert places(anchored('<xdr:pos x="700000" y="400000"/>', '<xdr:ext cx="9000" cy="9000"/>')) == [(2, 1)]


def test_pictures_in_cells_are_known_by_their_ids() -> None:
    rows = [["题干", "图"], ["甲", formula("ID_1")], ["乙", formula("ID_2")]]
    images = {"ID_1": "image1.png", "ID_2": "image1.png", "ID_3": "image2.jpeg", "ID_4": "gone.png"}
    found = read_workbook_pictures(embedded(rows, images, {"image1.png": STEM, "image2.jpeg": SECOND}))
    assert found.embedded["ID_1"] == found.embedded["ID_2"] == (digest_of(STEM), "")
    assert found.embedded["ID_3"] == (digest_of(SECOND), "")
    assert found.embedded["ID_4"][0] == "" and "不在这个文件里" in found.embedded["ID_4"][1]


def test_a_formula_tells_its_cell_even_without_a_value() -> None:
    book = embedded([["题干", "图"], ["甲", ""]], {"ID_1": "image1.png"}, {"image1.png": STEM})
    with ZipFile(io.BytesIO(book)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    cell = '<c r="AB3"><f>_xlfn.DISPIMG(&quot;ID_1&quot;,1)</f><v></v></c>'
    book = with_parts(
        book, {"xl/worksheets/sheet1.xml": sheet.replace("</row></sheetData>", f"{cell}</row></sheetData>").encode()}
    )
    assert read_workbook_pictures(book).formulas["Sheet"] == {(2, 27): "ID_1"}


@pytest.mark.parametrize("content", [b"\xd7\xcd\xc6\x9a a metafile", b"", STEM.ljust(MAX_BYTES + 1, b"\0")])
def test_what_cannot_be_shown_says_why(content: bytes) -> None:
    book = with_parts(floating(ROWS, [("A2", STEM), ("A3", FIRST)]), {"xl/media/image1.png": content})
    found = read_workbook_pictures(book)
    first, second = found.floating["Sheet"]
    assert first.remark and not first.digest
    assert second.digest == digest_of(FIRST)


def test_too_many_and_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    book = floating(ROWS, [("A2", STEM), ("A3", FIRST), ("A4", SECOND)])
    monkeypatch.setattr(workbook_pictures, "MAX_PICTURES", 2)
    assert [bool(one.digest) for one in read_workbook_pictures(book).floating["Sheet"]] == [True, True, False]
    monkeypatch.setattr(workbook_pictures, "MAX_TOTAL_BYTES", len(STEM))
    assert [bool(one.digest) for one in read_workbook_pictures(book).floating["Sheet"]] == [True, False, False]


@pytest.mark.parametrize(
    "drawing",
    [
        b"<!DOCTYPE a [<!ENTITY b 'cc'>]><a>&b;</a>",
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'.encode("utf-16"),
        b"<wsDr><oneCellAnchor>",
        b"",
        b"<wsDr>" + b" " * (workbook_pictures.MAX_PART_BYTES + 1) + b"</wsDr>",
    ],
    ids=["entities", "entities in UTF-16", "cut off", "empty", "far too long"],
)
def test_a_hostile_drawing_is_left_and_told(drawing: bytes) -> None:
    found = read_workbook_pictures(with_parts(floating(ROWS, [("A2", STEM)]), {"xl/drawings/drawing1.xml": drawing}))
    assert len(found.remarks) == 1 and not found.floating


@pytest.mark.parametrize("number", ["-5", "999999999999", "9" * 5000, "x", ""])
def test_nonsense_in_an_anchor_is_no_crash(number: str) -> None:
    start, end = MARKER.format("xdr:from", number, number, number), MARKER.format("xdr:to", number, number, number)
    assert len(places(anchored(start, end))) == 1


def test_a_workbook_without_pictures_is_not_looked_through() -> None:
    assert read_workbook_pictures(xlsx(ROWS)) == workbook_pictures.WorkbookPictures()
    assert read_workbook_pictures(b"PK\x03\x04 damaged").remarks

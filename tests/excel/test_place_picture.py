"""A picture that is put over a cell is there again when the file is read."""

import openpyxl
import pytest

from quizapp.errors import UserError
from quizapp.excel.place_picture import HIGHEST, WIDEST, place_picture
from quizapp.excel.workbook_pictures import read_workbook_pictures
from tests.core.test_pictures import BMP, JPEG, webp
from tests.excel.made_books import saved
from tests.made_pictures import png

WEBP = webp(b"VP8X", b"\0" * 4 + b"\x27\0\0\x1d\0\0")


@pytest.mark.parametrize("write_only", [False, True])
@pytest.mark.parametrize("content", [png(40, 30), JPEG, BMP, WEBP, b"GIF89a\x28\0\x1e\0"])
def test_what_is_placed_is_read_back_at_its_cell(content: bytes, write_only: bool) -> None:
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("题库")
    assert place_picture(sheet, "C5", content) == 36
    (digest,) = (found := read_workbook_pictures(saved(book))).contents
    assert found.contents[digest] == content
    (one,) = found.floating["题库"]
    assert (one.row, one.column, one.digest, one.remark) == (4, 2, digest, "")


def test_a_large_picture_is_shown_small_and_kept_whole() -> None:
    book = openpyxl.Workbook()
    large = png(1000, 900)
    assert place_picture(book.active, "B2", large) <= HIGHEST + 6
    (picture,) = book.active._images  # the library shows them nowhere else
    assert picture.width <= WIDEST
    assert list(read_workbook_pictures(saved(book)).contents.values()) == [large]


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UserError, match="PNG"):
        place_picture(openpyxl.Workbook().active, "A1", b"text")

"""The old format: what its cells show."""

from datetime import datetime

import pytest

from quizapp.excel.xls_sheets import XlsUnreadable, read_xls
from tests.excel.made_books import xls


def row_of(content: bytes) -> list[str]:
    (sheet,) = read_xls(content)
    return sheet.rows[0]


def test_cells_are_shown_as_their_formats_say() -> None:
    formats = {(0, 0): "0%", (0, 1): "00000", (0, 3): "yyyy/m/d", (0, 5): '0"分"', (0, 6): "#,##0"}
    values = [0.16, 7, 2.0, datetime(2017, 6, 14), True, 3, 1234567, "文字"]
    shown = ["16%", "00007", "2", "2017/6/14", "TRUE", "3分", "1,234,567", "文字"]
    assert row_of(xls([values], formats=formats)) == shown


def test_a_built_in_date_is_a_chinese_one() -> None:
    assert row_of(xls([[datetime(2017, 6, 14)]], formats={(0, 0): "M/D/YY"})) == ["2017/6/14"]


def test_a_file_in_pieces_is_told_from_an_empty_one() -> None:
    content = xls([["题干"]])
    with pytest.raises(XlsUnreadable):
        read_xls(content[:600])


def test_rows_are_as_long_as_the_longest() -> None:
    (sheet,) = read_xls(xls([["题干"], [], ["甲", None, "乙"]]))
    assert sheet.rows == [["题干", "", ""], ["", "", ""], ["甲", "", "乙"]]


def test_a_damaged_container_is_told() -> None:
    content = bytearray(xls([["题干"]]))
    content[28:30] = b"\x80\x80"
    with pytest.raises(XlsUnreadable):
        read_xls(bytes(content))

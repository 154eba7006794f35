"""Keys in the stems' brackets and in colours, where there is no column for them."""

from collections.abc import Sequence

import openpyxl
import pytest
from openpyxl.styles import Font

from quizapp.excel.layout import find_tables
from quizapp.excel.read_bank import BankFile
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.shown_keys import keys_shown
from tests.excel.made_books import bank, errors, read, saved, warnings

HEADINGS = ["题干", "选项A", "选项B", "选项C"]
ROWS = [
    ["茶水几分满？", "五分", "七分", "十分"],
    ["引路走哪侧？", "左前", "右后", "正中"],
    ["名片用几只手？", "一只", "两只", "都行"],
]


def coloured(cells: Sequence[str], *, headings: Sequence[str] = HEADINGS, colour: str = "FFFF0000") -> BankFile:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [headings, *ROWS]:
        sheet.append(list(row))
    for place in cells:
        sheet[place].font = Font(color=colour)
    return read(saved(book))


@pytest.mark.parametrize("headings", [HEADINGS, [*HEADINGS, "答案"]])
def test_right_options_in_another_colour_are_read_and_told(headings: list[str]) -> None:
    found = coloured(["C2", "B3", "C4", "D4"], headings=headings)
    assert [item.question.key for item in found.items] == [(1,), (0,), (1, 2)]
    assert warnings(found.problems) == [(None, "")]


def test_a_colour_that_only_some_rows_have_says_nothing() -> None:
    found = coloured(["C2"])
    assert not found.items
    assert errors(found.problems) == [(None, "")]


def test_two_colours_say_nothing() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [HEADINGS, *ROWS]:
        sheet.append(row)
    for place, colour in (("C2", "FFFF0000"), ("C3", "FF00B050"), ("C4", "FFFF0000")):
        sheet[place].font = Font(color=colour)
    assert not read(saved(book)).items


def test_black_is_no_colour() -> None:
    assert not coloured(["C2", "B3", "C4"], colour="FF000000").items


def test_a_row_without_a_coloured_option_is_refused() -> None:
    rows = [*ROWS, ["握手谁先？", "长者", "幼者", "都行"], ["电话几声接？", "三", "五", "七"]]
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [HEADINGS, *rows]:
        sheet.append(row)
    for place in ("C2", "B3", "C4", "B5"):
        sheet[place].font = Font(color="FFFF0000")
    found = read(saved(book))
    assert [item.row for item in found.items] == [2, 3, 4, 5]
    assert [row for row, _column in errors(found.problems)] == [6]


def test_keys_in_the_brackets_of_stems_are_taken_out_and_told() -> None:
    found = bank(*([row[0].replace("？", "（ B ）？"), *row[1:]] for row in ROWS), headings=HEADINGS)
    assert [(item.question.stem, item.question.key) for item in found.items][:1] == [("茶水几分满（）？", (1,))]
    assert len(found.items) == 3
    assert warnings(found.problems) == [(None, "")]


def test_no_key_at_all_refuses_the_table() -> None:
    found = bank(*ROWS, headings=HEADINGS)
    assert (found.items, errors(found.problems), found.rows_faulty) == ([], [(None, "")], 3)


def test_a_table_with_keys_stays_as_it_is() -> None:
    (table,), _problems = find_tables([SheetRows("甲", [[*HEADINGS, "答案"], ["题（B）", "甲", "乙", "丙", "A"]])])
    assert keys_shown(table) is table

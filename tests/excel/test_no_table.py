"""Sheets without a table: which are told, and what is missing."""

import pytest

from quizapp.excel.no_table import is_beside, is_called_notes, why_none
from quizapp.excel.sheet_rows import SheetRows


@pytest.mark.parametrize(
    ("name", "is_notes"), [("填写说明", True), ("版本号", True), ("README", True), ("题库", False)]
)
def test_notes_go_by_their_names(name: str, is_notes: bool) -> None:
    sheet = SheetRows(name, [["甲", "乙", "丙"]] * 4)
    assert is_called_notes(sheet) is is_notes
    assert is_beside(sheet) is is_notes


def test_hidden_sheets_and_those_with_hardly_anything_are_beside() -> None:
    assert is_beside(SheetRows("题库", [["甲", "乙", "丙"]] * 4, is_hidden=True))
    assert is_beside(SheetRows("题库", [["甲"]] * 4))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["题干", "解析"], "没有找到“答案”列"),
        (["答案", "解析"], "没有找到“题干”列"),
        (["甲"], "前 1 行里没有找到标题行"),
    ],
)
def test_what_is_missing(row: list[str], said: str) -> None:
    assert said in why_none([row])

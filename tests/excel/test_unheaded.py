"""Sheets without headings are asked about in one order: marks, columns, text."""

from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.unheaded import unheaded_table


def test_each_way_is_tried() -> None:
    marked = unheaded_table(
        SheetRows("甲", [["Q", "1", "题", "", "S"], ["A", "1", "甲", "", "1"], ["A", "1", "乙", "", "0"]])
    )
    bare = unheaded_table(SheetRows("甲", [[f"第{n}条规定适用于谁？", "本局", "全体", "A"] for n in range(4)]))
    text = unheaded_table(SheetRows("甲", [["1、题？"], ["A. 甲"], ["B. 乙"], ["答案：A"]]))
    assert marked and bare and text
    assert [marked.columns.stem, bare.columns.keys, len(text.body or ())] == [0, (3,), 1]


def test_notes_are_nothing() -> None:
    assert unheaded_table(SheetRows("甲", [["请各科室注意"], ["周五交表"]])) is None


def test_a_sheet_down_to_the_last_row_is_not_searched() -> None:
    rows = [["1、题？"], ["A. 甲"], ["B. 乙"], ["答案：A"]] + [[""]] * 1_000_000 + [["x"]]
    assert unheaded_table(SheetRows("甲", rows)) is None

"""Our own export among other sheets, and what its mark must stand on to be believed."""

from quizapp.core.questions import Kind, Option, Question
from quizapp.excel.bank_items import Gathered, read_table
from quizapp.excel.exact_rows import EXPORT_MARK, tables_of
from quizapp.excel.sheet_rows import SheetRows

ROWS = [
    ["题型", "题干", "选项A", "选项B", "答案"],
    ["单选题", "题干", "A、甲", "B、乙", "答案"],
    ["单选题", "乙", "A、甲", "B、乙", "A"],
]
NOTES = SheetRows("填写说明", [["列名", "怎样填写"], [EXPORT_MARK, "请保留"]])


def test_a_marked_table_is_one_whatever_its_rows_look_like() -> None:
    tables, problems = tables_of([SheetRows("题库", ROWS), NOTES])
    assert [(table.start, table.stop, table.is_exact) for table in tables] == [(1, 3, True)]
    assert problems == []


def test_without_the_mark_nothing_is_exact() -> None:
    tables, _problems = tables_of([SheetRows("题库", ROWS)])
    assert [(table.start, table.stop, table.is_exact) for table in tables] == [(1, 1, False), (2, 3, False)]


def test_a_sheet_that_was_added_is_read_as_any_other() -> None:
    added = SheetRows("新题", [["题干", "答案"], ["问？", "答"]])
    tables, _problems = tables_of([NOTES, SheetRows("题库", ROWS), added])
    assert [(table.sheet.name, table.is_exact) for table in tables] == [("题库", True), ("新题", False)]


def test_a_marked_sheet_without_headings_is_told_as_any_other() -> None:
    tables, problems = tables_of([SheetRows("题库", [["甲", "乙"]]), NOTES])
    assert tables == []
    assert problems


def test_merged_categories_of_our_own_export_hold_for_all_their_rows() -> None:
    rows = [[*row, category] for row, category in zip(ROWS, ("分类", "会面", ""), strict=True)]
    (table,), _problems = tables_of([SheetRows("题库", rows, merged=((1, 5, 2, 5),)), NOTES])
    gathered = Gathered()
    read_table(table, gathered, lambda: None)
    assert table.is_exact
    assert [row.draft.category for row in gathered.faulty_rows] == ["会面"]
    assert [question.category for _sheet, _row, question in gathered.items] == ["会面"]


def test_a_row_of_letters_means_letters() -> None:
    from tests.excel.test_write_bank import read_back, written

    question = Question(Kind.SINGLE, "选哪个？", (0,), (Option("B"), Option("A")))
    assert read_back(written(question).content) == [question]

"""What a look at the whole table decides."""

from quizapp.core.questions import Kind
from quizapp.excel.layout import find_tables
from quizapp.excel.row_cells import TableCells
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.table_facts import TableFacts, facts_of

HEADINGS = ["题型", "题干", "选项A", "选项B", "答案"]


def facts(*rows: list[str], name: str = "Sheet1", headings: list[str] = HEADINGS) -> TableFacts:
    (table,), _problems = find_tables([SheetRows(name, [headings, *rows])])
    return facts_of(TableCells(table))


def test_labels_go_when_most_rows_carry_them() -> None:
    labelled = ["", "题", "A、甲", "B、乙", "A"]
    assert facts(labelled, labelled).strips_labels
    assert not facts(labelled, ["", "题", "甲", "乙", "A"], ["", "题", "甲", "乙", "A"]).strips_labels
    assert not facts(["", "题", "A级", "B级", "A"]).strips_labels


def test_a_zero_among_the_keys_makes_numbers_unclear() -> None:
    assert facts(["", "题", "甲", "乙", "1"]).numbers_from_one
    assert not facts(["", "题", "甲", "乙", "1"], ["", "题", "甲", "乙", "0"]).numbers_from_one
    assert facts(["", "题", "甲", "乙", "1"], ["判断题", "题", "", "", "0"]).numbers_from_one


def test_the_name_of_the_sheet_declares_a_kind() -> None:
    assert facts(name="多选题").sheet_kind is Kind.MULTIPLE
    assert facts().sheet_kind is None


def test_codes_of_kinds_are_understood_by_their_rows() -> None:
    single, several = ["0", "题", "甲", "乙", "A"], ["1", "题", "甲", "乙", "AB"]
    three = ["0", "题", "甲", "乙", "B"]
    headings = [*HEADINGS[:4], "选项C", "答案"]
    rows = [[*row[:4], "丙", row[4]] for row in (single, three, several, several)]
    kinds = facts(*rows, headings=headings).kinds
    assert kinds.are_codes_deduced
    assert kinds.declared("0") is Kind.SINGLE
    assert kinds.declared("1") is Kind.MULTIPLE


def test_without_a_kind_column_none_is_used() -> None:
    assert not facts(["题", "甲", "乙", "A"], headings=HEADINGS[1:]).kinds.is_used

"""What is said of tables is kept table by table, and handed over for whole sheets."""

from dataclasses import replace

import pytest

from quizapp.core.column_mapping import MappedColumn, TableLayout, TableMapping
from quizapp.core.questions import Kind
from quizapp.gui.models.mapping_drafts import MappingDrafts

COLUMNS = (MappedColumn(0, "题干", "stem"), MappedColumn(1, "题型", "kind"), MappedColumn(2, "答案", "key"))
ROWS = (("题干", "题型", "答案"), ("甲？", "1", "A"), ("乙？", "2", "B"))
FIRST = TableLayout(TableMapping("一", 1, COLUMNS), 3, 1, ROWS, codes=(("1", Kind.SINGLE), ("2", None)))
SECOND = TableLayout(TableMapping("一", 4, COLUMNS), 6, 1, ROWS)
OTHER = TableLayout(TableMapping("二", 1, COLUMNS), 3, 1, ROWS)
CANDIDATE = TableLayout(
    TableMapping("三", 1, (MappedColumn(0, "内容"), MappedColumn(1, "结果"))), 3, 1, ROWS, is_table=False
)


def columns_at(layout, row):
    """Headings that are known in row 1 only."""
    return COLUMNS if row == 1 else tuple(MappedColumn(at, "") for at in range(3))


@pytest.fixture
def drafts() -> MappingDrafts:
    return MappingDrafts((FIRST, SECOND, OTHER, CANDIDATE), columns_at)


def test_nothing_said_nothing_handed_over(drafts):
    assert drafts.said() == ()
    assert [draft.is_wanted for draft in drafts.all] == [True, True, True, False]
    assert drafts.first_faulty() is None


def test_a_sheet_is_said_as_a_whole(drafts):
    drafts.set_role(2, "answer", 0)
    assert [(one.sheet, one.heading_row) for one in drafts.said()] == [("一", 1), ("一", 4)]
    assert drafts.said()[0].columns[2].role == "answer"


def test_a_table_that_is_not_wanted_is_handed_over_without_columns(drafts):
    drafts.at = 2
    drafts.set_wanted(False)
    assert [(one.sheet, one.is_read) for one in drafts.said()] == [("二", False)]


def test_a_sheet_without_a_table_is_read_once_it_is_wanted(drafts):
    drafts.at = 3
    drafts.set_wanted(True)
    assert drafts.faults(drafts.now) == ["没有指明哪一列是题干、哪一列是答案。"]
    assert drafts.first_faulty() == 3
    drafts.set_role(0, "stem", 0)
    assert drafts.faults(drafts.now) == ["没有答案列：请指明哪一列是答案。"]
    drafts.set_role(1, "key", 0)
    assert drafts.first_faulty() is None
    assert [one.sheet for one in drafts.said()] == ["三"]


def test_the_only_sheet_is_wanted_even_if_nothing_was_found():
    assert MappingDrafts((CANDIDATE,), columns_at).now.is_wanted


def test_what_was_said_before_is_said_again_and_what_is_remembered_is_not():
    said = replace(FIRST, is_said=True)
    assert MappingDrafts((said, OTHER), columns_at).said() == (FIRST.mapping,)
    assert MappingDrafts((replace(said, is_remembered=True),), columns_at).said() == ()


def test_other_headings_are_looked_up_and_silent_ones_change_nothing(drafts):
    drafts.set_role(0, "key", 0)
    drafts.set_role(2, "stem", 0)
    drafts.set_heading_row(2)
    assert [one.role for one in drafts.now.mapping.columns] == ["key", "kind", "stem"]
    assert drafts.now.mapping.heading_row == 2
    drafts.set_heading_row(1)
    assert drafts.now.mapping.columns == COLUMNS


def test_a_kind_is_for_tables_without_a_column_for_it(drafts):
    drafts.set_kind(Kind.SINGLE)
    assert drafts.now.final.kind is None
    drafts.set_role(1, "", 0)
    assert drafts.now.final.kind is Kind.SINGLE


def test_codes_begin_with_what_was_deduced(drafts):
    drafts.set_code("2", Kind.MULTIPLE)
    assert drafts.now.final.kind_codes == (("1", Kind.SINGLE), ("2", Kind.MULTIPLE))
    drafts.set_code("1", None)
    assert drafts.now.final.kind_codes == (("2", Kind.MULTIPLE),)


def test_what_digits_count_from(drafts):
    drafts.set_numbers(True)
    assert drafts.said()[0].numbers_from_one is True

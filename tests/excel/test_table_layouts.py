"""A table that was read is described column by column."""

from quizapp.excel.read_bank import parse_bank
from tests.excel.made_books import no_report, xlsx


def test_every_column_says_what_it_is_read_as() -> None:
    headings = [
        "序号",
        "题型",
        "题干",
        "选项A",
        "选项B",
        "答案",
        "解析",
        "章节",
        "一级知识点",
        "难度",
        "依据",
        "复核日期",
    ]
    rows = [headings, ["1", "单选题", "哪个对？", "甲", "乙", "A", "无", "一", "二", "易", "规定", "2026-01-02"]]
    (layout,) = parse_bank(xlsx(rows), "题库.xlsx", no_report).tables
    assert layout.is_table
    assert not layout.is_said
    assert [(one.heading, one.role, one.number) for one in layout.mapping.columns] == [
        ("序号", "", 0), ("题型", "kind", 0), ("题干", "stem", 0), ("选项A", "option", 0), ("选项B", "option", 1),
        ("答案", "key", 0), ("解析", "explanation", 0), ("章节", "category", 0), ("一级知识点", "knowledge_point", 0),
        ("难度", "difficulty", 0), ("依据", "source", 0), ("复核日期", "reviewed_on", 0),
    ]  # fmt: skip
    assert (layout.mapping.heading_row, layout.last_row, layout.codes, layout.has_number_keys) == (1, 2, (), False)


def test_answers_in_several_columns_keep_their_numbers() -> None:
    rows = [["题干", "第1空", "第2空"], ["____与____？", "甲", "乙"]]
    (layout,) = parse_bank(xlsx(rows), "题库.xlsx", no_report).tables
    assert [(one.role, one.number) for one in layout.mapping.columns] == [("stem", 0), ("blank", 0), ("blank", 1)]


def test_a_table_far_down_shows_the_rows_round_its_headings() -> None:
    rows = [["题干", "答案"], *([f"第{at}题？", "如此。"] for at in range(50)), ["题干", "答案"], ["末题？", "如此。"]]
    first, second = parse_bank(xlsx(rows), "题库.xlsx", no_report).tables
    assert (first.first_row, first.last_row) == (1, 51)
    assert (second.first_row, second.mapping.heading_row) == (49, 52)
    assert second.samples(0, heading_row=52) == ("末题？",)

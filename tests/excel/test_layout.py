"""Tables of questions in sheets: where they begin and what their columns hold."""

import pytest

from quizapp.core.problems import Severity
from quizapp.excel.layout import HEADING_ROWS, Columns, columns_of, find_tables
from quizapp.excel.sheet_rows import SheetRows


def sheet(*rows: list[str], name: str = "Sheet1", is_hidden: bool = False) -> SheetRows:
    return SheetRows(name, list(rows), is_hidden=is_hidden)


def columns(*headings: str) -> Columns:
    found = columns_of(list(headings))
    assert found is not None
    return found


HEADINGS = ["题型", "题干", "选项A", "选项B", "答案"]
ROW = ["单选题", "题干一", "甲", "乙", "A"]


@pytest.mark.parametrize("above", [0, 1, 5, HEADING_ROWS - 1])
def test_headings_may_stand_below_titles(above: int) -> None:
    (table,), problems = find_tables([sheet(*[["礼仪题库", "", "", "", ""]] * above, HEADINGS, ROW)])
    assert (table.heading_row, table.start, table.stop) == (above, above + 1, above + 2)
    assert not problems


def test_headings_below_the_first_rows_are_not_looked_for() -> None:
    tables, (problem,) = find_tables([sheet(*[["说", "", "", "", ""]] * HEADING_ROWS, HEADINGS, ROW)])
    assert not tables
    assert (problem.row, problem.severity) == (None, Severity.ERROR)


def test_options_go_by_their_letters_and_keep_their_gaps() -> None:
    assert columns("答案", "选项D", "选项A", "题干", "选项B").options == (2, 4, -1, 1)


def test_numbered_answers_are_options_beside_a_key_and_keys_without_one() -> None:
    kahoot = columns("Question", "Answer 1", "Answer 2", "Correct answer(s)")
    assert (kahoot.options, kahoot.keys) == ((1, 2), (3,))
    moodle = columns("questiontext", "A", "B", "Answer 1", "Answer 2")
    assert (moodle.options, moodle.keys) == ((1, 2), (3, 4))


def test_the_surest_name_is_the_stem() -> None:
    assert columns("标题", "题干", "答案").stem == 1


def test_several_levels_of_category_are_all_kept() -> None:
    assert columns("一级纲要", "二级纲要", "题干", "答案").category == (0, 1)


def test_a_heading_that_stands_twice_is_told() -> None:
    _tables, problems = find_tables([sheet(["题干", "答案", "解析", "答案"], ["甲", "A", "乙", "B"])])
    assert [(problem.row, problem.column) for problem in problems] == [(1, "答案")]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_each_row_of_headings_begins_a_table() -> None:
    short = ["题目", "答案", "", "", ""]
    tables, _problems = find_tables([sheet(HEADINGS, ROW, HEADINGS, ROW, short, ["题干二", "略", "", "", ""])])
    assert [(table.start, table.stop) for table in tables] == [(1, 2), (3, 4), (5, 6)]
    assert tables[2].columns.stem == 0


def test_a_stem_that_reads_like_a_heading_begins_nothing() -> None:
    (table,), _problems = find_tables([sheet(HEADINGS, ["单选题", "答案", "甲", "乙", "A"])])
    assert table.stop == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["题型", "题干", "选项A", "解析"], "没有找到“答案”列"),
        (["题型", "内容", "选项A", "答案"], "没有找到“题干”列"),
        (["甲", "乙", "丙", "丁"], "没有找到标题行"),
    ],
)
def test_what_is_missing_is_said(row: list[str], said: str) -> None:
    tables, (problem,) = find_tables([sheet(row, ["1", "2", "3", "4"])])
    assert not tables
    assert said in problem.message


def test_notes_beside_the_questions_are_passed_over() -> None:
    notes = sheet(["列名", "怎样填写"], ["题干", "必填"], name="填写说明")
    tables, problems = find_tables([notes, sheet(HEADINGS, ROW), sheet()])
    assert len(tables) == 1
    assert not problems


def test_another_table_beside_the_questions_is_told() -> None:
    other = sheet(*[["甲", "乙", "丙"]] * 5, name="别的")
    _tables, (problem,) = find_tables([sheet(HEADINGS, ROW), other])
    assert (problem.sheet, problem.severity) == ("别的", Severity.WARNING)


def test_a_hidden_sheet_with_questions_is_told_and_not_read() -> None:
    tables, (problem,) = find_tables([sheet(HEADINGS, ROW), sheet(HEADINGS, ROW, name="旧题", is_hidden=True)])
    assert [table.sheet.name for table in tables] == ["Sheet1"]
    assert problem.sheet == "旧题"


def test_the_layout_is_said_in_words() -> None:
    (table,), _problems = find_tables([sheet(["题型", "题 目", "选项A", "选项B", "正确答案"], ROW)])
    assert "题 目" in table.in_words()
    assert "正确答案" in table.in_words()
    assert table.columns.options_heading == "选项A—选项B"


def test_the_same_headings_to_the_right_are_a_table_beside() -> None:
    tables, problems = find_tables(
        [sheet(["序号", "题干", "答案", "", "序号", "题干", "答案"], ["1", "甲", "A", "", "2", "乙", "B"])]
    )
    assert [(table.columns.stem, table.columns.keys) for table in tables] == [(1, (2,)), (5, (6,))]
    assert not problems


def test_headings_in_two_storeys() -> None:
    upper, lower = ["题干", "选项", "", "答案"], ["", "A", "B", ""]
    (table,), _problems = find_tables([sheet(upper, lower, ["甲", "乙", "丙", "A"])])
    assert (table.columns.options, table.columns.keys, table.start) == ((1, 2), (3,), 2)


def test_a_table_further_down_may_have_its_stem_in_another_column() -> None:
    tables, _problems = find_tables([sheet(["序号", "题干", "答案"], ["1", "甲", "A"], ["题目", "答案"], ["乙", "对"])])
    assert [table.columns.stem for table in tables] == [1, 0]


def test_options_do_where_no_heading_names_a_key() -> None:
    (table,), _problems = find_tables([sheet(["题干", "选项A", "选项B"], ["甲", "乙", "丙"])])
    assert (table.columns.keys, table.columns.options) == ((), (1, 2))


def test_signs_for_right_options_are_columns_of_their_own() -> None:
    found = columns("题干", "选项一内容", "选项一是否正确", "选项二内容", "选项二是否正确")
    assert (found.options, found.marks) == ((1, 3), (2, 4))
    assert columns("题目序号", "题目内容", "是否正确项", "选项内容").right == 2


def test_whether_a_statement_is_right_is_its_key() -> None:
    found = columns("题目", "是否正确")
    assert (found.keys, found.right) == ((1,), -1)


def test_notes_with_names_of_columns_are_no_table_without_keys() -> None:
    tables, _problems = find_tables(
        [sheet(HEADINGS, ROW), sheet(["题干", "选项A", "选项B"], ["必填", "", ""], name="说明")]
    )
    assert len(tables) == 1


def test_who_knows_tables_without_headings_is_asked_for_sheets_without_headings() -> None:
    asked: list[str] = []

    def unheaded(one: SheetRows) -> None:
        asked.append(one.name)

    bare = [["甲", "乙", "丙"]] * 4
    hidden = sheet(*bare, name="藏", is_hidden=True)
    find_tables(
        [sheet(HEADINGS, ROW), sheet(*bare, name="别的"), sheet(*bare, name="使用说明"), hidden], unheaded=unheaded
    )
    assert asked == ["别的"]

"""Questions as text in the cells of a sheet."""

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.written_cells import written_table
from tests.excel.made_books import errors, read, xlsx


def test_a_whole_question_in_a_cell() -> None:
    found = read(
        xlsx(
            [
                ["题干"],
                ["1. 茶水几分满？（ ）<br/><br/>A. 五分<br/>B. 七分<br/><br/>答案：B<br/>解析：七分茶"],
                ["2. 名片用双手递。<br/>答案：正确"],
            ]
        )
    )
    assert [(i.row, i.question.kind, i.question.key) for i in found.items] == [
        (2, Kind.SINGLE, (1,)),
        (3, Kind.TRUE_FALSE, True),
    ]
    assert [option.text for option in found.items[0].question.options] == ["五分", "七分"]
    assert found.items[0].question.explanation == "七分茶"


def test_a_line_of_a_question_in_each_row() -> None:
    rows = [
        ["一、单选题"],
        ["1、茶水几分满？"],
        ["A. 五分"],
        ["B. 七分"],
        ["答案：B"],
        ["2、引路走哪侧？"],
        ["A、左", "B、右"],
        ["答案：A"],
    ]
    found = read(xlsx(rows))
    assert [(item.row, item.question.key) for item in found.items] == [(2, (1,)), (6, (0,))]
    assert not errors(found.problems)


@pytest.mark.parametrize("rows", [[["通知"], ["各科室："], ["请于周五前报名。"]], [["甲", "乙"]] * 5, []])
def test_other_text_is_no_table(rows: list[list[str]]) -> None:
    assert written_table(SheetRows("甲", rows)) is None

"""Right options that are marked one by one, by signs beside them, asterisks or their place."""

from quizapp.core.questions import Kind
from quizapp.excel.layout import find_tables
from quizapp.excel.right_marks import options_marked
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import bank, errors, warnings

FLAGS = ["题型", "题干", "选项一内容", "选项二内容", "选项三内容", "选项一是否正确", "选项二是否正确", "选项三是否正确"]


def test_a_sign_for_each_option() -> None:
    found = bank(
        ["单选", "甲？", "五", "七", None, 0, 1, None],
        ["多选", "乙？", "左", "右", "中", "是", "否", "是"],
        headings=FLAGS,
    )
    assert [item.question.key for item in found.items] == [(1,), (0, 2)]
    assert not found.problems


def test_cells_that_do_not_stand_under_their_headings_are_read_as_they_are_and_told() -> None:
    headings = ["题型", "题干", "选项一内容", "选项二内容", "解析", "选项一是否正确", "选项二是否正确"]
    found = bank(
        ["单选题", "甲？", "因为", "五", 0, "七", 1],
        ["多选题", "乙？", "所以", "左", 1, "右", 1],
        ["简答题", "丙？", "总之", "答案文字", None, None, None],
        headings=headings,
    )
    assert [(i.question.key, i.question.explanation) for i in found.items] == [
        ((1,), "因为"),
        ((0, 1), "所以"),
        ("答案文字", "总之"),
    ]
    assert warnings(found.problems) == [(None, "")]


def test_signs_that_are_none_refuse_the_table() -> None:
    found = bank(["单选", "甲？", "五", "七", None, "好", "坏", None], headings=FLAGS)
    assert not found.items
    assert errors(found.problems) == [(None, "")]


def test_a_key_beside_the_signs_has_to_agree() -> None:
    headings = ["title", "type", "option1", "isCorrect1", "option2", "isCorrect2", "correctAnswer"]
    found = bank(
        ["甲", "single", "五", True, "七", False, "A"],
        ["乙", "single", "五", True, "七", False, "七"],
        headings=headings,
    )
    assert [item.row for item in found.items] == [2]
    assert errors(found.problems) == [(3, "correctAnswer")]


def test_asterisks_before_right_options() -> None:
    headings = ["Question Type", "Question Text", "Answer 1", "Answer 2", "Answer 3"]
    found = bank(["MC", "Tea?", "five", "*seven", None], ["MR", "Which?", "*a1", "*b1", "c1"], headings=headings)
    assert [(i.question.kind, i.question.key) for i in found.items] == [(Kind.SINGLE, (1,)), (Kind.MULTIPLE, (0, 1))]
    assert [o.text for o in found.items[0].question.options] == ["five", "seven"]


def test_the_right_answer_and_the_wrong_ones() -> None:
    headings = ["Question", "Correct Answer", "Incorrect Answer 1", "Incorrect Answer 2"]
    (item,) = bank(["Tea?", "seven", "five", None], headings=headings).items
    assert ([o.text for o in item.question.options], item.question.key) == (["seven", "five"], (0,))


def test_keys_in_two_columns_are_no_options() -> None:
    rows = [["questiontext", "A", "B", "Answer 1", "Answer 2"], ["题", "甲", "乙", "A", "B"]]
    (table,), _problems = find_tables([SheetRows("甲", rows)])
    assert options_marked(table) is table

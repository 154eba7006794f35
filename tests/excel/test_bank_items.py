"""Rows of a bank: what becomes a question, what is refused and in which words."""

from collections.abc import Sequence
from datetime import date

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.bank_items import Gathered, read_table
from quizapp.excel.layout import find_tables
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import BANK_HEADINGS, bank, errors, read, warnings, words, xlsx

SINGLE = ["单选题", "接听电话应在铃响几声内？", "三声", "五声", "七声", None, "A"]


def kinds_and_keys(*rows: Sequence[object], headings: Sequence[object] = BANK_HEADINGS) -> list[tuple[Kind, object]]:
    return [(item.question.kind, item.question.key) for item in bank(*rows, headings=headings).items]


def test_the_five_kinds_as_they_are_declared() -> None:
    assert kinds_and_keys(
        SINGLE,
        ["多选题", "引路时应当：", "走在侧前方", "提示台阶", "看手机", None, "ＡＢ"],
        ["判断题", "名片应正对对方。", None, None, None, None, "√"],
        ["填空题", "握手以____秒左右为宜。", None, None, None, None, "3;三"],
        ["简答题", "怎样接待来访群众？", None, None, None, None, "请坐、倒水、听完。"],
    ) == [
        (Kind.SINGLE, (0,)),
        (Kind.MULTIPLE, (0, 1)),
        (Kind.TRUE_FALSE, True),
        (Kind.FILL_BLANK, (("3", "三"),)),
        (Kind.SHORT_ANSWER, "请坐、倒水、听完。"),
    ]


def test_kinds_follow_from_options_and_keys() -> None:
    assert kinds_and_keys(
        [None, "一", "甲", "乙", "丙", None, "B"],
        [None, "二", "甲", "乙", "丙", None, "a,c"],
        [None, "三", "错", "对", None, None, "A"],
        [None, "四", None, None, None, None, "对"],
        [None, "五____", None, None, None, None, "答"],
        [None, "六", None, None, None, None, "答"],
        ["选择题", "七", "甲", "乙", "丙", None, "AB"],
    ) == [
        (Kind.SINGLE, (1,)),
        (Kind.MULTIPLE, (0, 2)),
        (Kind.TRUE_FALSE, False),
        (Kind.TRUE_FALSE, True),
        (Kind.FILL_BLANK, (("答",),)),
        (Kind.SHORT_ANSWER, "答"),
        (Kind.MULTIPLE, (0, 1)),
    ]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (["单选题", "题", "甲", "乙", None, None, None], "答案", "没有答案"),
        (["单选题", "题", "甲", "乙", None, None, "对"], "答案", "看不出是哪个选项"),
        (["单选题", "题", "甲", "乙", None, None, "D"], "答案", "不存在的选项"),
        (["单选题", "题", "甲", "乙", "丙", None, "AB"], "答案", "多个答案"),
        (["单选题", "题", "甲", None, "丙", None, "A"], "选项A—选项D", "选项 B 为空"),
        (["单选题", "题", None, None, None, None, "A"], "选项A—选项D", "选项不足"),
        (["选择题", "题", None, None, None, None, "A"], "选项A—选项D", "没有选项"),
        (["单选题", None, "甲", "乙", None, None, "A"], "题干", "题干为空"),
        (["判断题", "题", None, None, None, None, "A"], "答案", "改为“正确”或“错误”"),
        (["判断题", "题", "甲", "乙", "丙", None, "A"], "选项A—选项D", "请核对题型"),
        (["填空题", "题____", None, None, None, None, "甲|"], "答案", "第 2 空没有答案"),
        (["连线题", "题", None, None, None, None, "甲"], "题型", "“连线题”不认识"),
        ([None, "题", None, None, None, None, "AC"], "答案", "没有选项"),
        ([None, "题", None, None, None, None, "T"], "答案", "没有选项"),
    ],
)
def test_a_faulty_row_is_left_out_and_told(row: list[object], column: str, said: str) -> None:
    found = bank(SINGLE, row, [*SINGLE[:1], "第三题", *SINGLE[2:]])
    assert [item.row for item in found.items] == [2, 4]
    assert found.rows_faulty == 1
    assert (3, column) in errors(found.problems)
    assert said in words(found.problems)


def test_rows_without_content_are_nobody_s_business() -> None:
    found = bank(
        SINGLE, [], [None] * 7, ["单选题", None, None, None, None, None, None], headings=[*BANK_HEADINGS[:-1], "答案"]
    )
    assert len(found.items) == 1
    assert not found.problems


def test_a_title_between_rows_declares_their_kind() -> None:
    found = bank(
        ["一", "甲", "乙", "A"],
        ["二、多选题（每题 2 分）"],
        ["二", "甲", "乙", "A"],
        headings=["题干", "选项A", "选项B", "答案"],
    )
    assert [item.question.kind for item in found.items] == [Kind.SINGLE, Kind.MULTIPLE]
    assert warnings(found.problems) == [(4, "答案")]  # one right option of a multiple-answer question


def test_a_kind_column_filled_in_advance_is_no_title() -> None:
    found = bank(["判断题"], [None, "题", "甲", "乙", "丙", None, "A"])
    assert [item.question.kind for item in found.items] == [Kind.SINGLE]


def test_the_name_of_the_sheet_declares_the_kind() -> None:
    content = xlsx({"多选题": [["题干", "选项A", "选项B", "答案"], ["题", "甲", "乙", "AB"]]})
    assert [item.question.kind for item in read(content).items] == [Kind.MULTIPLE]


def test_labels_of_options_are_taken_off_where_the_table_carries_them() -> None:
    found = bank([None, "题", "A、甲", "B、乙", None, None, "B"], [None, "题二", "A.丙", "B.丁", None, None, "B、丁"])
    assert [[option.text for option in item.question.options] for item in found.items] == [["甲", "乙"], ["丙", "丁"]]
    assert [item.question.key for item in found.items] == [(1,), (1,)]


def test_words_that_begin_with_letters_stay() -> None:
    (item,) = bank([None, "题", "A级", "B级", None, None, "B"]).items
    assert [option.text for option in item.question.options] == ["A级", "B级"]


def test_a_true_false_question_with_words_of_its_own_becomes_a_choice_and_is_told() -> None:
    found = bank(["判断题", "题", "不能", "能", None, None, "A"])
    assert [(item.question.kind, item.question.key) for item in found.items] == [(Kind.SINGLE, (0,))]
    assert warnings(found.problems) == [(2, "选项A—选项D")]


def test_reversed_true_and_false_go_by_the_words() -> None:
    assert kinds_and_keys(["判断题", "题", "错误", "正确", None, None, "A"]) == [(Kind.TRUE_FALSE, False)]


def test_one_and_zero_are_true_and_false_where_the_kind_is_declared() -> None:
    rows = [["判断题", "甲", None, None, None, None, 1], ["判断题", "乙", None, None, None, None, 0]]
    assert kinds_and_keys(*rows) == [(Kind.TRUE_FALSE, True), (Kind.TRUE_FALSE, False)]


def test_one_and_zero_are_told_where_it_is_not() -> None:
    found = bank([None, "题", None, None, None, None, 1])
    assert warnings(found.problems) == [(2, "答案")]


def test_numbers_as_keys_are_told_once() -> None:
    found = bank(["单选题", "题", "甲", "乙", None, None, 2], ["单选题", "题二", "甲", "乙", None, None, 1])
    assert [item.question.key for item in found.items] == [(1,), (0,)]
    assert warnings(found.problems) == [(None, "答案")]


def test_numbers_are_refused_where_one_of_them_is_zero() -> None:
    found = bank(["单选题", "题", "甲", "乙", None, None, 0], ["单选题", "题二", "甲", "乙", None, None, 1])
    assert not found.items
    assert errors(found.problems) == [(2, "答案"), (3, "答案")]


@pytest.mark.parametrize("kind", [None, "判断题"])
def test_a_reason_behind_true_or_false_becomes_the_explanation(kind: str | None) -> None:
    headings = ["题型", "题干", "选项A", "选项B", "答案", "解析"]
    found = bank([kind, "倒茶要满。", None, None, "错，见规定", None], headings=headings)
    (question,) = [item.question for item in found.items]
    assert (question.kind, question.key, question.explanation) == (Kind.TRUE_FALSE, False, "见规定")
    assert warnings(found.problems) == [(2, "答案")]


def test_a_reason_behind_true_or_false_is_no_key_of_a_question_with_options() -> None:
    found = bank([None, "题", "错，见规定", "对", None, None, "错，见规定"])
    assert [(item.question.kind, item.question.key) for item in found.items] == [(Kind.SINGLE, (0,))]


@pytest.mark.parametrize("stem", ["怎样答复____", "（ ）与（ ）之间"])
def test_words_for_blanks_are_no_truth_with_a_reason(stem: str) -> None:
    found = bank([None, stem, None, None, None, None, "是，非"])
    assert [item.question.kind for item in found.items] == [Kind.FILL_BLANK]


def test_what_is_declared_a_short_answer_stays_one() -> None:
    assert kinds_and_keys(["简答题", "倒茶要满吗？", None, None, None, None, "错，见规定"]) == [
        (Kind.SHORT_ANSWER, "错，见规定")
    ]


def test_a_column_that_holds_no_kinds_is_not_used_and_that_is_told() -> None:
    found = bank(["required", "题", None, None, None, None, "答"], ["quick", "题二", None, None, None, None, "对"])
    assert [item.question.kind for item in found.items] == [Kind.SHORT_ANSWER, Kind.TRUE_FALSE]
    assert warnings(found.problems) == [(None, "题型")]


def test_codes_of_kinds_are_deduced_and_told_and_bind() -> None:
    one = [0, "题{}", "甲", "乙", "丙", None, "A"]
    rows = [[one[0], f"题{number}", *one[2:]] for number in range(12)]
    found = bank(*rows, [0, "歪题", "甲", "乙", "丙", None, "AB"], [1, "多", "甲", "乙", "丙", None, "AB"])
    assert (14, "答案") in errors(found.problems)
    assert "0 = 单选题、1 = 多选题" in words(found.problems)
    assert len(found.items) == 13


def test_a_table_that_cannot_be_read_is_told_once() -> None:
    found = bank(["题", "甲 乙", "A"], ["题二", "丙 丁", "B"], headings=["题干", "选项", "答案"])
    assert not found.items
    assert found.rows_faulty == 2
    assert errors(found.problems) == [(None, "")]


def test_difficulties_that_are_numbers_are_told_once() -> None:
    headings = ["题干", "答案", "难度"]
    found = bank(["甲", "对", 0.5], ["乙", "错", 0.8], ["丙", "对", "难"], headings=headings)
    assert warnings(found.problems) == [(None, "难度")]
    assert [item.question.difficulty.value for item in found.items] == ["", "", "hard"]


def test_a_date_that_is_none_is_told() -> None:
    found = bank(["甲", "对", "去年"], ["乙", "错", "2026年3月1日"], headings=["题干", "答案", "复核日期"])
    assert warnings(found.problems) == [(2, "复核日期")]
    assert str(found.items[1].question.reviewed_on) == "2026-03-01"


def test_the_rest_of_a_question_is_kept() -> None:
    headings = ["题干", "答案", "解析", "分类", "知识点", "难度", "依据"]
    (item,) = bank(["甲", "对", "因为", "礼仪", "电话", "易", "第三条"], headings=headings).items
    found = item.question
    assert (found.explanation, found.category, found.knowledge_point) == ("因为", "礼仪", "电话")
    assert (found.difficulty.value, found.source) == ("easy", "第三条")


def test_a_key_that_shows_in_the_stem_is_taken_out_and_told_once() -> None:
    row = ["单选题", "应当（B）。", "甲", "乙", None, None, "B"]
    found = bank(row, [row[0], "宜（B）。", *row[2:]])
    assert [item.question.stem for item in found.items] == ["应当（）。", "宜（）。"]
    assert warnings(found.problems) == [(None, "题干")]


def test_another_key_in_the_stem_is_told_and_stays() -> None:
    found = bank(["单选题", "应当（A）。", "甲", "乙", None, None, "B"])
    assert [(item.question.stem, item.question.key) for item in found.items] == [("应当（A）。", (1,))]
    assert warnings(found.problems) == [(2, "题干")]


def test_a_remark_behind_a_key_goes_into_the_explanation() -> None:
    headings = ["题型", "题干", "选项A", "选项B", "答案", "解析"]
    found = bank(
        ["单选题", "甲", "乙", "丙", "B\n答案解析：见第三条", None],
        ["判断题", "丁", None, None, "错 解析：应当正对", "已有"],
        headings=headings,
    )
    assert [(i.question.key, i.question.explanation) for i in found.items] == [
        ((1,), "见第三条"),
        (False, "已有\n应当正对"),
    ]
    assert not found.problems


def test_answers_in_the_columns_of_options() -> None:
    found = bank(
        ["填空题", "先____后____", "左", "右", None, None, None],
        ["简答题", "为何", "因为", None, None, None, None],
        ["填空题", "先____", "左", "右", None, None, None],
    )
    assert [item.question.key for item in found.items] == [(("左",), ("右",)), "因为"]
    assert errors(found.problems) == [(4, "选项A—选项D")]


def test_several_answers_fill_the_numbered_places_of_a_stem() -> None:
    row = ["计算", "电流为【空1】，功率为【空2】。", "11", "968"]
    found = bank(row, headings=["题型", "题干", "答案1", "答案2"])
    assert [(item.question.kind, item.question.key) for item in found.items] == [(Kind.FILL_BLANK, (("11",), ("968",)))]
    assert warnings(found.problems) == [(2, "答案1")]


def test_an_option_that_excel_made_a_date_is_told() -> None:
    row = ["单选题", "几人一组？", date(2026, 3, 5), "6-8", None, None, "A"]
    found = read(xlsx([BANK_HEADINGS, row], formats={"C2": 'm"月"d"日"'}))
    assert [option.text for option in found.items[0].question.options] == ["3月5日", "6-8"]
    assert warnings(found.problems) == [(2, "选项A")]


def test_a_text_row_with_too_many_fields_is_refused() -> None:
    found = read("题干,答案\n甲,对\n来宾,到了以后应当迎接,错\n".encode(), "x.csv")
    assert [item.row for item in found.items] == [2]
    assert errors(found.problems) == [(3, "")]


def test_a_merged_category_speaks_for_its_rows() -> None:
    rows = [["分类", "题干", "答案"], ["礼仪", "甲", "对"], [None, "乙", "错"], [None, "丙", "错"]]
    found = read(xlsx(rows, merged="A2:A3"))
    assert [item.question.category for item in found.items] == ["礼仪", "礼仪", ""]


def test_each_row_is_counted_as_it_is_read() -> None:
    rows = [["题干", "答案"], ["甲", "对"], ["乙", "?"], ["丙", ""]]
    (table,), _problems = find_tables([SheetRows("Sheet1", rows)])
    gathered = Gathered()
    seen: list[int] = []
    read_table(table, gathered, lambda: seen.append(len(gathered.items)))
    assert seen == [1, 2, 2]
    assert gathered.faulty == 1


def test_a_second_answer_column_that_says_something_else_is_told() -> None:
    headings = ["题型", "题干", "选项A", "选项B", "答案", "标准答案", "正确答案"]
    found = bank(
        ["单选题", "题甲", "甲", "乙", "A", "B", None],
        ["单选题", "题乙", "甲", "乙", "A", "甲", "a"],
        ["单选题", "题丙", "甲", "乙", "B", "见教材", None],
        ["判断题", "题丁", None, None, "对", "错", None],
        headings=headings,
    )
    assert [item.question.stem for item in found.items] == ["题乙", "题丙"]
    assert len(errors(found.problems)) == 2
    assert "不一致" in words(found.problems)

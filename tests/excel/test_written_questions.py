"""Running text -> questions: every style that colleagues use, and nothing that vanishes untold."""

import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.core.questions import Kind
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.written_lines import KeyPlace
from tests.excel.made_books import no_report
from tests.excel.made_texts import Made, Page, pages, written


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_what_was_written_in_any_mixture_of_styles_is_read(page: Page) -> None:
    found = parse_bank("\n".join(page.lines).encode(), "x.txt", no_report)
    read = [
        Made(item.question.kind, item.question.stem, tuple(o.text for o in item.question.options), item.question.key)
        for item in found.items
    ]
    assert read == page.made, "\n".join(page.lines) + f"\n{found.problems}"


def said(text: str) -> list[tuple[str, list[str], str]]:
    """Stem, options and key of each question."""
    return [(question.stem, question.options, question.key) for question in written(text).questions()]


def test_numbers_in_every_style_begin_questions() -> None:
    for number in ("{}.", "{}、", "{}．", "（{}）", "第{}题 ", "{})"):
        text = "\n".join(f"{number.format(at)}名片双手递{at}。（√）" for at in (1, 2, 3))
        assert [question.number for question in written(text).questions()] == [1, 2, 3], number


def test_questions_without_numbers_are_parted_by_blank_lines() -> None:
    text = "哪项正确？（ ）\na) 甲\nb) 乙\n答案：a\n\n哪项是错的\nA 甲\nB 乙\n正确答案：B\n\n"
    text += "名片双手递。（对）\n握手要用力。（错）"
    assert said(text) == [
        ("哪项正确？（ ）", ["甲", "乙"], "a"),
        ("哪项是错的", ["甲", "乙"], "B"),
        ("名片双手递。（）", [], "对"),
        ("握手要用力。（）", [], "错"),
    ]


def test_stems_and_options_go_on_over_lines() -> None:
    text = "1. 引路时\n应当（B）：\nA、走在前面，\n并回头\nB、走在侧前方"
    assert said(text) == [("引路时\n应当（）：", ["走在前面，\n并回头", "走在侧前方"], "B")]


def test_a_number_at_the_start_of_a_stem_is_text() -> None:
    text = "1、2008年迎宾（A）A.一 B.二\n2、1.5米是什么距离（B）A.甲 B.乙"
    assert [stem for stem, _options, _key in said(text)][:2] == [
        "2008年迎宾（）",
        "1.5米是什么距离（）",
    ]


def test_the_numbered_points_of_an_answer_are_no_questions() -> None:
    text = "1. 怎样接待？\n答：1.请坐。\n2.倒水。\n2. 怎样送客？\n答案：\n1、送到门口\n2、挥手\n3. 再问？\n答：好。"
    assert said(text) == [
        ("怎样接待？", [], "1.请坐。\n2.倒水。"),
        ("怎样送客？", [], "1、送到门口\n2、挥手"),
        ("再问？", [], "好。"),
    ]


def test_headings_give_kind_and_category() -> None:
    text = "第一章 电话礼仪\n一、单选题\n1. 甲（A）\nA. 一 B. 二\n第二章 会议\n二、判断题\n1. 乙（对）"
    found = written(text)
    assert [(part.kind, part.questions[0].category) for part in found.parts] == [
        (Kind.SINGLE, "电话礼仪"),
        (Kind.TRUE_FALSE, "会议"),
    ]


def test_what_stands_under_a_question_is_read() -> None:
    text = "1.[多选题]会议礼仪有（ ）（2分）\nA.甲 B.乙\n答案：AB 解析：略。\n【难度】易 【知识点】会议\n依据：接待规范"
    (question,) = written(text).questions()
    assert (question.kind, question.stem, question.key) == (Kind.MULTIPLE, "会议礼仪有（ ）", "AB")
    assert (question.explanation, question.difficulty) == ("略。", "易")
    assert (question.knowledge_point, question.source) == ("会议", "接待规范")


def test_forms_with_a_word_before_each_text_are_read() -> None:
    text = "题型：单选题\n题干：甲是（ ）\n选项：A.一 B.二\n答案：A\n题型：判断题\n题干：乙。\n答案：错\n"
    text += "问：丙？\n答：丁。"
    found = written(text).questions()
    assert [(q.kind, q.stem, q.key) for q in found] == [
        (Kind.SINGLE, "甲是（ ）", "A"),
        (Kind.TRUE_FALSE, "乙。", "错"),
        (None, "丙？", "丁。"),
    ]


def test_aiken_is_read() -> None:
    text = "What is 2 + 2?\nA) 3\nB) 4\nANSWER: B\n\nWhich is polite?\nA. Shout\nB. Smile\nANSWER: B\n"
    assert said(text) == [("What is 2 + 2?", ["3", "4"], "B"), ("Which is polite?", ["Shout", "Smile"], "B")]


def test_a_question_whose_number_was_forgotten_is_read() -> None:
    text = "1. 甲（ ）\nA. 一\nB. 二\n下列错误的是（ ）\nA. 一\nB. 二\n答案：B\n3. 丙（A）A.一 B.二"
    assert [stem for stem, _options, _key in said(text)] == ["甲（ ）", "下列错误的是（ ）", "丙（）"]


def test_instructions_are_skipped_and_lost_questions_are_told() -> None:
    text = "请将答案填入括号内（ ）\n注意事项：\n\n哪个对呢？\n\n1. 本卷共20题。\n一、单选题\n1. 甲（A）\nA.一 B.二"
    found = written(text)
    assert [question.stem for question in found.questions()] == ["甲（）"]
    assert [remark.line for remark in found.remarks] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "1. 甲（A） A.一 B.二\n答案：B",
        "1. 甲（ ） A.一 B.二\n答案：B\n答案：A",
        "1. 甲（A），乙（B） A.一 B.二",
        "1. 甲（A） A.一 B.二\n2. 乙（B） A.一 B.二\n答案：1-2 AA",
        "1. 甲（√），乙（×）。",
    ],
)
def test_answers_that_disagree_are_told(text: str) -> None:
    assert any(question.trouble for question in written(text).questions())


def test_options_without_a_question_of_their_own_are_told() -> None:
    (question,) = written("1. 甲\nA.一\nB.二\nA.三\nB.四\n答案：A").questions()
    assert question.trouble


def test_an_answer_without_a_question_is_told() -> None:
    assert [remark.line for remark in written("答案：A").remarks] == [1]


def test_t_and_f_are_truths_where_a_part_has_nothing_else() -> None:
    found = written("1. 甲。（T）\n2. 乙。（F）").questions()
    assert [question.kind for question in found] == [Kind.TRUE_FALSE] * 2
    assert written("1. 甲。（F）").questions()[0].kind is None


def test_where_the_keys_stand_is_known() -> None:
    found = written("1. 甲（A）A.一 B.二\n2. 乙（ ）A.一 B.二\n答案：B\n3. 丙（ ）A.一 B.二").questions()
    assert [question.key_place for question in found] == [KeyPlace.BRACKETS, KeyPlace.LINE, KeyPlace.NOWHERE]


def test_keys_before_the_number_are_read() -> None:
    assert said("（ B ）1. 甲（  ）\nA. 一\nB. 二\n(√)2. 名片双手递。") == [
        ("甲（  ）", ["一", "二"], "B"),
        ("名片双手递。", [], "√"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "学生答案：A",
        "你的答案：A 正确答案：B",
        "正确率：85%",
        "本题得分：5.0",
        "【你的答案】A",
        "作答情况：错误",
        "全站正确率：70%",
    ],
)
def test_what_became_of_an_attempt_is_no_option(line: str) -> None:
    (question,) = written(f"1. 甲（ ）\nA. 一\nB. 二\n{line}\n正确答案：B 你的答案：A").questions()
    assert (question.options, question.key, question.trouble) == (["一", "二"], "B", "")


def test_a_named_line_that_goes_on_with_an_option_is_told() -> None:
    text = written("1. 甲（ ）\nA. 一\nB. 二\n命题人员：张三\n答案：B")
    assert [remark.line for remark in text.remarks] == [4]
    assert "选项 B" in text.remarks[0].message
    assert not written("1. 甲（ ）\nA. 一\nB. 二\n三四\n答案：B").remarks


@pytest.mark.parametrize("dot", [". ", "、", " "])
def test_an_option_that_comes_twice_is_told(dot: str) -> None:
    first = f"A{dot}维生素 B{dot}类"
    (question,) = written(f"1. 选哪个（ ）\n{first}\nB{dot}甲\nC{dot}乙\n答案：B").questions()
    assert "选项 B 出现了两次" in question.trouble

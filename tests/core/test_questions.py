"""What makes a question valid, and by what two questions are the same one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.pictures import MAX_STEM_PICTURES, Picture
from quizapp.core.questions import (
    MAX_OPTIONS,
    Difficulty,
    Kind,
    Option,
    Question,
    blank_count,
    faults,
    filled_up,
    fold,
    has_same_answer,
    identity,
    in_place_of,
    letter,
    tidied,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: bool(fold(text)))


def single(
    stem: str = "递送名片应当", *, key: tuple[int, ...] = (0,), options: tuple[str, ...] = ("双手", "单手")
) -> Question:
    """A single-choice question that is valid unless told otherwise."""
    return Question(Kind.SINGLE, stem, key, tuple(Option(text) for text in options))


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Any valid question."""
    kind = draw(st.sampled_from(Kind))
    options: tuple[Option, ...] = ()
    if kind.has_options:
        texts = draw(st.lists(TEXT, min_size=2, max_size=MAX_OPTIONS, unique_by=fold))
        options = tuple(Option(text) for text in texts)
        most = 1 if kind is Kind.SINGLE else len(texts)
        key = tuple(sorted(draw(st.sets(st.sampled_from(range(len(texts))), min_size=1, max_size=most))))
    elif kind is Kind.TRUE_FALSE:
        key = draw(st.booleans())
    elif kind is Kind.FILL_BLANK:
        key = tuple(tuple(accepted) for accepted in draw(st.lists(st.lists(TEXT, min_size=1), min_size=1, max_size=3)))
    else:
        key = draw(TEXT)
    return Question(kind, draw(TEXT), key, options, explanation=draw(st.text(max_size=5)))


def errors_of(question: Question) -> list[str]:
    """The fields in which a question has errors."""
    return [fault.field for fault in faults(question) if fault.is_error]


@given(questions())
def test_a_valid_question_has_no_errors(question: Question) -> None:
    assert errors_of(question) == []


@given(questions())
def test_a_question_without_stem_or_key_has_an_error_there(question: Question) -> None:
    assert "stem" in errors_of(replace(question, stem=" \u3000"))
    assert "key" in errors_of(replace(question, key=() if question.kind.has_options else ""))


@given(questions().filter(lambda question: question.kind.has_options), st.data())
def test_a_key_beyond_the_options_is_an_error(question: Question, data: st.DataObject) -> None:
    beyond = data.draw(st.integers(min_value=len(question.options), max_value=40))
    assert errors_of(replace(question, key=(*question.key[1:], beyond))) == ["key"]


@given(questions().filter(lambda question: question.kind.has_options), st.data())
def test_options_that_read_the_same_are_an_error_where_only_one_of_them_is_right(
    question: Question, data: st.DataObject
) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(question.options) - 1))
    options = question.options[: MAX_OPTIONS - 1]
    twice = replace(question, options=(*options, Option(f" {question.options[at].text}\u3000")))
    is_right = isinstance(question.key, tuple) and at in question.key
    if at < len(options) and len(options) not in (question.key if isinstance(question.key, tuple) else ()):
        assert ("options" in errors_of(twice)) == is_right
        assert any(fault.field == "options" for fault in faults(twice))


@pytest.mark.parametrize(
    ("question", "field", "words"),
    [
        (single(options=("双手",)), "options", "不足两个"),
        (single(options=tuple("一二三四五六七八九")), "options", "多于 8 个"),
        (single(options=("双手", " ")), "options", "选项 B 为空"),
        (single(options=("OK", "ｏｋ")), "options", "选项 A 与选项 B 相同"),
        (single(key=(0, 1)), "key", "多个答案"),
        (Question(Kind.TRUE_FALSE, "走在前面", "A"), "key", "“正确”或“错误”"),
        (Question(Kind.FILL_BLANK, "____ 与 ____", (("甲",), (" ",))), "key", "第 2 空"),
        (Question(Kind.FILL_BLANK, "____", "甲"), "key", "每空的答案"),
        (Question(Kind.SHORT_ANSWER, "为什么", True), "key", "参考答案"),
    ],
)
def test_each_error_names_the_field_and_the_remedy(question: Question, field: str, words: str) -> None:
    assert [fault.field for fault in faults(question) if words in fault.message and fault.is_error] == [field]


def test_more_options_than_letters_are_counted() -> None:
    crowd = single(options=(*(f"选项{number}" for number in range(27)), ""))
    assert any("选项 28 为空" in fault.message for fault in faults(crowd))
    assert (letter(0), letter(25), letter(26)) == ("A", "Z", "27")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Question(Kind.MULTIPLE, "哪些对", (1,), (Option("甲"), Option("乙"))), "只有一个正确选项"),
        (Question(Kind.FILL_BLANK, "____ 与（ ）", (("甲",),)), "2 处空格，答案有 1 个"),
    ],
)
def test_a_doubt_does_not_keep_a_question_out(question: Question, words: str) -> None:
    (doubt,) = faults(question)
    assert words in doubt.message
    assert not doubt.is_error


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("礼仪会议Ab,1。（）、“—é\u0301\u200bﬁⅣß…~^`_"))
def test_texts_fold_the_same_whatever_they_stand_beside(text: str) -> None:
    beside = "İ 甲"  # nothing that is folded at a glance
    assert fold(f"{text}\0{beside}") == f"{fold(text)}\0{fold(beside)}"


@given(st.text("礼仪会议AbＣ１。（）、", min_size=2), st.sampled_from([" ", "\u3000", "\n", "\t", "\u200b", "\ufeff"]))
def test_white_space_anywhere_folds_away(text: str, space: str) -> None:
    assert fold(space.join(text)) == fold(text)


@pytest.mark.parametrize(("one", "other"), [("ＡＢＣ　１", "abc1"), ("（ ）", "()"), ("Straße", "STRASSE")])
def test_texts_that_read_the_same_fold_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(questions(), st.data())
def test_identity_knows_no_order_of_options_and_no_key(question: Question, data: st.DataObject) -> None:
    options = tuple(data.draw(st.permutations(question.options)))
    other = replace(question, options=options, key="", explanation="", category="礼仪")
    assert identity(other) == identity(question)
    assert len(identity(question)) == 40


@given(questions(), questions())
def test_identity_tells_apart_what_reads_differently(one: Question, other: Question) -> None:
    def read(question: Question) -> tuple[object, ...]:
        return question.kind, fold(question.stem), sorted(fold(option.text) for option in question.options)

    assert (identity(one) == identity(other)) == (read(one) == read(other))


def test_the_same_stem_with_other_options_is_another_question() -> None:
    stem = "下列说法正确的是"
    assert identity(single(stem, options=("甲", "乙"))) != identity(single(stem, options=("甲", "丙")))


def test_an_unpaired_surrogate_does_not_stop_the_import() -> None:
    assert len(identity(single("坏字\ud800"))) == 40


def test_answers_are_compared_by_what_they_mean() -> None:
    one = single(key=(0,), options=("双手", "单手"))
    assert has_same_answer(one, single(key=(1,), options=("单手", "双 手")))
    assert not has_same_answer(one, single(key=(0,), options=("单手", "双手")))
    blank = Question(Kind.FILL_BLANK, "____", (("甲", "乙"),))
    assert has_same_answer(blank, replace(blank, key=(("乙", "甲"),)))
    assert not has_same_answer(blank, replace(blank, key=(("乙",),)))
    judged = Question(Kind.TRUE_FALSE, "对吗", True)
    assert not has_same_answer(judged, replace(judged, key=False))
    assert has_same_answer(Question(Kind.SHORT_ANSWER, "问", "答 案"), Question(Kind.SHORT_ANSWER, "问", "答案"))


def test_what_a_file_leaves_empty_is_taken_from_before() -> None:
    before = replace(
        single(), explanation="双手表示尊重", category="会面", difficulty=Difficulty.EASY, source="惯例",
        knowledge_point="名片", reviewed_on=date(2026, 1, 5),
    )  # fmt: skip
    assert filled_up(single(key=(1,)), before) == replace(before, key=(1,))
    assert filled_up(replace(single(), category="名片"), before).category == "名片"


def test_what_was_said_of_another_answer_does_not_go_with_a_replaced_question() -> None:
    before = replace(single(), explanation="双手表示尊重", category="会面", reviewed_on=date(2026, 1, 5))
    turned = single("递送名片时应当", key=(1,), options=("单手", "双手"))
    assert in_place_of(turned, before) == filled_up(turned, before)
    other = in_place_of(single("递送名片时不应当", key=(1,)), before)
    assert (other.explanation, other.category, other.reviewed_on) == ("", "会面", None)
    told = in_place_of(replace(single(key=(1,)), explanation="因为"), before)
    assert told.explanation == "因为"


def test_tidying_strips_texts_and_orders_the_key() -> None:
    untidy = Question(Kind.MULTIPLE, " 题 干\n", (2, 0, 2), (Option(" 甲"), Option("乙 "), Option("丙")), source=" 法 ")
    neat = tidied(untidy)
    assert (neat.stem, neat.key, neat.options[1].text, neat.source) == ("题 干", (0, 2), "乙", "法")
    assert tidied(Question(Kind.FILL_BLANK, "____", ((" 甲 ", " "),))).key == (("甲",),)
    assert tidied(Question(Kind.SHORT_ANSWER, "问", " 答 ")).key == "答"
    assert tidied(Question(Kind.TRUE_FALSE, "问", False)).key is False


@given(questions())
def test_tidying_twice_changes_nothing_more(question: Question) -> None:
    assert tidied(tidied(question)) == tidied(question)


def test_labels_and_letters() -> None:
    assert [kind.label for kind in Kind] == ["单选题", "多选题", "判断题", "填空题", "简答题"]
    assert [difficulty.label for difficulty in Difficulty] == ["易", "中", "难", ""]
    assert single(key=(0, 1)).key_letters == "AB"
    assert Question(Kind.TRUE_FALSE, "对吗", True).key_letters == ""


@pytest.mark.parametrize(("stem", "blanks"), [("一____二（ ）三()", 3), ("没有空", 0), ("a_b", 0), ("＿＿＿", 1)])
def test_blanks_are_counted_as_they_are_seen(stem: str, blanks: int) -> None:
    assert blank_count(stem) == blanks


PICTURED = replace(single(options=("", "")), pictures=(Picture("a", 0), Picture("b", 1)))


def test_the_same_texts_with_other_pictures_are_another_question() -> None:
    plain, shown = single(), replace(single(), pictures=(Picture("a"),))
    assert identity(plain) == "54a0f8387a0ce682e039d1c077f0e344043b0a99"
    assert len({identity(plain), identity(shown), identity(replace(shown, pictures=(Picture("b"),)))}) == 3
    assert identity(shown) != identity(replace(shown, pictures=(Picture("a", 0),)))
    turned = replace(PICTURED, pictures=(Picture("b", 0), Picture("a", 1)))
    assert identity(turned) == identity(PICTURED)
    assert has_same_answer(PICTURED, replace(turned, key=(1,)))
    assert not has_same_answer(PICTURED, turned)


def test_an_option_may_be_a_picture_only_a_stem_may_not() -> None:
    assert not faults(PICTURED)
    assert errors_of(replace(PICTURED, pictures=PICTURED.pictures[:1])) == ["options"]
    assert errors_of(replace(PICTURED, pictures=(Picture("a", 0), Picture("a", 1)))) == ["options"]
    assert errors_of(replace(PICTURED, stem=" ", pictures=(Picture("c"), *PICTURED.pictures))) == ["stem"]
    same_text = replace(single(options=("如图", "如图")), pictures=PICTURED.pictures)
    assert not faults(same_text)


def test_pictures_stand_where_a_sheet_can_show_them() -> None:
    assert errors_of(replace(single(), pictures=(Picture("a", 2),))) == ["options"]
    assert errors_of(replace(single(), pictures=(Picture("a", 1), Picture("b", 1)))) == ["options"]
    several = tuple(Picture(str(number)) for number in range(MAX_STEM_PICTURES + 1))
    assert errors_of(replace(single(), pictures=several)) == ["stem"]
    assert not faults(replace(single(), pictures=several[1:]))
    assert errors_of(Question(Kind.TRUE_FALSE, "如图，对吗", True, pictures=(Picture("a", 0),))) == ["options"]


def test_tidying_puts_pictures_in_order() -> None:
    untidy = replace(PICTURED, pictures=(Picture("b", 1), Picture("c"), Picture("a", 0), Picture("c")))
    assert tidied(untidy).pictures == (Picture("c"), Picture("a", 0), Picture("b", 1))


TWO = Question(Kind.FILL_BLANK, "____和____", (("甲",), ("乙",)))


def test_any_order_is_no_part_of_the_identity_and_means_another_key() -> None:
    loose = replace(TWO, any_order=True)
    turned = replace(loose, key=(("乙",), ("甲",)))
    assert identity(TWO) == identity(loose)
    assert not has_same_answer(TWO, loose)
    assert has_same_answer(loose, turned)
    assert not has_same_answer(TWO, replace(TWO, key=turned.key))


def test_only_several_blanks_can_stand_in_any_order() -> None:
    assert tidied(replace(TWO, any_order=True)).any_order
    assert not tidied(replace(TWO, key=(("甲",),), any_order=True)).any_order
    assert not tidied(Question(Kind.SHORT_ANSWER, "怎样做？", "甲", any_order=True)).any_order


def test_a_file_that_says_nothing_of_the_order_does_not_fix_it() -> None:
    before = replace(TWO, any_order=True)
    assert filled_up(TWO, before) == before
    assert not filled_up(replace(TWO, key=(("甲",), ("丙",))), before).any_order
    assert filled_up(before, TWO).any_order

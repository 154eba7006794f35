"""Keys in all their spellings, and those that are refused because they could mean two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.questions import LETTERS
from quizapp.excel.keys import (
    UnclearKey,
    blanks_key,
    choice_key,
    counted_from_one,
    is_letters,
    is_number,
    true_false_key,
    truth_of,
    without_remark,
)

OPTIONS = ("走在前方", "走在侧前方", "走在后面", "随意")
WIDE = str.maketrans("ABCDEFGH", "ＡＢＣＤＥＦＧＨ")
SEPARATORS = ["", " ", ",", "，", "、", ";", "；", "|", "/", "#", "$", "+", "　", "\n", "·", ", ", "和", "。"]


@given(
    st.sets(st.integers(0, 7), min_size=1),
    st.sampled_from(SEPARATORS),
    st.sampled_from(
        [str.upper, str.lower, lambda text: text.translate(WIDE), lambda text: text.translate(WIDE).lower()]
    ),
    st.sampled_from(["{}", " {} ", "({})", "（{}）", "【{}】", "答案：{}", "{}。", "正确答案: {}"]),
    st.randoms(use_true_random=False),
)
def test_the_same_letters_are_the_same_key(indexes, separator, case, around, order) -> None:  # type: ignore[no-untyped-def]  # hypothesis hands them in
    letters = [LETTERS[index] for index in indexes]
    order.shuffle(letters)
    options = [f"第{index}个选项的文字" for index in range(8)]
    spelled = around.format(case(separator.join(letters)))
    assert choice_key(spelled, options) == tuple(sorted(indexes))


@given(st.sets(st.integers(0, 7), min_size=1), st.sampled_from([",", "，", "、", "；", " ", "|"]))
def test_numbers_count_the_options_from_one(indexes: set[int], separator: str) -> None:
    options = [f"第{LETTERS[index]}个" for index in range(8)]
    spelled = separator.join(str(index + 1) for index in indexes)
    assert choice_key(spelled, options) == tuple(sorted(indexes))


@given(st.integers(0, 3))
def test_the_text_of_an_option_is_a_key(index: int) -> None:
    assert choice_key(f" {OPTIONS[index]} ", OPTIONS) == (index,)
    assert choice_key(f"{LETTERS[index]}、{OPTIONS[index]}", OPTIONS) == (index,)


def test_several_texts_of_options_are_a_key() -> None:
    assert choice_key("随意；走在前方", OPTIONS) == (0, 3)


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("", OPTIONS),
        ("?", OPTIONS),
        ("AAB", OPTIONS),
        ("A-D", OPTIONS),
        ("A~C", OPTIONS),
        ("D\n答案解析：D", OPTIONS),
        ("A、走在后面", OPTIONS),
        ("走在", OPTIONS),
        ("9", OPTIONS),
        ("0", OPTIONS),
        ("31", OPTIONS),
        ("15", OPTIONS),
        ("2", ("2", "4", "6", "8")[::-1]),
        ("B", ("B", "C", "A")),
        ("同样", ("同样", "同样", "别的")),
    ],
)
def test_what_could_mean_two_things_is_refused(key: str, options: tuple[str, ...]) -> None:
    with pytest.raises(UnclearKey):
        choice_key(key, options)


def test_a_number_that_is_its_own_option_is_clear() -> None:
    assert choice_key("2", ("1", "2", "3", "4")) == (1,)
    assert choice_key("8", ("2", "4", "6", "8")) == (3,)


def test_neighbours_joined_by_a_dash_are_both_meant() -> None:
    assert choice_key("A~B", OPTIONS) == (0, 1)


def test_letters_beyond_the_options_are_left_to_the_question_s_own_rules() -> None:
    assert choice_key("F", OPTIONS) == (5,)


def test_numbers_are_refused_where_the_table_counts_from_nobody_knows_what() -> None:
    with pytest.raises(UnclearKey, match="从几数起"):
        choice_key("1", OPTIONS, numbers_from_one=False)


@pytest.mark.parametrize(
    "text", ["正确", "对", "√", "✓", "✔️", "是", "TRUE", "T", "t", "Y", "1", "１", "（对）", "对。"]
)
def test_signs_for_true(text: str) -> None:
    assert truth_of(text) is True
    assert true_false_key(text) is True


@pytest.mark.parametrize("text", ["错误", "错", "×", "✗", "X", "x", "否", "FALSE", "F", "N", "0", "【错】"])
def test_signs_for_false(text: str) -> None:
    assert truth_of(text) is False
    assert true_false_key(text) is False


@pytest.mark.parametrize("text", ["", "A", "B", "AB", "2", "不一定", "对错"])
def test_what_is_neither_true_nor_false_is_refused(text: str) -> None:
    with pytest.raises(UnclearKey):
        true_false_key(text)


def test_letters_go_by_the_options_even_when_a_means_false() -> None:
    assert true_false_key("A", ("正确", "错误")) is True
    assert true_false_key("A", ("错误", "正确")) is False
    assert true_false_key("b", ("是", "否")) is False
    assert true_false_key("错误", ("错误", "正确")) is False


@pytest.mark.parametrize(
    ("key", "options"), [("1", ("错误", "正确")), ("AB", ("正确", "错误")), ("C", ("正确", "错误")), ("", ("对", "错"))]
)
def test_a_sign_that_contradicts_the_options_is_refused(key: str, options: tuple[str, str]) -> None:
    with pytest.raises(UnclearKey):
        true_false_key(key, options)


def test_a_number_beside_options_is_refused_where_numbers_are_unclear() -> None:
    with pytest.raises(UnclearKey):
        true_false_key("1", ("正确", "错误"), numbers_from_one=False)


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (["五"], (("五",),)),
        (["位尊者;尊者|3；三"], (("位尊者", "尊者"), ("3", "三"))),
        (["甲||乙"], (("甲",), ("乙",))),
        (["甲", "乙;丙"], (("甲",), ("乙", "丙"))),
        (["甲||"], (("甲",), ())),
        (["甲|"], (("甲",), ())),
        (["甲;甲"], (("甲",),)),
        ([], ()),
    ],
)
def test_the_answers_of_blanks(texts: list[str], key: tuple[tuple[str, ...], ...]) -> None:
    assert blanks_key(texts) == key


def test_letters_are_told_from_words() -> None:
    assert all(map(is_letters, ("A", "ABD", "a、c", "（B）")))
    assert not any(map(is_letters, ("GDP", "CCTV", "AA", "甲", "", "T")))


def test_numbers_are_told_from_words() -> None:
    assert all(map(is_number, ("1", "1,3", "２")))
    assert not any(map(is_number, ("一", "1.5", "2017", "A1")))


@pytest.mark.parametrize(
    ("text", "key", "remark"),
    [
        ("D\n答案解析：见第三条", "D", "见第三条"),
        ("ac 解析：都对", "ac", "都对"),
        ("A、C。【解析】都对", "A、C", "都对"),
        ("对 解析：礼貌", "对", "礼貌"),
        ("对\n章节测验", "对\n章节测验", ""),
        ("应当解析：不必", "应当解析：不必", ""),
    ],
)
def test_remarks_behind_keys(text: str, key: str, remark: str) -> None:
    assert without_remark(text) == (key, remark)


def test_lists_and_the_word_before_the_letter() -> None:
    assert choice_key('["A","C"]', OPTIONS) == (0, 2)
    assert choice_key("选项B", OPTIONS) == (1,)


def test_digits_beyond_the_options_name_one_each() -> None:
    assert choice_key("13", OPTIONS) == (0, 2)
    assert choice_key("12", ["选项"] * 12) == (11,)


@pytest.mark.parametrize(("text", "counted"), [("0", "1"), ("0,2", "1,3"), ("９", "10"), ("A", "A"), ("10%", "10%")])
def test_keys_that_count_from_zero(text: str, counted: str) -> None:
    assert counted_from_one(text) == counted


@pytest.mark.parametrize(
    "text", ["A-D", "A——D", "A--D", "A~~D", "A…D", "A...D", "A_D", "A、-D", "A-D。", "A-C、E", "A、C-E"]
)
def test_a_range_is_no_list(text: str) -> None:
    with pytest.raises(UnclearKey):
        choice_key(text, ("甲", "乙", "丙", "丁", "戊"))


@pytest.mark.parametrize(
    ("text", "key"), [("A-B", (0, 1)), ("A-C-D", (0, 2, 3)), ("A.C.E", (0, 2, 4)), ("A、C。", (0, 2))]
)
def test_signs_between_letters_part_them(text: str, key: tuple[int, ...]) -> None:
    assert choice_key(text, ("甲", "乙", "丙", "丁", "戊")) == key

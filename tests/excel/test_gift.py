"""Moodle's GIFT: what it writes is read, and what has no like here is told."""

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.gift import is_gift, read_gift
from quizapp.excel.written_lines import WrittenQuestion
from tests.excel.made_books import errors, read, words
from tests.excel.made_texts import lines_of

BANK = r"""// 礼仪题
$CATEGORY: $course$/电话/接听

::题一:: 接听电话应在几声内？ {
  =三声#对了
  ~五声 # 太慢
  ~七声
}

名片应双手递。{T}

握手以 {=三 =3} 秒为宜。

::题四::[html]<p>会议礼仪 &amp; 规范？</p>{~%50%守时 ~%50%静音 ~%-100%闲聊 ####见规范}

等式 a\=b \{甲\}？{=对\~了 ~错}
谁先伸手？{FALSE#不是}
"""


def read_one(text: str) -> WrittenQuestion:
    (question,) = read_gift(lines_of(text)).questions()
    return question


def test_a_bank_is_read() -> None:
    found = read(BANK.replace("\n谁先伸手", "\n\n谁先伸手").encode(), "礼仪.gift")
    assert [(item.row, item.question.kind, item.question.stem) for item in found.items] == [
        (4, Kind.SINGLE, "接听电话应在几声内？"),
        (10, Kind.TRUE_FALSE, "名片应双手递。"),
        (12, Kind.FILL_BLANK, "握手以 ____ 秒为宜。"),
        (14, Kind.MULTIPLE, "会议礼仪 & 规范？"),
        (16, Kind.SINGLE, "等式 a=b {甲}？"),
        (18, Kind.TRUE_FALSE, "谁先伸手？"),
    ]
    assert [item.question.key for item in found.items] == [(0,), True, (("三", "3"),), (0, 1), (0,), False]
    first, fourth, fifth = (found.items[index].question for index in (0, 3, 4))
    assert [option.text for option in first.options] == ["三声", "五声", "七声"]
    assert (first.explanation, first.category) == ("对了", "电话/接听")
    assert fourth.explanation == "见规范"
    assert [option.text for option in fifth.options] == ["对~了", "错"]


@pytest.mark.parametrize(
    "text",
    [
        "首都？{=甲 -> 乙 =丙 -> 丁}",
        "多少？{#3:1}",
        "多少？{#1..5}",
        "哪个？{=甲 ~%50%乙}",
        "哪个？{=%100%甲 =%50%乙}",
        "填 {=甲;乙}",
        "两处 {=甲} 和 {=乙}",
        "没关上 {=甲",
    ],
)
def test_what_has_no_like_here_is_told(text: str) -> None:
    assert read_one(text).trouble


def test_an_essay_has_no_key_and_is_told() -> None:
    found = read("请谈谈。{}\n\n名片应双手递。{T}".encode(), "x.txt")
    assert len(found.items) == 1
    assert errors(found.problems) == [(1, "答案")]


def test_a_weight_of_a_hundred_is_right() -> None:
    question = read_one("哪个？{~%100%甲 ~乙}")
    assert (question.kind, question.key) == (Kind.SINGLE, "A")


def test_text_without_answers_is_told() -> None:
    found = read_gift(lines_of("这是说明。\n\n名片应双手递。{T}"))
    assert [remark.line for remark in found.remarks] == [1]


def test_what_is_gift() -> None:
    assert is_gift("甲{T}")
    assert is_gift("甲 {\n=乙\n~丙\n}")
    assert not is_gift("1. 甲 { } 乙")
    assert not is_gift(r"甲 \{=乙\}")


def test_more_answers_than_letters_are_refused_in_words() -> None:
    found = read(("::一:: 题？ {=甲 " + "~乙 " * 40 + "}\n").encode(), "a.txt")
    assert not found.items
    assert "选项多于" in words(found.problems)


def gift(text: str) -> list[WrittenQuestion]:
    return list(read_gift(lines_of(text)).questions())


def test_a_blank_that_the_stem_has_is_not_doubled() -> None:
    assert [q.stem for q in gift("铃响（ ）声内接听。 {=三}")] == ["铃响（ ）声内接听。"]
    assert [q.stem for q in gift("铃响____声内接听。 {=三}")] == ["铃响____声内接听。"]
    assert [q.stem for q in gift("几声内接听？ {=三}")] == ["几声内接听？ ____"]


@pytest.mark.parametrize("said", ["{~%50%甲 ~%30%乙 ~丙}", "{~%60%甲 ~乙}", "{~%60%甲 ~%60%乙 ~丙}"])
def test_shares_that_are_not_all_of_the_points_are_told(said: str) -> None:
    (question,) = gift(f"选哪些？ {said}")
    assert "100%" in question.trouble


def test_rounded_shares_are_a_key() -> None:
    (question,) = gift("选哪些？ {~%33.333%甲 ~%33.333%乙 ~%33.333%丙 ~%-100%丁}")
    assert (question.key, question.trouble) == ("ABC", "")

"""GIFT read again: what it can say comes back, what it cannot say is told."""

from hypothesis import HealthCheck, given, settings

from quizapp.core.bank_exports import Written
from quizapp.core.questions import Kind, Option, Question
from quizapp.excel.styles import legal_characters
from quizapp.excel.write_gift import write_gift
from tests.excel.any_questions import BANKS
from tests.excel.bank_to_write import BANK, BLANK, BLANKS, FALSE, MULTIPLE, SHORT, SINGLE, TRUE, progress
from tests.excel.gift_reader import GiftQuestion, read_gift


def written(*questions: Question) -> Written:
    return write_gift("礼仪", questions, progress(list(questions)))


def read(question: Question) -> GiftQuestion:
    return read_gift(written(question).content)[0]


def test_choices_and_their_shares() -> None:
    single, multiple = read(SINGLE), read(MULTIPLE)
    assert single.answers == [("~", "", "五声"), ("=", "", "三声"), ("~", "", "七声")]
    assert single.feedback == "不必久等。\n依据：服务规范第 3 条"
    assert [(sign, share) for sign, share, _text in multiple.answers] == [
        ("~", "33.33333"), ("~", "33.33333"), ("~", "-100"), ("~", "33.33333"),
    ]  # fmt: skip
    assert single.category == "$course$/top/礼仪/礼仪/电话"


def test_true_false_blank_and_essay() -> None:
    assert (read(TRUE).truth, read(FALSE).truth) == (True, False)
    assert read(BLANK).answers == [("=", "100", "3"), ("=", "100", "三")]
    essay = read(SHORT)
    assert (essay.answers, essay.feedback) == ([], "参考答案：请坐、倒水。\n耐心听完。\n态度最要紧。")


def test_signs_of_gift_are_text() -> None:
    question = Question(Kind.SINGLE, "// a{b}=c:~#\\\n\nd", (0,), (Option("50%=~"), Option("%50%")))
    assert read(question).stem == question.stem
    assert read(question).answers == [("=", "", "50%=~"), ("~", "0", "%50%")]


def test_what_gift_cannot_ask_is_told() -> None:
    arrow = Question(Kind.FILL_BLANK, "从 A 到 B？", (("A->B",),))
    found = written(*BANK, arrow)
    assert len(read_gift(found.content)) == len(BANK) - 1
    assert [(one.question, one.is_left_out) for one in found.remarks] == [(BLANKS, True), (arrow, True), (None, False)]
    assert "知识点、难度、复核日期" in found.remarks[-1].message


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BANKS.filter(bool))
def test_whatever_the_bank_holds_is_read_again(bank: list[Question]) -> None:
    found = written(*bank)
    left_out = {id(remark.question) for remark in found.remarks if remark.is_left_out}
    said = [question for question in bank if id(question) not in left_out]
    again = read_gift(found.content)
    assert [one.stem.split() for one in again] == [legal_characters(question.stem).split() for question in said]
    for question, one in zip(said, again, strict=True):
        if question.kind.has_options:
            assert [text.split() for _sign, _share, text in one.answers] == [
                legal_characters(option.text).split() for option in question.options
            ]

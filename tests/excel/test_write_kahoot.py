"""Kahoot's workbook read again by our own import; what Kahoot does not take is told."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from quizapp.core.bank_exports import Written
from quizapp.core.questions import Kind, Option, Question
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.write_kahoot import write_kahoot
from tests.excel.bank_to_write import BANK, BLANK, BLANKS, FALSE, MULTIPLE, SHORT, SINGLE, TRUE, progress
from tests.excel.made_books import no_report


def written(*questions: Question) -> Written:
    return write_kahoot("礼仪", questions, progress(list(questions)))


def bare(question: Question) -> Question:
    return Question(question.kind, question.stem, question.key, question.options)


def test_what_kahoot_can_ask_comes_back() -> None:
    found = parse_bank(written(*BANK).content, "kahoot.xlsx", no_report)
    assert [item.question for item in found.items] == [bare(one) for one in (SINGLE, MULTIPLE, TRUE, FALSE)]
    assert found.rows_faulty == 0


def test_the_sheet_is_as_kahoot_lays_it_out() -> None:
    sheet = load_workbook(BytesIO(written(MULTIPLE).content)).active
    assert sheet["B8"].value == "Question - max 120 characters"
    assert [cell.value for cell in sheet[9]] == [
        1, "引路时应当：", "走在侧前方", "提示台阶", "看手机", "照顾步速", 30, "1,2,4",
    ]  # fmt: skip


def test_other_kinds_and_lost_fields_are_told() -> None:
    remarks = written(*BANK).remarks
    assert [remark.question for remark in remarks] == [BLANK, BLANKS, SHORT, None]
    assert "解析、分类、知识点、难度、依据、复核日期" in remarks[-1].message


@pytest.mark.parametrize(
    ("question", "is_taken"),
    [
        (replace(SINGLE, stem="长" * 120), True),
        (replace(SINGLE, stem="长" * 121), False),
        (replace(SINGLE, stem="𠮷" * 61), False),
        (replace(SINGLE, options=(Option("长" * 75), Option("短"))), True),
        (replace(SINGLE, options=(Option("长" * 76), Option("短"))), False),
        (replace(SINGLE, options=tuple(Option(text) for text in "甲乙丙丁戊")), False),
    ],
)
def test_kahoots_limits(question: Question, is_taken: bool) -> None:
    assert (written(question).left_out == 0) is is_taken


def test_a_question_of_several_answers_with_one_right_is_kept() -> None:
    question = Question(Kind.MULTIPLE, "选：", (1,), SINGLE.options)
    found = parse_bank(written(question).content, "kahoot.xlsx", no_report)
    assert [item.question.key for item in found.items] == [(1,)]

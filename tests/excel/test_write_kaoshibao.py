"""考试宝's workbook read again by our own import; what it has no place for is told."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from quizapp.core.bank_exports import Written
from quizapp.core.questions import Kind, Question
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.write_kaoshibao import write_kaoshibao
from tests.excel.bank_to_write import BANK, BLANK, BLANKS, FALSE, MULTIPLE, SHORT, SINGLE, TRUE, progress
from tests.excel.made_books import no_report


def written(*questions: Question) -> Written:
    return write_kaoshibao("礼仪", questions, progress(list(questions)))


def test_what_it_can_say_comes_back() -> None:
    found = parse_bank(written(*BANK).content, "考试宝.xlsx", no_report)
    assert [item.question for item in found.items] == [
        replace(SINGLE, knowledge_point="", source="", reviewed_on=None), MULTIPLE, TRUE, FALSE,
        replace(BLANK, key=(("3",),)), replace(BLANKS, key=(("位尊者",), ("3",))), SHORT,
    ]  # fmt: skip
    assert found.rows_faulty == 0


def test_the_sheet_is_as_the_product_lays_it_out() -> None:
    sheet = load_workbook(BytesIO(written(TRUE).content)).active
    assert str(sheet["A1"].value).startswith("导入须知")
    headings = [cell.value for cell in sheet[2]]
    assert headings[:3] == ["题干（必填）", "题型 （必填）", "选项 A"]
    assert headings[6:] == [
        "选项E\n(勿删)", "选项F\n(勿删)", "选项G\n(勿删)", "选项H\n(勿删)", "正确答案\n（必填）",
        "解析\n（勿删）", "章节\n（勿删）", "难度",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[3]][:4] == ["名片应正对对方。", "判断题", "对", "错"]
    assert sheet["K3"].value == "A"


def test_what_is_lost_is_told() -> None:
    remarks = written(*BANK).remarks
    assert [remark.question for remark in remarks] == [BLANK, BLANKS, None]
    assert "知识点、依据、复核日期" in remarks[-1].message
    assert written(replace(FALSE, reviewed_on=date(2026, 3, 1))).remarks[0].message.count("复核日期") == 1


def test_what_no_row_can_hold_is_left_out() -> None:
    many = Question(Kind.FILL_BLANK, "九个空", tuple((str(number),) for number in range(9)))
    long = replace(TRUE, explanation="长" * 40_000)
    found = written(many, long, TRUE)
    assert found.left_out == 2
    assert [item.question for item in parse_bank(found.content, "考试宝.xlsx", no_report).items] == [TRUE]


def test_that_the_order_is_free_is_told_as_lost() -> None:
    assert "填空顺序不限" in written(replace(BLANKS, any_order=True)).remarks[-1].message

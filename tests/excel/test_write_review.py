"""审题稿 read again: a row for each question with all that a reviewer needs, and room for a remark."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.core.pictures import Picture
from quizapp.core.questions import Kind, Option, Question
from quizapp.errors import Cancelled
from quizapp.excel.table_sheet import Progress
from quizapp.excel.write_review import ReviewHead, write_review
from tests.core.test_pictures import JPEG, webp
from tests.excel.any_questions import BANKS
from tests.excel.bank_to_write import BANK, BLANKS, MULTIPLE, SHORT, SINGLE, progress
from tests.made_pictures import png

HEAD = ReviewHead("服务礼仪", date(2026, 3, 2))


def rows(*questions: Question) -> list[list[str]]:
    document = docx.Document(BytesIO(write_review(HEAD, questions, progress(list(questions))).content))
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_title_count_and_date() -> None:
    document = docx.Document(BytesIO(write_review(HEAD, BANK, progress(BANK)).content))
    title, facts, signs = (paragraph.text for paragraph in document.paragraphs[:3])
    assert title == "《服务礼仪》审题稿"
    assert facts.startswith("共 7 题（单选题 1、多选题 1、判断题 2、填空题 2、简答题 1）")
    assert facts.endswith("导出日期：2026-03-02")
    assert "审题人" in signs


def test_every_question_has_its_row() -> None:
    found = rows(*BANK)
    assert found[0] == ["序号", "题目", "答案", "解析和依据", "审题意见"]
    assert found[1] == [
        "1",
        "单选题 · 礼仪/电话 · 接听 · 易\n接听电话应在铃响几声内？\nA. 五声\nB. 三声\nC. 七声",
        "B",
        "不必久等。\n依据：服务规范第 3 条\n复核日期：2026-03-01",
        "",
    ]
    assert found[2][2] == "ABD"
    assert found[6][2] == "位尊者；尊者 | 3"
    assert found[7][2] == "请坐、倒水。\n耐心听完。"
    assert len(found) == 8


def test_an_empty_bank_has_its_headings() -> None:
    assert len(rows()) == 1


def test_control_characters_are_told() -> None:
    question = Question(Kind.SHORT_ANSWER, "甲\x01", "乙")
    written = write_review(HEAD, [question], progress([question]))
    assert [remark.question for remark in written.remarks] == [question]
    assert rows(question)[1][1] == "简答题\n甲\ufffd"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BANKS)
def test_whatever_the_bank_holds_can_be_written(bank: list[Question]) -> None:
    assert len(rows(*bank)) == len(bank) + 1


def test_it_stops_when_it_is_asked_to() -> None:
    with pytest.raises(Cancelled):
        write_review(HEAD, [SINGLE, MULTIPLE, BLANKS, SHORT], Progress(4, None, lambda: True))


@pytest.mark.parametrize("strange", [webp(b"VP8X", b"\0" * 4 + b"\x27\0\0\x1d\0\0"), JPEG])
def test_pictures_stand_below_the_stem_and_beside_their_options(strange: bytes) -> None:
    contents = {"a": png(900, 300), "b": png(40, 30), "c": strange}
    options = (Option(""), Option("右侧"), Option(""))
    pictures = (Picture("a"), Picture("b", 0), Picture("b", 1))
    question = Question(Kind.SINGLE, "坐哪里？", (0,), options, pictures=pictures)
    lacking = replace(question, pictures=(*pictures, Picture("c", 2)))
    written = write_review(HEAD, [question, lacking], Progress(2, None, None), pictures=contents)
    document = docx.Document(BytesIO(written.content))
    assert len(document.inline_shapes) == 6
    assert round(document.inline_shapes[0].width.cm, 1) == 9.0
    assert "A. （图片）" in document.tables[0].rows[1].cells[1].text
    assert [remark.question for remark in written.remarks] == [lacking]

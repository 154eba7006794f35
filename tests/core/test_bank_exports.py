"""The forms in which a bank leaves: their names, their endings, and how much of it a file says."""

from dataclasses import replace

import pytest

from quizapp.core.bank_exports import (
    ExportFormat,
    ExportRemark,
    Written,
    format_of_suffix,
    takes_suffix,
    without_pictures,
)
from quizapp.core.pictures import Picture
from quizapp.core.questions import Kind, Option, Question


def test_every_form_has_its_name_and_ending() -> None:
    assert len({one.label for one in ExportFormat}) == len(ExportFormat)
    assert all(one.suffix.startswith(".") and takes_suffix(one, one.suffix) for one in ExportFormat)


@pytest.mark.parametrize(
    ("suffix", "chosen"),
    [(".XLSX", "template"), (".docx", "review"), (".xml", "moodle"), (".gift", "gift"), (".txt", None), ("", None)],
)
def test_an_ending_decides_only_where_it_is_unmistakable(suffix: str, chosen: str | None) -> None:
    assert format_of_suffix(suffix) == chosen


def test_gift_has_two_endings() -> None:
    assert takes_suffix(ExportFormat.GIFT, ".GIFT")
    assert not takes_suffix(ExportFormat.MOODLE, ".gift")


def test_what_is_not_in_the_file_is_counted() -> None:
    question = Question(Kind.SHORT_ANSWER, "甲", "乙")
    remarks = (
        ExportRemark(question, "太长", is_left_out=True),
        ExportRemark(question, "少了解析"),
        ExportRemark(None, "全部"),
    )
    assert Written(b"", remarks).left_out == 1


def test_a_form_without_pictures_says_so_and_gets_no_empty_options() -> None:
    in_words = Question(Kind.TRUE_FALSE, "如图，对吗？", True, pictures=(Picture("a"),))
    in_pictures = Question(Kind.SINGLE, "哪一张？", (0,), (Option(""), Option("都不对")), pictures=(Picture("a", 0),))
    plain = Question(Kind.TRUE_FALSE, "对吗？", True)
    kept, remarks = without_pictures([in_words, in_pictures, plain])
    assert kept == [replace(in_words, pictures=()), plain]
    assert [(one.question, one.is_left_out) for one in remarks] == [(in_pictures, True), (None, False)]
    assert remarks[1].message == "有 1 道题的图片没有写入。"
    assert without_pictures([plain]) == ([plain], [])

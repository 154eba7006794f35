"""Rows that begin with what they are."""

from quizapp.core.questions import Kind
from quizapp.excel.marked_rows import marked_table
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import read

ROWS = [
    "M=MODULE\tmodule_enabled\tmodule_name",
    "Q=QUESTION\tquestion_enabled\tquestion_description\tquestion_explanation\tquestion_type",
    "M\t1\t礼仪",
    "S\t1\t接待",
    "Q\t1\t茶水几分满？\t七分茶\tS\t1",
    "A\t1\t五分\t\t0",
    "A\t1\t七分\t\t1",
    "Q\t1\t哪些合礼？\t\tM\t1",
    "A\t1\t问好\t\t1",
    "A\t1\t让座\t\t1",
    "Q\t1\t怎样引路？\t\tT\t1",
    "A\t1\t走在侧前方\t\t1",
]


def test_questions_and_their_answers() -> None:
    found = read("\n".join(ROWS).encode(), "bank.tsv")
    assert [(i.row, i.question.kind, i.question.key) for i in found.items] == [
        (5, Kind.SINGLE, (1,)),
        (8, Kind.MULTIPLE, (0, 1)),
        (11, Kind.SHORT_ANSWER, "走在侧前方"),
    ]
    first = found.items[0].question
    assert ([option.text for option in first.options], first.explanation, first.category) == (
        ["五分", "七分"],
        "七分茶",
        "接待",
    )


def test_other_letters_in_the_first_column_are_no_marks() -> None:
    assert marked_table(SheetRows("甲", [["A", "甲"], ["B", "乙"]])) is None
    assert marked_table(SheetRows("甲", [])) is None

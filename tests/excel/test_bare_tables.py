"""Tables without headings, read by what their columns hold, and those that are left alone."""

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.bare_tables import bare_table
from quizapp.excel.read_bank import BankFile
from quizapp.excel.sheet_rows import SheetRows
from tests.excel.made_books import errors, read, warnings, xlsx

STEMS = [
    "接待来宾应当提前多久到场？",
    "斟茶时茶水应倒几分满为宜？",
    "引导来宾时应走在来宾哪一侧？",
    "交换名片时应当用哪只手？",
]
OPTIONS = [
    ["五分钟", "十分钟", "一小时"],
    ["三分", "七分", "溢出"],
    ["左前方", "右后方", "正后方"],
    ["左手", "双手", "右手"],
]
KEYS = ["B", "B", "A", "C"]


def bare(*rows: list[object]) -> BankFile:
    return read(xlsx(rows))


def rows_of(*parts: str) -> list[list[object]]:
    """A row for each stem; `parts` names what stands in its cells, in this order."""
    rows = []
    for number, (stem, options, key) in enumerate(zip(STEMS, OPTIONS, KEYS, strict=True), start=1):
        cells: dict[str, list[object]] = {
            "number": [number],
            "kind": ["单选题"],
            "stem": [stem],
            "options": list(options),
            "cell": ["|".join(options)],
            "key": [key],
            "digit": ["ABC".index(key) + 1],
            "seconds": [20],
            "explanation": [f"这是比题干更长的一段解析，说明第{number}题为什么这样。"],
        }
        rows.append([cell for part in parts for cell in cells[part]])
    return rows


@pytest.mark.parametrize(
    "parts",
    [
        ("stem", "options", "key"),
        ("number", "kind", "stem", "options", "key", "explanation"),
        ("kind", "key", "stem", "options"),
        ("number", "stem", "key", "options"),
        ("stem", "cell", "key"),
        ("stem", "options", "seconds", "digit"),
    ],
)
def test_columns_that_speak_for_themselves(parts: tuple[str, ...]) -> None:
    found = bare(*rows_of(*parts))
    assert [
        (i.row, i.question.stem, [o.text for o in i.question.options], i.question.key_letters) for i in found.items
    ] == [
        (number, stem, options, key)
        for number, (stem, options, key) in enumerate(zip(STEMS, OPTIONS, KEYS, strict=True), start=1)
    ]
    assert (None, "") in warnings(found.problems)
    assert "没有标题行" in found.layout


def test_true_and_false_without_options() -> None:
    found = bare(["礼仪判断题"], *([number, stem, "对"] for number, stem in enumerate(STEMS)))
    assert [(item.row, item.question.kind) for item in found.items] == [(row, Kind.TRUE_FALSE) for row in (2, 3, 4, 5)]


def test_two_readings_are_asked_about_and_not_read() -> None:
    found = bare(*([*row, other] for row, other in zip(rows_of("stem", "options", "key"), "ABBA", strict=True)))
    assert not found.items
    assert errors(found.problems) == [(None, "")]


@pytest.mark.parametrize(
    "rows",
    [
        [["张三", "办公室", "科长", "13800000000"]] * 4,
        [[stem, "请提前做好准备"] for stem in STEMS],
        [[stem, *options, "没有"] for stem, options in zip(STEMS, OPTIONS, strict=True)],
        rows_of("stem", "options", "key")[:2],
        [["同一道题目反复出现", "甲", "乙", "A"]] * 5,
    ],
)
def test_what_is_no_table_of_questions(rows: list[list[str]]) -> None:
    assert bare_table(SheetRows("甲", [list(map(str, row)) for row in rows])) is None

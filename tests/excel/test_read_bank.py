"""A bank file read whole: in this process, in the child, and when it is no bank."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.problems import Severity
from quizapp.core.questions import LETTERS, Kind
from quizapp.errors import Cancelled, NotReadable
from quizapp.excel.child import ChildLimits
from quizapp.excel.read_bank import BankFile, parse_bank, read_bank
from quizapp.excel.template import bank_template
from tests.excel.made_books import BANK_HEADINGS, bank, no_report, read, sheet_xml, warnings, words, xls, xlsx

ROWS = [
    BANK_HEADINGS,
    ["单选题", "接听电话应在铃响几声内？", "三声", "五声", "七声", "九声", "A"],
    ["多选题", "引路时应当：", "走在侧前方", "提示台阶", "看手机", None, "AB"],
    ["判断题", "名片应正对对方。", None, None, None, None, "对"],
    ["填空题", "握手以____秒左右为宜。", None, None, None, None, "3;三"],
    ["简答题", "怎样接待来访群众？", None, None, None, None, "请坐。"],
    ["单选题", "没有答案的题", "甲", "乙", None, None, None],
]


def keys(found: BankFile) -> list[object]:
    return [item.question.key for item in found.items]


EXPECTED = [(0,), (0, 1), True, (("3", "三"),), "请坐。"]


def test_the_child_reads_what_this_process_reads() -> None:
    content = xlsx(ROWS)
    told: list[tuple[int, int]] = []
    found = read_bank(content, "礼仪.xlsx", on_progress=lambda done, total: told.append((done, total)))
    assert found == parse_bank(content, "礼仪.xlsx", no_report)
    assert keys(found) == EXPECTED
    assert (found.file_name, found.rows_faulty) == ("礼仪.xlsx", 1)
    assert told[-1] == (6, 6)


@pytest.mark.parametrize(
    "content", [xls(ROWS), "\n".join(",".join(c or "" for c in row) for row in ROWS).encode("gb18030")]
)
def test_other_formats_say_the_same(content: bytes) -> None:
    found = read(content)
    assert keys(found) == EXPECTED
    assert [item.row for item in found.items] == [2, 3, 4, 5, 6]


def test_our_own_form_is_read_without_a_word() -> None:
    found = read(bank_template())
    assert {item.question.kind for item in found.items} == set(Kind)
    assert not found.problems
    assert "题干" in found.layout


def test_numbers_and_dates_in_cells_are_read_as_they_are_shown() -> None:
    rows = [["题干", "选项A", "选项B", "选项C", "答案", "复核日期"], ["题", 0.16, 42900, 7, "A", date(2026, 11, 1)]]
    formats = {"B2": "0%", "C2": 'yyyy"年"m"月"d"日"', "D2": "00000", "F2": "yyyy/m/d"}
    (item,) = read(xlsx(rows, formats=formats)).items
    assert [option.text for option in item.question.options] == ["16%", "2017年6月14日", "00007"]
    assert item.question.reviewed_on == date(2026, 11, 1)


def test_several_sheets_are_one_bank() -> None:
    found = read(xlsx({"甲": ROWS[:3], "乙": [ROWS[0], *ROWS[3:5]]}))
    assert [(item.sheet, item.row) for item in found.items] == [("甲", 2), ("甲", 3), ("乙", 2), ("乙", 3)]
    assert len(found.layout.splitlines()) == 2


def test_repeats_are_read_and_told() -> None:
    found = bank(ROWS[1], ROWS[1])
    assert len(found.items) == 2
    assert warnings(found.problems) == [(3, "")]


def test_hidden_rows_are_read_and_told() -> None:
    cells = '<c r="A{0}" t="str"><v>{1}</v></c><c r="B{0}" t="str"><v>{2}</v></c>'
    rows = [("题干", "答案", ""), ("甲", "对", ""), ("乙", "错", ' hidden="1"')]
    xml = "".join(f'<row r="{n}"{hide}>{cells.format(n, a, b)}</row>' for n, (a, b, hide) in enumerate(rows, start=1))
    found = read(sheet_xml(xml))
    assert len(found.items) == 2
    assert warnings(found.problems) == [(None, "")]
    assert "1 行是隐藏的" in words(found.problems)


def test_headings_without_questions_are_told() -> None:
    found = read(xlsx([BANK_HEADINGS]))
    assert not found.items
    assert [(problem.severity, problem.row) for problem in found.problems] == [(Severity.ERROR, None)]


def test_a_sheet_without_headings_is_told() -> None:
    found = read(xlsx([["甲", "A", "B"]] * 5))
    assert not found.items
    assert "标题行" in words(found.problems)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04 half a file", b"<html></html>"])
def test_what_is_no_workbook_is_refused_by_the_child_as_well(content: bytes) -> None:
    with pytest.raises(NotReadable):
        read_bank(content, "x.xlsx")


def test_a_workbook_that_makes_the_reader_ask_for_everything_does_no_harm() -> None:
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(NotReadable):
        read_bank(sheet_xml(corners), "x.xlsx", limits=ChildLimits(seconds=30, megabytes=300))


def test_reading_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        read_bank(xlsx(ROWS), "x.xlsx", is_cancelled=lambda: True)


TEXTS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=12)


@st.composite
def choices(draw: st.DrawFn) -> tuple[str, list[str], list[int]]:
    """Stem, options and right options of a choice question."""
    options = draw(st.lists(TEXTS, min_size=2, max_size=4, unique=True))
    right = draw(st.lists(st.sampled_from(range(len(options))), min_size=1, unique=True))
    return draw(TEXTS), options, sorted(right)


@settings(max_examples=40)
@given(st.lists(choices(), min_size=1, max_size=5, unique_by=lambda choice: choice[0]))
def test_what_was_written_is_read(written: list[tuple[str, list[str], list[int]]]) -> None:
    rows = [
        [
            "多选题" if len(right) > 1 else "单选题",
            stem,
            *options,
            *[None] * (4 - len(options)),
            "".join(LETTERS[i] for i in right),
        ]
        for stem, options, right in written
    ]
    questions = [item.question for item in bank(*rows).items]
    assert [(q.stem, [option.text for option in q.options], list(q.key)) for q in questions] == written  # type: ignore[arg-type]  # of choice questions

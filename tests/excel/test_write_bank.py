"""A bank in our own template: read back it is the same, its cells are inert, and the form is the blank one's."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from openpyxl import load_workbook

from quizapp.core.bank_exports import Written
from quizapp.core.problems import Severity
from quizapp.core.questions import Difficulty, Kind, Option, Question
from quizapp.errors import Cancelled
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.table_sheet import Progress
from quizapp.excel.template import bank_template
from quizapp.excel.write_bank import row_texts, write_bank
from quizapp.i18n import use_language
from tests.excel.any_questions import BANKS
from tests.excel.bank_to_write import BANK
from tests.excel.made_books import no_report

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
SINGLE = Question(
    Kind.SINGLE, "接听电话应在铃响几声内？", (1,), (Option("五声"), Option("三声")), "不必久等。", "礼仪/电话", "接听",
    Difficulty.EASY, "服务规范第 3 条", date(2026, 3, 1),
)  # fmt: skip
BLANKS = Question(Kind.FILL_BLANK, "____和____", (("a|b", "c;d\\"), ("3；三｜",)))


def written(*questions: Question) -> Written:
    return write_bank("礼仪", questions, Progress(len(questions), None, None))


def read_back(content: bytes) -> list[Question]:
    found = parse_bank(content, "导出.xlsx", no_report)
    assert [problem for problem in found.problems if problem.severity is Severity.ERROR] == []
    assert found.rows_faulty == 0
    return [item.question for item in found.items]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BANKS.filter(bool))
@example([BLANKS, SINGLE, replace(SINGLE, options=(Option("B"), Option("A")), key=(0,))])
@example([replace(SINGLE, options=(Option("A、甲"), Option("B、乙")))] * 3)
@example([replace(SINGLE, stem="（B）甲"), Question(Kind.TRUE_FALSE, "天是蓝的（√）", True)])
@example(
    [
        Question(Kind.SHORT_ANSWER, "题干", "答案", source="依据"),
        SINGLE,
        Question(Kind.SHORT_ANSWER, "一、单选题", "AB"),
    ]
)
def test_whatever_the_bank_holds_comes_back(bank: list[Question]) -> None:
    assert read_back(written(*bank).content) == bank


def test_every_field_has_its_cell() -> None:
    assert row_texts(SINGLE) == [
        "单选题", "接听电话应在铃响几声内？", "五声", "三声", *[""] * 6, "B", "不必久等。", "礼仪/电话", "接听", "易",
        "服务规范第 3 条", "2026-03-01",
    ]  # fmt: skip


def test_the_form_is_that_of_the_blank_template() -> None:
    ours, blank = (load_workbook(BytesIO(content)) for content in (written(SINGLE).content, bank_template()))
    form, model = ours.worksheets[0], blank.worksheets[0]
    assert ours.sheetnames == blank.sheetnames
    assert [cell.value for cell in form[1]] == [cell.value for cell in model[1]]
    assert (form.freeze_panes, form.print_title_rows) == (model.freeze_panes, model.print_title_rows)
    assert form.page_setup.orientation == model.page_setup.orientation
    for letter in "ABCKQ":
        assert form.column_dimensions[letter].width == model.column_dimensions[letter].width
    offered = [
        [(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation] for sheet in (form, model)
    ]
    assert offered[0] == offered[1]


def test_what_looks_active_is_text_and_stays_it() -> None:
    form = load_workbook(
        BytesIO(written(replace(SINGLE, stem="=1+1", explanation="+86", source="00007")).content)
    ).active
    assert (form["B2"].value, form["B2"].data_type, form["B2"].quotePrefix) == ("=1+1", "s", True)
    assert (form["L2"].value, form["L2"].data_type, form["L2"].quotePrefix) == ("+86", "s", True)
    assert (form["P2"].value, form["P2"].data_type) == ("00007", "s")
    assert form["C2"].number_format == "@"


def test_what_somebody_changed_in_the_file_is_read_as_any_file() -> None:
    book = load_workbook(BytesIO(written(SINGLE, BLANKS).content))
    form = book.worksheets[0]
    form["A2"], form["K2"], form["Q2"] = "单选", " b ", "2026年5月1日"
    form.append(["判断题", "新的一题。", *[None] * 8, "√"])
    form.append(["多选题", "缺一个答案", "甲", "乙"])
    content = BytesIO()
    book.save(content)
    found = parse_bank(content.getvalue(), "改过.xlsx", no_report)
    assert [item.question for item in found.items] == [
        replace(SINGLE, reviewed_on=date(2026, 5, 1)), BLANKS, Question(Kind.TRUE_FALSE, "新的一题。", True),
    ]  # fmt: skip
    assert [(problem.row, problem.message) for problem in found.problems] == [(5, "没有答案：请填写答案。")]


def test_without_its_mark_the_file_is_read_as_any_file() -> None:
    labelled = replace(SINGLE, options=(Option("A、甲"), Option("B、乙")))
    book = load_workbook(BytesIO(written(labelled).content))
    del book["填写说明"]
    content = BytesIO()
    book.save(content)
    assert read_back(content.getvalue())[0].options == (Option("甲"), Option("乙"))


def test_a_text_that_no_cell_holds_is_told() -> None:
    long = replace(SINGLE, explanation="长" * 32_768)
    found = written(long, SINGLE)
    assert read_back(found.content) == [SINGLE]
    assert found.left_out == 1
    assert found.remarks[0].question == long
    assert "32,767" in found.remarks[0].message
    assert written(replace(SINGLE, explanation="𠮷" * 16_384)).left_out == 1


def test_it_stops_when_it_is_asked_to() -> None:
    with pytest.raises(Cancelled):
        write_bank("礼仪", [SINGLE], Progress(1, None, lambda: True))


@pytest.mark.parametrize("written_in", ["zh", "en"])
@pytest.mark.parametrize("read_in", ["zh", "en"])
def test_the_language_of_the_program_does_not_matter(written_in: str, read_in: str) -> None:
    use_language(written_in, TRANSLATIONS)
    content = written(*BANK).content
    use_language(read_in, TRANSLATIONS)
    assert read_back(content) == BANK

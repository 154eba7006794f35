"""A bank as the workbook that Kahoot takes: two to four short answers a question, and nothing beside them."""

from collections.abc import Sequence

from openpyxl import Workbook

from quizapp.core.bank_exports import ExportRemark, Written
from quizapp.core.questions import Kind, Question
from quizapp.excel.export_remarks import about_changed_characters, about_lost_fields
from quizapp.excel.styles import TEXT, Look, cell_length
from quizapp.excel.table_sheet import Column, Progress, TableSheet
from quizapp.excel.workbook_bytes import workbook_bytes
from quizapp.i18n import _

LONGEST_STEM, LONGEST_OPTION, MOST_OPTIONS = 120, 75, 4
SECONDS = 30
"""For each question; Kahoot knows 5, 10, 20, 30, 60, 90, 120 and 240."""
_ROWS_ABOVE = 7


def write_kahoot(bank_name: str, questions: Sequence[Question], progress: Progress) -> Written:
    """The workbook; what Kahoot cannot ask is left out and told. Raises Cancelled."""
    workbook = Workbook(write_only=True)
    remarks: list[ExportRemark] = []
    said: list[Question] = []
    with workbook_bytes(workbook) as content:
        sheet = TableSheet(workbook, "Quiz", _columns(), rows_above=_ROWS_ABOVE)
        sheet.title(bank_name)
        for _row in range(_ROWS_ABOVE - 1):
            sheet.facts("")  # Kahoot looks for its headings in row 8
        sheet.headings()
        for question in questions:
            progress.step()
            if why := _why_not(question):
                remarks.append(ExportRemark(question, why, is_left_out=True))
                continue
            said.append(question)
            sheet.grown([len(said), *_cells(question)])
            remarks += about_changed_characters(question)
    progress.finish()
    return Written(content.getvalue(), (*remarks, *about_lost_fields(said, _lost_fields())))


def _columns() -> list[Column]:
    text = Look(align="left", number_format=TEXT, wraps=True)
    answers = [f"Answer {number} - max {LONGEST_OPTION} characters" for number in range(1, MOST_OPTIONS + 1)]
    limit = "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs"
    return [
        Column("", 5),
        Column(f"Question - max {LONGEST_STEM} characters", 50, text),
        *(Column(heading, 28, text) for heading in answers),
        Column(limit, 24),
        Column("Correct answer(s) - choose at least one", 20, Look(number_format=TEXT)),
    ]


def _cells(question: Question) -> list[str | int | None]:
    options = _options(question)
    right = [0 if question.key is True else 1] if question.kind is Kind.TRUE_FALSE else list(_indexes(question))
    numbers = ",".join(str(index + 1) for index in right)
    return [question.stem, *options, *[None] * (MOST_OPTIONS - len(options)), SECONDS, numbers]


def _options(question: Question) -> list[str]:
    if question.kind is Kind.TRUE_FALSE:
        return [_("正确"), _("错误")]
    return [option.text for option in question.options]


def _indexes(question: Question) -> Sequence[int]:
    key = question.key if isinstance(question.key, tuple) else ()
    return [index for index in key if isinstance(index, int)]


def _why_not(question: Question) -> str:
    """Why Kahoot cannot ask a question; empty where it can."""
    if not question.kind.has_options and question.kind is not Kind.TRUE_FALSE:
        return _("Kahoot 没有{kind}，这道题没有写入。").format(kind=question.kind.label)
    if len(question.options) > MOST_OPTIONS:
        return _("Kahoot 最多 {count} 个选项，这道题没有写入。").format(count=MOST_OPTIONS)
    if cell_length(question.stem) > LONGEST_STEM:
        return _("Kahoot 的题干最多 {count} 个字，这道题没有写入。").format(count=LONGEST_STEM)
    if any(cell_length(text) > LONGEST_OPTION for text in _options(question)):
        return _("Kahoot 的选项最多 {count} 个字，这道题没有写入。").format(count=LONGEST_OPTION)
    return ""


def _lost_fields() -> dict[str, str]:
    return {
        "explanation": _("解析"), "category": _("分类"), "knowledge_point": _("知识点"), "difficulty": _("难度"),
        "source": _("依据"), "reviewed_on": _("复核日期"),
    }  # fmt: skip

"""A bank as the workbook that 考试宝 takes: its own headings below a row of advice, options in columns A to H."""

# no _() in this module: headings and words of another product's form; the words for people are marked

from collections.abc import Sequence

from openpyxl import Workbook

from quizapp.core.bank_exports import ExportRemark, Written
from quizapp.core.questions import LETTERS, MAX_OPTIONS, Difficulty, Kind, Question
from quizapp.excel.export_remarks import about_changed_characters, about_lost_fields, too_long_for_a_cell
from quizapp.excel.styles import MAX_LENGTH, TEXT, Look, cell_length
from quizapp.excel.table_sheet import Column, Progress, TableSheet
from quizapp.excel.workbook_bytes import workbook_bytes
from quizapp.excel.write_moodle import accepted_texts
from quizapp.i18n import _

_KINDS = {
    Kind.SINGLE: "单选题", Kind.MULTIPLE: "多选题", Kind.TRUE_FALSE: "判断题", Kind.FILL_BLANK: "填空题",
    Kind.SHORT_ANSWER: "简答题",
}  # fmt: skip
_DIFFICULTIES = {Difficulty.EASY: "简单", Difficulty.MEDIUM: "适中", Difficulty.HARD: "困难", Difficulty.UNRATED: ""}
_ADVICE = "导入须知：题型、题干、正确答案必填；选项A 至 选项H 和 解析、章节、难度 各列请勿删除。"


def write_kaoshibao(bank_name: str, questions: Sequence[Question], progress: Progress) -> Written:
    """The workbook; what 考试宝 cannot say is told. Raises Cancelled."""
    workbook = Workbook(write_only=True)
    remarks: list[ExportRemark] = []
    with workbook_bytes(workbook) as content:
        sheet = TableSheet(workbook, "题库", _columns(), rows_above=1)
        sheet.notice(_ADVICE)
        sheet.headings()
        said = []
        for question in questions:
            progress.step()
            if len(accepted_texts(question)) > MAX_OPTIONS:
                words = _("考试宝的填空题最多 {count} 个空，这道题没有写入。")
                remarks.append(ExportRemark(question, words.format(count=MAX_OPTIONS), is_left_out=True))
                continue
            cells = _cells(question)
            if max(map(cell_length, cells)) > MAX_LENGTH:
                remarks.append(too_long_for_a_cell(question))
                continue
            said.append(question)
            sheet.grown([text or None for text in cells])
            remarks += [*_about_blanks(question), *about_changed_characters(question)]
    progress.finish()
    lost = {"knowledge_point": _("知识点"), "source": _("依据"), "reviewed_on": _("复核日期")}
    lost["any_order"] = _("填空顺序不限")
    return Written(content.getvalue(), (*remarks, *about_lost_fields(said, lost)))


def _columns() -> list[Column]:
    text = Look(align="left", number_format=TEXT, wraps=True)
    options = [f"选项 {letter}" if letter <= "D" else f"选项{letter}\n(勿删)" for letter in LETTERS[:MAX_OPTIONS]]
    return [
        Column("题干（必填）", 46, text),
        Column("题型 （必填）", 11, text),
        *(Column(heading, 16, text) for heading in options),
        Column("正确答案\n（必填）", 14, text),
        Column("解析\n（勿删）", 34, text),
        Column("章节\n（勿删）", 16, text),
        Column("难度", 8, text),
    ]


def _cells(question: Question) -> list[str]:
    options, key = _options_and_key(question)
    return [
        question.stem,
        _KINDS[question.kind],
        *options,
        *[""] * (MAX_OPTIONS - len(options)),
        key,
        question.explanation,
        question.category,
        _DIFFICULTIES[question.difficulty],
    ]


def _options_and_key(question: Question) -> tuple[list[str], str]:
    """The option cells and the key: true and false are options there, and so are the answers of blanks."""
    if question.kind is Kind.TRUE_FALSE:
        return ["对", "错"], "A" if question.key else "B"
    if question.kind is Kind.FILL_BLANK:
        answers = [accepted[0] for accepted in accepted_texts(question)]
        return answers, "|".join(answers)
    if isinstance(question.key, str):
        return [], question.key
    return [option.text for option in question.options], question.key_letters


def _about_blanks(question: Question) -> list[ExportRemark]:
    if question.kind is not Kind.FILL_BLANK or all(len(accepted) == 1 for accepted in accepted_texts(question)):
        return []
    return [ExportRemark(question, _("考试宝每个空只有一种写法，其余写法没有写入。"))]

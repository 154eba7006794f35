"""A bank in our own template: what the import reads back to the letter, whatever the texts look like."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from openpyxl import Workbook

from quizapp.core.bank_exports import Written
from quizapp.core.question_facts import key_text, kind_text
from quizapp.core.questions import MAX_OPTIONS, Kind, Question
from quizapp.excel.blank_texts import joined_blanks
from quizapp.excel.exact_rows import EXPORT_MARK
from quizapp.excel.exact_texts import spelled
from quizapp.excel.export_remarks import too_long_for_a_cell
from quizapp.excel.pictured_rows import write_pictured
from quizapp.excel.styles import MAX_LENGTH, cell_length
from quizapp.excel.table_sheet import Progress
from quizapp.excel.template import ENTRY, bank_form, bank_instructions, write_instructions
from quizapp.excel.workbook_bytes import workbook_bytes
from quizapp.i18n import _

_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def write_bank(
    bank_name: str,
    questions: Sequence[Question],
    progress: Progress,
    *,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> Written:
    """The workbook; a question with a text that no cell can hold is left out and told. Raises Cancelled.

    `pictures`: the bytes of the questions' pictures by their digest; those go over the cells of stem and options.
    """
    workbook = Workbook(write_only=True)
    remarks = []
    with workbook_bytes(workbook) as content:
        form = bank_form(workbook, ENTRY, rows=len(questions))
        for question in questions:
            progress.step()
            texts = row_texts(question)
            if max(map(cell_length, texts)) > MAX_LENGTH:
                remarks.append(too_long_for_a_cell(question))
            elif question.pictures:
                write_pictured(form, question, texts, pictures)
            else:
                form.grown([text or None for text in texts])
        write_instructions(workbook, [*bank_instructions(), *_about_exports()])
    progress.finish()
    return Written(content.getvalue(), tuple(remarks))


def row_texts(question: Question) -> list[str]:
    """The cells of one question's row, in the order of the template's columns."""
    options = [option.text for option in question.options]
    texts = [
        kind_text(question),
        question.stem,
        *options,
        *[""] * (MAX_OPTIONS - len(options)),
        _key_text(question),
        question.explanation,
        question.category,
        question.knowledge_point,
        question.difficulty.label,
        question.source,
        question.reviewed_on.isoformat() if question.reviewed_on else "",
    ]
    return list(map(spelled, texts))


def _key_text(question: Question) -> str:
    if question.kind is Kind.FILL_BLANK and isinstance(question.key, tuple):
        return joined_blanks(accepted for accepted in question.key if isinstance(accepted, tuple))
    return key_text(question)


def _about_exports() -> list[tuple[str, str]]:
    return [
        (_("特殊字符"), _("以 \\: 开头的单元格里有看不见的字符，写成了 \\u200b 这样；请不要改动。")),
        (EXPORT_MARK, _("由本程序导出。再导入时按这一行认出这个文件，逐字读回：请保留。")),
    ]

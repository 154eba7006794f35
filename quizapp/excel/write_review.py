"""A bank as 审题稿 (.docx): a table for reviewers to write in, A4 across, a question never split over two pages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from quizapp.core.bank_exports import ExportRemark, Written
from quizapp.core.pictures import facts_of
from quizapp.core.question_facts import key_text, kind_text, option_text
from quizapp.core.questions import Kind, Question, letter
from quizapp.excel.export_remarks import about_changed_characters
from quizapp.excel.styles import legal_characters
from quizapp.excel.table_sheet import Progress
from quizapp.excel.word_page import (
    BODY_FONT,
    TITLE_FONT,
    add_page_numbers,
    centre,
    keep_rows_whole,
    new_document,
    pad_cells,
    repeat_heading,
    set_font,
)
from quizapp.i18n import _

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_WIDTHS_CM = (1.3, 9.8, 4.2, 5.4, 5.4)
_MUTED = "5B6470"
_PICTURE_CM = (9.0, 4.0)  # the most width and height of a picture
_CM_A_PIXEL = 2.54 / 96
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReviewHead:
    """What stands above the questions."""

    bank_name: str
    made_on: date


def write_review(
    head: ReviewHead,
    questions: Sequence[Question],
    progress: Progress,
    *,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> Written:
    """The document, with those of the questions' pictures (by digest) that Word can show. Raises Cancelled."""
    document = new_document(_("《{bank}》审题稿").format(bank=legal_characters(head.bank_name)))
    _write_head(document, head, questions)
    table = document.add_table(rows=1, cols=len(_WIDTHS_CM), style="Table Grid")
    table.autofit = False
    pad_cells(table)
    _set_widths(table)
    _write_headings(table)
    remarks: list[ExportRemark] = []
    for number, question in enumerate(questions, start=1):
        progress.step()
        is_whole = _write_row(list(table.add_row().cells), number, question, pictures)
        remarks += about_changed_characters(question)
        if not is_whole:
            remarks.append(ExportRemark(question, _("有图片是 Word 不能显示的格式，没有写入。")))
    keep_rows_whole(table)
    add_page_numbers(document)
    content = BytesIO()
    document.save(content)
    progress.finish()
    return Written(content.getvalue(), tuple(remarks))


def _write_head(document: "Document", head: ReviewHead, questions: Sequence[Question]) -> None:
    title = document.add_paragraph()
    centre(title)
    title.paragraph_format.space_after = 0
    run = title.add_run(document.core_properties.title)
    set_font(run, TITLE_FONT, 18, is_bold=True)
    counts = Counter(question.kind for question in questions)
    kinds = _("、").join(
        _("{kind} {count}").format(kind=kind.label, count=counts[kind]) for kind in Kind if counts[kind]
    )
    words = _("共 {count} 题（{kinds}）　　导出日期：{date}") if kinds else _("共 {count} 题　　导出日期：{date}")
    facts = document.add_paragraph()
    centre(facts)
    facts.add_run(words.format(count=len(questions), kinds=kinds, date=head.made_on.isoformat()))
    document.add_paragraph(_("审题人：＿＿＿＿＿＿＿＿　　审题日期：＿＿＿＿＿＿＿＿"))


def _set_widths(table: "Table") -> None:
    from docx.shared import Cm

    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)


def _write_headings(table: "Table") -> None:
    names = [_("序号"), _("题目"), _("答案"), _("解析和依据"), _("审题意见")]
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        paragraph = cell.paragraphs[0]
        centre(paragraph)
        set_font(paragraph.add_run(name), TITLE_FONT, 10.5, is_bold=True)
    repeat_heading(table)


def _write_row(cells: "Sequence[_Cell]", number: int, question: Question, pictures: Mapping[str, bytes]) -> bool:
    """Write a row; False where a picture could not be shown."""
    counted, asked, key, reasons, _remark = cells
    centre(counted.paragraphs[0])
    counted.paragraphs[0].add_run(str(number))
    is_whole = _write_question(asked, question, pictures)
    key.paragraphs[0].add_run(legal_characters(key_text(question)))
    source = _("依据：{source}").format(source=question.source) if question.source else ""
    reviewed = question.reviewed_on.isoformat() if question.reviewed_on else ""
    day = _("复核日期：{date}").format(date=reviewed) if reviewed else ""
    _write_lines(reasons, [line for line in (question.explanation, source, day) if line])
    return is_whole


def _write_question(cell: "_Cell", question: Question, pictures: Mapping[str, bytes]) -> bool:
    facts = [kind_text(question), question.category, question.knowledge_point, question.difficulty.label]
    run = cell.paragraphs[0].add_run(legal_characters(" · ".join(filter(None, facts))))
    set_font(run, BODY_FONT, 9, color=_MUTED)
    cell.add_paragraph(legal_characters(question.stem))
    stem = [picture.digest for picture in question.pictures if picture.option is None]
    is_whole = not stem or _add_pictures(cell.add_paragraph(), [pictures.get(digest, b"") for digest in stem])
    for index in range(len(question.options)):
        paragraph = cell.add_paragraph(legal_characters(f"{letter(index)}. {option_text(question, index)}"))
        shown = [pictures.get(picture.digest, b"") for picture in question.pictures if picture.option == index]
        is_whole &= not shown or _add_pictures(paragraph, shown)
    return is_whole


def _add_pictures(paragraph: "Paragraph", contents: Sequence[bytes]) -> bool:
    """Put pictures at the end of a paragraph, small; False where one cannot be shown."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.shared import Cm

    is_whole = True
    for content in contents:
        facts = facts_of(content) if content else None
        if facts is None:
            is_whole = False
            continue
        scale = min(_PICTURE_CM[0] / len(contents) / facts.width, _PICTURE_CM[1] / facts.height, _CM_A_PIXEL)
        try:
            paragraph.add_run(" ").add_picture(BytesIO(content), width=Cm(max(0.1, facts.width * scale)))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):  # WebP, some JPEG
            is_whole = False
    return is_whole


def _write_lines(cell: "_Cell", lines: Sequence[str]) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.add_paragraph() if index else cell.paragraphs[0]
        paragraph.add_run(legal_characters(line))

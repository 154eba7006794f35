"""Words for what a form cannot say, that several forms share, and explanation and source as one text."""

from collections.abc import Iterator, Sequence

from quizapp.core.bank_exports import ExportRemark
from quizapp.core.questions import Question
from quizapp.excel.styles import MAX_LENGTH, legal_characters
from quizapp.i18n import _


def feedback_text(question: Question) -> str:
    """What people are told after the answer: the explanation, and the source on a line of its own."""
    source = _("依据：{source}").format(source=question.source) if question.source else ""
    return "\n".join(filter(None, [question.explanation, source]))


def all_texts(question: Question) -> Iterator[str]:
    """Every text of a question."""
    yield from (question.stem, question.explanation, question.category, question.knowledge_point, question.source)
    yield from (option.text for option in question.options)
    if isinstance(question.key, str):
        yield question.key
    elif isinstance(question.key, tuple):
        yield from (text for accepted in question.key if isinstance(accepted, tuple) for text in accepted)


def about_changed_characters(question: Question) -> list[ExportRemark]:
    """A remark where a text holds characters that no such file can hold."""
    if all(legal_characters(text) == text for text in all_texts(question)):
        return []
    return [ExportRemark(question, _("文字里有文件不能保存的控制字符，已换成 \ufffd。"))]


def about_lost_fields(questions: Sequence[Question], fields: dict[str, str]) -> list[ExportRemark]:
    """One remark for the fields (attribute -> its name) that a form has no place for, where any question uses them."""
    used = [name for field, name in fields.items() if any(getattr(question, field) for question in questions)]
    if not used:
        return []
    words = _("这种格式没有地方写{fields}，这些内容没有写入。")
    return [ExportRemark(None, words.format(fields=_("、").join(used)))]


def too_long_for_a_cell(question: Question) -> ExportRemark:
    """The remark for a question that no row of a workbook can hold."""
    words = _("有一项超过 {count} 个字，单元格里放不下，这道题没有写入。")
    return ExportRemark(question, words.format(count=f"{MAX_LENGTH:,}"), is_left_out=True)

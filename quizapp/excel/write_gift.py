"""A bank as GIFT text: what Moodle and a good many others read, as far as GIFT can say it."""

import re
from collections.abc import Sequence

from quizapp.core.bank_exports import ExportRemark, Written
from quizapp.core.questions import Kind, Question
from quizapp.excel.export_remarks import about_changed_characters, about_lost_fields, feedback_text
from quizapp.excel.shares import option_shares, share_text
from quizapp.excel.styles import legal_characters
from quizapp.excel.table_sheet import Progress
from quizapp.excel.write_moodle import accepted_texts, category_path, question_name, without_wildcards
from quizapp.i18n import _

_SIGNS = re.compile(r"[\\~=#{}:]")


def write_gift(bank_name: str, questions: Sequence[Question], progress: Progress) -> Written:
    """The text in UTF-8; a question that GIFT cannot ask is left out and told. Raises Cancelled."""
    parts: list[str] = []
    remarks: list[ExportRemark] = []
    category = None
    said = []
    for question in questions:
        progress.step()
        if why := _why_not(question):
            remarks.append(ExportRemark(question, why, is_left_out=True))
            continue
        if question.category != category:
            category = question.category
            parts.append(f"$CATEGORY: {category_path(bank_name, category)}")
        parts.append(_question(question))
        remarks += about_changed_characters(question)
        said.append(question)
    progress.finish()
    lost = {"knowledge_point": _("知识点"), "difficulty": _("难度"), "reviewed_on": _("复核日期")}
    remarks += about_lost_fields(said, lost)
    return Written(("\n\n".join(parts) + "\n").encode("utf-8"), tuple(remarks))


def _why_not(question: Question) -> str:
    """Why GIFT cannot ask a question; empty where it can."""
    blanks = accepted_texts(question) if question.kind is Kind.FILL_BLANK else []
    if len(blanks) > 1:
        return _("GIFT 没有几个空的填空题，这道题没有写入。")
    if any("->" in text for text in (blanks[0] if blanks else ())):
        return _("答案里有 ->，GIFT 会当成连线题，这道题没有写入。")
    return ""


def _question(question: Question) -> str:
    feedback = feedback_text(question)
    if question.kind is Kind.SHORT_ANSWER:
        model = _("参考答案：{key}").format(key=question.key)
        feedback = "\n".join(filter(None, [model, feedback]))
    lines = [f"::{_escaped(question_name(question))}::[plain]{_escaped(question.stem)}{{", *_answers(question)]
    if feedback:
        lines.append(f"####{_escaped(feedback)}")
    return "\n".join(lines) + "\n}"


def _answers(question: Question) -> list[str]:
    match question.kind:
        case Kind.SINGLE:
            signs = ["=" if share else "~" for share in option_shares(question)]
            shares = ["%100%" if sign == "=" else "%0%" for sign in signs]
            texts = [option.text for option in question.options]
            return [
                f"{sign}{share if text.startswith('%') else ''}{_escaped(text)}"
                for sign, share, text in zip(signs, shares, texts, strict=True)
            ]
        case Kind.MULTIPLE:
            pairs = zip(option_shares(question), question.options, strict=True)
            return [f"~%{share_text(share)}%{_escaped(option.text)}" for share, option in pairs]
        case Kind.TRUE_FALSE:
            return ["TRUE" if question.key else "FALSE"]
        case Kind.FILL_BLANK:
            return [f"=%100%{_escaped(without_wildcards(text))}" for text in accepted_texts(question)[0]]
    return []


def _escaped(text: str) -> str:
    """The text on one line, with every sign that means something in GIFT marked as text."""
    lines = legal_characters(text).splitlines()
    return "\\n".join(_SIGNS.sub(lambda found: "\\" + found[0], line) for line in lines)

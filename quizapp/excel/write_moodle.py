"""A bank as Moodle XML: every kind of question has its own there, and all that a question says finds a place."""

import re
from collections.abc import Sequence
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizapp.core.bank_exports import ExportRemark, Written
from quizapp.core.questions import BLANK, Kind, Question
from quizapp.excel.export_remarks import about_changed_characters, about_lost_fields, feedback_text
from quizapp.excel.shares import option_shares, share_text
from quizapp.excel.styles import legal_characters
from quizapp.excel.table_sheet import Progress
from quizapp.i18n import _

_CLOZE_SIGNS = re.compile(r'[\\}#~/"]')
_NAME_LENGTH = 60
_TAG_LENGTH = 255


def write_moodle(bank_name: str, questions: Sequence[Question], progress: Progress) -> Written:
    """The file, questions grouped by category below the bank's name. Raises Cancelled."""
    root = Element("quiz")
    remarks: list[ExportRemark] = []
    category = None
    for question in questions:
        progress.step()
        if question.category != category:
            category = question.category
            _add_category(root, bank_name, category)
        _add_question(root, question)
        remarks += about_changed_characters(question)
    indent(root)
    progress.finish()
    remarks += about_lost_fields(questions, {"any_order": _("填空顺序不限")})
    return Written(tostring(root, encoding="utf-8", xml_declaration=True), tuple(remarks))


def category_path(bank_name: str, category: str) -> str:
    """Where Moodle puts the questions: one level for the bank, one for each level of the category."""
    levels = [bank_name.replace("/", "//"), *(level for level in map(str.strip, category.split("/")) if level)]
    return "/".join(["$course$", "top", *(" ".join(legal_characters(level).split()) for level in levels)])


def question_name(question: Question) -> str:
    """The short name in the lists of Moodle: the beginning of the stem."""
    line = " ".join(legal_characters(question.stem).split())
    return line if len(line) <= _NAME_LENGTH else line[: _NAME_LENGTH - 1] + "…"


def _add_category(root: Element, bank_name: str, category: str) -> None:
    node = SubElement(SubElement(root, "question", type="category"), "category")
    SubElement(node, "text").text = category_path(bank_name, category)


def _add_question(root: Element, question: Question) -> None:
    match question.kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            _add_choice(_begun(root, "multichoice", question), question)
        case Kind.TRUE_FALSE:
            _add_truth(_begun(root, "truefalse", question), question)
        case Kind.FILL_BLANK if len(accepted_texts(question)) == 1:
            _add_short(_begun(root, "shortanswer", question), accepted_texts(question)[0])
        case Kind.FILL_BLANK:
            _begun(root, "cloze", question, html=_cloze(question))
        case Kind.SHORT_ANSWER:
            _add_essay(_begun(root, "essay", question), question)


def accepted_texts(question: Question) -> list[tuple[str, ...]]:
    """What is accepted for each blank."""
    return [part for part in question.key if isinstance(part, tuple)] if isinstance(question.key, tuple) else []


def _begun(root: Element, kind: str, question: Question, *, html: str = "") -> Element:
    """A question of Moodle's kind with all that does not depend on the kind."""
    node = SubElement(root, "question", type=kind)
    SubElement(SubElement(node, "name"), "text").text = question_name(question)
    _html(node, "questiontext", html or _as_html(question.stem))
    _html(node, "generalfeedback", _as_html(feedback_text(question)))
    if kind != "cloze":
        SubElement(node, "defaultgrade").text = "1"
    tags = [question.knowledge_point, question.difficulty.label]
    if question.reviewed_on:
        tags.append(_("复核 {date}").format(date=question.reviewed_on.isoformat()))
    if any(tags):
        tags_node = SubElement(node, "tags")
        for tag in filter(None, tags):
            text = " ".join(legal_characters(tag).split())[:_TAG_LENGTH]
            SubElement(SubElement(tags_node, "tag"), "text").text = text
    return node


def _add_choice(node: Element, question: Question) -> None:
    SubElement(node, "single").text = "true" if question.kind is Kind.SINGLE else "false"
    SubElement(node, "shuffleanswers").text = "true"
    SubElement(node, "answernumbering").text = "ABCD"
    for option, share in zip(question.options, option_shares(question), strict=True):
        _answer(node, share_text(share), _as_html(option.text), "html")


def _add_truth(node: Element, question: Question) -> None:
    for truth in (True, False):
        share = "100" if question.key is truth else "0"
        _answer(node, share, "true" if truth else "false", "moodle_auto_format")


def _add_short(node: Element, accepted: Sequence[str]) -> None:
    SubElement(node, "usecase").text = "0"
    for text in accepted:
        _answer(node, "100", without_wildcards(legal_characters(text)), "moodle_auto_format")


def without_wildcards(text: str) -> str:
    """A text that is meant to the letter: * stands for anything in Moodle's short answers."""
    return text.replace("*", "\\*")


def _add_essay(node: Element, question: Question) -> None:
    for name, value in (("responseformat", "editor"), ("responserequired", "1"), ("responsefieldlines", "10")):
        SubElement(node, name).text = value
    for name in ("attachments", "attachmentsrequired"):
        SubElement(node, name).text = "0"
    _html(node, "graderinfo", _as_html(str(question.key)))
    _html(node, "responsetemplate", "")


def _cloze(question: Question) -> str:
    """The stem with a field for each blank; fields for which the stem shows no blank stand at its end."""
    fields = [
        "{1:SHORTANSWER:" + "~".join(f"={_cloze_text(text)}" for text in one) + "}" for one in accepted_texts(question)
    ]
    parts = BLANK.split(question.stem)
    html = [_as_html(part).replace("{", "&#123;") for part in parts]
    if len(parts) - 1 != len(fields):
        return " ".join([_as_html(question.stem).replace("{", "&#123;"), *fields])
    return html[0] + "".join(field + text for field, text in zip(fields, html[1:], strict=True))


def _cloze_text(text: str) -> str:
    html = escape(legal_characters(" ".join(without_wildcards(text).split())), quote=False)
    return _CLOZE_SIGNS.sub(lambda found: "\\" + found[0], html)


def _answer(node: Element, share: str, text: str, form: str) -> None:
    answer = SubElement(node, "answer", fraction=share, format=form)
    SubElement(answer, "text").text = text


def _html(node: Element, name: str, html: str) -> None:
    SubElement(SubElement(node, name, format="html"), "text").text = html


def _as_html(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in legal_characters(text).splitlines())

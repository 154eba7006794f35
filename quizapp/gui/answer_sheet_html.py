"""The answer sheet of one attempt as a printed page: whose it is, then each question with answer, key and points."""

from collections.abc import Iterator
from html import escape

from quizapp.core.desk import AnswerSheet, ReviewQuestion
from quizapp.core.grading import Response, is_answered
from quizapp.core.points import points_text
from quizapp.core.questions import letter
from quizapp.gui.html_parts import lines, picture_tag
from quizapp.gui.local_times import full_moment
from quizapp.gui.paper_document import PaperDocument
from quizapp.gui.result_words import time_words
from quizapp.i18n import _

_STYLE = """
body { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: 10.5pt;
       color: #000000; background: #ffffff; }
p { margin: 0 0 2pt 0; line-height: 130%; }
p.bureau { font-size: 11pt; text-align: center; margin: 0 0 3pt 0; }
p.title { font-size: 16pt; font-weight: 600; text-align: center; margin: 0 0 7pt 0; }
p.remark { font-weight: 600; text-align: center; margin: 5pt 0 0 0; }
p.space { font-size: 5pt; margin: 0; line-height: 100%; }
p.points { text-align: right; }
p.picture { margin: 2pt 0 3pt 0; line-height: 100%; }
"""
_LONGEST_STEM = 260
_KEPT_OF_STEM = 240
_STEM_PICTURE = (260, 120)  # pixels at 96 an inch; the line is 642 wide
_OPTION_PICTURE = (120, 70)
_LINE = (
    "border-bottom-style: solid; border-bottom-width: 1px; border-bottom-color: #9a9a9a;"  # above, it would end a page
)


def sheet_document(sheet: AnswerSheet) -> PaperDocument:
    """The pages of a sheet, each with whose it is and room for the signature."""
    whose = _("{name}（{number}）").format(name=sheet.name, number=sheet.person_number)
    title = _("{title}　答卷　{name}").format(title=sheet.title, name=sheet.name)
    signature = _("考生签名：{line}　日期：{line}").format(line="_" * 14)
    return PaperDocument(answer_sheet_html(sheet), title, foot=(whose, signature))


def answer_sheet_html(sheet: AnswerSheet) -> str:
    """The sheet; each question stands in a table of its own, which no page break divides."""
    body = [*_head(sheet), *(_question(sheet, one) for one in sheet.questions)]
    return f'<html><head><meta charset="utf-8"><style>{_STYLE}</style></head><body>{"".join(body)}</body></html>'


def _head(sheet: AnswerSheet) -> Iterator[str]:
    if sheet.bureau:
        yield f'<p class="bureau">{escape(sheet.bureau)}</p>'
    yield f'<p class="title">{lines(_("{title}　答卷").format(title=sheet.title))}</p>'
    facts = (
        (_("姓名"), sheet.name, _("编号"), sheet.person_number),
        (_("科室（单位）"), sheet.department, _("第几次作答"), _("第 {number} 次").format(number=sheet.number)),
        (_("开始时间"), full_moment(sheet.started_at), _("交卷时间"), full_moment(sheet.ended_at)),
        (_("用时"), time_words(sheet.used_s, sheet.given_s), _("得分"), _score_words(sheet)),
    )
    rows = "".join(f"<tr>{''.join(_fact_cells(row))}</tr>" for row in facts)
    frame = "border-collapse: collapse; border-style: solid; border-color: #000000;"
    yield f'<table width="100%" border="1" cellspacing="0" cellpadding="3" style="{frame}">{rows}</table>'
    if sheet.void_reason:
        remark = _("这次作答已作废，不计成绩。原因：{reason}").format(reason=sheet.void_reason)
        yield f'<p class="remark">{lines(remark)}</p>'
    elif sheet.unmarked:
        remark = _("还有 {count} 题待评分，得分未定。").format(count=sheet.unmarked)
        yield f'<p class="remark">{lines(remark)}</p>'
    yield '<p class="space">&nbsp;</p>'


def _fact_cells(row: tuple[str, ...]) -> Iterator[str]:
    for at, (text, width) in enumerate(zip(row, (17, 37, 15, 31), strict=True)):
        words = f"<b>{lines(text)}</b>" if at % 2 == 0 else lines(text)
        yield f'<td width="{width}%"><p>{words}</p></td>'


def _score_words(sheet: AnswerSheet) -> str:
    full = points_text(sheet.full_points)
    if sheet.score is None:
        return _("未定（满分 {full} 分）").format(full=full)
    words = _("{score} 分（满分 {full} 分）").format(score=points_text(sheet.score), full=full)
    if sheet.grade is None:
        return words
    return _("{score}，{grade}").format(score=words, grade=sheet.grade.label)


def _question(sheet: AnswerSheet, question: ReviewQuestion) -> str:
    kind = _("（{kind}，{points} 分）").format(kind=question.kind.label, points=points_text(question.points))
    stem = f"{escape(kind)}{lines(_stem(question))}"
    inner = f"<p>{stem}</p>{_pictures(sheet, question)}"
    inner += f"<p>{lines(_('作答：{answer}').format(answer=answer_words(question, question.response)))}</p>"
    chosen = set(_numbers(question.response))
    if sheet.has_key:
        inner += f"<p>{lines(_('答案：{answer}').format(answer=_key_words(question)))}</p>"
        chosen |= set(_numbers(question.key))
    inner += _option_pictures(sheet, question, sorted(chosen))
    cells = (
        f'<td width="6%" style="{_LINE}"><p>{question.position + 1}.</p></td>'
        f'<td width="78%" style="{_LINE}">{inner}</td>'
        f'<td width="16%" style="{_LINE}"><p class="points">{escape(_verdict(question))}</p></td>'
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr>{cells}</tr></table>'


def _stem(question: ReviewQuestion) -> str:
    """The stem, shortened only where it would fill a page."""
    stem = question.stem
    return stem if len(stem) <= _LONGEST_STEM else _("{stem}……").format(stem=stem[:_KEPT_OF_STEM])


def _verdict(question: ReviewQuestion) -> str:
    """Points with a sign: right, partly right, wrong."""
    if question.earned is None:
        return _("待评分")
    sign = "√" if question.earned == question.points else "△" if question.earned else "×"
    return _("{sign} 得 {points} 分").format(sign=sign, points=points_text(question.earned))


def answer_words(question: ReviewQuestion, response: Response) -> str:
    """A response (or the key of a question with options) as it stands on paper."""
    if not is_answered(response):
        return _("（未答）")
    if isinstance(response, bool):
        return _("√（正确）") if response else _("×（错误）")
    if question.kind.has_options:
        return _("；").join(_option(question, number) for number in _numbers(response))
    if isinstance(response, tuple):
        return _("；").join(str(text).strip() or _("（空）") for text in response)
    return str(response)


def _key_words(question: ReviewQuestion) -> str:
    if question.key_texts:
        return _("；").join(question.key_texts)
    return answer_words(question, question.key) if question.key is not None else ""


def _option(question: ReviewQuestion, number: int) -> str:
    text = question.options[number] if number < len(question.options) else ""
    return f"{letter(number)}. {text}" if text else letter(number)


def _numbers(response: Response) -> list[int]:
    return [one for one in response if type(one) is int] if isinstance(response, tuple) else []


def _pictures(sheet: AnswerSheet, question: ReviewQuestion) -> str:
    places = [place for place in question.pictures if place.option is None]
    contents = [found for place in places if (found := sheet.pictures.get((question.position, place)))]
    tags = "&nbsp;".join(
        picture_tag(one, _STEM_PICTURE[0] // max(1, len(contents)), _STEM_PICTURE[1]) for one in contents
    )
    return f'<p class="picture">{tags}</p>' if tags else ""


def _option_pictures(sheet: AnswerSheet, question: ReviewQuestion, numbers: list[int]) -> str:
    """The pictures of the options that were chosen or are right: without them the letters say little."""
    if not question.kind.has_options:
        return ""
    found = {
        place.option: content
        for place in question.pictures
        if place.option in numbers and (content := sheet.pictures.get((question.position, place)))
    }
    tags = "&nbsp;&nbsp;".join(
        f"{letter(at)} {picture_tag(found[at], *_OPTION_PICTURE)}" for at in numbers if at in found
    )
    return f'<p class="picture">{tags}</p>' if tags else ""

"""Questions written as running text -> tables, so that they are judged as the rows of a workbook are.

Row n of such a table is line n of the text, and its sheet is the part's heading or the file's name.
"""

from collections.abc import Iterator

from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Kind
from quizapp.excel.bank_items import Gathered
from quizapp.excel.layout import Table
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.written_columns import written_columns, written_row
from quizapp.excel.written_lines import KeyPlace, WrittenPart, WrittenQuestion, WrittenText
from quizapp.i18n import _

_LONGEST_NAME = 40


def written_tables(text: WrittenText, name: str, gathered: Gathered) -> list[Table]:
    """A table for each part; what cannot be one of its rows is told and counted at once."""
    for remark in text.remarks:
        place = _sheet_name(remark.part, name)
        gathered.problems.append(Problem(place, remark.line, "", Severity.WARNING, remark.message))
    last = max((question.line for question in text.questions()), default=0)
    rows: list[list[str]] = [[] for _number in range(last)]
    columns = written_columns(max((len(question.options) for question in text.questions()), default=0))
    tables = []
    for part in text.parts:
        sheet = SheetRows(_sheet_name(part.heading, name), rows)
        usable = [question for question in part.questions if _is_usable(question, sheet.name, gathered)]
        for question in usable:
            rows[question.line - 1] = written_row(question, len(columns.options))
        if usable:
            start = usable[0].line - 1
            tables.append(Table(sheet, start, start, usable[-1].line, columns))
    return tables


def in_words(text: WrittenText) -> Iterator[str]:
    """How each part was understood, for the user to check."""
    for part in text.parts:
        counted = _("第 {first}—{last} 行“{heading}”：{kind} {count} 道，{places}。")
        if not isinstance(part.kind, Kind):
            counted = _("第 {first}—{last} 行：{count} 道题，题型按答案和选项判断，{places}。")
        yield counted.format(
            first=part.questions[0].line,
            last=part.questions[-1].line,
            heading=_short(part.heading),
            kind=part.kind.label if isinstance(part.kind, Kind) else "",
            count=len(part.questions),
            places=_("、").join(_places(part)),
        )


def why_none() -> str:
    """What a text without questions is told."""
    return _(
        "没有找到题目。请给每道题写上题号（1.），选项写上 A. B. C.，答案写在题干括号里、“答案：”后面或文末的列表里。"
    )


def _places(part: WrittenPart) -> Iterator[str]:
    """Where the keys of a part stand."""
    words = {
        KeyPlace.BRACKETS: _("答案在题干括号里"),
        KeyPlace.LINE: _("答案写在题目下面"),
        KeyPlace.LIST: _("答案在后面的列表里"),
        KeyPlace.NOWHERE: _("有题目没有答案"),
    }
    found = {question.key_place for question in part.questions}
    return (words[place] for place in words if place in found)


def _is_usable(question: WrittenQuestion, sheet: str, gathered: Gathered) -> bool:
    trouble = question.trouble
    if not trouble and not (question.stem or question.options or question.key):
        trouble = _("这里只有题号，没有题目：请核对。")
    if trouble:
        gathered.faulty += 1
        gathered.problems.append(Problem(sheet, question.line, "", Severity.ERROR, trouble))
    elif question.pictures:
        words = _("题目“{stem}”里有图片，图片没有导入：请核对题目是否需要它。")
        message = words.format(stem=_short(question.stem))
        gathered.problems.append(Problem(sheet, question.line, "", Severity.WARNING, message))
    return not trouble


def _sheet_name(heading: str, name: str) -> str:
    return _short(heading) or name


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME] + "…"

"""Text tables in which each row begins with what it is: TCExam's M, S, Q and A."""

from collections.abc import Sequence

from quizapp.core.questions import LETTERS, Kind, letter
from quizapp.excel.keys import truth_of
from quizapp.excel.layout import Columns, Table
from quizapp.excel.sheet_rows import SheetRows
from quizapp.i18n import _

_MARKS = frozenset("MSQA")
_KINDS = {"S": Kind.SINGLE, "M": Kind.MULTIPLE, "T": Kind.SHORT_ANSWER}
_TEXT, _EXPLANATION, _KIND, _RIGHT = 2, 3, 4, 4
"""Where TCExam writes what: the text of whatever row, a question's kind, whether an answer is right."""


def marked_table(sheet: SheetRows) -> Table | None:
    """The questions of a sheet whose rows are marked; None where they are not."""
    marks = [row[0].strip().partition("=")[0] for row in sheet.rows if row and row[0].strip()]
    if not {"Q", "A"} <= set(marks) <= _MARKS:
        return None
    drawn: list[tuple[int, list[str], list[tuple[str, bool]]]] = []
    category = ""
    for number, row in enumerate(sheet.rows, start=1):
        mark = row[0].strip() if row else ""
        cells = [cell.strip() for cell in row] + [""] * 6
        if mark == "S":
            category = cells[_TEXT]
        elif mark == "Q":
            kind = _KINDS.get(cells[_KIND].upper())
            drawn.append((number, [cells[_TEXT], kind.label if kind else "", cells[_EXPLANATION], category], []))
        elif mark == "A" and drawn:
            drawn[-1][2].append((cells[_TEXT], truth_of(cells[_RIGHT]) is True))
    return _table(sheet, drawn) if drawn else None


def _table(sheet: SheetRows, drawn: Sequence[tuple[int, list[str], list[tuple[str, bool]]]]) -> Table:
    count = max(len(answers) for _number, _fields, answers in drawn)
    options = tuple(range(5, 5 + count))
    names = [_("题干"), _("题型"), _("解析"), _("分类"), _("答案")]
    headings = dict(enumerate(names)) | {at: _("选项{letter}").format(letter=letter(at - 5)) for at in options}
    columns = Columns(stem=0, kind=1, explanation=2, category=(3,), keys=(4,), options=options, headings=headings)
    body = []
    for number, fields, answers in drawn:
        texts, key = [text for text, _is_right in answers], _key(answers)
        if fields[1] == Kind.SHORT_ANSWER.label:
            texts, key = [], "\n".join(texts)
        body.append((number, [*fields, key, *texts, *[""] * (count - len(texts))]))
    how = _("每行开头写明是题目还是选项")
    return Table(sheet, -1, drawn[0][0] - 1, len(sheet.rows), columns, tuple(body), width=0, how=how)


def _key(answers: Sequence[tuple[str, bool]]) -> str:
    return "".join(letter for letter, (_text, is_right) in zip(LETTERS, answers, strict=False) if is_right)

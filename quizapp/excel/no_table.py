"""A sheet in which no table of questions was found: whether anybody should hear of it, and what is missing."""

import re
from collections.abc import Sequence

from quizapp.excel.headings import Role, bank_heading
from quizapp.excel.sheet_rows import SheetRows
from quizapp.i18n import _

# no _(): names of sheets in files that others wrote
_NOTES = re.compile(
    r"说明|须知|帮助|版本|字典|目录|封面|示例说明|导入问题|readme|instruction|notes?$|help|version|import problems",
    re.IGNORECASE,
)  # no _(): see above


def is_called_notes(sheet: SheetRows) -> bool:
    """Whether a sheet's name says that it holds notes."""
    return bool(_NOTES.search(sheet.name))


def is_beside(sheet: SheetRows) -> bool:
    """Whether a sheet without a table looks like notes beside the questions."""
    filled = [sum(1 for cell in row if cell.strip()) for row in sheet.rows[:200]]
    return sheet.is_hidden or is_called_notes(sheet) or sum(count >= 3 for count in filled) < 3


def why_none(rows: Sequence[Sequence[str]]) -> str:
    """Say what is missing in a sheet that has no table, by the rows in which headings were looked for."""
    roles = [{heading.role for cell in row if (heading := bank_heading(cell))} for row in rows]
    best = max(roles, key=len, default=set())
    if len(best) < 2:
        words = _(
            "前 {count} 行里没有找到标题行。请在题目上方加一行标题，写明“题干”“答案”，有选项的写明“选项A”“选项B”……"
        )
        return words.format(count=len(rows))
    if Role.STEM in best:
        return _("找到了“题干”列，没有找到“答案”列。请在标题行加上“答案”。")
    return _("找到了标题行，没有找到“题干”列。请把写题目的那一列的标题改为“题干”。")

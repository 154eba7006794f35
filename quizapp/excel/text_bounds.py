"""How many sheets, columns and signs of a stranger's file are looked at; what goes beyond is refused in words.

The bounds are those of Excel itself or far above what anybody's questions need: they keep a hostile file from costing
time, and a damaged one (a quote that never ends) from being read as one endless text.
"""

from collections.abc import Iterable, Sequence

from quizapp.core.column_mapping import column_letter
from quizapp.errors import NotReadable
from quizapp.i18n import _

MAX_TEXT = 32_767
"""Characters of one cell, line or paragraph: what a cell of Excel can hold."""
MAX_COLUMNS = 256
"""Of a sheet; what stands further to the right is not read, and that is told. Old workbooks have no more either."""
MAX_FIELDS = 16_384
"""Of a row of a text table: the columns of Excel."""
MAX_SHEETS = 256
MAX_TABLES = 2_000
"""Of a document or a web page: some have one for each question."""
MAX_WRITTEN = 4_000_000
"""Characters of running text."""
MAX_LINES = 60_000
"""Lines or paragraphs of running text, blank ones too."""


def refuse_long_cells(name: str, number: int, row: Sequence[str]) -> None:
    """Refuse a row (from 1) in which a cell holds more text than Excel lets it; say which one."""
    for column, cell in enumerate(row):
        if len(cell) > MAX_TEXT:
            words = _(
                "“{sheet}”第 {row} 行 {column} 列有 {count} 个字，超过一格最多的 {limit} 个（Excel 的上限），没有打开。"
                "请检查是否缺了一个引号，或把这一格的内容删短后再导入。"
            )
            shown = column_letter(column)
            raise NotReadable(words.format(sheet=name, row=number, column=shown, count=len(cell), limit=MAX_TEXT))


def refuse_many_fields(number: int, row: Sequence[str]) -> None:
    """Refuse a row (from 1) of a text table with more fields than Excel has columns."""
    if len(row) > MAX_FIELDS:
        words = _(
            "文本表格第 {row} 行有 {count} 列，超过 Excel 的上限（{limit} 列），没有打开。"
            "请用 Excel 或 WPS 打开它，删去多余的列，另存为 .xlsx 后再导入。"
        )
        raise NotReadable(words.format(row=number, count=len(row), limit=MAX_FIELDS))


def refuse_many_sheets(count: int) -> None:
    """Refuse a workbook with more sheets than anybody looks through."""
    if count > MAX_SHEETS:
        words = _("工作簿里有 {count} 个工作表（最多 {limit} 个），没有打开。请只保留有题目的工作表，另存后再导入。")
        raise NotReadable(words.format(count=count, limit=MAX_SHEETS))


def refuse_many_tables(count: int) -> None:
    """Refuse a document or a page with more tables than anybody's bank has."""
    if count > MAX_TABLES:
        words = _(
            "文件里有 {count} 个表格（最多 {limit} 个），没有打开。请把题目合并到一个表格里，或分成几个文件再导入。"
        )
        raise NotReadable(words.format(count=count, limit=MAX_TABLES))


def refuse_long_text(texts: Iterable[str]) -> None:
    """Refuse running text with an endless line, or endless as a whole."""
    lengths = list(map(len, texts))
    if len(lengths) > MAX_LINES:
        words = _("文字太多（{count} 行，最多 {limit} 行），没有打开。请分成几个文件，或做成 Excel 表格再导入。")
        raise NotReadable(words.format(count=len(lengths), limit=MAX_LINES))
    at = next((at for at, length in enumerate(lengths, start=1) if length > MAX_TEXT), 0)
    if at:
        words = _(
            "第 {line} 行有 {count} 个字，一行最多 {limit} 个，没有打开。请检查换行是否丢失：每道题、每个选项各占一行。"
        )
        raise NotReadable(words.format(line=at, count=lengths[at - 1], limit=MAX_TEXT))
    if (total := sum(lengths)) > MAX_WRITTEN:
        words = _("文字太多（{count} 万字，最多 {limit} 万字），没有打开。请分成几个文件再导入。")
        raise NotReadable(words.format(count=total // 10_000, limit=MAX_WRITTEN // 10_000))

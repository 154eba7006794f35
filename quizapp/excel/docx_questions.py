"""A .docx as a bank: tables with headings are read as sheets, everything else as running text."""

# no _(): words in documents that others wrote; what is told the user goes through _()

import re
from collections.abc import Iterator

from quizapp.errors import NotReadable
from quizapp.excel.docx_text import Block, Cell, Paragraph, TableRows, read_blocks
from quizapp.excel.layout import columns_of
from quizapp.excel.sheet_rows import Merge, SheetRows
from quizapp.excel.text_bounds import refuse_long_text, refuse_many_tables
from quizapp.excel.written_lines import WrittenLine, WrittenText
from quizapp.excel.written_questions import read_written
from quizapp.i18n import _

MAX_CELLS = 2_000_000
"""Of one table, those within its merged cells included."""

_HEADING_ROWS = 5
_NUMBERS = re.compile(r"(?:题号|序号|题目)\s*[:：]?")
_KEYS = re.compile(r"(?:参考|正确|标准)?答案\s*[:：]?")


def read_docx(content: bytes) -> tuple[list[SheetRows], WrittenText]:
    """The tables of questions of a document and the questions in its text; raise NotReadable where it is empty."""
    blocks = read_blocks(content)
    tables = [block for block in blocks if isinstance(block, list)]
    refuse_many_tables(len(tables))
    sheets = {
        id(table): sheet
        for number, table in enumerate(tables, start=1)
        if any(map(columns_of, (sheet := _sheet(table, number)).rows[:_HEADING_ROWS]))
    }
    lines: list[WrittenLine] = []
    for block in blocks:
        if id(block) not in sheets:
            for text, pictures in _lines_of(block):
                lines.append(WrittenLine(text, len(lines) + 1, pictures))
    if not sheets and not any(line.text.strip() or line.pictures for line in lines):
        raise NotReadable(_("这个 Word 文档里没有文字。请检查是否选错了文件。"))
    refuse_long_text([line.text for line in lines])
    return list(sheets.values()), read_written(lines)


def docx_tables(content: bytes) -> list[SheetRows]:
    """All tables of a document as sheets; raise NotReadable where it has none."""
    tables = [block for block in read_blocks(content) if isinstance(block, list)]
    if not tables:
        raise NotReadable(_("这个 Word 文档里没有表格。请把内容放进表格，或用 Excel 工作簿（.xlsx）。"))
    refuse_many_tables(len(tables))
    return [_sheet(table, number) for number, table in enumerate(tables, start=1)]


def _sheet(table: TableRows, number: int) -> SheetRows:
    rows: list[list[str]] = []
    pictures: set[tuple[int, int]] = set()
    merged: dict[tuple[int, int], Merge] = {}
    tops: dict[int, int] = {}
    if sum(cell.span for cells in table for cell in cells) > MAX_CELLS:
        raise NotReadable(_("Word 文档里的表格太大，没有打开。请把内容复制到 Excel 工作簿（.xlsx）里再导入。"))
    for at, cells in enumerate(table):
        row: list[str] = []
        for cell in cells:
            column = len(row)
            if not cell.goes_on:
                tops[column] = at
            elif column in tops:
                merged[tops[column], column] = (tops[column], column, at, column + cell.span - 1)
            if not cell.goes_on and any(paragraph.pictures for paragraph in cell.paragraphs()):
                pictures.add((at, column))
            row += ["" if cell.goes_on else _cell_text(cell), *[""] * (cell.span - 1)]
        rows.append(row)
    return SheetRows(
        _("表格 {number}").format(number=number),
        rows,
        merged=tuple(merged.values()),
        picture_cells=frozenset(pictures),
    )


def _cell_text(cell: Cell) -> str:
    return "\n".join(paragraph.text.strip() for paragraph in cell.paragraphs()).strip()


def _lines_of(block: Block) -> Iterator[tuple[str, int]]:
    """The lines of a paragraph, or of a table that only holds the text in place."""
    if isinstance(block, Paragraph):
        first = True
        for text in block.text.split("\n"):
            yield text, block.pictures if first else 0
            first = False
        for box in block.boxes:
            yield from _lines_of(box)
        return
    if keys := _key_table(block):
        yield keys, 0
        return
    for row in block:
        cells = [[line for inner in cell.blocks for line in _lines_of(inner)] for cell in row if not cell.goes_on]
        if all(len(lines) == 1 for lines in cells):
            yield "\t".join(lines[0][0] for lines in cells), sum(lines[0][1] for lines in cells)
        else:
            for lines in cells:
                yield from lines


def _key_table(table: TableRows) -> str:
    """A table of rows 题号 and 答案 as a list of keys."""
    rows = [[" ".join(_cell_text(cell).split()) for cell in row] for row in table]
    items: list[str] = []
    if len(rows) % 2 or not rows:
        return ""
    for numbers, keys in zip(rows[::2], rows[1::2], strict=True):
        if not numbers or not keys or not _NUMBERS.fullmatch(numbers[0]) or not _KEYS.fullmatch(keys[0]):
            return ""
        items += [f"{number}.{key}" for number, key in zip(numbers[1:], keys[1:], strict=False) if number or key]
    return " ".join(items)

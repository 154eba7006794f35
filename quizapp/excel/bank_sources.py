"""What a bank can be read from: sheets of rows, and questions as running text, whatever the file is."""

from dataclasses import dataclass, field
from pathlib import PurePath

from quizapp.excel.cells import read_workbook, tidied
from quizapp.excel.file_kinds import FileKind, kind_of_file
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.written_lines import WrittenText


@dataclass(slots=True)
class BankSource:
    """`name`: what messages call a text whose parts have no headings."""

    name: str
    sheets: list[SheetRows] = field(default_factory=list)
    written: WrittenText | None = None


def read_source(content: bytes, file_name: str) -> BankSource:
    """Read a file as far as its rows or lines; raise NotReadable where there is nothing to read."""
    source = BankSource(PurePath(file_name).stem)
    kind = kind_of_file(content)
    if kind is FileKind.DOCX:
        from quizapp.excel.docx_questions import read_docx  # here: other files do without

        sheets, source.written = read_docx(content)
        source.sheets = [tidied(sheet) for sheet in sheets]
    else:
        source.written = _running_text(content) if kind is FileKind.TEXT else None
        if source.written is None:
            source.sheets = read_workbook(content, file_name)
    return source


def _running_text(content: bytes) -> WrittenText | None:
    """The questions of a text; None where it is a table."""
    from quizapp.excel.gift import read_gift  # here: workbooks do without, and are read sooner
    from quizapp.excel.text_bounds import refuse_long_text
    from quizapp.excel.text_rows import decode_text
    from quizapp.excel.text_shapes import TextShape, shape_of, text_lines
    from quizapp.excel.written_questions import read_written

    shape = shape_of(content)
    if shape is TextShape.TABLE:
        return None
    lines = text_lines(decode_text(content))
    refuse_long_text([line.text for line in lines])
    return read_gift(lines) if shape is TextShape.GIFT else read_written(lines)

"""Which question and which option the pictures of a workbook belong to; what belongs to none is told with its cell.

A picture goes with the row that it stands in: to the option in whose column it is; to the stem from the stem's column,
from one for pictures, and from one without a heading. From any other it might show the answer: it is told.
"""

# no _() in this module's patterns: headings of columns in files that others wrote

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.core.column_mapping import column_letter
from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.pictures import MAX_STEM_PICTURES, Picture, in_order
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Key, Option, Question, faults
from quizapp.excel.bank_items import Gathered
from quizapp.excel.file_kinds import FileKind, kind_of_file
from quizapp.excel.headings import Role, bank_heading, folded_heading
from quizapp.excel.layout import Table
from quizapp.excel.sheet_rows import SheetRows, beside_picture, picture_id
from quizapp.excel.table_places import TablePlaces
from quizapp.excel.workbook_pictures import WorkbookPictures, read_workbook_pictures
from quizapp.i18n import _

_TOLD_MOST = 20  # pictures that belong nowhere, one by one; of more only their number
_PICTURE_WORD = re.compile(r"图片|图像|配图|附图|插图|图|images?|pictures?|photos?", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^/\\\s]\.(?:png|jpe?g|gif|bmp|webp)\b", re.IGNORECASE)
_STAND_IN = re.compile("\ue000([\ue010-\ue019]{1,6})\ue001")
_OF_STEM = re.compile(r"题?\d{0,2}")  # what a heading says besides the word for a picture


@dataclass(frozen=True, slots=True)
class _Found:
    """A picture in or over a cell (from 0)."""

    sheet: str
    row: int
    column: int
    digest: str
    remark: str = ""
    centre_row: int = -1  # of a floating one
    is_embedded: bool = False


class PicturePlaces:
    """The pictures of one file, from the bytes to the questions: `prepare`, read the rows, `attach`."""

    def __init__(self, content: bytes, sheets: Sequence[SheetRows]) -> None:
        """Take the formulas of embedded pictures out of the sheets: they are no text."""
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self._file = WorkbookPictures()
        self._told: list[Problem] = []
        self._stems: dict[tuple[str, int], list[_Found]] = {}
        self._options: dict[tuple[str, int], list[tuple[int, _Found]]] = {}
        self._stand_ins: list[_Found] = []
        self._stood_for: set[int] = set()
        self._unplaced: list[_Found] = []
        self._places = TablePlaces(())
        kind = kind_of_file(content)
        self._is_workbook = kind is FileKind.XLSX
        if kind is FileKind.XLSX:
            self._file = read_workbook_pictures(content)
        elif _holds_pictures(content, kind):
            words = _("这种格式的文件里的图片读不出来，没有导入。题目带图片的话，请另存为 .xlsx 再导入。")
            self._file.remarks.append(words)
        self._found = [*self._embedded(sheets), *self._floating()]

    @property
    def contents(self) -> dict[str, bytes]:
        """The bytes of what was read, by digest."""
        return self._file.contents

    def prepare(self, tables: Sequence[Table]) -> None:
        """Decide where each picture goes; an option that is a picture and nothing else gets a stand-in for a text."""
        sheet = tables[0].sheet.name if tables else next(iter(self._sheets), "")
        self._told += [Problem(sheet, None, "", Severity.WARNING, remark) for remark in self._file.remarks]
        self._told += [problem for table in tables for problem in _about_names(table)]
        in_row: dict[tuple[str, int], list[tuple[_Found, Table]]] = {}
        self._places = TablePlaces(tables)
        for found in self._found:
            table, row = self._row_of(found)
            if found.remark or table is None:
                self._unplaced.append(found)
            else:
                in_row.setdefault((found.sheet, row), []).append((found, table))
        for (sheet, row), several in in_row.items():
            empty = self._empty_options(several, row)
            for found, table in several:
                self._place(found, table, (sheet, row), empty)

    def attach(self, gathered: Gathered) -> None:
        """Give the questions and the refused rows their pictures, and tell what became of the others."""
        if self._stems or self._options or self._stand_ins:
            refused_rows = gathered.faulty_rows
            gathered.faulty_rows = [
                replace(row, draft=self._with_pictures(row.sheet, row.row, row.draft)) for row in refused_rows
            ]
            items = gathered.items
            gathered.items = []
            for sheet, number, question in items:
                whole = self._with_pictures(sheet, number, question)
                wrong = [fault.message for fault in faults(whole) if fault.is_error] if whole is not question else []
                if wrong:
                    gathered.faulty += 1
                    gathered.faulty_rows.append(FaultyRow(sheet, number, whole))
                    gathered.problems += [Problem(sheet, number, "", Severity.ERROR, words) for words in wrong]
                else:
                    gathered.items.append((sheet, number, whole))
        left = [one for several in self._stems.values() for one in several]
        left += [one for several in self._options.values() for _option, one in several]
        refused = {(one.sheet, one.row) for one in gathered.problems if one.severity is Severity.ERROR}
        left += [one for number, one in enumerate(self._stand_ins) if number not in self._stood_for]
        self._tell([*self._unplaced, *left], refused)
        gathered.problems += self._told

    def kept(self, gathered: Gathered) -> dict[str, bytes]:
        """The bytes of the pictures that the questions show, those of the refused rows too: they may be mended."""
        questions = [question for _sheet, _row, question in gathered.items]
        questions += [row.draft for row in gathered.faulty_rows]
        wanted = {picture.digest for question in questions for picture in question.pictures}
        return {digest: content for digest, content in self.contents.items() if digest in wanted}

    def _embedded(self, sheets: Sequence[SheetRows]) -> Iterator[_Found]:
        for sheet in sheets:
            cells = dict(self._file.formulas.get(sheet.name, {}))
            if sheet.has_pictures:
                for row, line in enumerate(sheet.rows):
                    cells |= {(row, at): name for at, text in enumerate(line) if (name := picture_id(text))}
            missing = _("这种格式的文件里的图片读不出来。题目带图片的话，请放进 Excel 工作簿（.xlsx）再导入。")
            if self._is_workbook:
                missing = _("图片不在这个文件里：请重新插入图片，再导入。")
            cells |= dict.fromkeys(sheet.picture_cells, "")
            for (row, column), name in sorted(cells.items()):
                if name and row < len(sheet.rows) and column < len(sheet.rows[row]):
                    is_value = (row, column) in self._file.formulas.get(sheet.name, {})  # as it was stored: #NAME?
                    sheet.rows[row][column] = "" if is_value else beside_picture(sheet.rows[row][column])
                digest, remark = self._file.embedded.get(name, ("", missing)) if name else ("", missing)
                yield _Found(sheet.name, row, column, digest, remark, is_embedded=True)

    def _floating(self) -> Iterator[_Found]:
        for sheet, several in self._file.floating.items():
            for one in several:
                yield _Found(sheet, one.row, one.column, one.digest, one.remark, one.centre[0])

    def _row_of(self, found: _Found) -> tuple[Table | None, int]:
        """The row that a picture goes with: its own, or the one under its middle where its own holds no question."""
        for row in (found.row, found.centre_row):
            table = self._places.at(found.sheet, row)
            if table is not None and (found.is_embedded or any(table.sheet.rows[row])):
                return table, row
        return None, -1

    def _place(self, found: _Found, table: Table, place: tuple[str, int], empty: int) -> None:
        columns, row = table.columns, table.sheet.rows[place[1]]
        column, is_stem = self._target(found.column, table)
        if column >= 0 and column in columns.options:
            option = columns.options.index(column)
            if column < len(row) and row[column].strip():
                self._options.setdefault(place, []).append((option, found))
            elif found.is_embedded or empty > 1 or table.is_exact:
                row += [""] * (column + 1 - len(row))
                row[column] = self._stand_in(found)
            else:
                words = _("单元格 {cell} 的图片在空的选项格上，放在了题干下面：请核对。")
                self._warn(found, words.format(cell=_cell(found)))
                self._stems.setdefault(place, []).append(found)
        elif found.is_embedded and found.column == columns.one_cell_options:
            row[found.column] = self._stand_in(found)  # where each option has a row of its own
        elif is_stem:
            self._stems.setdefault(place, []).append(found)
        else:
            self._unplaced.append(found)

    def _target(self, column: int, table: Table) -> tuple[int, bool]:
        return _target(self._places.heading_column(column, table), table)

    def _empty_options(self, several: Sequence[tuple[_Found, Table]], row: int) -> int:
        """How many empty cells of options have pictures: a lone one is more likely the stem's, laid aside."""
        cells = set()
        for found, table in several:
            column, _is_stem = self._target(found.column, table)
            line = table.sheet.rows[row]
            if column in table.columns.options and not (column < len(line) and line[column].strip()):
                cells.add(column)
        return len(cells)

    def _stand_in(self, found: _Found) -> str:
        """A text that nobody types, to stand for an option that is a picture until the rows are read."""
        self._stand_ins.append(found)
        number = "".join(chr(0xE010 + int(digit)) for digit in str(len(self._stand_ins) - 1))
        return f"\ue000{number}\ue001"

    def _with_pictures(self, sheet: str, number: int, question: Question) -> Question:
        place = (sheet, number - 1)
        stems, options = self._stems.pop(place, []), self._options.pop(place, [])
        pictures = [Picture(found.digest) for found in stems[:MAX_STEM_PICTURES]]
        self._unplaced += stems[MAX_STEM_PICTURES:]
        taken: set[int] = set()
        texts = list(question.options)
        for at, option in enumerate(texts):
            number = _number_in(option.text)
            if 0 <= number < len(self._stand_ins):
                texts[at] = Option("")
                options.append((at, self._stand_ins[number]))
                self._stood_for.add(number)
        for at, found in options:
            if at in taken or at >= len(texts):
                self._unplaced.append(found)
            else:
                taken.add(at)
                pictures.append(Picture(found.digest, at))
        key = _key_in_words(question.key)
        if not pictures and key == question.key:
            return question
        return replace(question, key=key, options=tuple(texts), pictures=in_order(pictures))

    def _tell(self, left: Sequence[_Found], refused: set[tuple[str, int | None]]) -> None:
        counts: dict[str, int] = {}
        for found in left:
            is_hidden = found.sheet not in self._sheets or self._sheets[found.sheet].is_hidden
            if is_hidden or ((found.sheet, found.row + 1) in refused and not found.remark):
                continue  # the sheet or the row was told already
            counts[found.sheet] = counts.get(found.sheet, 0) + 1
            if counts[found.sheet] > _TOLD_MOST:
                continue
            if found.remark:
                words = _("单元格 {cell} 的图片没有导入：{reason}")
                self._warn(found, words.format(cell=_cell(found), reason=found.remark))
            else:
                words = _("工作表“{sheet}”单元格 {cell} 的图片没有放进任何题目：请放到题干或选项的单元格里。")
                self._warn(found, words.format(sheet=found.sheet, cell=_cell(found)))
        for sheet, count in counts.items():
            if count > _TOLD_MOST:
                words = _("另有 {count} 张图片没有放进任何题目。").format(count=count - _TOLD_MOST)
                self._told.append(Problem(sheet, None, "", Severity.WARNING, words))

    def _warn(self, found: _Found, words: str) -> None:
        self._told.append(Problem(found.sheet, found.row + 1, "", Severity.WARNING, words))


def _target(column: int, table: Table) -> tuple[int, bool]:
    """The option's column that a picture under a heading belongs to (-1: none), and whether the stem may show it."""
    columns = table.columns
    if column in columns.options:
        return column, False
    if column == columns.stem:
        return -1, True
    if column in (*columns.keys, *columns.blanks, *columns.marks, *columns.wrong, columns.right, columns.explanation):
        return -1, False
    shown = columns.heading(column) if table.heading_row >= 0 else ""
    bare = _PICTURE_WORD.sub("", folded_heading(shown))
    is_picture = bare != folded_heading(shown)
    heading = bank_heading(bare if is_picture else shown)
    if heading and heading.role is Role.OPTION and heading.number < len(columns.options):
        return columns.options[heading.number], False
    is_stems = _OF_STEM.fullmatch(bare) is not None or bool(heading and heading.role is Role.STEM)
    return -1, not shown.strip() or (is_picture and is_stems)


def _key_in_words(key: Key) -> Key:
    """A key without stand-ins: a picture where the answers of blanks are written is no answer."""
    if isinstance(key, str):
        return _STAND_IN.sub("", key)
    if isinstance(key, tuple):
        return tuple(  # type: ignore[return-value]  # as it was: numbers, or the answers of each blank
            tuple(_STAND_IN.sub("", text) for text in part) if isinstance(part, tuple) else part for part in key
        )
    return key


def _number_in(text: str) -> int:
    """The number of a stand-in, -1 for any other text."""
    match = _STAND_IN.fullmatch(text.strip()) if text.startswith("\ue000") else None
    return int("".join(str(ord(digit) - 0xE010) for digit in match[1])) if match else -1


def _about_names(table: Table) -> Iterator[Problem]:
    """Columns that name files of pictures which are somewhere else."""
    for column, heading in table.columns.headings.items():
        if not _PICTURE_WORD.search(heading):
            continue
        rows = table.sheet.rows[table.start : table.stop]
        count = sum(1 for row in rows if column < len(row) and _FILE_NAME.search(row[column]))
        if count:
            words = _(
                "“{heading}”列写的是图片的文件名（{count} 行），图片不在这个文件里，没有导入：请插入到题干的单元格里。"
            )
            message = words.format(heading=heading, count=count)
            yield Problem(table.sheet.name, None, heading, Severity.WARNING, message)


def _cell(found: _Found) -> str:
    """A cell as people call it: C5."""
    return f"{column_letter(found.column)}{found.row + 1}"


def _holds_pictures(content: bytes, kind: FileKind) -> bool:
    """Whether a file of another format has pictures, as far as a glance tells."""
    if kind is FileKind.XLS:
        return b"\x89PNG\r\n\x1a\n" in content or b"\xff\xd8\xff\xe0" in content
    return kind in (FileKind.ODS, FileKind.XLSB) and (b"Pictures/" in content or b"xl/media/" in content)

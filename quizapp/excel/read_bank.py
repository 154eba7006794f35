"""A question bank out of a stranger's file: questions, and what is wrong with sheet, row, column and words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.column_mapping import TableLayout, TableMapping
from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.pictures import Picture
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Option, Question
from quizapp.excel.arranged import arranged
from quizapp.excel.bank_items import Gathered, read_table
from quizapp.excel.bank_sources import BankSource, read_source
from quizapp.excel.child import DEFAULT_LIMITS, ChildLimits, Report, collector_paused, run_in_child
from quizapp.excel.exact_rows import tables_of
from quizapp.excel.mapping import candidate_of
from quizapp.excel.picture_places import PicturePlaces
from quizapp.excel.repeats import tell_repeats
from quizapp.excel.sheet_rows import SheetRows
from quizapp.excel.table_layouts import table_layout
from quizapp.excel.text_bounds import MAX_COLUMNS
from quizapp.excel.unheaded import unheaded_table
from quizapp.excel.written_tables import in_words, why_none, written_tables
from quizapp.i18n import _

_REPORT_EVERY = 1000


@dataclass(frozen=True, slots=True)
class BankItem:
    """A row that can be imported; `row` is the sheet's own number from 1."""

    sheet: str
    row: int
    question: Question


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file read: `items` in its order, repeats included; `layout` says in words how it was understood.

    `pictures`: the bytes of its questions' pictures by their digest.
    `identities` are those of `items`, one by one: worked out where repeats are looked for, and sent along.
    `tables` says it column by column, and shows the first rows of sheets in which no table was found.
    `faulty_rows` are the rows that are no questions yet, as far as they could be read.
    """

    file_name: str
    items: list[BankItem]
    problems: list[Problem]
    layout: str
    rows_faulty: int
    pictures: dict[str, bytes] = field(default_factory=dict)
    tables: tuple[TableLayout, ...] = ()
    faulty_rows: list[FaultyRow] = field(default_factory=list)
    identities: list[str] = field(default_factory=list)


def read_bank(
    content: bytes,
    file_name: str,
    *,
    mappings: Sequence[TableMapping] = (),
    on_progress: Callable[[int, int], object] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    limits: ChildLimits = DEFAULT_LIMITS,
) -> BankFile:
    """Read a bank in a child process; NotReadable where the file is no workbook or has nothing in it.

    `mappings` say what the columns hold, where somebody said so.
    """
    task = packed_bank, content, file_name, tuple(mappings)
    packed = run_in_child(*task, limits=limits, on_progress=on_progress, is_cancelled=is_cancelled)
    return _unpacked(packed)


def parse_bank(content: bytes, file_name: str, report: Report, *, mappings: Sequence[TableMapping] = ()) -> BankFile:
    """Read a bank in this process: what the child does."""
    return _unpacked(packed_bank(content, file_name, mappings, report))


def packed_bank(content: bytes, file_name: str, mappings: Sequence[TableMapping], report: Report) -> tuple[Any, ...]:
    """Read a bank; the result is plain tuples, which cross from the child several times as fast as objects."""
    with collector_paused():
        source = read_source(content, file_name)
        pictures = PicturePlaces(content, source.sheets)
        gathered, layout, described = _gathered(source, mappings, pictures, report)
        known: dict[str, str] = {}
        items = [_pack(item, known) for item in gathered.items]
        faulty = [
            (_pack((one.sheet, one.row, one.draft), known), one.kind_text, one.key_text) for one in gathered.faulty_rows
        ]
    problems = [(p.sheet, p.row, p.column, p.severity.value, p.message) for p in gathered.problems]
    kept = pictures.kept(gathered)
    return file_name, items, problems, layout, gathered.faulty, kept, described, faulty, gathered.identities


def _gathered(
    source: BankSource, mappings: Sequence[TableMapping], pictures: PicturePlaces, report: Report
) -> tuple[Gathered, str, tuple[TableLayout, ...]]:
    found, problems = tables_of(source.sheets, mappings, unheaded=unheaded_table)
    pictures.prepare(found)
    tables = [table if table.is_exact else arranged(table) for table in found]
    gathered = Gathered(problems=problems + [problem for sheet in source.sheets for problem in _about_sheet(sheet)])
    layout = [table.in_words() for table in tables]
    written = written_tables(source.written, source.name, gathered) if source.written is not None else []
    if source.written is not None:
        layout += in_words(source.written)
    total = sum(len(table.rows()) for table in [*tables, *written])
    done = 0

    def on_row() -> None:
        nonlocal done
        done += 1
        if done % _REPORT_EVERY == 0:
            report(done, total)

    described = [
        table_layout(raw, read_table(table, gathered, on_row)) for raw, table in zip(found, tables, strict=True)
    ]
    for table in written:
        read_table(table, gathered, on_row)
    pictures.attach(gathered)
    read = {table.sheet.name for table in tables}
    described += [candidate_of(sheet) for sheet in source.sheets if sheet.rows and sheet.name not in read]
    tables += written
    tell_repeats(gathered)
    if tables and not gathered.items and not gathered.faulty:
        words = _("标题行下面没有题目。请填写题目后再导入。")
        gathered.problems += [Problem(table.sheet.name, None, "", Severity.ERROR, words) for table in tables]
    elif source.written is not None and not tables and not gathered.faulty:
        gathered.problems.append(Problem(source.name, None, "", Severity.ERROR, why_none()))
    report(total, total)
    return gathered, "\n".join(layout), tuple(described)


def _about_sheet(sheet: SheetRows) -> list[Problem]:
    """What somebody should know of a sheet whatever its rows say."""
    found = []
    if sheet.hidden_rows and not sheet.is_hidden:
        words = _("有 {count} 行是隐藏的（例如被筛选掉），里面的题目也一起导入。不需要的请先删去。")
        found.append(words.format(count=len(sheet.hidden_rows)))
    if sheet.has_more_columns:
        words = _("第 {count} 列以后还有内容，没有读。题目请放在前 {count} 列里；多余的列请删去。")
        found.append(words.format(count=MAX_COLUMNS))
    if sheet.has_doubtful_numbers:
        found.append(_("这种文件读不出数字的显示格式，百分数和日期可能与看到的不同：请核对，或另存为 .xlsx 后再导入。"))
    return [Problem(sheet.name, None, "", Severity.WARNING, message) for message in found]


def _pack(item: tuple[str, int, Question], known: dict[str, str]) -> tuple[Any, ...]:
    """Plain values of an item; texts that many questions share cross once (`known`)."""
    sheet, row, q = item
    same = known.setdefault
    return (
        sheet, row, q.kind, q.stem, q.key, [option.text for option in q.options],
        q.explanation, same(q.category, q.category), same(q.knowledge_point, q.knowledge_point), q.difficulty,
        same(q.source, q.source), q.reviewed_on, [(picture.digest, picture.option) for picture in q.pictures],
    )  # fmt: skip


def _unpacked(packed: tuple[Any, ...]) -> BankFile:
    file_name, items, problems, layout, faulty, pictures, described, rows, identities = packed
    told = [Problem(sheet, row, column, Severity(severity), words) for sheet, row, column, severity, words in problems]
    with collector_paused():
        unpacked = list(map(_unpack, items))
    faulty_rows = [_unpack_faulty(*row) for row in rows]
    return BankFile(file_name, unpacked, told, layout, faulty, pictures, described, faulty_rows, identities)


def _unpack(packed: tuple[Any, ...]) -> BankItem:
    sheet, row, kind, stem, key, options, *rest, pictures = packed
    rest.append(tuple([Picture(*picture) for picture in pictures]))
    return BankItem(sheet, row, Question(kind, stem, key, tuple(map(Option, options)), *rest))


def _unpack_faulty(packed: tuple[Any, ...], kind_text: str, key_text: str) -> FaultyRow:
    item = _unpack(packed)
    return FaultyRow(item.sheet, item.row, item.question, kind_text, key_text)

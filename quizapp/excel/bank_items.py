"""Rows of a table -> questions, and a problem with words for each row that is none. The hot path of an import."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Key, Kind, Option, Question, blank_count, faults
from quizapp.excel.cell_texts import has_numbered_blanks, key_in_stem, may_show_key, read_date, read_difficulty
from quizapp.excel.exact_rows import exact_question
from quizapp.excel.faulty_rows import faulty_row
from quizapp.excel.keys import (
    UnclearKey,
    agrees_with,
    blanks_key,
    choice_key,
    counted_from_one,
    is_number,
    true_false_key,
    truth_and_reason,
    without_remark,
)
from quizapp.excel.kinds import CHOICE, Declared, inferred_kind, is_section_title, is_truth_pair, kind_in_name
from quizapp.excel.layout import Table
from quizapp.excel.option_labels import without_labels
from quizapp.excel.row_cells import Row, TableCells
from quizapp.excel.sheet_rows import fill_merged
from quizapp.excel.table_facts import TableFacts, facts_of
from quizapp.i18n import _

_PLAIN_KEY = 4  # longer keys may have a remark behind them
_WRITTEN = (Kind.FILL_BLANK, Kind.SHORT_ANSWER)

KindKeyOptions = tuple[Kind, Key, list[str]]


@dataclass(slots=True)
class Gathered:
    """What was read so far: (sheet, row from 1, question), problems, how many rows were left out, and those rows.

    `identities` of the items are known once repeats were looked for.
    """

    items: list[tuple[str, int, Question]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    faulty: int = 0
    faulty_rows: list[FaultyRow] = field(default_factory=list)
    identities: list[str] = field(default_factory=list)


class RowRefused(Exception):
    """A row that is no question: the column and the words."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_table(table: Table, gathered: Gathered, on_row: Callable[[], None]) -> TableFacts:
    """Add the questions and problems of a table to what was gathered; `on_row` is called after each row.

    Returns how the table was understood.
    """
    columns = table.columns
    fill_merged(table.sheet, {columns.kind, *columns.category, *columns.knowledge_point, columns.source} - {-1})
    reader = _TableReader(table, gathered)
    if reader.refuses_layout():
        return reader.facts
    for number, row in reader.cells.rows():
        reader.read(number, row)
        on_row()
    reader.tell_once()
    return reader.facts


def _dated_options(table: Table) -> dict[int, list[int]]:
    """Row number -> columns of options in which a date is shown without its year."""
    found: dict[int, list[int]] = {}
    for row, column in sorted(table.sheet.short_dates):
        if column in table.option_columns:
            found.setdefault(row + 1, []).append(column)
    return found


class _TableReader:
    """Reads the rows of one table one by one, with what is known of the whole table."""

    def __init__(self, table: Table, gathered: Gathered) -> None:
        self.cells = TableCells(table)
        self._table = table
        self._columns = table.columns
        self._gathered = gathered
        self._facts = facts_of(self.cells)
        self._section_kind = self._facts.sheet_kind
        self._declared: dict[str, Declared | None] = {"": None}
        self._dates: dict[str, date | None] = {"": None}
        self._unrated: set[str] = set()
        self._counted_keys = 0
        self._hidden_keys = 0
        self._short_dates = _dated_options(table)

    @property
    def facts(self) -> TableFacts:
        """How the table was understood."""
        return self._facts

    def refuses_layout(self) -> bool:
        """Whether the table stands so that it cannot be read; then the whole table is one problem."""
        for note in self._table.notes:
            self._tell(None, "", note)
        if not self._table.refusal:
            return False
        self._gathered.faulty += sum(not self.cells.is_beside(row) for _number, row in self.cells.rows())
        self._tell(None, "", self._table.refusal, Severity.ERROR)
        return True

    def read(self, number: int, row: Row) -> None:
        """Read one row: an item, or a problem and one faulty row more."""
        key = self.cells.key(row)
        if not key and self._is_beside(row):
            return
        try:
            if number in self._table.refused:
                raise RowRefused(self._columns.key_heading, self._table.refused[number])
            self._check_cells(number, row)
            exact = exact_question(self.cells, row) if self._table.is_exact else None
            question = exact or self._question(number, row, key)
            self._check_other_keys(row, question)
        except RowRefused as refused:
            self._keep_faulty(number, row)
            self._tell(number, refused.column, str(refused), Severity.ERROR)
            return
        if self._is_faulty(number, question):
            self._keep_faulty(number, row)
            return
        if exact is None and may_show_key(question.stem):
            question = self._without_shown_key(number, question)
        self._gathered.items.append((self._table.sheet.name, number, question))

    def _keep_faulty(self, number: int, row: Row) -> None:
        self._gathered.faulty += 1
        self._gathered.faulty_rows.append(faulty_row(self.cells, number, row, self._section_kind))

    def tell_once(self) -> None:
        """Tell what concerns the whole table, once."""
        heading = self._columns.heading(self._columns.kind)
        if self._unrated:
            words = _("难度“{words}”不是“易、中、难”，这些题按未定难度导入。")
            shown = _("、").join(sorted(self._unrated)[:5])
            self._tell(None, self._columns.heading(self._columns.difficulty), words.format(words=shown))
        if heading and not self._facts.kinds.is_used:
            words = _("“{heading}”列里写的不像题型，题型改按答案和选项判断，请核对。")
            self._tell(None, heading, words.format(heading=heading))
        if self._facts.kinds.are_codes_deduced:
            kinds = [
                (code, kind.label) for code, kind in sorted(self._facts.kinds.codes.items()) if isinstance(kind, Kind)
            ]
            meanings = _("、").join(f"{code} = {label}" for code, label in kinds)
            words = _("题型写成了数字，按各行的答案和选项理解为：{meanings}。请核对。")
            self._tell(None, heading, words.format(meanings=meanings))
        if self._hidden_keys:
            words = _("有 {count} 道题的题干括号里写着答案，与答案一致，已改成空括号。")
            heading = self._columns.heading(self._columns.stem)
            self._tell(None, heading, words.format(count=self._hidden_keys))
        if self._counted_keys and not self._facts.numbers_are_said:
            words = _("有 {count} 道题的答案写成数字，按“第几个选项”理解（1 = A）。请核对。")
            self._tell(None, self._columns.key_heading, words.format(count=self._counted_keys))

    def _without_shown_key(self, number: int, question: Question) -> Question:
        """The question without the key in its stem; where another key stands there, somebody has to look."""
        shown = key_in_stem(question)
        if shown.agrees:
            self._hidden_keys += 1
            return replace(question, stem=shown.stem)
        if shown.key:
            words = _("题干的括号里写着“{shown}”，与答案不同：请核对。")
            self._tell(number, self._columns.heading(self._columns.stem), words.format(shown=shown.key))
        return question

    def _question(self, number: int, row: Row, key_text: str) -> Question:
        texts = self.cells.texts(row)
        if texts.sub_stem:
            words = _("一个大题带几个小题的题目还不能导入：请把它拆成几道单独的题。")
            raise RowRefused(self._columns.heading(self._columns.sub_stem), words)
        options = self.cells.options(row)
        if self._facts.strips_labels and options:
            options = without_labels(options)
        declared = self._declared_kind(texts.kind)
        key_text, remark = self._without_remark(number, declared, (texts.stem, options, key_text))
        kind, key, kept = self._kind_and_key(number, row, declared, (texts.stem, options, key_text))
        return Question(
            kind,
            texts.stem,
            key,
            tuple(map(Option, kept)),
            "\n".join(filter(None, dict.fromkeys([texts.explanation, remark]))),
            self.cells.category(row),
            self.cells.knowledge_point(row),
            read_difficulty(texts.difficulty, self._unrated),
            texts.source,
            self._reviewed_on(number, texts.reviewed_on),
        )

    def _without_remark(
        self, number: int, declared: Declared | None, said: tuple[str, list[str], str]
    ) -> tuple[str, str]:
        """The key of a row and the explanation written behind it, from what the row says: stem, options, key."""
        stem, options, key_text = said
        if declared in _WRITTEN:
            return key_text, ""
        key, remark = without_remark(key_text) if len(key_text) > _PLAIN_KEY else (key_text, "")
        if remark or options or declared not in (None, Kind.TRUE_FALSE):
            return key, remark
        key, remark = truth_and_reason(stem, key_text)
        if remark:
            words = _("答案“{key}”按判断题理解，后面的文字放进解析：请核对。")
            self._tell(number, self._columns.key_heading, words.format(key=key))
        return key, remark

    def _kind_and_key(
        self, number: int, row: Row, declared: Declared | None, said: tuple[str, list[str], str]
    ) -> KindKeyOptions:
        """Kind, key and the options to keep, from what a row says: stem, options, key."""
        stem, options, key = said
        if declared == CHOICE and not options:
            raise RowRefused(self._columns.options_heading, _("选择题没有选项：请补充选项。"))
        if not key and declared in _WRITTEN and options:
            return self._written_in_options(Kind(str(declared)), stem, options)
        if not key and not self._columns.blanks:
            raise RowRefused(self._columns.key_heading, _("没有答案：请填写答案。"))
        is_open = declared is None or declared == CHOICE
        kind = inferred_kind(stem, options, key) if is_open else Kind(str(declared))
        if kind is None:
            words = _("答案“{key}”像是选项字母，但这一行没有选项：请补充选项；如果不是选择题，请填写题型。")
            raise RowRefused(self._columns.key_heading, words.format(key=key))
        if options and self._facts.counts_from_zero:
            key = counted_from_one(key)
        try:
            if kind.has_options:
                return self._choice(kind, key, options, is_open=is_open)
            if kind is Kind.TRUE_FALSE:
                return self._true_or_false(number, key, options)
        except UnclearKey as unclear:
            raise RowRefused(self._columns.key_heading, str(unclear)) from unclear
        if kind is Kind.FILL_BLANK:
            return kind, blanks_key(self.cells.blanks(row)), []
        if len(parts := self.cells.blanks(row)) > 1 and has_numbered_blanks(stem, len(parts)):
            words = _("有 {count} 个答案，题干里有同样多的空，按填空题导入。")
            self._tell(number, self._columns.key_heading, words.format(count=len(parts)))
            return Kind.FILL_BLANK, blanks_key(parts), []
        if is_open and key in ("0", "1"):
            words = _("答案是 {key}，按简答题导入；如果是判断题，请填写题型。")
            self._tell(number, self._columns.key_heading, words.format(key=key))
        return kind, key, []

    def _written_in_options(self, kind: Kind, stem: str, options: list[str]) -> KindKeyOptions:
        """The answers of blanks, or of a question without options, that stand in the columns of options."""
        if len(options) == 1 or (kind is Kind.FILL_BLANK and blank_count(stem) == len(options)):
            return kind, blanks_key(options) if kind is Kind.FILL_BLANK else options[0], []
        words = _("答案写在选项的各列里，看不出是几个空还是几种写法：请写到答案列，各空之间用“|”，几种写法之间用“;”。")
        raise RowRefused(self._columns.options_heading, words)

    def _choice(self, kind: Kind, key_text: str, options: list[str], *, is_open: bool) -> KindKeyOptions:
        key = choice_key(key_text, options, numbers_from_one=self._facts.numbers_from_one)
        self._counted_keys += key_text[0].isdecimal() and is_number(key_text)
        if is_open:
            kind = Kind.MULTIPLE if len(key) > 1 else Kind.SINGLE
        return kind, key, options

    def _true_or_false(self, number: int, key_text: str, options: list[str]) -> KindKeyOptions:
        from_one = self._facts.numbers_from_one
        if not options or is_truth_pair(options):
            return Kind.TRUE_FALSE, true_false_key(key_text, options, numbers_from_one=from_one), []
        if len(options) != 2:
            words = _("判断题应当有两个选项（正确、错误）或没有选项，这里有 {count} 个：请核对题型。")
            raise RowRefused(self._columns.options_heading, words.format(count=len(options)))
        key = choice_key(key_text, options, numbers_from_one=from_one)
        words = _("判断题的两个选项是“{first}”“{second}”，按单选题导入。")
        self._tell(number, self._columns.options_heading, words.format(first=options[0], second=options[1]))
        return Kind.SINGLE, key, options

    def _declared_kind(self, text: str) -> Declared | None:
        """The kind that the row, its section or its sheet declares."""
        if not text or not self._facts.kinds.is_used:
            return self._section_kind
        if text not in self._declared:
            self._declared[text] = self._facts.kinds.declared(text)
        declared = self._declared[text]
        if declared is None:
            words = _("题型“{kind}”不认识：请改为单选题、多选题、判断题、填空题或简答题。")
            raise RowRefused(self._columns.heading(self._columns.kind), words.format(kind=text))
        return declared

    def _is_beside(self, row: Row) -> bool:
        """Whether a row without a key is no question: nothing that matters, or a title such as 二、判断题."""
        filled = [cell.strip() for cell in row if cell and not cell.isspace()]
        if len(filled) == 1 and not self.cells.texts(row).kind and is_section_title(filled[0]):
            self._section_kind = kind_in_name(filled[0])
            return True
        return self.cells.is_beside(row)

    def _check_cells(self, number: int, row: Row) -> None:
        """Refuse a row whose cells stand in the wrong columns; tell of what Excel may have changed."""
        for column in self._short_dates.get(number, ()):
            words = _("“{text}”在文件里是日期，可能是 Excel 把“3-5”一类的内容改成的：请核对。")
            self._tell(number, self._columns.heading(column), words.format(text=row[column]))
        if self._table.sheet.is_text and self.cells.has_more_than_headings(row):
            words = _("这一行比标题行多出内容，可能是文字里的逗号没有加引号：请用 Excel 或 WPS 打开核对。")
            raise RowRefused("", words)

    def _check_other_keys(self, row: Row, question: Question) -> None:
        """Refuse a row in which a second column for the answer says something else."""
        for column in self._columns.other_keys:
            text = row[column].strip() if column < len(row) else ""
            if text and not agrees_with(question, text):
                words = _("“{heading}”列写着“{text}”，与“{other}”列的答案不一致：请核对，只留一个。")
                heading = self._columns.heading(column)
                raise RowRefused(heading, words.format(heading=heading, text=text, other=self._columns.key_heading))

    def _is_faulty(self, number: int, question: Question) -> bool:
        found = faults(question)
        columns = {"options": self._columns.options_heading, "key": self._columns.key_heading} if found else {}
        for fault in found:
            severity = Severity.ERROR if fault.is_error else Severity.WARNING
            heading = columns.get(fault.field) or self._columns.heading(self._columns.stem)
            self._tell(number, heading, fault.message, severity)
        return any(fault.is_error for fault in found)

    def _reviewed_on(self, number: int, text: str) -> date | None:
        if text not in self._dates:
            self._dates[text] = read_date(text)
        found = self._dates[text]
        if text and found is None:
            words = _("复核日期“{text}”看不懂，没有填入：请写成 2026-11-01 这样。")
            self._tell(number, self._columns.heading(self._columns.reviewed_on), words.format(text=text))
        return found

    def _tell(self, number: int | None, column: str, message: str, severity: Severity = Severity.WARNING) -> None:
        self._gathered.problems.append(Problem(self._table.sheet.name, number, column, severity, message))

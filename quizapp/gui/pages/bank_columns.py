"""The columns in which questions, rows of a file, its problems and imports are listed."""

from collections.abc import Callable
from typing import Any

from quizapp.core.pinyin import sort_key
from quizapp.core.problems import Problem, Severity
from quizapp.core.question_facts import key_text
from quizapp.core.questions import Difficulty, Kind
from quizapp.gui.local_times import full_moment
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.models.rows import Column, ColumnKind
from quizapp.i18n import N_, _, _p
from quizapp.services.banks import BankQuestion, Batch, Novelty, QuestionState

_KINDS = {kind: at for at, kind in enumerate(Kind)}
_LEVELS = {Difficulty.EASY: 0, Difficulty.MEDIUM: 1, Difficulty.HARD: 2}
_STATES = {
    QuestionState.ACTIVE: (N_("使用中"), ""),
    QuestionState.REVIEW: (N_("待审核"), "warn"),
    QuestionState.RETIRED: (N_("已停用"), "neutral"),
}
_NOVELTIES = {
    Novelty.NEW: (N_("新增"), "good"),
    Novelty.CHANGED: (N_("有变化"), "warn"),
    Novelty.SAME: (N_("相同"), "neutral"),
    Novelty.REPEATED: (N_("重复"), "neutral"),
    None: (N_("有错误"), "bad"),
}
_SEVERITIES = {Severity.ERROR: "bad", Severity.WARNING: "warn"}


def state_word(state: QuestionState) -> str:
    """A state as the bureau calls it."""
    return _(_STATES[state][0])


def novelty_word(novelty: Novelty | None) -> str:
    """How a row stands to the bank, in a word; None: it is faulty."""
    return _(_NOVELTIES[novelty][0])


def novelty_tone(novelty: Novelty | None) -> str:
    """The tone of that word."""
    return _NOVELTIES[novelty][1]


def severity_word(severity: Severity) -> str:
    """Error or remark."""
    return _p("程度", "错误") if severity is Severity.ERROR else _("提醒")


def one_line(text: str) -> str:
    """A text as one line of a table."""
    return " ".join(text.split())


def question_columns() -> list[Column]:
    """The questions of a bank."""
    return [
        _kind_column(lambda row: row.question.kind),
        Column(heading=_("题干"), value=lambda row: one_line(row.question.stem)),
        _text_column(_("分类"), lambda row: row.question.category, width=6, gives_way=1),
        _text_column(_("知识点"), lambda row: row.question.knowledge_point, width=6, gives_way=3),
        Column(
            heading=_("难度"),
            value=lambda row: _LEVELS.get(row.question.difficulty),
            text=lambda row: row.question.difficulty.label,
            width=4,
            gives_way=2,
        ),
        Column(heading=_("答案"), value=lambda row: one_line(key_text(row.question)), width=4),
        _text_column(_("依据"), lambda row: row.question.source, width=7, gives_way=4),
        Column(
            heading=_("状态"),
            value=lambda row: list(_STATES).index(row.state),
            text=lambda row: state_word(row.state),
            tone=lambda row: _STATES[row.state][1],
            kind=ColumnKind.BADGE,
            width=6,
        ),
    ]


def found_words(row: BankQuestion) -> str:
    """What a question is found by besides what the table shows."""
    return "\n".join([option.text for option in row.question.options] + [row.question.explanation])


def preview_columns(
    is_wanted: Callable[[PreviewLine], bool | None],
    on_ticked: Callable[[list[Any], bool], None],
    *,
    marks_of: Callable[[PreviewLine], list[str]] = lambda _line: [],
) -> list[Column]:
    """The rows of a file; `marks_of` is said behind what becomes of them."""
    return [
        Column(heading=_("导入"), value=is_wanted, kind=ColumnKind.TICK, width=2, on_ticked=on_ticked),
        Column(heading=_("工作表"), value=lambda line: line.sheet, width=5),
        Column(heading=_("行"), value=lambda line: line.row, kind=ColumnKind.NUMBER, width=3, gives_way=1),
        _kind_column(lambda line: line.item.question.kind if line.item else None, gives_way=3),
        Column(heading=_("题干"), value=_stem_or_fault),
        Column(
            heading=_("答案"),
            value=lambda line: one_line(key_text(line.item.question)) if line.item else None,
            width=4,
            gives_way=2,
        ),
        Column(
            heading=_("处理"),
            value=lambda line: list(_NOVELTIES).index(line.novelty),
            text=lambda line: " · ".join([novelty_word(line.novelty), *marks_of(line)]),
            tone=lambda line: novelty_tone(line.novelty),
            kind=ColumnKind.BADGE,
            width=7,
        ),
    ]


def problem_columns() -> list[Column]:
    """What is wrong with a file: where, and what to do; the detail beside it tells the column as well."""
    return [
        Column(
            heading=_("程度"),
            value=lambda problem: list(_SEVERITIES).index(problem.severity),
            text=lambda problem: severity_word(problem.severity),
            tone=lambda problem: _SEVERITIES[problem.severity],
            kind=ColumnKind.BADGE,
            width=5,
        ),
        Column(heading=_("工作表"), value=lambda problem: problem.sheet, width=5),
        Column(heading=_("行"), value=lambda problem: problem.row, kind=ColumnKind.NUMBER, width=3),
        Column(heading=_("列"), value=lambda problem: problem.column or None, width=5, gives_way=1),
        Column(heading=_("问题和改法"), value=lambda problem: one_line(problem.message)),
    ]


def batch_columns() -> list[Column]:
    """Imports: when, of what, by whom, and whether they still can be undone."""
    return [
        Column(heading=_("时间"), value=lambda batch: batch.at, text=lambda batch: full_moment(batch.at), width=8),
        Column(heading=_p("列", "题库"), value=lambda batch: batch.bank_name, width=7),
        Column(heading=_("文件"), value=lambda batch: batch.file_name),
        Column(heading=_("新增"), value=lambda batch: batch.new, kind=ColumnKind.NUMBER, width=3),
        Column(heading=_("更新"), value=lambda batch: batch.changed, kind=ColumnKind.NUMBER, width=3),
        Column(heading=_("导入人"), value=lambda batch: batch.who, width=5, gives_way=1),
        Column(
            heading=_("状态"),
            value=lambda batch: (batch.is_undone, batch.may_undo),
            text=_batch_word,
            tone=lambda batch: "neutral" if batch.is_undone or not batch.may_undo else "info",
            kind=ColumnKind.BADGE,
            width=6,
        ),
    ]


def problem_place(problem: Problem) -> str:
    """Where a problem is, in words."""
    if problem.row is None:
        return _("工作表“{sheet}”").format(sheet=problem.sheet)
    if not problem.column:
        return _("第 {row} 行").format(row=problem.row)
    return _("第 {row} 行“{column}”").format(row=problem.row, column=problem.column)


def _kind_column(kind_of: Callable[[Any], Kind | None], *, gives_way: int = 0) -> Column:
    def place(row: object) -> int | None:
        kind = kind_of(row)
        return None if kind is None else _KINDS[kind]

    def word(row: object) -> str:
        kind = kind_of(row)
        return "" if kind is None else kind.label

    return Column(heading=_("题型"), value=place, text=word, width=5, gives_way=gives_way)


def _text_column(heading: str, text_of: Callable[[Any], str], *, width: int, gives_way: int = 0) -> Column:
    """A column of words, sorted by their sound; blank ones come last."""

    def sound(row: object) -> object:
        text = text_of(row)
        return sort_key(text) if text else None

    return Column(heading=heading, value=sound, text=text_of, width=width, gives_way=gives_way)


def _stem_or_fault(line: PreviewLine) -> str:
    if line.item:
        return one_line(line.item.question.stem)
    return one_line(_("；").join(problem.message for problem in line.problems))


def _batch_word(batch: Batch) -> str:
    if batch.is_undone:
        return _("已撤销")
    return _("可以撤销") if batch.may_undo else _("已被使用")

"""The columns of a table that is made from questions written as text, and a question as a row of it."""

from quizapp.core.questions import Kind, letter
from quizapp.excel.layout import Columns
from quizapp.excel.written_lines import WrittenQuestion
from quizapp.i18n import _

_FIXED = ("stem", "kind", "key", "explanation", "category", "knowledge_point", "difficulty", "source")


def written_columns(count: int) -> Columns:
    """The columns that every question has, and `count` columns of options behind them."""
    names = [_("题干"), _("题型"), _("答案"), _("解析"), _("分类"), _("知识点"), _("难度"), _("依据")]
    options = [_("选项{letter}").format(letter=letter(index)) for index in range(count)]
    return Columns(
        stem=0,
        kind=1,
        keys=(2,),
        explanation=3,
        category=(4,),
        knowledge_point=(5,),
        difficulty=6,
        source=7,
        options=tuple(range(len(_FIXED), len(_FIXED) + count)),
        headings=dict(enumerate([*names, *options])),
    )


def written_row(question: WrittenQuestion, count: int) -> list[str]:
    """The cells of a question under `written_columns(count)`."""
    fields = [str(getattr(question, name) or "") for name in _FIXED]
    fields[1] = question.kind.label if isinstance(question.kind, Kind) else question.kind or ""
    return [*fields, *question.options, *[""] * (count - len(question.options))]

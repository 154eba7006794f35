"""Questions that stand in a file twice: both are read, and the later one is told about the first."""

from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Question, has_same_answer, identity
from quizapp.excel.bank_items import Gathered
from quizapp.i18n import _


def tell_repeats(gathered: Gathered) -> None:
    """Warn of questions that stand in the file twice, and of those whose keys differ."""
    first: dict[str, tuple[str, int, Question]] = {}
    gathered.identities = [identity(question) for _sheet, _number, question in gathered.items]
    for name, item in zip(gathered.identities, gathered.items, strict=True):
        same = first.setdefault(name, item)
        if same is not item:
            message = words_for_repeat(same, item)
            gathered.problems.append(Problem(item[0], item[1], "", Severity.WARNING, message))


def words_for_repeat(first: tuple[str, int, Question], later: tuple[str, int, Question]) -> str:
    """What the later of two rows with one question is told."""
    sheet, row, question = first
    is_same_sheet = sheet == later[0]
    if not has_same_answer(question, later[2]):
        if is_same_sheet:
            return _("与第 {row} 行是同一道题，答案却不同：请核对。").format(row=row)
        return _("与工作表“{sheet}”第 {row} 行是同一道题，答案却不同：请核对。").format(sheet=sheet, row=row)
    if is_same_sheet:
        return _("与第 {row} 行相同。").format(row=row)
    return _("与工作表“{sheet}”第 {row} 行相同。").format(sheet=sheet, row=row)

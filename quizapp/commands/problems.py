"""What is wrong with a workbook, as the commands tell it: a line of words, or an object in JSON."""

from typing import Any

from quizapp.core.problems import Problem, Severity
from quizapp.i18n import _, _p


def problem_json(problem: Problem) -> dict[str, Any]:
    """A problem as JSON; these names stay stable."""
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "severity": problem.severity.value,
        "message": problem.message,
    }


def problem_line(problem: Problem) -> str:
    """A problem as one line: where and what."""
    severity = _p("程度", "错误") if problem.severity is Severity.ERROR else _("注意")
    if problem.row is None:
        words = _("{severity}：工作表“{sheet}”：{message}") if problem.sheet else _("{severity}：{message}")
    elif problem.column:
        words = _("{severity}：工作表“{sheet}”第 {row} 行“{column}”：{message}")
    else:
        words = _("{severity}：工作表“{sheet}”第 {row} 行：{message}")
    return words.format(
        severity=severity, sheet=problem.sheet, row=problem.row, column=problem.column, message=problem.message
    )

"""Problems of a workbook on the command line."""

import pytest

from quizapp.commands.problems import problem_json, problem_line
from quizapp.core.problems import Problem, Severity


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("", None, "", Severity.ERROR, "打不开"), "错误：打不开"),
        (Problem("名册", None, "姓名", Severity.WARNING, "有空格"), "注意：工作表“名册”：有空格"),
        (Problem("名册", 3, "", Severity.ERROR, "没有姓名"), "错误：工作表“名册”第 3 行：没有姓名"),
        (Problem("名册", 3, "编号", Severity.ERROR, "重复"), "错误：工作表“名册”第 3 行“编号”：重复"),
    ],
)
def test_a_line_says_where_and_what(problem: Problem, line: str) -> None:
    assert problem_line(problem) == line


def test_json_has_the_stable_names() -> None:
    assert problem_json(Problem("名册", None, "编号", Severity.WARNING, "重复")) == {
        "sheet": "名册", "row": None, "column": "编号", "severity": "warning", "message": "重复",
    }  # fmt: skip

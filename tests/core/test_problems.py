"""A problem is a plain value that says where and how bad."""

from quizapp.core.problems import Problem, Severity


def test_equal_problems_are_equal_and_their_severity_is_a_plain_word() -> None:
    one = Problem("名册", 3, "编号", Severity.ERROR, "重复")
    assert one == Problem("名册", 3, "编号", Severity("error"), "重复")
    assert {one, Problem("名册", None, "", Severity.WARNING, "有空格")} == {
        Problem("名册", None, "", Severity.WARNING, "有空格"),
        one,
    }
    assert [severity.value for severity in Severity] == ["error", "warning"]

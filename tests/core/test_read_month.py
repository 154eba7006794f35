"""A month file is read whole, or refused with everything that is wrong in it."""

from datetime import UTC, datetime

import pytest

from quizapp.core.exams import AttemptsRule, ExamState
from quizapp.core.grading import MultipleRule
from quizapp.core.month_file import MonthFile
from quizapp.core.people import DepartmentKind
from quizapp.core.questions import Difficulty, Kind
from quizapp.core.read_month import read_month
from quizapp.errors import TooNew, UserError
from tests.services.month_json import content, faults, month


def _refusal(document: object) -> list[str]:
    with pytest.raises(UserError) as refused:
        read_month(content(document))
    return faults(str(refused.value))


def _read(document: object) -> MonthFile:
    return read_month(content(document))


def test_a_month_is_read_whole() -> None:
    read = _read(month())
    assert [(one.name, one.kind, one.parent) for one in read.departments] == [
        ("办公室", DepartmentKind.SECTION, ()),
        ("机关服务中心", DepartmentKind.UNIT, ()),
        ("车队", DepartmentKind.UNIT, ("机关服务中心",)),
    ]
    assert [(one.question.kind, one.question.key, one.points) for one in read.questions.values()] == [
        (Kind.SINGLE, (0,), 2500),
        (Kind.MULTIPLE, (0, 1), 2500),
        (Kind.TRUE_FALSE, True, 2500),
        (Kind.FILL_BLANK, (("位尊者", "尊者"), ("3", "三")), 2500),
    ]
    assert read.questions["q2"].question.difficulty is Difficulty.HARD
    exam = read.exam
    assert (exam.opens_at, exam.minutes) == (datetime(2026, 3, 20, 0, 30, tzinfo=UTC), 30)
    assert (exam.pass_points, exam.excellent_points) == (6000, 9000)
    assert (read.bureau, read.bank, len(read.people)) == ("滨海市机关事务管理局", "三月题目", 6)


def test_what_is_left_out_has_its_usual_value() -> None:
    document = month()
    for key in ("minutes", "pass", "excellent"):
        del document["exam"][key]
    del document["bank"], document["bureau"]
    read = _read(document)
    exam = read.exam
    assert (exam.minutes, exam.pass_points, exam.excellent_points) == (30, 6000, 9000)
    assert (exam.multiple_rule, exam.attempts_rule) == (MultipleRule.EXACT, AttemptsRule.BEST)
    assert (exam.attempts_allowed, exam.state) == (1, ExamState.CLOSED)
    assert [(paper.name, paper.questions) for paper in exam.papers] == [("通用卷", ("q1", "q2", "q3", "q4"))]
    assert (read.bank, read.bureau) == ("三月业务知识测试", "")


def test_everything_wrong_is_told_at_once() -> None:
    document = month()
    document["exam"]["month"] = "2026年3月"
    document["questions"][0]["stem"] = ""
    document["people"][1]["naem"] = "李四"
    document["extra"] = 1
    told = _refusal(document)
    assert [fault.split("：")[0] for fault in told] == ["extra", "questions[0].stem", "exam.month", "people[1].naem"]


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("questions", 0, "kind"), "radio", "questions[0].kind"),
        (("questions", 0, "options"), ["甲"], "questions[0].options"),
        (("questions", 0, "options"), ["甲", "甲"], "questions[0].options"),
        (("questions", 0, "points"), None, "questions[0].points"),
        (("questions", 1, "id"), "q1", "questions[1].id"),
        (("exam", "closes_at"), "later", "exam.closes_at"),
        (("exam", "minutes"), 0, "exam.minutes"),
        (("exam", "state"), "draft", "exam.state"),
        (("exam", "papers"), [], "exam.papers"),
        (("exam", "papers"), [{"name": "A", "questions": ["q9"]}], "exam.papers[0].questions[0]"),
        (("exam", "papers"), [{"name": "A", "questions": ["q1", "q1"]}], "exam.papers[0].questions[1]"),
        (("exam", "papers"), [{"name": "A", "questions": []}], "exam.papers[0].questions"),
        (("departments", 0, "kind"), "科室", "departments[0].kind"),
        (("people",), [], "people"),
    ],
)
def test_a_wrong_value_is_told_with_its_path(path: tuple[str | int, ...], value: object, where: str) -> None:
    document = month()
    target = document
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert any(fault.startswith(f"{where}：") for fault in _refusal(document))


def test_the_same_question_twice_is_refused() -> None:
    document = month()
    document["questions"].append(document["questions"][0] | {"id": "q5", "stem": " 接电话应在几声之内? "})
    assert _refusal(document)[0] == "questions[4]：与题目“q1”是同一道题。"


def test_two_papers_of_one_name_are_refused() -> None:
    papers = [{"name": "A卷", "questions": ["q1"]}, {"name": "A卷", "questions": ["q2"]}]
    document = month()
    document["exam"]["papers"] = papers
    assert any("出现了两次" in fault for fault in _refusal(document))


def _with_essay(**attempt: object) -> dict[str, object]:
    """The month with a short answer in the paper, worth 10, and what an attempt says beside."""
    document = month()
    essay = {"id": "q5", "kind": "short_answer", "stem": "怎样接待来访？", "key": "先听完；后答复", "points": 10}
    document["questions"].append(essay)
    sat = document["people"][0]["attempts"][0]
    sat["responses"]["q5"] = "先听完他说的。"
    del sat["score"]
    sat.update(attempt)
    return document


def test_a_short_answer_carries_the_mark_that_somebody_gave() -> None:
    attempt = _read(_with_essay(marks={"q5": 7.5})).people[0].attempts[0]
    assert (attempt.responses["q5"], attempt.marks) == ("先听完他说的。", {"q5": 7_50})
    assert _read(_with_essay()).people[0].attempts[0].marks == {}


@pytest.mark.parametrize("marks", [{"q5": 11}, {"q5": 0.25}, {"q1": 5}, {"q9": 5}])
def test_marks_that_cannot_be_are_refused(marks: dict[str, float]) -> None:
    (fault,) = _refusal(_with_essay(marks=marks))
    assert fault.startswith(f"people[0].attempts[0].marks.{next(iter(marks))}：")


def test_what_was_not_answered_has_no_mark() -> None:
    document = _with_essay(marks={"q5": 5})
    document["people"][0]["attempts"][0]["responses"]["q5"] = " "  # type: ignore[index]  # as JSON
    assert len(_refusal(document)) == 1


def test_blanks_may_be_said_to_stand_in_any_order() -> None:
    document = month()
    document["questions"][3]["any_order"] = True
    assert _read(document).questions["q4"].question.any_order


def test_another_file_and_a_newer_version_are_told_apart() -> None:
    assert _refusal({"format": "something"})[-1].startswith("format：")
    with pytest.raises(TooNew):
        _read(month(version=2))

"""JSON -> a month's roster, questions and test; every fault with the path of the value that is wrong."""

import re
from collections.abc import Mapping

from quizapp.core.exams import AttemptsRule, ExamState
from quizapp.core.grading import MultipleRule
from quizapp.core.json_nodes import Node, raise_faults, read_json
from quizapp.core.month_answers import read_key
from quizapp.core.month_file import (
    FORMAT,
    VERSION,
    MonthDepartment,
    MonthExam,
    MonthFile,
    MonthPaper,
    MonthQuestion,
)
from quizapp.core.month_people import department_path, read_people
from quizapp.core.people import DepartmentKind
from quizapp.core.points import POINT
from quizapp.core.questions import Difficulty, Kind, Option, Question, faults, identity, tidied
from quizapp.errors import TooNew
from quizapp.i18n import _

_KINDS = {kind.value: kind for kind in Kind}
_DIFFICULTIES = {difficulty.value: difficulty for difficulty in Difficulty}
_STATES = {state.value: state for state in (ExamState.CLOSED, ExamState.PUBLISHED)}
_DEPARTMENT_KINDS = {kind.value: kind for kind in DepartmentKind}
_MULTIPLE_RULES = {rule.value: rule for rule in MultipleRule}
_ATTEMPTS_RULES = {rule.value: rule for rule in AttemptsRule}


def read_month(content: bytes) -> MonthFile:
    """Read a month file; raises NotReadable, TooNew, and UserError with everything that is wrong in it."""
    root = read_json(content)
    root.only("format", "version", "bureau", "departments", "people", "bank", "questions", "exam")
    if root.field("format").text() != FORMAT:
        root.field("format").fault(_("这里应是 {format}：这不是月份文件。").format(format=FORMAT))
        raise_faults(root)
    if root.field("version").whole(VERSION, lowest=1, highest=10**6) > VERSION:
        raise TooNew(_("这个月份文件是用更新的版本生成的，请先升级程序。"))
    departments = tuple(_department(node) for node in root.field("departments").items())
    questions = _questions(root.field("questions"))
    exam = _exam(root.field("exam"), questions)
    people = read_people(root.field("people"), exam, questions)
    month = MonthFile(
        bureau=root.field("bureau").text(""),
        departments=departments,
        people=people,
        bank=root.field("bank").text(exam.title),
        questions=questions,
        exam=exam,
    )
    raise_faults(root)
    return month


def _department(node: Node) -> MonthDepartment:
    node.only("name", "kind", "parent")
    kind = node.field("kind").one_of(_DEPARTMENT_KINDS, DepartmentKind.SECTION)
    return MonthDepartment(node.where, node.field("name").text(), kind, department_path(node.field("parent")))


def _questions(node: Node) -> Mapping[str, MonthQuestion]:
    found: dict[str, MonthQuestion] = {}
    identities: dict[str, str] = {}
    for one in node.items():
        question = _question(one)
        if question.name in found:
            one.field("id").fault(_("编号“{name}”用了两次。").format(name=question.name))
        first = identities.setdefault(identity(question.question), question.name)
        if first != question.name:
            one.fault(_("与题目“{first}”是同一道题。").format(first=first))
        found[question.name] = question
    if not found:
        node.fault(_("没有题目。"))
    return found


def _question(node: Node) -> MonthQuestion:
    node.only(
        "id", "kind", "stem", "options", "key", "points", "explanation", "category", "knowledge_point", "difficulty",
        "source", "reviewed_on", "any_order",
    )  # fmt: skip
    kind = node.field("kind").one_of(_KINDS, Kind.SINGLE)
    if node.field("kind").is_absent:
        node.field("kind").fault(_("缺少这一项。"))
    options = tuple(Option(option.text()) for option in node.field("options").items())
    question = tidied(
        Question(
            kind=kind,
            stem=node.field("stem").text(),
            key=read_key(node.field("key"), kind, len(options)),
            options=options if kind.has_options else (),
            explanation=node.field("explanation").text(""),
            category=node.field("category").text(""),
            knowledge_point=node.field("knowledge_point").text(""),
            difficulty=node.field("difficulty").one_of(_DIFFICULTIES, Difficulty.UNRATED),
            source=node.field("source").text(""),
            reviewed_on=node.field("reviewed_on").day(),
            any_order=node.field("any_order").flag(default=False),
        )
    )
    for fault in faults(question):
        if fault.is_error and fault.field == "options":  # stem and key were judged when they were read
            node.field("options").fault(fault.message)
    return MonthQuestion(node.field("id").text(), question, node.field("points").points())


def _exam(node: Node, questions: Mapping[str, MonthQuestion]) -> MonthExam:
    node.only(
        "month", "title", "opens_at", "closes_at", "minutes", "pass", "excellent", "multiple_rule",
        "attempts_allowed", "attempts_rule", "state", "papers",
    )  # fmt: skip
    month = node.field("month").text()
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", month):
        node.field("month").fault(_("月份要写成 2026-03 这样。"))
    return MonthExam(
        where=node.where,
        month=month,
        title=node.field("title").text(),
        opens_at=node.field("opens_at").instant(),
        closes_at=node.field("closes_at").instant(),
        minutes=node.field("minutes").whole(30, lowest=1, highest=600),
        pass_points=_mark(node.field("pass"), 60),
        excellent_points=_mark(node.field("excellent"), 90),
        multiple_rule=node.field("multiple_rule").one_of(_MULTIPLE_RULES, MultipleRule.EXACT),
        attempts_allowed=node.field("attempts_allowed").whole(1, lowest=1, highest=10),
        attempts_rule=node.field("attempts_rule").one_of(_ATTEMPTS_RULES, AttemptsRule.BEST),
        state=node.field("state").one_of(_STATES, ExamState.CLOSED),
        papers=_papers(node.field("papers"), questions),
    )


def _mark(node: Node, default: int) -> int:
    return default * POINT if node.is_absent else node.points()


def _papers(node: Node, questions: Mapping[str, MonthQuestion]) -> tuple[MonthPaper, ...]:
    """The papers of the test; one with all questions where none is described."""
    if node.is_absent:
        return (MonthPaper(_("通用卷"), tuple(questions)),)
    papers = [_paper(one, questions) for one in node.items()]
    names = [paper.name for paper in papers]
    for one, name in zip(node.items(), names, strict=True):
        if names.count(name) > 1:
            one.field("name").fault(_("试卷“{name}”出现了两次。").format(name=name))
    if not papers:
        node.fault(_("没有试卷。"))
    return tuple(papers)


def _paper(node: Node, questions: Mapping[str, MonthQuestion]) -> MonthPaper:
    node.only("name", "questions")
    names: list[str] = []
    for one in node.field("questions").items():
        name = one.text()
        if name not in questions:
            one.fault(_("没有编号为“{name}”的题目。").format(name=name))
        elif name in names:
            one.fault(_("题目“{name}”在这份试卷里出现了两次。").format(name=name))
        names.append(name)
    if not names:
        node.field("questions").fault(_("试卷没有题目。"))
    return MonthPaper(node.field("name").text(), tuple(names))

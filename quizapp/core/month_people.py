"""The people of a month file: who they are, how the test went for them, and whether that can be."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

from quizapp.core.attempts import GRACE_S, deadline
from quizapp.core.exams import ExamState
from quizapp.core.grading import Response, is_answered
from quizapp.core.json_nodes import NO_INSTANT, Node
from quizapp.core.key_points import mark_fault
from quizapp.core.leavings import LONGEST_S, Leaving
from quizapp.core.month_answers import read_response
from quizapp.core.month_file import MonthAttempt, MonthExam, MonthPaper, MonthPerson, MonthQuestion
from quizapp.core.monthly import Status
from quizapp.core.questions import Kind
from quizapp.i18n import _

_STATUSES = {status.value: status for status in Status}
_NEED_REASON = (Status.DEFERRED, Status.EXEMPT)
_MOST_GRANTED_S = 31 * 24 * 3600
_WHILE_OPEN = (Status.NOT_YET, Status.DEFERRED, Status.EXEMPT)
_AFTER_CLOSING = (Status.UNSETTLED, Status.ABSENT, Status.DEFERRED, Status.EXEMPT)


def department_path(node: Node) -> tuple[str, ...]:
    """A department as a text (its name) or a list of names from the top; nothing where it is absent."""
    if isinstance(node.value, list):
        return tuple(one.text() for one in node.items())
    return () if node.is_absent else (node.text(),)


def read_people(node: Node, exam: MonthExam, questions: Mapping[str, MonthQuestion]) -> tuple[MonthPerson, ...]:
    """Everybody in the file; two of one number are refused."""
    people = []
    seen: dict[str, str] = {}
    for one in node.items():
        person = _person(one, exam, questions)
        if person.number and seen.setdefault(person.number, one.where) != one.where:
            words = _("编号“{number}”已用于 {first}。")
            one.field("number").fault(words.format(number=person.number, first=seen[person.number]))
        people.append(person)
    if not people:
        node.fault(_("没有人员。"))
    return tuple(people)


def _person(node: Node, exam: MonthExam, questions: Mapping[str, MonthQuestion]) -> MonthPerson:
    node.only(
        "number", "name", "department", "category", "position", "phone", "remark", "takes_tests", "counts",
        "is_ranked", "due", "paper", "status", "reason", "extra_minutes", "attempts",
    )  # fmt: skip
    paper = _paper(node.field("paper"), exam)
    extra_minutes = node.field("extra_minutes").whole(0, lowest=0, highest=600)
    asked = {name: questions[name] for name in paper.questions if name in questions}
    attempts = tuple(_attempt(one, exam, asked, extra_minutes=extra_minutes) for one in node.field("attempts").items())
    _check_attempts(node.field("attempts"), exam, attempts, extra_minutes=extra_minutes)
    takes_tests = _switch(node.field("takes_tests"))
    is_due = node.field("due").flag(default=takes_tests is not False)
    status = _status(node, exam, has_attempts=bool(attempts))
    if not is_due and (attempts or not node.field("status").is_absent):
        node.fault(_("不参加这次测试的人不能有 status 和 attempts。"))
    return MonthPerson(
        where=node.where,
        number=node.field("number").text(""),
        name=node.field("name").text(),
        department=department_path(node.field("department")),
        category=_words(node.field("category")),
        position=_words(node.field("position")),
        phone=node.field("phone").text(""),
        remark=node.field("remark").text(""),
        takes_tests=takes_tests,
        counts=_switch(node.field("counts")),
        is_ranked=_switch(node.field("is_ranked")),
        is_due=is_due,
        paper=paper.name,
        status=status,
        reason=node.field("reason").text(""),
        extra_minutes=extra_minutes,
        attempts=attempts,
    )


def _switch(node: Node) -> bool | None:
    return None if node.is_absent else node.flag(default=True)


def _words(node: Node) -> str | None:
    return None if node.is_absent else node.text("")


def _paper(node: Node, exam: MonthExam) -> MonthPaper:
    """The paper a person got; the only one where it is not said."""
    papers = {paper.name: paper for paper in exam.papers}
    if node.is_absent:
        if len(papers) > 1:
            node.fault(_("有几份试卷时，要写明是哪一份。"))
        return exam.papers[0] if exam.papers else MonthPaper("", ())
    name = node.text()
    if name not in papers:
        node.fault(_("没有名为“{name}”的试卷。").format(name=name))
    return papers.get(name, MonthPaper(name, ()))


def _status(node: Node, exam: MonthExam, *, has_attempts: bool) -> Status:
    """The first-sitting status: 实考 for who sat, else what is written, else 待核实 (未考 while the test goes on)."""
    is_closed = exam.state is ExamState.CLOSED
    written = node.field("status")
    usual = Status.SAT if has_attempts else Status.UNSETTLED if is_closed else Status.NOT_YET
    status = written.one_of(_STATUSES, usual)
    if has_attempts != (status is Status.SAT):
        written.fault(_("有 attempts 的人是 sat，没有的人不是 sat。"))
    elif status is not Status.SAT and status not in (_AFTER_CLOSING if is_closed else _WHILE_OPEN):
        written.fault(_("考试结束后没有 not_yet；结束前没有 absent 和 unsettled。"))
    has_reason = bool(node.field("reason").text(""))
    if status in _NEED_REASON and not has_reason:
        node.field("reason").fault(_("缓考和免考要写原因。"))
    if has_reason and status not in (*_NEED_REASON, Status.ABSENT):
        node.field("reason").fault(_("只有缺考、缓考、免考才有原因。"))
    return status


def _attempt(node: Node, exam: MonthExam, asked: Mapping[str, MonthQuestion], *, extra_minutes: int) -> MonthAttempt:
    node.only("started_at", "submitted_at", "responses", "score", "leavings", "marks", "granted_s")
    started_at = node.field("started_at").instant()
    submitted = node.field("submitted_at")
    submitted_at = None if submitted.is_absent else submitted.instant()
    granted_s = node.field("granted_s").whole(0, lowest=0, highest=_MOST_GRANTED_S)
    if _are_known(started_at, exam.opens_at, exam.closes_at):
        if not exam.opens_at <= started_at < exam.closes_at:
            node.field("started_at").fault(_("不在考试的开放时间内。"))
        elif submitted_at is not None and _are_known(submitted_at):
            ends_at = deadline(
                started_at, exam.minutes, exam.closes_at, extra_minutes=extra_minutes, granted_s=granted_s
            )
            _check_end(submitted, started_at, submitted_at, ends_at)
    score = node.field("score")
    responses = _responses(node.field("responses"), asked)
    return MonthAttempt(
        where=node.where,
        started_at=started_at,
        submitted_at=submitted_at,
        responses=responses,
        score=None if score.is_absent else score.points(),
        leavings=tuple(_leaving(one) for one in node.field("leavings").items()),
        marks=_marks(node.field("marks"), asked, responses),
        granted_s=granted_s,
    )


def _leaving(node: Node) -> Leaving:
    node.only("back_at", "seconds")
    seconds = node.field("seconds").whole(0, lowest=0, highest=LONGEST_S)
    return Leaving(node.field("back_at").instant(), seconds)


def _are_known(*instants: datetime) -> bool:
    """Whether all could be read: what could not be has been told, and what follows from it is no fault of its own."""
    return NO_INSTANT not in instants


def _check_end(node: Node, started_at: datetime, submitted_at: datetime, ends_at: datetime) -> None:
    if submitted_at < started_at:
        node.fault(_("交卷早于开始。"))
    elif submitted_at > ends_at + timedelta(seconds=GRACE_S):
        words = _("交卷晚于截止时间 {deadline}。到时自动交卷的，不写 submitted_at。")
        node.fault(words.format(deadline=f"{ends_at.astimezone():%Y-%m-%d %H:%M:%S}"))


def _responses(node: Node, asked: Mapping[str, MonthQuestion]) -> dict[str, Response]:
    responses: dict[str, Response] = {}
    for name, one in node.fields():
        if name in asked:
            responses[name] = read_response(one, asked[name].question)
        else:
            one.fault(_("这份试卷里没有编号为“{name}”的题目。").format(name=name))
    return responses


def _marks(node: Node, asked: Mapping[str, MonthQuestion], responses: Mapping[str, Response]) -> dict[str, int]:
    """The points that somebody gave answered short answers."""
    marks: dict[str, int] = {}
    for name, one in node.fields():
        question = asked.get(name)
        if question is None or question.question.kind is not Kind.SHORT_ANSWER or not is_answered(responses.get(name)):
            one.fault(_("“{name}”不是答过的简答题，没有人工评分。").format(name=name))
            continue
        marks[name] = one.points()
        if fault := mark_fault(marks[name], question.points):
            one.fault(fault)
    return marks


def _check_attempts(node: Node, exam: MonthExam, attempts: tuple[MonthAttempt, ...], *, extra_minutes: int) -> None:
    if len(attempts) > exam.attempts_allowed:
        node.fault(_("多于允许的作答次数（{allowed}）。").format(allowed=exam.attempts_allowed))
    starts = [attempt.started_at for attempt in attempts]
    if not _are_known(*starts, exam.closes_at):
        return
    if starts != sorted(starts):
        node.fault(_("各次作答要按时间先后排列。"))
        return
    for number, (before, after) in enumerate(pairwise(attempts), start=1):
        ends_at = before.submitted_at
        if ends_at is None:
            ends_at = deadline(
                before.started_at,
                exam.minutes,
                exam.closes_at,
                extra_minutes=extra_minutes,
                granted_s=before.granted_s,
            )
        if _are_known(ends_at) and after.started_at < ends_at:
            words = _("第 {number} 次作答结束之前，下一次已经开始：一个人不能同时作答两次。")
            node.fault(words.format(number=number))

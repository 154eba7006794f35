"""What a test is and who is due for it, in the words of pages and questions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from quizapp.core.exams import ExamDefinition, ExamState
from quizapp.gui.local_times import moment
from quizapp.i18n import _, _n
from quizapp.services.due_lists import DueCount
from quizapp.services.exams import ExamSummary


class Step(StrEnum):
    """The next thing to do with a test."""

    PUBLISH = "publish"
    WATCH = "watch"
    CLOSE = "close"
    SETTLE = "settle"
    MARK = "mark"
    EXPORT = "export"


_DEPARTMENTS_NAMED = 12
_PEOPLE_NAMED = 20


def state_words(exam: ExamSummary, now: datetime) -> tuple[str, str]:
    """The word and tone of a test's state."""
    if exam.state is ExamState.DRAFT:
        return _("草稿"), "neutral"
    if exam.state is ExamState.CLOSED:
        if exam.unsettled:
            return _("待核实"), "warn"
        return (_("待阅卷"), "warn") if exam.unmarked else (_("已结束"), "good")
    if now < exam.opens_at:
        return _("未开放"), "neutral"
    return (_("进行中"), "info") if now < exam.closes_at else (_("时间已到"), "warn")


def next_step(exam: ExamSummary, now: datetime, *, may_change: bool = True) -> tuple[Step, str, str]:
    """The next thing to do with a test, the word on its button, and the icon; some may only look."""
    if exam.state is ExamState.DRAFT:
        return Step.PUBLISH, _("发布"), "paper-plane-tilt"
    if exam.state is ExamState.PUBLISHED:
        if now >= exam.closes_at and may_change:
            return Step.CLOSE, _("结束考试"), "stop-circle"
        return Step.WATCH, _("查看进度"), "chart-bar"
    if exam.unsettled:
        words = _n("核实 {count} 人", "核实 {count} 人", exam.unsettled).format(count=exam.unsettled)
        return Step.SETTLE, words, "check-square"
    if exam.unmarked:
        return Step.MARK, mark_words(exam.unmarked), "pencil-simple"
    return Step.EXPORT, _("导出成绩"), "export"


def mark_words(unmarked: int) -> str:
    """What the button says that leads to so many answers to be marked."""
    return _n("批阅 {count} 份简答", "批阅 {count} 份简答", unmarked).format(count=unmarked)


def window_words(opens_at: datetime, closes_at: datetime) -> str:
    """When a test is open."""
    return _("{opens} 至 {closes}").format(opens=moment(opens_at), closes=moment(closes_at))


def days_words(opens_at: datetime, closes_at: datetime) -> str:
    """The days on which a test is open."""
    opens, closes = opens_at.astimezone(), closes_at.astimezone()
    if opens.date() == closes.date():
        return _("{month}月{day}日").format(month=opens.month, day=opens.day)
    words = _("{month}月{day}日 至 {last_month}月{last_day}日")
    return words.format(month=opens.month, day=opens.day, last_month=closes.month, last_day=closes.day)


def due_words(due: Sequence[DueCount]) -> str:
    """How many are due, and where they are."""
    total = sum(one.people for one in due)
    if not total:
        return _("现在没有人应考。")
    head = _n("应考 {count} 人", "应考 {count} 人", total).format(count=total)
    return _("{head}：{departments}").format(head=head, departments=_departments(due))


def publish_words(definition: ExamDefinition, due: Sequence[DueCount]) -> str:
    """What publishing will do: when it is open, how many are due in each department and with which paper."""
    window = _("开放时间：{window}，每人 {minutes} 分钟。")
    when = window_words(definition.opens_at, definition.closes_at)
    lines = [window.format(window=when, minutes=definition.minutes), due_words(due)]
    papers: Counter[str] = Counter()
    for one in due:
        papers.update(dict(one.by_paper))
    if len(papers) > 1:
        each = [_("{name} {count} 人").format(name=name, count=count) for name, count in papers.items()]
        lines.append(_("试卷：{papers}").format(papers=_("、").join(each)))
    lines.append(_("发布后题目和应考名单就此定下；没有人开始作答以前可以撤回。"))
    return "\n".join(lines)


def close_words(missing: Sequence[tuple[str, str]], running: int) -> str:
    """What closing will do; `missing`: department and name of everybody who has not sat."""
    lines = []
    if missing:
        head = _n("还有 {count} 人没有参加", "还有 {count} 人没有参加", len(missing)).format(count=len(missing))
        lines.append(_("{head}：{people}").format(head=head, people=_people(missing)))
        lines.append(_("结束后他们列为“待核实”，由您逐一核实为缺考、缓考或免考。"))
    else:
        lines.append(_("应考人员都已参加。"))
    if running:
        words = _n("{count} 人正在作答，将按已保存的答案交卷。", "{count} 人正在作答，将按已保存的答案交卷。", running)
        lines.append(words.format(count=running))
    lines.append(_("结束以后不能再开放。"))
    return "\n".join(lines)


def _departments(due: Sequence[DueCount]) -> str:
    named = [_("{name} {count}").format(name=one.department, count=one.people) for one in due[:_DEPARTMENTS_NAMED]]
    return _shortened(named, len(due))


def _people(missing: Sequence[tuple[str, str]]) -> str:
    by_department: dict[str, list[str]] = {}
    for department, name in missing[:_PEOPLE_NAMED]:
        by_department.setdefault(department, []).append(name)
    named = [
        _("{department} {names}").format(department=department, names=_("、").join(names))
        for department, names in by_department.items()
    ]
    words = _("；").join(named)
    return words if len(missing) <= _PEOPLE_NAMED else _("{names} 等").format(names=words)


def _shortened(named: Iterable[str], count: int) -> str:
    words = _("、").join(named)
    if count <= _DEPARTMENTS_NAMED:
        return words
    return _("{names} 等 {count} 个科室（单位）").format(names=words, count=count)

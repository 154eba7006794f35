"""What the organiser does with attempts: see what was answered, void one, move one taken under a wrong name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.desk import ReviewQuestion
from quizapp.core.leavings import Leaving
from quizapp.core.lost_time import AwayCause
from quizapp.core.people import Actor
from quizapp.core.pictures import PicturePlace
from quizapp.core.points import points_text
from quizapp.db.engine import Database
from quizapp.db.tables import (
    AttemptEventRow,
    AttemptRow,
    DuePersonRow,
    ExamRow,
    ResultRow,
    SittingRow,
)
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _, _p
from quizapp.services.attempt_records import asked_questions, next_number, note_event, sitting_of
from quizapp.services.desk_outcome import review_question
from quizapp.services.leavings import LEFT, leavings_of, left_words
from quizapp.services.log import record
from quizapp.services.marking import attempts_counted, recount
from quizapp.services.picture_records import picture_of_attempt
from quizapp.services.rights import refuse_beyond_unit


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """One attempt of a person, score in hundredths (None: not graded, or with answers that nobody has marked)."""

    id: int
    exam_id: int
    exam_title: str
    person_id: int
    name: str
    department: str
    number: int
    state: AttemptState
    started_at: datetime
    ended_at: datetime | None
    score: int | None
    counts: bool
    void_reason: str
    unmarked: int = 0


@dataclass(frozen=True, slots=True)
class AttemptEvent:
    """Something that happened to an attempt, in words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """All that explains a score: every question with response, key and points, and what happened when."""

    summary: AttemptSummary
    questions: tuple[ReviewQuestion, ...]
    events: tuple[AttemptEvent, ...]
    leavings: tuple[Leaving, ...] = ()


class Attempts:
    """Attempts, as the organiser sees them."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def attempts(self, exam_id: int) -> list[AttemptSummary]:
        """All attempts of a test, latest first."""
        with self._database.read() as session:
            wanted = _WITH_EVERYTHING.where(ExamRow.id == exam_id).order_by(AttemptRow.started_at.desc())
            return [_summary(_Joined(*row)) for row in session.execute(wanted).all()]

    def record(self, attempt_id: int) -> AttemptRecord:
        """One attempt with all that explains its score."""
        with self._database.read() as session:
            joined = _joined(session, attempt_id)
            events = (
                select(AttemptEventRow).where(AttemptEventRow.attempt_id == attempt_id).order_by(AttemptEventRow.id)
            )
            return AttemptRecord(
                summary=_summary(joined),
                questions=tuple(review_question(one, with_key=True) for one in asked_questions(session, attempt_id)),
                events=tuple(AttemptEvent(one.at, event_words(one)) for one in session.scalars(events)),
                leavings=tuple(leavings_of(session, attempt_id)),
            )

    def picture(self, attempt_id: int, position: int, place: PicturePlace) -> bytes:
        """A picture of a question of an attempt; Conflict where there is none."""
        with self._database.read() as session:
            return picture_of_attempt(session, attempt_id, position, place)

    def void(self, actor: Actor, attempt_id: int, reason: str) -> None:
        """Make an attempt void: it counts for nothing and may be taken again; UserError without a reason."""
        with self._database.write() as session:
            void_attempt(session, self._read_clock(), actor, attempt_id, reason)

    def move(self, actor: Actor, attempt_id: int, person_id: int, reason: str) -> None:
        """Give an attempt to the person who really sat; Conflict where that person has one already."""
        check_reason(reason)
        reading = self._read_clock()
        with self._database.write() as session:
            attempt, exam, former, old_sitting, _result = _joined(session, attempt_id)
            due = _due_row(session, exam.id, person_id)
            refuse_beyond_unit(session, actor, [former.department_id, due.department_id])
            if attempt.state == AttemptState.VOIDED:
                raise Conflict(_("这次作答已经作废，不能移动。"))
            if attempt.state == AttemptState.RUNNING:
                raise Conflict(_("这个人正在作答：请等交卷以后再移动。"))
            new_sitting = sitting_of(session, due)
            if attempts_counted(session, new_sitting.id):
                raise Conflict(_("{name}已有作答记录：请先核对，必要时将其作废。").format(name=due.name))
            attempt.sitting_id = new_sitting.id
            attempt.number = next_number(session, new_sitting)
            session.flush()
            recount(session, old_sitting)
            recount(session, new_sitting)
            details = {"from": former.name, "to": due.name}
            note_event(session, attempt.id, reading, "moved", who=actor.name, reason=reason.strip(), **details)
            record(session, reading.wall_at, actor, "attempt.move", former.name, reason=reason.strip(), details=details)


_WITH_EVERYTHING = (
    select(AttemptRow, ExamRow, DuePersonRow, SittingRow, ResultRow)
    .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
    .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
    .join(ExamRow, ExamRow.id == DuePersonRow.exam_id)
    .outerjoin(ResultRow, ResultRow.attempt_id == AttemptRow.id)
)


class _Joined(NamedTuple):
    """An attempt with all it belongs to; `result` None where it is not graded yet."""

    attempt: AttemptRow
    exam: ExamRow
    due: DuePersonRow
    sitting: SittingRow
    result: ResultRow | None


def _joined(session: Session, attempt_id: int) -> _Joined:
    row = session.execute(_WITH_EVERYTHING.where(AttemptRow.id == attempt_id)).one_or_none()
    if row is None:
        raise Conflict(_("这次作答已不存在：请刷新列表。"))
    return _Joined(*row)


def _summary(joined: _Joined) -> AttemptSummary:
    attempt, exam, due, sitting, result = joined
    return AttemptSummary(
        id=attempt.id,
        exam_id=exam.id,
        exam_title=exam.title,
        person_id=due.person_id,
        name=due.name,
        department=" / ".join(due.department),
        number=attempt.number,
        state=AttemptState(attempt.state),
        started_at=attempt.started_at,
        ended_at=attempt.ended_at,
        score=None if result is None or attempt.state == AttemptState.VOIDED or result.unmarked else result.score,
        unmarked=result.unmarked if result is not None else 0,
        counts=sitting.counting_attempt_id == attempt.id,
        void_reason=attempt.void_reason,
    )


def void_attempt(
    session: Session, reading: ClockReading, actor: Actor, attempt_id: int, reason: str, *, event: str = "voided"
) -> None:
    """Make an attempt void, for what `event` says of it; UserError without a reason."""
    check_reason(reason)
    joined = _joined(session, attempt_id)
    attempt = joined.attempt
    refuse_beyond_unit(session, actor, [joined.due.department_id])
    if attempt.state == AttemptState.VOIDED:
        raise Conflict(_("这次作答已经作废：请刷新列表。"))
    attempt.state = AttemptState.VOIDED
    attempt.ended_at = attempt.ended_at or reading.wall_at
    attempt.void_reason = reason.strip()
    note_event(session, attempt.id, reading, event, who=actor.name, reason=reason.strip())
    recount(session, joined.sitting)
    record(session, reading.wall_at, actor, "attempt.void", joined.due.name, reason=reason.strip())


def check_reason(reason: str) -> None:
    """UserError where no reason is given."""
    if not reason.strip():
        raise UserError(_("请写明原因：它会记入日志，便于以后说明。"))


def _due_row(session: Session, exam_id: int, person_id: int) -> DuePersonRow:
    wanted = select(DuePersonRow).where(DuePersonRow.exam_id == exam_id, DuePersonRow.person_id == person_id)
    due = session.scalars(wanted).one_or_none()
    if due is None:
        raise Conflict(_("这个人不在应考名单中：请先加入名单，再移动作答。"))
    return due


def event_words(event: AttemptEventRow) -> str:
    """What happened to an attempt, in words."""
    details = event.details
    if event.event == LEFT:
        return left_words(details)
    words = {
        "started": _("开始作答"),
        "resumed": _("中断 {away}，接着作答（{cause}）") if "away_s" in details else _("重新进入，接着作答"),
        "away": _("{away} 没有动静，计时没有停（{cause}）"),
        "stepped_out": _("本人退出考试页面"),
        "submitted": _p("作答经过", "交卷"),
        "expired": _("中断 {away} 没有回来，时间到，自动交卷") if "away_s" in details else _("时间到，自动交卷"),
        "granted": _("由{who}加时 {minutes} 分钟，原因：{reason}"),
        "grant_taken_back": _("由{who}撤销加时 {minutes} 分钟"),
        "opened_again": _opened_again_words(details),
        "ended_early": _("由{who}结束作答，原因：{reason}"),
        "postponed": _("由{who}作废，改期再考，原因：{reason}"),
        "to_paper": _("由{who}作废，转为纸质考试，原因：{reason}"),
        "clock_jump": _("电脑时钟被改动 {jump_s} 秒，计时按开机时长计算"),
        "reviewed": _("按电脑时钟考试已过，查看了答卷，此后不能再开始作答"),
        "reopened": _("组织者调整了开放时间，可以继续开始作答"),
        "late_answer": _("时间到后 {late_s} 秒收到第 {number} 题的答案，计入成绩"),
        "laid_aside": _("作答结束后才收到第 {number} 题的答案，另存，不计分"),
        "voided": _("由{who}作废，原因：{reason}"),
        "marked": _("第 {number} 题由{who}评为 {points} 分"),
        "mark_changed": _("第 {number} 题由{who}从 {former} 分改为 {points} 分，原因：{reason}"),
        "mark_dropped": _("第 {number} 题的作答在重新开放后有改动，原来的评分作废"),
        "mark_undone": _("第 {number} 题的评分（{former} 分）由{who}撤销"),
        "moved": _("由{who}从{from_name}名下移到{to_name}名下，原因：{reason}"),
    }[event.event]
    return words.format(
        jump_s=details.get("jump_s", ""),
        late_s=details.get("late_s", ""),
        number=details.get("position", 0) + 1,
        who=details.get("who", ""),
        reason=details.get("reason", ""),
        from_name=details.get("from", ""),
        to_name=details.get("to", ""),
        points=points_text(details.get("points") or 0),
        former=points_text(details.get("former") or 0),
        minutes=details.get("minutes", ""),
        away=_duration(details.get("away_s", 0)),
        cause=cause_words(AwayCause(details.get("cause", AwayCause.STOPPED))),
        score=points_text(details.get("score") or 0),
    )


def _opened_again_words(details: dict[str, Any]) -> str:
    if details.get("minutes"):
        return _("由{who}重新开放作答，另加 {minutes} 分钟，原成绩 {score} 分撤回，原因：{reason}")
    return _("由{who}重新开放作答，原成绩 {score} 分撤回，原因：{reason}")


def cause_words(cause: AwayCause) -> str:
    """Why nothing was heard of an attempt, in words."""
    return {
        AwayCause.RESTARTED: _("电脑重新启动过"),
        AwayCause.STOPPED: _("程序关闭过"),
        AwayCause.SILENT: _("电脑休眠或连接中断"),
        AwayCause.LEFT: _("本人退出"),
        AwayCause.NOT_BACK: _("没有回来"),
    }[cause]


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return _("{minutes} 分 {seconds} 秒").format(minutes=minutes, seconds=rest)

"""The hall in words: how somebody stands, what was lost and why, what became of added minutes."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.core.attempts import AttemptState
from quizapp.core.hall import Hall, Seat
from quizapp.core.lost_time import Absence, AwayCause, Outage
from quizapp.gui.local_times import duration
from quizapp.gui.widgets.countdown import SOON_S, clock_text
from quizapp.i18n import _, _n
from quizapp.services.attempts import cause_words
from quizapp.services.granting import Granted

_MOST_NAMES = 4
_MOST_ABSENCES = 3


def clock_time(at: datetime) -> str:
    """The time of day to the second: 14:02:05."""
    return f"{at.astimezone():%H:%M:%S}"


def day_time(at: datetime) -> str:
    """The time of day: 14:02."""
    return f"{at.astimezone():%H:%M}"


def seat_state(seat: Seat) -> tuple[str, str]:
    """The word and tone of how somebody stands."""
    if seat.state is AttemptState.SUBMITTED:
        return _("已交卷"), "good"
    if seat.state is AttemptState.EXPIRED:
        return _("时间到"), "neutral"
    return (_("失联"), "warn") if seat.away_s else (_("作答中"), "info")


def left_text(seat: Seat) -> str:
    """The time left of who is writing; 5 minutes and 1 minute are told by the tone."""
    return clock_text(round(seat.left_s)) if seat.is_running else ""


def left_tone(seat: Seat) -> str:
    """Colours the time left once it is short."""
    return "warn" if seat.is_running and seat.left_s <= SOON_S else ""


def flags_text(seat: Seat) -> str:
    """What the organiser should know."""
    flags = []
    if seat.away_s:
        flags.append(_("失联 {time}").format(time=duration(round(seat.away_s))))
    if seat.clock_jumps:
        flags.append(_n("改动时钟 {count} 次", "改动时钟 {count} 次", seat.clock_jumps).format(count=seat.clock_jumps))
    if seat.leavings:
        flags.append(_n("离开窗口 {count} 次", "离开窗口 {count} 次", seat.leavings).format(count=seat.leavings))
    return _("，").join(flags)


def absence_words(absence: Absence) -> str:
    """One absence with its cause, as the log shows it."""
    words = _("{start} 至 {end} 中断 {time}（{cause}）")
    return words.format(
        start=clock_time(absence.from_at),
        end=clock_time(absence.to_at),
        time=duration(round(absence.seconds)),
        cause=cause_words(absence.cause),
    )


def why_words(seat: Seat) -> str:
    """The log behind the minutes offered to somebody, a line each; the latest absences where there are many."""
    lines = [absence_words(one) for one in seat.absences[-_MOST_ABSENCES:]]
    more = len(seat.absences) - len(lines)
    if more:
        lines.insert(0, _n("此前还有 {count} 次中断", "此前还有 {count} 次中断", more).format(count=more))
    if seat.made_up_s:
        lines.append(_("已补 {time}。").format(time=duration(seat.made_up_s)))
    if seat.lost_minutes:
        lines.append(_("还可以补 {count} 分钟。").format(count=seat.lost_minutes))
    return "\n".join(lines) or _("没有中断。")


def hall_state(hall: Hall) -> str:
    """One sentence on how the test goes."""
    not_yet = sum(one.not_yet for one in hall.departments)
    done = sum(one.done for one in hall.departments)
    words = _("作答中 {running} 人，已交卷 {done} 人，未开始 {not_yet} 人；{end} 结束，{at} 更新")
    return words.format(
        running=len(hall.running), done=done, not_yet=not_yet, end=day_time(hall.closes_at), at=clock_time(hall.at)
    )


def outage_title(outage: Outage) -> str:
    """停机 28 分钟，47 人在考."""
    words = _("停机 {minutes} 分钟，{people} 人在考")
    return words.format(minutes=outage.minutes, people=len(outage.attempt_ids))


def outage_words(outage: Outage, seats: Sequence[Seat]) -> str:
    """When it was, why it is known, whom it hit."""
    causes = {
        one.cause
        for seat in seats
        for one in seat.absences
        if one.from_at < outage.to_at and one.to_at > outage.from_at
    }
    why = cause_words(AwayCause.RESTARTED) if AwayCause.RESTARTED in causes else _("同时没有动静")
    words = _("{start} 至 {end}（{why}）：{names}。答案都在，计时没有停。")
    return words.format(
        start=clock_time(outage.from_at),
        end=clock_time(outage.to_at),
        why=why,
        names=names_text([s.name for s in seats]),
    )


def names_text(names: Sequence[str]) -> str:
    """Names to be read out: a few, and how many."""
    if len(names) <= _MOST_NAMES:
        return _("、").join(names)
    return _("{names}等 {count} 人").format(names=_("、").join(names[:_MOST_NAMES]), count=len(names))


def granted_words(granted: Granted) -> tuple[str, str, str]:
    """Tone, title and text of what became of added minutes."""
    title = _("已给{names}加时 {minutes} 分钟。").format(names=names_text(granted.names), minutes=granted.minutes)
    if granted.is_window_moved:
        return "good", title, _("考试结束时间延后到 {end}。").format(end=day_time(granted.closes_at))
    if not granted.cut:
        return "good", title, ""
    words = _("考试 {end} 结束，{names}用不满。")
    return "warn", title, words.format(end=day_time(granted.closes_at), names=names_text(granted.cut))

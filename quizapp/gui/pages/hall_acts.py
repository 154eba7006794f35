"""What is done in the hall: asked for with a reason, what became of it said in the page, taken back where it can be."""

from collections.abc import Sequence
from functools import partial

from quizapp.core.hall import Hall, Seat, end_needed
from quizapp.core.lost_time import Outage
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.hall_words import day_time, granted_words, names_text, outage_title, outage_words, why_words
from quizapp.gui.pages.more_time import MoreTimeBox
from quizapp.gui.pages.page_acts import PageActs
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import N_, _, _n
from quizapp.services.bundle import Services
from quizapp.services.granting import Granted

_REASONS = (N_("停电"), N_("电脑故障"), N_("网络中断"), N_("身体不适"), N_("特殊照顾"))
_END_REASONS = (N_("身体不适"), N_("违反考场纪律"), N_("误点开始"))
_REOPEN_REASONS = (N_("误点交卷"), N_("电脑故障"), N_("停电"))
_USUAL_MINUTES = 5


class HallActs(PageActs):
    """Minutes, reopenings, ends, and what becomes of an outage; `done` after every change."""

    def __init__(self, doors: Doors, services: Services, actor: Actor, page: PageFrame) -> None:
        super().__init__(doors, page)
        self._services, self._actor = services, actor

    def add_time(self, hall: Hall, seats: Sequence[Seat]) -> None:
        """Add minutes to those of the seats who are writing."""
        running = [seat for seat in seats if seat.is_running]
        if not running:
            return
        text = why_words(running[0]) if len(running) == 1 else _("给正在作答的{names}加时。")
        box = self._box(
            hall,
            running,
            title=_("加时"),
            text=text.format(names=names_text([seat.name for seat in running])),
            action=_("加时"),
            minutes=max(seat.lost_minutes for seat in running) or _USUAL_MINUTES,
        )
        if self._doors.dialogs.run(box):
            ids = [seat.attempt_id for seat in running]
            grant = partial(self._services.invigilation.grant, self._actor, hall.exam_id, ids, box.minutes, box.more)
            self._do(grant, partial(self._on_granted, hall, running))

    def reopen(self, hall: Hall, seat: Seat) -> None:
        """Let somebody go on with an attempt that has ended."""
        text = _("交卷时还剩 {left}，重新开放后从这里接着计时；原来的成绩撤回，交卷后重新计算。")
        box = self._box(
            hall,
            [seat],
            title=_("重新开放{name}的作答？").format(name=seat.name),
            text=text.format(left=_clock(seat.left_s)),
            action=_("重新开放"),
            minutes=seat.lost_minutes,
            least=0 if seat.left_s >= 1 else 1,
            reasons=_REOPEN_REASONS,
        )
        if self._doors.dialogs.run(box):
            reopen = partial(
                self._services.invigilation.reopen,
                self._actor, hall.exam_id, seat.attempt_id, box.minutes, box.more,
            )  # fmt: skip
            self._do(reopen, partial(self._on_reopened, hall, seat))

    def end(self, seat: Seat) -> None:
        """Hand somebody's sheet in as it stands."""
        reason = self._doors.dialogs.ask_reason(
            self._page,
            title=_("结束{name}的作答？").format(name=seat.name),
            text=_("按已保存的答案交卷计分，本人的页面随即结束。原因会告诉本人，并记入日志。"),
            action=_("结束作答"),
            suggestions=[_(one) for one in _END_REASONS],
        )
        if reason is not None:
            end = partial(self._services.invigilation.end, self._actor, seat.attempt_id, reason)
            self._do(end, partial(self._on_done, _("已结束{name}的作答。").format(name=seat.name)))

    def make_up(self, hall: Hall, outage: Outage) -> None:
        """Give all whom an outage hit the same minutes."""
        seats = hall.seats_of(outage)
        box = self._box(
            hall,
            seats,
            title=outage_title(outage),
            text=outage_words(outage, seats) + "\n" + _("每人补同样的分钟数；时间已经用完的，重新开放后接着作答。"),
            action=_("统一补时"),
            minutes=outage.minutes,
        )
        if self._doors.dialogs.run(box):
            make_up = partial(
                self._services.invigilation.make_up, self._actor, hall.exam_id, outage, box.minutes, box.more
            )
            self._do(make_up, partial(self._on_granted, hall, seats))

    def postpone(self, hall: Hall, outage: Outage) -> None:
        """Make the attempts void, to be taken anew."""
        title = _n("{count} 人改期再考？", "{count} 人改期再考？", len(outage.attempt_ids))
        text = _("这些人的这次作答作废，不计次数，答卷保留；在新的开放时间里重新参加。作废不能撤销。")
        self._void(hall, outage, title, text, _("改期"), paper=False)

    def move_to_paper(self, hall: Hall, outage: Outage) -> None:
        """Make the attempts void, for a test on paper."""
        title = _n("{count} 人转为纸质考试？", "{count} 人转为纸质考试？", len(outage.attempt_ids))
        text = _("这些人的这次作答作废，答卷保留；考试结束后列为“待核实”，由您按纸质考试的情况核实。作废不能撤销。")
        self._void(hall, outage, title, text, _("转纸考"), paper=True)

    def _void(self, hall: Hall, outage: Outage, title: str, text: str, action: str, *, paper: bool) -> None:
        reason = self._doors.dialogs.ask_reason(
            self._page,
            title=title.format(count=len(outage.attempt_ids)),
            text=text,
            action=action,
            suggestions=[_(one) for one in _REASONS[:3]],
        )
        if reason is not None:
            invigilation = self._services.invigilation
            act = invigilation.move_to_paper if paper else invigilation.postpone
            words = _("已转为纸质考试，原来的作答作废。") if paper else _("已改期，原来的作答作废；请调整开放时间。")
            self._do(partial(act, self._actor, hall.exam_id, outage, reason), partial(self._on_done, words))

    def _box(
        self,
        hall: Hall,
        seats: Sequence[Seat],
        *,
        title: str,
        text: str,
        action: str,
        minutes: int,
        least: int = 1,
        reasons: Sequence[str] = _REASONS,
    ) -> MoreTimeBox:
        return MoreTimeBox(
            self._doors.theme,
            self._page,
            title=title,
            text=text,
            action=action,
            seats=seats,
            closes_at=hall.closes_at,
            minutes=minutes,
            least=least,
            may_move=self._actor.unit_id is None,
            reasons=[_(one) for one in reasons],
        )

    def _on_granted(self, hall: Hall, seats: Sequence[Seat], granted: Granted) -> None:
        """Say it, with the way back; where somebody is cut short, the way to the time they should have."""
        tone, title, text = granted_words(granted)
        if granted.cut and self._actor.unit_id is None:
            needed = end_needed(seats, granted.minutes)
            action = _("延后到 {end}").format(end=day_time(needed))
            does = partial(self._do, partial(self._move_end, hall, needed, text), self._on_end_moved)
        else:
            action = _("撤销")
            take_back = partial(self._services.invigilation.take_back, self._actor, hall.exam_id, granted)
            does = partial(self._do, take_back, self._on_taken_back)
        self._say(tone, title, text, action=action, does=does)
        self.done.emit()

    def _move_end(self, hall: Hall, needed: object, reason: str) -> None:
        """Runs in a task."""
        exams = self._services.exams
        opens_at = exams.exam(hall.exam_id).definition.opens_at
        exams.change_window(self._actor, hall.exam_id, opens_at, needed, reason)

    def _on_end_moved(self, _result: object) -> None:
        self._on_done(_("结束时间已延后，加的时间都用得上。"), None)

    def _on_reopened(self, hall: Hall, seat: Seat, granted: Granted) -> None:
        words = _("已重新开放{name}的作答，请通知本人重新登录接着答。").format(name=seat.name)
        cut = granted_words(granted)[2]
        if granted.cut and self._actor.unit_id is None:
            self._on_granted(hall, [seat], granted)
            self._page.banner.say("warn", words, cut, action=self._page.banner.action_button.text())
        else:
            self._say("warn" if granted.cut else "good", words, cut, does=None)
            self.done.emit()

    def _on_taken_back(self, people: int) -> None:
        words = _n("已撤销 {count} 人的加时。", "已撤销 {count} 人的加时。", people)
        self._on_done(words.format(count=people), None)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return _("{minutes} 分 {seconds} 秒").format(minutes=minutes, seconds=rest)

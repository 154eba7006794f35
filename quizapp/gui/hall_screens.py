"""The screens of the hall for the gallery: in full swing, after a power cut, somebody selected, minutes being added."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import ExamState
from quizapp.core.hall import DepartmentProgress, Hall, Seat
from quizapp.core.lost_time import Absence, AwayCause, Outage
from quizapp.gui.dialogs import ReasonBox
from quizapp.gui.hall_words import outage_title, outage_words
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.exams import ExamsPage
from quizapp.gui.pages.hall import HallPage
from quizapp.gui.pages.more_time import MoreTimeBox
from quizapp.gui.screen import Screen, over
from quizapp.gui.stage import Stage
from quizapp.i18n import _

# no _() in this module: names are data, the same in both languages
_NAMES = ("李建国", "王秀英", "赵志强", "陈晓燕", "刘建平", "周玉兰", "孙德胜", "吴桂芳", "郑海涛", "欧阳明珠")
_DEPARTMENTS = ("办公室", "公务接待科", "车辆管理科", "市级会议中心 / 会务部")
_REASON = "停电"
_OFF, _OFF_S = timedelta(minutes=31), 28 * 60 - 20


def hall_screens(stage: Stage) -> list[Screen]:
    """What the organiser sees of a test that runs."""
    exam_id = next(one.id for one in stage.services.exams.exams() if one.state is ExamState.PUBLISHED)
    hall = _hall(stage, exam_id)
    quiet = replace(hall, outages=(), seats=tuple(_without_loss(seat) for seat in hall.seats))
    make = partial(_shell, stage)
    opened, shown, cut = partial(_open, exam_id), partial(_show, hall), partial(_show, quiet)
    return [
        Screen("hall", make, (opened, cut)),
        Screen("hall-outage", make, (opened, shown)),
        Screen("hall-person", make, (opened, shown, partial(_select, 3))),
        Screen("hall-ended", make, (opened, cut, partial(_select, 6))),
        Screen("hall-departments", make, (opened, cut, lambda shell: _page(shell).tabs.setCurrentIndex(1))),
        Screen("hall-empty", make, (opened, partial(_show, replace(quiet, seats=())))),
        Screen("hall-add-time", make, (opened, cut, partial(_ask_minutes, stage, quiet))),
        Screen("hall-make-up", make, (opened, shown, partial(_ask_make_up, stage, hall))),
        Screen("hall-end", make, (opened, cut, partial(_ask_end, stage, quiet))),
    ]


def _shell(stage: Stage) -> OrganiserShell:
    return organiser_shell(stage.doors, stage.services, stage.preferences, stage.places, stage.data.actor)


def _open(exam_id: int, shell: OrganiserShell) -> None:
    shell.go("exams")
    page = shell.page("exams")
    assert isinstance(page, ExamsPage)
    page.open_hall(exam_id)


def _page(shell: OrganiserShell) -> HallPage:
    page = shell.page("exams")
    assert isinstance(page, ExamsPage) and isinstance(page.top, HallPage)
    return page.top


def _show(hall: Hall, shell: OrganiserShell) -> None:
    _page(shell).show_hall(hall)


def _select(at: int, shell: OrganiserShell) -> None:
    _page(shell).seats.select(lambda seat: seat.attempt_id == at)


def _hall(stage: Stage, exam_id: int) -> Hall:
    """A hall in full swing, twenty minutes after the power came back."""
    now = stage.services.invigilation.view(stage.data.actor, exam_id)
    seats = tuple(_seat(now.at, number) for number in range(len(_NAMES)))
    hit = tuple(seat.attempt_id for seat in seats if seat.absences)
    outage = Outage(now.at - _OFF, now.at - _OFF + timedelta(seconds=_OFF_S), 28, hit)
    departments = tuple(
        DepartmentProgress(name, not_yet=3 * (at + 1) % 5, running=1 + at % 3, done=7 - at)
        for at, name in enumerate(_DEPARTMENTS)
    )
    closes_at = now.at + timedelta(minutes=50)
    return replace(now, closes_at=closes_at, seats=seats, departments=departments, outages=(outage,))


def _seat(at: datetime, number: int) -> Seat:
    is_running = number not in (6, 8)
    left_s = 240.0 if number == 2 else 1312.0 - 71 * number
    lost = () if number in (6, 7, 8) else (Absence(at - _OFF, _OFF_S + 2.0 * number, AwayCause.RESTARTED),)
    is_away = number == 4
    return Seat(
        attempt_id=number,
        person_id=number,
        name=_NAMES[number],
        department=_DEPARTMENTS[number % len(_DEPARTMENTS)],
        state=AttemptState.RUNNING if is_running else AttemptState.SUBMITTED,
        answered=25 if not is_running else 6 + 2 * number,
        question_count=25,
        left_s=left_s,
        seen_at=at - timedelta(seconds=190 if is_away else 1 + number % 4),
        ended_at=None if is_running else at,
        away_s=190.0 if is_away else 0.0,
        lost_s=sum(one.seconds for one in lost),
        made_up_s=600 if number == 7 else 0,
        absences=lost,
        clock_jumps=1 if number == 1 else 0,
        leavings=2 if number == 5 else 0,
        full_end_at=at + timedelta(seconds=left_s),
    )


def _without_loss(seat: Seat) -> Seat:
    return replace(seat, absences=(), lost_s=0.0)


def _ask_minutes(stage: Stage, hall: Hall, shell: OrganiserShell) -> None:
    """Some of them would go beyond the end of the window."""
    text = _("给正在作答的{names}加时。").format(names=_NAMES[0])
    over(shell, _box(stage, shell, hall, hall.running, title=_("加时"), text=text, action=_("加时"), minutes=35))


def _ask_make_up(stage: Stage, hall: Hall, shell: OrganiserShell) -> None:
    outage = hall.outages[0]
    seats = hall.seats_of(outage)
    title, text = outage_title(outage), outage_words(outage, seats)
    over(shell, _box(stage, shell, hall, seats, title=title, text=text, action=_("统一补时"), minutes=28))


def _box(stage: Stage, shell: OrganiserShell, hall: Hall, seats: tuple[Seat, ...], **words: Any) -> MoreTimeBox:
    box = MoreTimeBox(stage.doors.theme, shell, seats=seats, closes_at=hall.closes_at, may_move=True, **words)
    box.reason.setEditText(_REASON)
    return box


def _ask_end(stage: Stage, hall: Hall, shell: OrganiserShell) -> None:
    title = _("结束{name}的作答？").format(name=hall.seats[0].name)
    text = _("按已保存的答案交卷计分，本人的页面随即结束。原因会告诉本人，并记入日志。")
    box = ReasonBox(stage.doors.theme, shell, title=title, text=text, action=_("结束作答"), suggestions=())
    over(shell, box)

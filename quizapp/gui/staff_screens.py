"""The staff's screens for the gallery, in the states that matter."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from quizapp.core.desk import MyMonth, MyPage, SaveReceipt, Sheet, SheetQuestion, SignedIn
from quizapp.core.grading import Response
from quizapp.core.people import SignInCheck
from quizapp.core.pictures import PicturePlace
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.errors import Conflict, EnvironmentFault
from quizapp.gui.dialogs import AskBox
from quizapp.gui.page import Page
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.sample_pictures import numbered_plan, option_plan
from quizapp.gui.screen import Screen, over
from quizapp.gui.stage import Stage
from quizapp.i18n import _
from quizapp.services.desk import LocalDesk

_MONTHS = ((4, 72), (5, 68), (6, None), (7, 81), (8, 76), (9, 88), (10, 84), (11, 92), (12, 58), (1, 86), (2, 95))
_LOST_S, _ENDED = 1660.0, "组织者结束了这次作答，原因：身体不适"  # no _(): data
_ABSENT, _WRITTEN = "缺考", "三"  # no _(): data
_STEM = "下图是会议桌的座次，面门一侧在上。主方最高领导应当坐在几号位？"  # no _(): data
_SEATS = ("3 号位", "1 号位", "8 号位", "10 号位")  # no _(): data


@dataclass(frozen=True, slots=True)
class _PicturedDesk:
    """A desk that has drawn its pictures; `is_gone`: it has lost them."""

    is_gone: bool = False

    def picture(self, _token: str, _attempt_id: int, _position: int, place: PicturePlace) -> bytes:
        """A seat plan."""
        if self.is_gone:
            raise Conflict("")
        return numbered_plan() if place.option is None else option_plan(place.option)

    def review_picture(self, position: int, place: PicturePlace) -> bytes:
        """The same in a review."""
        return self.picture("", 0, position, place)

    def save_answer(self, _token: str, _attempt: int, position: int, _response: Response, **named: int) -> SaveReceipt:
        """Keep nothing."""
        return SaveReceipt(position, named["seq"], 1300.0)


def staff_screens(stage: Stage) -> list[Screen]:
    """What a staff member sees, from signing in to the review."""
    return [*_signing_in(stage), *_my_page(stage), *_taking(stage), *_afterwards(stage)]


def _signing_in(stage: Stage) -> list[Screen]:
    def page(check: SignInCheck = SignInCheck.NONE) -> Page:
        stage.check_by(check)
        return StaffSignInPage(stage.doors, stage.services.desk, stage.preferences)

    def empty() -> Page:
        return StaffSignInPage(stage.doors, stage.data.fresh().desk, stage.preferences)

    return [
        Screen("sign-in", page),
        Screen("sign-in-typed", page, (lambda page: page.picker.field.setText("ln"),)),
        Screen("sign-in-empty", empty),
        Screen("sign-in-pin", partial(page, SignInCheck.PIN), (partial(_choose, stage.data.cast.ready),)),
    ]


def _choose(me: SignedIn, page: StaffSignInPage) -> None:
    page.picker.field.setText(me.number)
    page.picker.field.returnPressed.emit()


def _my_page(stage: Stage) -> list[Screen]:
    def page(me: SignedIn) -> Page:
        return StaffHomePage(stage.doors, stage.services.desk, me)

    def rules() -> Page:
        exams = stage.services.desk.my_page(cast.ready.token).exams
        exam = next(one for one in exams if one.may_start)
        return ExamRulesPage(stage.doors, stage.services.desk, cast.ready, exam)

    cast = stage.data.cast
    return [
        Screen("my-page", partial(page, cast.ready)),
        Screen("my-page-running", partial(page, cast.running)),
        Screen("my-page-year", partial(page, cast.done), (_show_a_year,)),
        Screen("my-page-empty", partial(page, cast.newcomer)),
        Screen("rules", rules),
    ]


def _show_a_year(page: StaffHomePage) -> None:
    """Results of many months, as they are there after a year."""
    assert page.shown is not None
    months = [
        MyMonth(f"2026-{month:02}", "", _ABSENT if score is None else "", score and score * POINT, 100 * POINT)
        for month, score in _MONTHS
    ]
    page.show_my_page(MyPage(page.shown.exams, tuple(months)))


def _taking(stage: Stage) -> list[Screen]:
    sheet = replace(stage.data.cast.sheet, was_resumed=False)
    all_but_two = _answered(sheet, but=(12, 16))
    last = len(sheet.questions) - 1

    def page(shown: Sheet = sheet, desk: LocalDesk | _FullDisk | _PicturedDesk = stage.services.desk) -> Page:
        queue = stage.doors.tasks.serial("desk")
        return TakeTestPage(stage.doors, queue, desk, stage.data.cast.ready.token, shown)

    def at(kind: Kind, number: int = 0) -> partial[None]:
        positions = [one.position for one in sheet.questions if one.kind is kind]
        return partial(_go_to, positions[number])

    return [
        Screen("take-single", page, (at(Kind.SINGLE, 2),)),
        Screen("take-multiple", page, (at(Kind.MULTIPLE),)),
        Screen("take-true-false", page, (at(Kind.TRUE_FALSE),)),
        Screen("take-fill-blank", page, (at(Kind.FILL_BLANK),)),
        *_pictured(page, sheet),
        Screen("take-resumed", partial(page, stage.data.cast.sheet)),
        Screen("take-resumed-lost", partial(page, replace(stage.data.cast.sheet, lost_s=_LOST_S))),
        Screen("take-more-time", page, (at(Kind.SINGLE, 2), _add_ten_minutes)),
        Screen("take-five-minutes", partial(page, stage.data.cast.late_sheet), (lambda page: page.banner.clear(),)),
        Screen("take-grid-open", page, (at(Kind.SINGLE, 5), lambda page: page.grid_button.setChecked(True))),
        Screen("take-not-saved", partial(page, desk=_FullDisk()), (at(Kind.SINGLE, 3), _press_second)),
        Screen(
            "take-end",
            partial(page, all_but_two),
            (partial(_go_to, last), partial(_ask_to_submit, stage)),
        ),
    ]


def _pictured(page: Callable[[Sheet, _PicturedDesk], Page], sheet: Sheet) -> list[Screen]:
    """A question with a picture, its options with pictures, and what is shown where a picture is gone."""
    at = next(one.position for one in sheet.questions if one.kind is Kind.SINGLE)
    by_words = replace(sheet.questions[at], stem=_STEM, options=_SEATS, pictures=(PicturePlace(),))
    by_pictures = replace(by_words, options=("",) * 4, pictures=(PicturePlace(), *map(PicturePlace, range(4))))

    def shown(question: SheetQuestion, desk: _PicturedDesk) -> Page:
        questions = tuple(question if one.position == at else one for one in sheet.questions)
        return page(replace(sheet, questions=questions), desk)

    def zoom(page: TakeTestPage) -> None:
        page.question.pictures.views[0].click()

    make = partial(shown, by_pictures, _PicturedDesk())
    return [
        Screen("take-picture", partial(shown, by_words, _PicturedDesk()), (partial(_go_to, at), _press_second)),
        Screen("take-picture-options", make, (partial(_go_to, at), _press_second)),
        Screen("take-picture-zoomed", make, (partial(_go_to, at), zoom)),
        Screen("take-picture-gone", partial(shown, by_pictures, _PicturedDesk(is_gone=True)), (partial(_go_to, at),)),
    ]


def _go_to(position: int, page: TakeTestPage) -> None:
    page.grid.cells[position].click()


def _add_ten_minutes(page: TakeTestPage) -> None:
    page.keeper.hear_time(page.keeper.left_s + 600)


def _press_second(page: TakeTestPage) -> None:
    page.question.options.cards[1].click()


def _ask_to_submit(stage: Stage, page: TakeTestPage) -> None:
    """What the button 交卷 asks."""
    over(page, AskBox(stage.doors.theme, page, title=_("现在交卷？"), text=page.submit_words(), action=_("交卷")))


def _answered(sheet: Sheet, *, but: tuple[int, ...]) -> Sheet:
    """The sheet with every question answered somehow but those at some positions."""
    written: Response = (_WRITTEN,)
    answers: dict[Kind, Response] = {Kind.SINGLE: (1,), Kind.MULTIPLE: (0, 2), Kind.TRUE_FALSE: True}
    questions = [
        one if one.position in but else replace(one, response=answers.get(one.kind, written)) for one in sheet.questions
    ]
    return replace(sheet, questions=tuple(questions), time_left_s=421.0)


def _afterwards(stage: Stage) -> list[Screen]:
    outcome = replace(stage.data.cast.outcome, score=84 * POINT, is_passed=True, is_excellent=False)
    failed = replace(outcome, score=52 * POINT, is_passed=False, was_expired=True, answered=21)
    ended = replace(outcome, remark=_ENDED)
    hidden = replace(outcome, score=None, is_passed=None, is_excellent=None)
    unmarked = replace(hidden, unmarked=2)
    single = next(one for one in stage.data.cast.review if one.kind is Kind.SINGLE)
    places = (PicturePlace(), *map(PicturePlace, range(4)))
    seats = replace(single, stem=_STEM, options=("",) * 4, pictures=places, response=(1,), key=(0,), earned=0)
    pictured, load = (replace(seats, position=0), *stage.data.cast.review[1:3]), _PicturedDesk().review_picture
    return [
        Screen("outcome-passed", lambda: OutcomePage(stage.doors, outcome)),
        Screen("outcome-failed", lambda: OutcomePage(stage.doors, failed)),
        Screen("outcome-ended", lambda: OutcomePage(stage.doors, ended)),
        Screen("outcome-hidden", lambda: OutcomePage(stage.doors, hidden)),
        Screen("outcome-unmarked", lambda: OutcomePage(stage.doors, unmarked)),
        Screen("review", lambda: ReviewPage(stage.doors, _("我的答卷"), stage.data.cast.review)),
        Screen("review-pictures", lambda: ReviewPage(stage.doors, _("我的答卷"), pictured, load=load)),
    ]


class _FullDisk:
    """A desk whose disk is full."""

    def save_answer(self, *_arguments: object, **_named: object) -> SaveReceipt:
        """Fail as the database does."""
        raise EnvironmentFault(_("磁盘已满，没有保存。请清理磁盘后再试。"))

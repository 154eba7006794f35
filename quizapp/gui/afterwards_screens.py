"""What a person sees after tests, and what is printed of them, for the gallery: ranks, attempts, a year, sheets."""

from dataclasses import dataclass, replace
from functools import partial

from quizapp.core.desk import AnswerSheet, Outcome, ReviewQuestion, ReviewRight
from quizapp.core.exams import ReviewContent, ReviewFrom
from quizapp.core.monthly import Marks, Status
from quizapp.core.own_results import AttemptPlace, OwnAttempt, OwnRank, OwnResult, Ranking, RankState
from quizapp.core.pictures import PicturePlace
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.page import Page
from quizapp.gui.pages.answer_sheets import AnswerSheetsPage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.own_history import OwnHistoryPage
from quizapp.gui.pages.results import ResultsPage
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.sample_pictures import numbered_plan, option_plan
from quizapp.gui.screen import Screen
from quizapp.gui.stage import Stage
from quizapp.gui.widgets.review_bar import Shown
from quizapp.i18n import _

# no _() in this module: titles, names and answers are data, the same in both languages
_MARKS = Marks(100 * POINT, 60 * POINT, 90 * POINT)
_STRICT = Marks(100 * POINT, 80 * POINT, 90 * POINT)
_YEAR = ((1, 86), (2, 95), (3, 72), (4, 68), (5, Status.DEFERRED), (6, 81), (7, 58), (8, Status.EXEMPT), (9, 88),
         (10, Status.ABSENT), (11, 100))  # fmt: skip
_TITLE = "2026年{month}月政务礼仪与服务规范测试"
_ASKED = "简述接待来访客人时应当注意的三个方面。"
_WRITTEN = "一是提前到岗、准时迎候；\n二是称呼得当、举止得体；\n三是送客到门口。"
_KEY = "守时（提前到岗）；得体（称呼、举止）；周到（引导、送别）"
_BLANK = "会议用水应在会前____分钟摆放完毕，茶水温度约____度。"
_PLAN = "下图是会议桌的座次，面门一侧在上。主方最高领导应当坐在几号位？"


@dataclass(frozen=True, slots=True)
class _HistoryDesk:
    """A desk that knows these results."""

    results: tuple[OwnResult, ...] = ()

    def own_results(self, _token: str) -> tuple[OwnResult, ...]:
        """The results."""
        return self.results


def afterwards_screens(stage: Stage) -> list[Screen]:
    """From the outcome to the printed sheet."""
    return [*_outcomes(stage), *_reviews(stage), *_history(stage), *_printed(stage)]


def _outcomes(stage: Stage) -> list[Screen]:
    first = replace(stage.data.cast.outcome, score=84 * POINT, is_passed=True, is_excellent=False, may_review=True)
    rank = Ranking(RankState.KNOWN, OwnRank(12, 128, 2, 9))
    ranked = replace(first, score=96 * POINT, is_excellent=True, ranking=rank)
    place = AttemptPlace(number=2, allowed=3, counting_number=1, counting_score=86 * POINT, given_s=1800)
    closed = ReviewRight(ReviewContent.RIGHT_WRONG, ReviewFrom.EXAM_CLOSED)
    again = replace(
        first, score=72 * POINT, place=place, attempts_left=1, may_review=False, review_from=None, review=closed
    )
    again = replace(again, ranking=Ranking(RankState.LATER))
    unmarked = replace(first, score=None, is_passed=None, is_excellent=None, unmarked=2, may_review=False)

    def page(outcome: Outcome) -> Page:
        return OutcomePage(stage.doors, outcome)

    return [
        Screen("outcome-ranked", partial(page, ranked)),
        Screen("outcome-again", partial(page, again)),
        Screen("outcome-not-final", partial(page, unmarked)),
    ]


def _reviews(stage: Stage) -> list[Screen]:
    sheet = tuple(replace(one, is_marked=one.position in (3, 6)) for one in stage.data.cast.review)
    at = stage.data.cast.outcome
    attempts = tuple(
        OwnAttempt(number, number, at.review_from or stage.data.cast.late_sheet.deadline_at, score * POINT, number == 2)
        for number, score in ((1, 72), (2, 86))
    )

    def page() -> Page:
        return ReviewPage(stage.doors, _("我的答卷"), sheet, attempts=attempts, shown_attempt=2, can_print=True)

    def show_wrong(page: ReviewPage) -> None:
        page.bar.buttons[Shown.WRONG].click()
        page.bar.next_button.click()

    return [Screen("review-attempts", page), Screen("review-wrong", page, (show_wrong,))]


def _history(stage: Stage) -> list[Screen]:
    def page(results: tuple[OwnResult, ...]) -> Page:
        return OwnHistoryPage(stage.doors, _HistoryDesk(results), "")

    def select(page: OwnHistoryPage) -> None:
        if page.table is not None:
            page.table.select(lambda one: one.may_review)

    year = tuple(_result(month, what) for month, what in reversed(_YEAR))
    mixed = tuple(
        replace(one, marks=_STRICT, ranking=Ranking()) if one.month >= "2026-06" else replace(one, ranking=Ranking())
        for one in year
    )
    return [
        Screen("history", partial(page, year), (select,)),
        Screen("history-marks", partial(page, mixed)),
        Screen("history-empty", partial(page, ())),
    ]


def _result(month: int, what: int | Status) -> OwnResult:
    title, name = _TITLE.format(month=month), f"2026-{month:02}"
    if isinstance(what, Status):
        return OwnResult(month, name, title, what, None, _MARKS)
    rank = Ranking(RankState.KNOWN, OwnRank(max(1, 101 - what), 128, 1 + month % 4, 9))
    return OwnResult(month, name, title, Status.SAT, what * POINT, _MARKS, rank, attempt_id=1, may_review=True)


def _printed(stage: Stage) -> list[Screen]:
    def own() -> Page:
        sheet = sample_sheet(stage)
        return AnswerSheetsPage(stage.doors, lambda *, has_key: (sheet,), chooses_key=False)

    def results() -> OrganiserShell:
        shell = organiser_shell(stage.doors, stage.services, stage.preferences, stage.places, stage.data.actor)
        shell.go("results")
        return shell

    def show_closed(shell: OrganiserShell) -> None:
        page = shell.page("results")
        assert isinstance(page, ResultsPage)
        page.show_exam(stage.data.closed_exam_id)

    def print_some(shell: OrganiserShell) -> None:
        page = shell.page("results")
        assert isinstance(page, ResultsPage)
        shown = page.table_page.people.shown_rows
        page.table_page.sheets_wanted.emit([one.row.attempt_id for one in shown if one.row.attempt_id][:2])

    def lay_out(shell: OrganiserShell) -> None:
        shell.findChild(AnswerSheetsPage).work.finish()

    return [
        Screen("sheet-own", own, (lambda page: page.work.finish(),)),
        Screen("sheets-organiser", results, (show_closed, print_some, lay_out)),
    ]


def sample_sheet(stage: Stage) -> AnswerSheet:
    """A sheet with a picture, blanks and a short answer after what somebody answered in the sample month."""
    cast = stage.data.cast
    asked = [*cast.review]
    asked[0] = _pictured(asked[0])
    at = len(asked)
    asked.append(
        _written(asked[0], at, kind=Kind.FILL_BLANK, stem=_BLANK, response=("15", ""), key=("15 或 十五", "70"))
    )
    asked.append(_written(asked[0], at + 1, kind=Kind.SHORT_ANSWER, stem=_ASKED, response=_WRITTEN, key=(_KEY,)))
    ended_at = cast.late_sheet.deadline_at
    pictures = {(0, place): option_plan(place.option or 0) for place in asked[0].pictures if place.option is not None}
    return AnswerSheet(
        bureau=stage.services.accounts.bureau().name,
        title=cast.outcome.title,
        name=cast.done.name,
        person_number=cast.done.number,
        department=cast.done.department,
        number=1,
        started_at=ended_at,
        ended_at=ended_at,
        used_s=1263,
        given_s=1800,
        score=84 * POINT,
        full_points=100 * POINT,
        grade=_MARKS.grade(84 * POINT),
        questions=tuple(asked),
        has_key=True,
        pictures={(0, PicturePlace()): numbered_plan(), **pictures},
    )


def _pictured(question: ReviewQuestion) -> ReviewQuestion:
    places = (PicturePlace(), *map(PicturePlace, range(4)))
    return replace(
        question, kind=Kind.SINGLE, stem=_PLAN, options=("",) * 4, pictures=places, response=(1,), key=(0,), earned=0
    )


def _written(
    like: ReviewQuestion, position: int, *, kind: Kind, stem: str, response: object, key: tuple[str, ...]
) -> ReviewQuestion:
    return replace(
        like, position=position, kind=kind, stem=stem, options=(), pictures=(), response=response, key=None,
        key_texts=key, points=10 * POINT, earned=5 * POINT,
    )  # fmt: skip

"""The screens of one PC for many people and of the room's rules for the gallery, in the states that matter."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from quizapp.core.desk import LeavingReceipt, SignedIn
from quizapp.core.leavings import Leaving
from quizapp.core.people import SignInCheck
from quizapp.core.points import POINT
from quizapp.gui.dialogs import AskBox
from quizapp.gui.exam_conduct import leaving_words
from quizapp.gui.kiosk import kiosk_words
from quizapp.gui.page import Page
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.kiosk_confirm import KioskConfirmPage
from quizapp.gui.pages.kiosk_outcome import KioskOutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.screen import Screen, over
from quizapp.gui.stage import Stage
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.leaving_line import LeavingLine, Span
from quizapp.i18n import _
from quizapp.services.desk_pages import conduct_rules

_LEAVINGS = ((4, 12), (11, 47), (11.9, 8), (26, 190))
"""After how many minutes somebody came back, and how many seconds the window was left."""


def kiosk_screens(stage: Stage) -> list[Screen]:
    """What people see who take a test one after another, and what leaving the window looks like."""
    return [*_turns(stage), *_leaving(stage)]


def _turns(stage: Stage) -> list[Screen]:
    def first(*, is_kiosk: bool = True) -> Page:
        stage.check_by(SignInCheck.NONE)
        return StaffSignInPage(stage.doors, stage.services.desk, stage.preferences, is_kiosk=is_kiosk)

    def confirm(me: SignedIn) -> Page:
        return KioskConfirmPage(stage.doors, stage.services.desk, me)

    def ask(page: Page) -> None:
        title, text = _("开始轮流机考？"), kiosk_words()
        over(page, AskBox(stage.doors.theme, page, title=title, text=text, action=_("开始轮流机考")))

    cast = stage.data.cast
    outcome = replace(cast.outcome, score=84 * POINT, is_passed=True, is_excellent=False)
    return [
        Screen("kiosk-first", first),
        Screen("kiosk-first-finished", first, (lambda page: page.picker.list.scrollToBottom(),)),
        Screen("kiosk-begin", partial(first, is_kiosk=False), (ask,)),
        Screen("kiosk-confirm", partial(confirm, cast.ready)),
        Screen("kiosk-confirm-running", partial(confirm, cast.running)),
        Screen("kiosk-confirm-done", partial(confirm, cast.newcomer)),
        Screen("kiosk-outcome", lambda: KioskOutcomePage(stage.doors, outcome), (lambda page: page.leave(),)),
    ]


def _leaving(stage: Stage) -> list[Screen]:
    sheet = replace(stage.data.cast.sheet, was_resumed=False)

    def taking() -> TakeTestPage:
        queue = stage.doors.tasks.serial("desk")
        return TakeTestPage(stage.doors, queue, stage.services.desk, stage.data.cast.ready.token, sheet)

    def come_back(receipt: LeavingReceipt, page: TakeTestPage) -> None:
        page.banner.say("warn", *leaving_words(12, receipt))

    def line() -> Page:
        started = sheet.deadline_at - timedelta(minutes=30)
        leavings = [Leaving(started + timedelta(minutes=minutes), seconds) for minutes, seconds in _LEAVINGS]
        page, card = Page(), Card(_("离开考试窗口"))
        card.body.addWidget(LeavingLine(stage.doors.theme, Span(started, sheet.deadline_at), leavings))
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.broad, SPACE.broad, SPACE.broad, SPACE.broad)
        column.addWidget(card)
        column.addStretch(1)
        return page

    def rules() -> Page:
        """What is read before a test that has all the rules of the room."""
        me = stage.data.cast.ready
        exam = next(one for one in stage.services.desk.my_page(me.token).exams if one.may_start)
        definition = replace(
            stage.services.exams.exam(exam.exam_id).definition,
            is_full_screen=True,
            records_leaving=True,
            leavings_allowed=3,
        )
        told = (*exam.rules[:-1], *conduct_rules(definition), exam.rules[-1])
        return ExamRulesPage(stage.doors, stage.services.desk, me, replace(exam, rules=told))

    return [
        Screen("rules-conduct", rules),
        Screen("take-left", taking, (partial(come_back, LeavingReceipt(2, 0)),)),
        Screen("take-left-last", taking, (partial(come_back, LeavingReceipt(3, 3)),)),
        Screen("leavings", line),
    ]

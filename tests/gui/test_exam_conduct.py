"""Leaving is put on record and told at once; one too many hands the sheet in with all its answers."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from quizapp.core.attempts import AttemptState
from quizapp.core.desk import LeavingReceipt
from quizapp.gui.exam_conduct import ExamConduct, leaving_words
from quizapp.gui.exam_room import ExamRoom
from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.pages.take_test import TakeTestPage
from tests.gui.absence import Absence
from tests.gui.pages.conftest import *  # noqa: F403 - the fixtures of pages
from tests.services.office import fill_bank, usual_questions


@pytest.fixture
def absence():
    return Absence()


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def enter(doors, window, office, people, absence, database, qtbot):
    """Call it with the rules to be in a test that has them; the room is in `enter.room`."""

    def begin(**conduct):
        if not hasattr(begin, "exam_id"):
            begin.exam_id = office.published(fill_bank(database, usual_questions()), records_leaving=True, **conduct)
            begin.token = office.desk.sign_in(people[0].id, "").token
            begin.room = ExamRoom(doors, window, office.desk, make_watch=absence.watch)
            begin.outcomes = []
            begin.room.finished.connect(begin.outcomes.append)
        begin.room.take(begin.token, office.desk.start(begin.token, begin.exam_id))
        return window.page

    yield begin
    if isinstance(window.page, TakeTestPage):
        window.page.findChild(ExamConduct).watch.stop()
        window.page.keeper.stop()


def seconds(office, page):
    return [one.seconds for one in office.attempts.record(page.sheet.attempt_id).leavings]


def test_who_comes_back_is_told_at_once(enter, absence, office, qtbot):
    page = enter()
    absence.be_away(12)
    qtbot.waitUntil(lambda: "您离开了考试窗口 12 秒，已记录第 1 次" in page.banner.message)
    absence.be_away(5)
    qtbot.waitUntil(lambda: "已记录第 2 次" in page.banner.message)
    assert seconds(office, page) == [12, 5]
    assert page.banner.tone == "warn"


def test_the_last_allowed_one_is_warned_of(enter, absence, qtbot):
    page = enter(leavings_allowed=2)
    absence.be_away(12)
    qtbot.waitUntil(lambda: "还可以离开 1 次" in page.banner.message)
    absence.be_away(12)
    qtbot.waitUntil(lambda: "再离开一次就会自动交卷" in page.banner.message)


def test_one_too_many_hands_in_with_all_answers(enter, absence, office, qtbot):
    page = enter(leavings_allowed=1)
    page.question.options.cards[1].click()
    absence.be_away(12)
    qtbot.waitUntil(lambda: "第 1 次" in page.banner.message)
    absence.be_away(12)
    qtbot.waitUntil(lambda: len(enter.outcomes) == 1)
    assert enter.outcomes[0].answered == 1 and not enter.outcomes[0].was_expired
    record = office.attempts.record(page.sheet.attempt_id)
    assert record.summary.state is AttemptState.SUBMITTED
    assert [one.words for one in record.events][-2:] == [
        "离开考试窗口 12 秒（第 2 次），超过允许的 1 次，因此自动交卷",
        "交卷",
    ]


def test_going_on_after_a_crash_counts_on(enter, absence, office, window, qtbot):
    page = enter(leavings_allowed=3)
    absence.be_away(12)
    qtbot.waitUntil(lambda: "第 1 次" in page.banner.message)
    page.findChild(ExamConduct).watch.stop()
    page.keeper.stop()
    again = enter()
    absence.be_away(7)
    qtbot.waitUntil(lambda: "第 2 次" in again.banner.message)
    assert seconds(office, again) == [12, 7]


def test_a_crash_between_the_last_leaving_and_handing_in_saves_nobody(enter, absence, office, qtbot):
    page = enter(leavings_allowed=1)
    for seq in (1, 2):
        office.desk.note_leaving(enter.token, page.sheet.attempt_id, 10, seq=seq)
    page.findChild(ExamConduct).watch.stop()
    page.keeper.stop()
    enter()
    qtbot.waitUntil(lambda: len(enter.outcomes) == 1)


def test_what_could_not_be_recorded_is_tried_again(enter, absence, office, database, qtbot):
    page = enter()
    conduct = page.findChild(ExamConduct)
    with database.write() as session:
        session.execute(text("alter table attempt_events rename to lost"))
    absence.be_away(12)
    qtbot.waitUntil(conduct._retry.isActive)
    with database.write() as session:
        session.execute(text("alter table lost rename to attempt_events"))
    absence.be_away(5)
    qtbot.waitUntil(lambda: seconds(office, page) == [12, 5])
    conduct._retry.stop()


def test_the_sheet_is_handed_in_although_a_question_is_asked_meanwhile(enter, absence, window, answers, qtbot):
    """The person left with the dialog open; what was asked is answered by nobody, and no page is shown that is gone."""
    page = enter(leavings_allowed=1)
    absence.be_away(12)
    qtbot.waitUntil(lambda: "第 1 次" in page.banner.message)

    def leave_meanwhile(_parent, **_words):
        absence.be_away(12)
        qtbot.waitUntil(lambda: len(enter.outcomes) == 1)
        window.replace_page(Page())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return False

    answers.confirm = leave_meanwhile
    page.submit_button.click()
    assert len(enter.outcomes) == 1


@pytest.mark.parametrize(
    ("number", "allowed", "words"),
    [(4, 0, "请留在考试窗口里"), (1, 3, "还可以离开 2 次"), (3, 3, "已经用完"), (4, 3, "正在自动交卷")],
)
def test_what_is_said(number, allowed, words):
    title, text = leaving_words(12.4, LeavingReceipt(number, allowed))
    assert title == f"您离开了考试窗口 12 秒，已记录第 {number} 次" and words in text

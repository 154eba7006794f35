"""The room: the whole screen while a test asks for it, and the rules only where a test has them."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.exam_conduct import ExamConduct
from quizapp.gui.exam_room import ExamRoom
from quizapp.gui.main_window import MainWindow
from tests.gui.absence import Absence
from tests.gui.pages.conftest import *  # noqa: F403 - the fixtures of pages
from tests.services.office import fill_bank, usual_questions


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def absence():
    return Absence()


@pytest.fixture
def room(doors, window, office, absence):
    made = ExamRoom(doors, window, office.desk, make_watch=absence.watch)
    made.outcomes = []
    made.finished.connect(made.outcomes.append)
    return made


def enter(room, window, office, people, **conduct):
    exam_id = office.published(fill_bank(office.database, usual_questions()), **conduct)
    token = office.desk.sign_in(people[0].id, "").token
    room.take(token, office.desk.start(token, exam_id))
    return window.page


def test_the_whole_screen_until_the_sheet_is_handed_in(room, window, office, people, qtbot):
    page = enter(room, window, office, people, is_full_screen=True)
    assert window.isFullScreen()
    page.submit_button.click()
    qtbot.waitUntil(lambda: len(room.outcomes) == 1)
    assert not window.isFullScreen()


def test_escape_leaves_the_whole_screen_and_not_the_test(room, window, office, people, qtbot):
    page = enter(room, window, office, people, is_full_screen=True)
    qtbot.keyClick(page.question.options.cards[0], Qt.Key.Key_Escape)
    assert not window.isFullScreen() and window.page is page
    page.question.options.cards[1].click()
    qtbot.waitUntil(lambda: page.keeper.waiting == 0)
    page.keeper.stop()


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_nothing_is_cut_on_the_whole_screen(room, window, office, people, theme, size, qtbot):
    from quizapp.gui.gallery import cut_texts

    theme.use(size=size)
    page = enter(room, window, office, people, is_full_screen=True)
    window.resize(1366, 768)  # the screen of the tests is smaller than any in an office
    qtbot.waitUntil(lambda: page.width() == 1366 and cut_texts(page) == [])
    page.keeper.stop()


def test_a_test_without_rules_watches_nobody(room, window, office, people, absence, qtbot):
    page = enter(room, window, office, people)
    assert absence.made is None and page.findChild(ExamConduct) is None
    assert not window.isFullScreen()
    page.keeper.stop()


def test_who_is_away_when_the_sheet_is_handed_in_was_away(room, window, office, people, absence, qtbot):
    page = enter(room, window, office, people, records_leaving=True)
    absence.leave()
    absence.pass_time(9)
    office.clock.advance(3600)  # the desk is asked once more before the sheet is handed in
    page.countdown.elapsed.emit()
    qtbot.waitUntil(lambda: len(room.outcomes) == 1)
    attempt_id = page.sheet.attempt_id
    qtbot.waitUntil(lambda: [one.seconds for one in office.attempts.record(attempt_id).leavings] == [9])

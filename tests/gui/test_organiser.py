"""The organiser's side put together: the pages in their order, and the jumps between them."""

from datetime import timedelta

import pytest

from quizapp.core.people import Actor
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.exam_editor import ExamEditorPage
from quizapp.gui.pages.hall import HallPage
from tests.gui.bureau import services_of
from tests.gui.pages.conftest import clock as clock
from tests.gui.pages.conftest import database as database
from tests.gui.pages.conftest import exam_id as exam_id
from tests.gui.pages.conftest import migrated_file as migrated_file
from tests.gui.pages.conftest import office as office
from tests.gui.pages.conftest import people as people
from tests.gui.pages.conftest import preferences as preferences
from tests.gui.pages.conftest import roster as roster
from tests.gui.reading import button, words_of
from tests.services.office import CLOSES, fill_bank, usual_questions
from tests.services.short_answers import publish_short_answers, take

HOUR = timedelta(hours=1)


@pytest.fixture
def shell(doors, office, preferences, places, show, qtbot, tasks) -> OrganiserShell:
    made = show(organiser_shell(doors, services_of(office), preferences, places, Actor("王芳")))
    made.enter()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return made


def test_it_begins_with_this_month_and_says_who_is_signed_in(shell):
    assert shell.current == "month"
    words = words_of(shell.side())
    assert "王芳" in words
    assert "显示设置" in words


def test_a_word_of_the_navigation_leads_to_its_page(shell):
    button(shell.side(), "测试").click()
    assert shell.current == "exams"


def test_a_page_can_ask_for_another(shell):
    shell.page("month").went_to.emit("exams")
    assert shell.current == "exams"


def test_a_new_test_is_begun_from_the_month(shell, qtbot):
    shell.page("month").exam_wanted.emit(None)
    assert shell.current == "exams"
    qtbot.waitUntil(lambda: isinstance(shell.page("exams").top, ExamEditorPage))


def test_results_are_shown_of_the_test_that_was_pressed(shell, office, database, exam_id, qtbot):
    office.published(fill_bank(database, usual_questions(), "另一个题库"), title="更晚的测试", opens_at=CLOSES - HOUR)
    shell.page("exams").results_wanted.emit(exam_id)
    assert shell.current == "results"
    table = shell.page("results").table_page
    qtbot.waitUntil(lambda: table.results is not None)
    assert table.results.title == "三月礼仪测试"


def test_unsaved_edits_keep_the_page(shell, answers, qtbot):
    shell.page("month").exam_wanted.emit(None)
    qtbot.waitUntil(lambda: isinstance(shell.page("exams").top, ExamEditorPage))
    shell.page("exams").top.basics.title.setText("改过的名称")
    answers.keeps_edits = None
    button(shell.side(), "本月").click()
    assert shell.current == "exams"
    answers.keeps_edits = False
    button(shell.side(), "本月").click()
    assert shell.current == "month"


def test_answers_are_marked_from_the_month_and_the_way_back_leads_to_the_tests(shell, office, people, qtbot):
    exam_id = publish_short_answers(office)
    take(office, exam_id, people[0].id, "请坐倒水", "")
    shell.page("month").marking_wanted.emit(exam_id)
    assert shell.current == "exams"
    page = shell.page("exams").top
    qtbot.waitUntil(lambda: page.body.isVisible())
    assert page.answer.text() == "请坐倒水"
    qtbot.keyClicks(page.marks.field, "30")
    page.marks.give_button.click()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    page.back_button.click()
    assert shell.page("exams").depth == 0
    qtbot.waitUntil(lambda: any(one.marked == 1 for one in shell.page("exams").list.table.model.rows))


def test_a_test_that_runs_is_watched_in_its_hall(shell, exam_id, qtbot):
    shell.page("month").hall_wanted.emit(exam_id)
    assert shell.current == "exams"
    hall = shell.page("exams").top
    assert isinstance(hall, HallPage)
    qtbot.waitUntil(lambda: hall.hall is not None)
    assert hall.hall.exam_id == exam_id
    hall.hide()

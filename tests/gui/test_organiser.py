"""The organiser's side put together: the pages in their order, and the jumps between them."""

import pytest

from quizapp.core.people import Actor
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from tests.gui.bureau import services_of
from tests.gui.pages.conftest import clock as clock
from tests.gui.pages.conftest import database as database
from tests.gui.pages.conftest import migrated_file as migrated_file
from tests.gui.pages.conftest import office as office
from tests.gui.pages.conftest import preferences as preferences
from tests.gui.reading import button, words_of


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

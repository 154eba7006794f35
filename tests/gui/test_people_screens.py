"""The people's screens show the states that matter, with a roster that has a row of each sort."""

import pytest

from quizapp.gui.gallery import Look, Pictures
from quizapp.gui.pages.people import PeoplePage
from quizapp.gui.pages.roster_import import RosterImportPage
from quizapp.gui.people_screens import people_screens
from quizapp.gui.screen import Screen


@pytest.fixture
def screens(stage):
    return {screen.name: screen for screen in people_screens(stage)}


def test_every_state_that_matters_is_shown(screens):
    assert {"people", "people-empty", "people-add", "people-code", "person", "departments"} <= set(screens)
    steps = ("file", "scope", "parts", "questions", "moved", "left", "kinds", "problems", "done")
    assert {f"import-people-{step}" for step in steps} <= set(screens)


def test_the_roster_in_the_picture_has_rows_of_every_sort(stage, screens, tasks, tmp_path):
    seen = {}

    def look(shell):
        page = shell.page("people")
        assert isinstance(page, PeoplePage)
        assert isinstance(page.top, RosterImportPage)
        seen.update({tile.text(): tile.figure for tile in page.top.review.tiles.tiles.values()})

    screen = screens["import-people-questions"]
    shown = Screen(screen.name, screen.build, (*screen.steps, look))
    Pictures(stage.doors.theme, lambda _language: None, tasks).draw(shown, tmp_path, Look("zh"))
    assert len(seen) == 9
    assert "0" not in seen.values()

"""Every screen has its own name, can be made, and cuts no words off, least of all at the largest text."""

import pytest

from quizapp.errors import EnvironmentFault
from quizapp.gui.gallery import Look, Pictures
from quizapp.gui.screen import Screen
from quizapp.gui.screens import all_screens
from quizapp.gui.staff_screens import staff_screens

PARTS = 6  # drawn one by one they would take one core for a minute


@pytest.fixture
def cut_in(stage, tasks, tmp_path):
    """Call it to draw screens in a look; returns the words that have too little room, by picture."""
    pictures = Pictures(stage.doors.theme, lambda _language: None, tasks)

    def draw(screens: list[Screen], look: Look) -> dict[str, tuple[str, ...]]:
        drawn = [pictures.draw(screen, tmp_path, look) for screen in screens]
        return {picture.file.name: picture.cut for picture in drawn if picture.cut}

    return draw


def test_every_screen_has_its_own_name(stage):
    names = [screen.name for screen in all_screens(stage)]
    assert len(set(names)) == len(names) > 60
    assert not [name for name in names if not name.replace("-", "").isalpha()]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_screen_cuts_words_off_at_the_largest_text(stage, cut_in, failures, part):
    assert cut_in(all_screens(stage)[part::PARTS], Look("zh", text_size="extra")) == {}
    assert [error for error in failures if not isinstance(error, EnvironmentFault)] == []


def test_no_screen_of_the_staff_cuts_words_off(stage, cut_in):
    """Most of them are laid out otherwise at the largest text."""
    assert cut_in(staff_screens(stage), Look("zh")) == {}

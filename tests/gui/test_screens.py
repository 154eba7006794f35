"""Every screen has its own name, can be made, cuts no words off, and can be used by everyone.

What is wrong is told by screen: the control, its size or letters, and the classes it stands in.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMainWindow

from quizapp.errors import EnvironmentFault
from quizapp.gui.access import cut_texts, nameless, out_of_reach, small_letters, small_targets
from quizapp.gui.gallery import Look, Pictures
from quizapp.gui.screen import Screen
from quizapp.gui.screens import all_screens
from quizapp.gui.staff_screens import staff_screens
from quizapp.gui.stage import Stage
from quizapp.gui.theme import SIZES
from quizapp.i18n import use_language

PARTS = 6  # drawn one by one they would take one core for a minute
STAFF_PARTS = 2
DENSE = 36
"""Pixels: tables and editors of the organisers, who have a mouse and use them daily, may stand closer."""
STAFFS_NAMES = ("sign-in", "my-", "rules", "take-", "outcome", "review", "practise", "kiosk", "history", "sheet-own")
"""How the names of the screens begin that staff see."""

Find = Callable[[QMainWindow], list[str]]


@pytest.fixture
def language() -> list[str]:
    """The language that pages are made in, to be changed."""
    return ["zh"]


@pytest.fixture
def spoken(stage_data, doors, places, language) -> Iterator[Stage]:
    """A stage of which each page is made in the language chosen then."""
    yield Stage(stage_data, doors, places, lambda: language[0])
    use_language("zh", places.translations)


@pytest.fixture
def found_in(spoken, tasks, places, language):
    """Call it to look at screens in a look; returns what is wrong, by screen."""

    def speak(chosen: str) -> None:
        use_language(chosen, places.translations)
        language[:] = [chosen]

    pictures = Pictures(spoken.doors.theme, speak, tasks)

    def look_at(screens: list[Screen], look: Look, find: Find) -> dict[str, list[str]]:
        found = {screen.name: pictures.examine(screen, look, find) for screen in screens}
        return {name: words for name, words in found.items() if words}

    return look_at


def staffs(stage: Stage) -> list[Screen]:
    """What staff see, whichever file it is in."""
    return [screen for screen in all_screens(stage) if screen.name.startswith(STAFFS_NAMES)]


def test_every_screen_has_its_own_name(stage):
    names = [screen.name for screen in all_screens(stage)]
    assert len(set(names)) == len(names) > 60
    assert not [name for name in names if not name.replace("-", "").isalpha()]


def test_the_screens_of_the_staff_are_known_by_their_names(stage):
    assert {screen.name for screen in staff_screens(stage)} <= {screen.name for screen in staffs(stage)}


def hindrances(window: QMainWindow) -> list[str]:
    """What keeps people from using a screen, whoever they are."""
    cut = [f"cut: {words!r}" for words in cut_texts(window)]
    return [*cut, *nameless(window), *out_of_reach(window), *small_targets(window, DENSE)]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_screen_cuts_words_or_hides_a_control_at_the_largest_text(spoken, found_in, failures, part):
    look = Look("zh", text_size="extra")
    assert found_in(all_screens(spoken)[part::PARTS], look, hindrances) == {}
    assert [error for error in failures if not isinstance(error, EnvironmentFault)] == []


@pytest.mark.parametrize("part", range(STAFF_PARTS))
def test_no_screen_of_the_staff_does_in_english(spoken, found_in, part):
    """Those of the organiser are looked at in English by the gallery command: here they would take a minute."""
    look = Look("en", text_size="extra")
    assert found_in(staffs(spoken)[part::STAFF_PARTS], look, hindrances) == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", range(STAFF_PARTS))
def test_staff_can_read_and_press_everything(spoken, found_in, size, part):
    """At each size: nothing cut, every button and field as high as a finger wants, no letters below the small ones."""
    least = SIZES[size]

    def find(window: QMainWindow) -> list[str]:
        cut = [f"cut: {words!r}" for words in cut_texts(window)]
        return [*cut, *small_targets(window, least.target), *small_letters(window, least.small)]

    assert found_in(staffs(spoken)[part::STAFF_PARTS], Look("zh", text_size=size), find) == {}


def test_at_the_largest_text_the_stem_has_30_points_and_nothing_less_than_18():
    extra = SIZES["extra"]
    assert extra.stem == 30
    assert min(extra.body, extra.small, extra.title, extra.heading, extra.figure) == 18

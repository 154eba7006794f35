"""The gallery's pictures are pictures, and differ."""

from quizapp.core.pictures import facts_of
from quizapp.gui.sample_pictures import numbered_plan, option_plan


def test_they_can_be_shown_and_told_apart(theme):
    assert (facts_of(numbered_plan()).width, facts_of(option_plan(0)).width) == (640, 320)
    assert len({option_plan(at) for at in range(4)}) == 4

"""Every screen has its own name, can be made, and cuts no words off where most people see it."""

import pytest

from quizapp.errors import EnvironmentFault
from quizapp.gui.gallery import Look, Pictures
from quizapp.gui.screens import all_screens

LOOKS = (Look("zh"), Look("zh", text_size="extra"))


def test_every_screen_has_its_own_name(stage):
    names = [screen.name for screen in all_screens(stage)]
    assert len(set(names)) == len(names) > 20
    assert not [name for name in names if not name.replace("-", "").isalpha()]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.text_size)
def test_no_screen_cuts_words_off(stage, tasks, failures, look, tmp_path):
    pictures = Pictures(stage.doors.theme, lambda _language: None, tasks)
    drawn = [pictures.draw(screen, tmp_path, look) for screen in all_screens(stage)]
    cut = {picture.file.name: picture.cut for picture in drawn if picture.cut}
    assert cut == {}
    assert [error for error in failures if not isinstance(error, EnvironmentFault)] == []

"""The doors carry what they were given and cannot be exchanged."""

from dataclasses import FrozenInstanceError

import pytest

from quizapp.gui.doors import Doors


def test_doors_are_fixed(theme, tasks, answers):
    doors = Doors(theme, tasks, answers)
    assert (doors.theme, doors.tasks, doors.dialogs) == (theme, tasks, answers)
    with pytest.raises(FrozenInstanceError):
        doors.theme = None

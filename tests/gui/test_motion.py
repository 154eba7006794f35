"""Calm is kept where the system asks for it, as far as it tells."""

import sys

import pytest

from quizapp.gui import motion
from quizapp.gui.motion import system_moves


class Hints:
    """Style hints of a Qt that knows the setting."""

    def __init__(self, preference: object) -> None:
        self._preference = preference

    def accessibility(self) -> "Hints":
        return self

    def motionPreference(self) -> object:
        return self._preference


@pytest.mark.parametrize(("told", "moves"), [("MotionPreference.ReducedMotion", False), ("NoPreference", True)])
def test_what_qt_tells_is_followed(told, moves):
    assert system_moves(Hints(told)) is moves


def test_where_nothing_is_told_things_move(qapp, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert system_moves(object()) is True


def test_windows_is_asked_itself(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(motion, "_windows_moves", lambda: False)
    assert system_moves(object()) is False

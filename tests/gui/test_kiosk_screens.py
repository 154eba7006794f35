"""The screens of a PC for many people are in the gallery."""

from quizapp.gui.kiosk_screens import kiosk_screens


def test_every_state_has_a_screen(stage):
    names = {screen.name for screen in kiosk_screens(stage)}
    assert {"kiosk-first", "kiosk-confirm", "kiosk-outcome", "take-left-last", "leavings"} <= names

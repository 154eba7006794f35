"""Every screen has its own name and can be made."""

from quizapp.gui.screens import all_screens


def test_every_screen_can_be_made(theme, show):
    screens = all_screens(theme)
    assert len({screen.name for screen in screens}) == len(screens) > 0
    for screen in screens:
        assert show(screen.build()).isVisible()

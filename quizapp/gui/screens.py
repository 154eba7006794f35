"""What the gallery shows: every screen by its name, made anew for each look."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from quizapp.gui.theme import Theme
from quizapp.gui.widgets_sheet import WidgetsSheet


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen to render: `build` makes it when language, scheme and text size are set."""

    name: str
    build: Callable[[], QWidget]


def all_screens(theme: Theme) -> list[Screen]:
    """Every screen of the program."""
    return [Screen("widgets", lambda: WidgetsSheet(theme))]

"""The three things nearly every page is handed: the look, the door to threads, the door to dialogs."""

from dataclasses import dataclass

from quizapp.gui.dialogs import Dialogs
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Doors:
    """Made once by the app, handed to every page."""

    theme: Theme
    tasks: Tasks
    dialogs: Dialogs

"""What a command is given besides its arguments; all of it is put together in quizapp/app.py."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.services.bundle import Services


@dataclass(frozen=True)
class CommandContext:
    """The surroundings of one command."""

    places: Places
    settings: Settings
    open_services: Callable[[], AbstractContextManager[Services]]  # creates the data folder; shared by other processes
    now: Callable[[], datetime]
    output: TextIO  # what was asked for: JSON or the words of a result
    messages: TextIO  # everything else; errors are raised, not written

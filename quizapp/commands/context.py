"""What a command is given besides its arguments; all of it is put together in quizapp/app.py."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from quizapp.config import Settings
from quizapp.paths import Places

if TYPE_CHECKING:  # whatever touches the database is loaded when the data are opened
    from quizapp.services.bundle import Services


@dataclass(frozen=True, kw_only=True)
class CommandContext:
    """The surroundings of one command."""

    places: Places
    settings: Settings
    open_services: "Callable[[], AbstractContextManager[Services]]"  # makes the data folder and its log
    look_at_services: "Callable[[], AbstractContextManager[Services]]"  # writes nothing, makes nothing
    now: Callable[[], datetime]
    output: TextIO  # what was asked for: JSON or the words of a result
    messages: TextIO  # everything else; errors are raised, not written

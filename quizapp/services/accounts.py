"""The organisers' accounts and what belongs to the bureau as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.services.bureau import Bureau, read_bureau


@dataclass(frozen=True, slots=True)
class Administrator:
    """Somebody who organises; `unit_id` None: of the whole bureau."""

    id: int
    name: str
    unit_id: int | None
    unit_name: str


class Accounts:
    """Administrators and the bureau's own settings."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def is_set_up(self) -> bool:
        """Whether there is an administrator."""
        raise NotImplementedError

    def set_up(self, bureau_name: str, name: str, password: str) -> str:
        """Make the first administrator; returns the recovery code to print. Conflict where there is one already."""
        raise NotImplementedError

    def sign_in(self, name: str, password: str) -> Actor:
        """NotAllowed on a wrong name or password (the words do not tell which)."""
        raise NotImplementedError

    def administrators(self) -> list[Administrator]:
        """All of them, by name."""
        raise NotImplementedError

    def add(self, actor: Actor, name: str, password: str, unit_id: int | None) -> str:
        """Add an administrator; returns the recovery code."""
        raise NotImplementedError

    def remove(self, actor: Actor, administrator_id: int) -> None:
        """Remove an administrator; the last one of the whole bureau stays (UserError)."""
        raise NotImplementedError

    def change_password(self, actor: Actor, old: str, new: str) -> None:
        """Change one's own password."""
        raise NotImplementedError

    def recover(self, name: str, code: str, new_password: str) -> str:
        """Set a password with the recovery code; returns the next recovery code."""
        raise NotImplementedError

    def reset_password(self, name: str) -> str:
        """Set a password that is made up and returned; for whoever can open the data folder, logged."""
        raise NotImplementedError

    def bureau(self) -> Bureau:
        """The bureau's settings, defaults where nothing was set."""
        with self._database.read() as session:
            return read_bureau(session)

    def change_bureau(self, actor: Actor, bureau: Bureau) -> None:
        """Set the bureau's settings."""
        raise NotImplementedError

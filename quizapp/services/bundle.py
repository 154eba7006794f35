"""All services of one data folder, put together in quizapp/app.py for the window and the commands."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.clock import ClockReading
from quizapp.config import Settings
from quizapp.paths import Places

if TYPE_CHECKING:
    from quizapp.db.engine import Database
    from quizapp.services.accounts import Accounts
    from quizapp.services.answer_marking import AnswerMarking
    from quizapp.services.answer_sheets import AnswerSheets
    from quizapp.services.attempts import Attempts
    from quizapp.services.backups import Backups
    from quizapp.services.banks import Banks
    from quizapp.services.desk import LocalDesk
    from quizapp.services.exams import Exams
    from quizapp.services.invigilation import Invigilation
    from quizapp.services.months import Months
    from quizapp.services.people import People
    from quizapp.services.results import Results
    from quizapp.services.sample import Sample
    from quizapp.services.trials import Trials


class Services:
    """Everything that a staff member (desk) and an organiser (the rest) can do.

    Each service is imported and made when it is first asked for: the sign-in page is there sooner without the rest.
    """

    def __init__(
        self, database: "Database", places: Places, settings: Settings, read_clock: Callable[[], ClockReading]
    ) -> None:
        self._database = database
        self._places = places
        self._settings = settings
        self._read_clock = read_clock

    def _now(self) -> datetime:
        return self._read_clock().wall_at

    @cached_property
    def desk(self) -> "LocalDesk":
        """What staff can do."""
        from quizapp.services.desk import LocalDesk

        return LocalDesk(self._database, self._read_clock)

    @cached_property
    def accounts(self) -> "Accounts":
        """Administrators and the bureau's settings."""
        from quizapp.services.accounts import Accounts

        return Accounts(self._database, self._now)

    @cached_property
    def people(self) -> "People":
        """People and departments."""
        from quizapp.services.people import People

        return People(self._database, self._now, self._settings.reading)

    @cached_property
    def banks(self) -> "Banks":
        """Question banks."""
        from quizapp.services.banks import Banks
        from quizapp.services.column_mappings import ColumnMappings

        remembered = ColumnMappings(self._places.column_mappings)
        return Banks(self._database, self._now, self._settings.reading, remembered)

    @cached_property
    def exams(self) -> "Exams":
        """Tests."""
        from quizapp.services.exams import Exams

        return Exams(self._database, self._read_clock)

    @cached_property
    def trials(self) -> "Trials":
        """Papers tried and printed."""
        from quizapp.services.trials import Trials

        return Trials(self._database, self._read_clock)

    @cached_property
    def attempts(self) -> "Attempts":
        """Attempts, as the organiser sees them."""
        from quizapp.services.attempts import Attempts

        return Attempts(self._database, self._read_clock)

    @cached_property
    def marking(self) -> "AnswerMarking":
        """Short answers marked by hand."""
        from quizapp.services.answer_marking import AnswerMarking

        return AnswerMarking(self._database, self._read_clock)

    @cached_property
    def invigilation(self) -> "Invigilation":
        """The hall of a test, watched and acted in."""
        from quizapp.services.invigilation import Invigilation

        return Invigilation(self._database, self._read_clock)

    @cached_property
    def answer_sheets(self) -> "AnswerSheets":
        """Answer sheets to print."""
        from quizapp.services.answer_sheets import AnswerSheets

        return AnswerSheets(self._database, self._read_clock)

    @cached_property
    def results(self) -> "Results":
        """Results of tests."""
        from quizapp.services.results import Results

        return Results(self._database, self._read_clock)

    @cached_property
    def months(self) -> "Months":
        """Months that come as a file."""
        from quizapp.services.months import Months

        return Months(self._database, self._read_clock)

    @cached_property
    def sample(self) -> "Sample":
        """The sample month."""
        from quizapp.services.sample import Sample

        return Sample(self._database, self._now, self._places.questions, limits=self._settings.reading)

    @cached_property
    def backups(self) -> "Backups":
        """Backups of the data."""
        from quizapp.services.backups import Backups

        return Backups(self._database, self._now, self._places.database, self._places.backups)

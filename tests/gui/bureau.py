"""All services of a small bureau for tests of the organiser's pages: one database, one clock that only tests move."""

from dataclasses import replace
from pathlib import Path

from quizapp.app import _services as put_together
from quizapp.config import Settings
from quizapp.paths import find_places
from quizapp.services.bundle import Services
from quizapp.services.results import Results
from tests.services.office import Office


def services_of(office: Office) -> Services:
    """The bundle that the window is handed, with the office's clock where time matters."""
    usual = put_together(office.database, find_places(Path("unused")), Settings())
    return replace(
        usual,
        desk=office.desk,
        exams=office.exams,
        trials=office.trials,
        attempts=office.attempts,
        results=Results(office.database, office.clock),
    )

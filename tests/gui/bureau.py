"""All services of a small bureau for tests of the organiser's pages: one database, one clock that only tests move."""

from pathlib import Path

from quizapp.app import _services as put_together
from quizapp.config import Settings
from quizapp.paths import find_places
from quizapp.services.answer_marking import AnswerMarking
from quizapp.services.bundle import Services
from quizapp.services.invigilation import Invigilation
from quizapp.services.results import Results
from tests.services.office import Office


def services_of(office: Office) -> Services:
    """The bundle that the window is handed, with the office's clock where time matters."""
    usual = put_together(office.database, find_places(Path("unused")), Settings())
    usual.desk = office.desk
    usual.exams = office.exams
    usual.trials = office.trials
    usual.attempts = office.attempts
    usual.invigilation = Invigilation(office.database, office.clock)
    usual.results = Results(office.database, office.clock)
    usual.marking = AnswerMarking(office.database, office.clock)
    return usual

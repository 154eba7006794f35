"""All services of a small bureau for tests of the organiser's pages: one database, one clock that only tests move."""

from quizapp.db.engine import Database
from quizapp.services.accounts import Accounts
from quizapp.services.banks import Banks
from quizapp.services.bundle import Services
from quizapp.services.people import People
from quizapp.services.results import Results
from tests.services.office import Office


def services_of(office: Office) -> Services:
    """The bundle that the window is handed."""
    database: Database = office.database

    def now():
        return office.clock().wall_at

    return Services(
        desk=office.desk,
        accounts=Accounts(database, now),
        people=People(database, now),
        banks=Banks(database, now),
        exams=office.exams,
        trials=office.trials,
        attempts=office.attempts,
        results=Results(database, office.clock),
    )

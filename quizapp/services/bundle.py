"""All services of one data folder as one value, put together in quizapp/app.py for the window and the commands."""

from dataclasses import dataclass

from quizapp.services.accounts import Accounts
from quizapp.services.attempts import Attempts
from quizapp.services.backups import Backups
from quizapp.services.banks import Banks
from quizapp.services.desk import LocalDesk
from quizapp.services.exams import Exams
from quizapp.services.months import Months
from quizapp.services.people import People
from quizapp.services.results import Results
from quizapp.services.sample import Sample
from quizapp.services.trials import Trials


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that a staff member (desk) and an organiser (the rest) can do."""

    desk: LocalDesk
    accounts: Accounts
    people: People
    banks: Banks
    exams: Exams
    trials: Trials
    attempts: Attempts
    results: Results
    months: Months
    sample: Sample
    backups: Backups

"""The month's figures of 10,000 people in 200 departments, from the rows of the database to the values of the page."""

from quizapp.services.results import Results
from tests.benchmarks.large_month import DEPARTMENTS, EXAM_ID, PEOPLE, large_month, read_clock
from tests.benchmarks.measuring import Measured, best_of


def measure() -> list[Measured]:
    """Seconds of one look at the results."""
    with large_month() as database:
        results = Results(database, read_clock)
        found = results.results(EXAM_ID)
        assert (len(found.figures.people), len(found.figures.departments)) == (PEOPLE, DEPARTMENTS)
        seconds = best_of(5, lambda: results.results(EXAM_ID))
    return [Measured("figures", seconds, 0.5, "s", f"{PEOPLE} people in {DEPARTMENTS} departments, best of 5")]

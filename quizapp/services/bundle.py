"""All services of one data folder as one value, put together in quizapp/app.py for the window and the commands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Services:
    """One field a service; whoever is handed this can do everything that an organiser can do."""

"""All services of one data folder in one value: put together in quizapp/app.py, handed to the window and to the commands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Services:
    """One field a service; whoever is handed this can do everything that an organiser can do."""

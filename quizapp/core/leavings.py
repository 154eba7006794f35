"""Leaving the window of a test: what counts as one, and one as it stands on record."""

from dataclasses import dataclass
from datetime import datetime

GRACE_S = 3
"""Shorter absences are no leaving: a message that pops up, a touch of the task bar, the window of an input method."""


LONGEST_S = 24 * 3600
"""No test takes longer, and nobody can claim to have been away for more."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The window was left until `back_at`, for `seconds` in which the PC was neither locked nor asleep."""

    back_at: datetime
    seconds: int

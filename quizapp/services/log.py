"""Who did what, when and why: every service writes it down inside the transaction of the act itself."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from quizapp.core.people import Actor
from quizapp.db.tables import LogRow

_SUBJECT_LENGTH = 200


def record(
    session: Session,
    now: datetime,
    actor: Actor,
    action: str,
    subject: str,
    *,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> None:
    """Add a line to the log: `now` the instant (UTC), `action` as "exam.publish", `subject` the name people know it by.

    `details` is what JSON can hold. Kept or rolled back together with what it tells of.
    """
    session.add(
        LogRow(
            at=now,
            who=actor.name,
            action=action,
            subject=subject[:_SUBJECT_LENGTH],
            reason=reason,
            details=details or {},
        )
    )

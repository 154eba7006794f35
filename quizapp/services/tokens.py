"""Who is signed in at the desk: random tokens, stored hashed, good for a working day.

A wall clock set on by a day must not take anybody's test away: for the own attempt that is running a token never ends.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState
from quizapp.db.tables import AttemptRow, DuePersonRow, PersonRow, SittingRow, TokenRow
from quizapp.errors import NotAllowed
from quizapp.i18n import _

TOKEN_LIFE = timedelta(hours=12)


def issue_token(session: Session, person_id: int, now: datetime) -> str:
    """Make a token for a person; tokens that have run out are swept away, but of those who are in a test."""
    token = secrets.token_urlsafe(32)
    in_test = (
        select(DuePersonRow.person_id)
        .join(SittingRow, SittingRow.due_id == DuePersonRow.id)
        .join(AttemptRow, AttemptRow.sitting_id == SittingRow.id)
        .where(AttemptRow.state == AttemptState.RUNNING)
    )
    session.execute(delete(TokenRow).where(TokenRow.expires_at <= now, TokenRow.person_id.not_in(in_test)))
    session.add(TokenRow(token_hash=hash_token(token), person_id=person_id, expires_at=now + TOKEN_LIFE))
    return token


def person_of(session: Session, token: str, now: datetime) -> PersonRow:
    """The person a token belongs to; NotAllowed where it is unknown or has run out."""
    row = session.get(TokenRow, hash_token(token))
    if row is None or row.expires_at <= now:
        raise signed_out()
    return session.get_one(PersonRow, row.person_id)


def may_act(expires_at: datetime, state: str, now: datetime) -> bool:
    """Whether a token is good for its person's own attempt in this state."""
    return now < expires_at or state == AttemptState.RUNNING


def signed_out() -> NotAllowed:
    """What somebody is told whose token is good no more."""
    return NotAllowed(_("登录已失效：请重新登录，已答的题都在。"))


def forget_token(session: Session, token: str) -> None:
    """Sign out."""
    session.execute(delete(TokenRow).where(TokenRow.token_hash == hash_token(token)))


def hash_token(token: str) -> str:
    """What is stored of a token: it is random, so a fast hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()

"""Who is signed in at the desk: random tokens, stored hashed, good for a working day."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.db.tables import PersonRow, TokenRow
from quizapp.errors import NotAllowed
from quizapp.i18n import _

TOKEN_LIFE = timedelta(hours=12)


def issue_token(session: Session, person_id: int, now: datetime) -> str:
    """Make a token for a person; tokens that have run out are swept away."""
    token = secrets.token_urlsafe(32)
    session.execute(delete(TokenRow).where(TokenRow.expires_at <= now))
    session.add(TokenRow(token_hash=hash_token(token), person_id=person_id, expires_at=now + TOKEN_LIFE))
    return token


def person_of(session: Session, token: str, now: datetime) -> PersonRow:
    """The person a token belongs to; NotAllowed where it is unknown or has run out."""
    row = session.get(TokenRow, hash_token(token))
    if row is None or row.expires_at <= now:
        raise NotAllowed(_("登录已失效：请重新登录，已答的题都在。"))
    return session.get_one(PersonRow, row.person_id)


def forget_token(session: Session, token: str) -> None:
    """Sign out."""
    session.execute(delete(TokenRow).where(TokenRow.token_hash == hash_token(token)))


def hash_token(token: str) -> str:
    """What is stored of a token: it is random, so a fast hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()

"""Tokens are stored hashed, are good for a day, and old ones are swept away."""

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.db.engine import Database
from quizapp.db.tables import TokenRow
from quizapp.errors import NotAllowed
from quizapp.services.tokens import TOKEN_LIFE, forget_token, hash_token, issue_token, person_of
from tests.services.conftest import Roster

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def test_a_token_is_never_stored_itself(database: Database, roster: Roster) -> None:
    person = roster.person("张三", roster.department("办公室"))
    with database.write() as session:
        token = issue_token(session, person.id, NOW)
    with database.write() as session:
        assert [row.token_hash for row in session.query(TokenRow)] == [hash_token(token)]
        assert person_of(session, token, NOW).name == "张三"
        forget_token(session, token)
        session.flush()
        with pytest.raises(NotAllowed):
            person_of(session, token, NOW)


def test_expired_tokens_are_refused_and_swept(database: Database, roster: Roster) -> None:
    person = roster.person("张三", roster.department("办公室"))
    later = NOW + TOKEN_LIFE
    with database.write() as session:
        old = issue_token(session, person.id, NOW)
        with pytest.raises(NotAllowed):
            person_of(session, old, later)
        assert person_of(session, old, later - timedelta(seconds=1)).id == person.id
        new = issue_token(session, person.id, later)
        session.flush()
        assert [row.token_hash for row in session.query(TokenRow)] == [hash_token(new)]

"""Tokens are stored hashed, are good for a day, and old ones are swept away."""

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.db.engine import Database
from quizapp.db.tables import TokenRow
from quizapp.errors import NotAllowed
from quizapp.services.tokens import TOKEN_LIFE, forget_token, hash_token, issue_token, may_act, person_of
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, right_response, usual_questions

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


def test_a_clock_set_on_by_days_takes_nobody_out_of_a_test(database: Database, roster: Roster) -> None:
    """Neither by itself nor by somebody else who signs in afterwards; what is not the running test is closed."""
    office, (person, other) = Office(database), roster.people(roster.department("办公室"), "张三", "李四")
    exam_id = office.published(fill_bank(database, usual_questions()))
    token = office.desk.sign_in(person.id, "").token
    sheet = office.desk.start(token, exam_id)
    office.clock.wall_at += 3 * TOKEN_LIFE
    office.desk.sign_in(other.id, "")
    place = sheet.questions[0]
    receipt = office.desk.save_answer(token, sheet.attempt_id, 0, right_response(place), seq=1, is_marked=False)
    assert not receipt.is_late
    assert office.desk.heartbeat(token, sheet.attempt_id) == receipt.time_left_s == 1800
    with pytest.raises(NotAllowed):
        office.desk.my_page(token)
    assert office.desk.submit(token, sheet.attempt_id).answered == 1
    with pytest.raises(NotAllowed):
        office.desk.review(token, sheet.attempt_id)


def test_a_token_that_has_run_out_is_good_for_a_running_test_only() -> None:
    assert may_act(NOW, "running", NOW)
    assert not may_act(NOW, "submitted", NOW)
    assert may_act(NOW + TOKEN_LIFE, "submitted", NOW)

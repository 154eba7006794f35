"""When a score and a sheet may be seen."""

import pytest

from quizapp.core.exams import ReviewContent, ReviewFrom
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.errors import NotAllowed, UserError
from tests.services.conftest import Roster
from tests.services.office import ACTOR, CLOSES, OPENS, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def person(roster: Roster) -> Person:
    return roster.person("张三", roster.department("办公室"))


def handed_in(office: Office, person: Person, exam_id: int) -> tuple[str, int]:
    token = office.desk.sign_in(person.id, "").token
    sheet = office.desk.start(token, exam_id)
    office.desk.submit(token, sheet.attempt_id)
    return token, sheet.attempt_id


def test_review_may_wait_until_the_organiser_closes_the_test(
    office: Office, person: Person, database: Database
) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), review_from=ReviewFrom.EXAM_CLOSED)
    _token, attempt_id = handed_in(office, person, exam_id)
    office.clock.wall_at = CLOSES
    token = office.desk.sign_in(person.id, "").token
    with pytest.raises(NotAllowed):
        office.desk.review(token, attempt_id)
    office.exams.close(ACTOR, exam_id)
    assert len(office.desk.review(token, attempt_id)) == 10


def test_closing_early_opens_the_review(office: Office, person: Person, database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()))
    token, attempt_id = handed_in(office, person, exam_id)
    office.exams.close(ACTOR, exam_id)
    assert office.desk.outcome(token, attempt_id).may_review
    assert len(office.desk.review(token, attempt_id)) == 10


def test_score_only_means_score_only(office: Office, person: Person, database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), review_content=ReviewContent.SCORE_ONLY)
    token, attempt_id = handed_in(office, person, exam_id)
    office.exams.close(ACTOR, exam_id)
    outcome = office.desk.outcome(token, attempt_id)
    assert (outcome.score, outcome.may_review, outcome.review_from) == (0, False, None)
    with pytest.raises(NotAllowed):
        office.desk.review(token, attempt_id)


def test_who_has_seen_the_keys_by_a_clock_set_forward_starts_no_more(
    office: Office, person: Person, roster: Roster, database: Database
) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), attempts_allowed=2)
    _token, attempt_id = handed_in(office, person, exam_id)
    before = office.clock.wall_at
    office.clock.wall_at = CLOSES
    assert office.desk.review(office.desk.sign_in(person.id, "").token, attempt_id)
    assert office.desk.review(office.desk.sign_in(person.id, "").token, attempt_id)
    office.clock.wall_at = before
    colleague = roster.person("李四", person.department)
    office.exams.add_due(ACTOR, exam_id, [colleague.id], "当日报到")
    for one in (person, colleague):
        with pytest.raises(UserError, match="已有人查看过答卷"):
            office.desk.start(office.desk.sign_in(one.id, "").token, exam_id)
    office.exams.change_window(ACTOR, exam_id, OPENS, CLOSES, "电脑时钟错了")
    assert office.desk.start(office.desk.sign_in(colleague.id, "").token, exam_id).questions
    told = "\n".join(event.words for event in office.attempts.record(attempt_id).events)
    assert told.count("查看了答卷") == told.count("可以继续开始作答") == 1

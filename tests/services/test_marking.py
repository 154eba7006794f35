"""What follows from the end of an attempt: points of each question, the counting score, the person's status."""

import pytest

from quizapp.core.attempts import GRACE_S
from quizapp.core.exams import AttemptsRule
from quizapp.core.grading import MultipleRule
from quizapp.core.monthly import Status
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptQuestionRow, DuePersonRow, ResultRow, SittingRow
from quizapp.services.granting import MoreTime
from quizapp.services.invigilation import Invigilation
from quizapp.services.marking import grade_overdue
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database, roster: Roster) -> Office:
    roster.people(roster.department("办公室"), "张三", "李四")
    return Office(database)


def sitting(database: Database) -> SittingRow:
    with database.read() as session:
        return session.query(SittingRow).order_by(SittingRow.id).first()


def test_each_question_keeps_what_it_earned_and_the_sum_is_the_score(office: Office, database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), multiple_rule=MultipleRule.PART)
    token = office.desk.sign_in(1, "").token
    sheet = office.desk.start(token, exam_id)
    place = next(one for one in sheet.questions if one.kind is Kind.MULTIPLE)
    half = tuple(at for at, text in enumerate(place.options) if text.endswith("甲"))
    office.desk.save_answer(token, sheet.attempt_id, place.position, half, seq=1, is_marked=False)
    assert office.desk.submit(token, sheet.attempt_id).score == 5_00
    with database.read() as session:
        earned = {row.position: row.earned for row in session.query(AttemptQuestionRow)}
        result = session.query(ResultRow).one()
    assert earned == {position: 5_00 if position == place.position else 0 for position in range(10)}
    assert (result.score, result.answered, result.right) == (5_00, 1, 0)


def test_a_started_person_has_sat_before_there_is_a_score(office: Office, database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()))
    office.desk.start(office.desk.sign_in(1, "").token, exam_id)
    with database.read() as session:
        assert [row.status for row in session.query(DuePersonRow).order_by(DuePersonRow.id)] == [
            Status.SAT,
            Status.NOT_YET,
        ]
    assert sitting(database).score is None


def test_overdue_attempts_are_ended_once_and_only_after_the_grace(office: Office, database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()))
    office.desk.start(office.desk.sign_in(1, "").token, exam_id)
    for wait_s, ended in [(1800 + GRACE_S, 0), (1, 1), (60, 0)]:
        office.clock.advance(wait_s)
        with database.write() as session:
            assert grade_overdue(session, office.clock()) == ended
    assert (sitting(database).score, sitting(database).used_s) == (0, 1800)


def test_of_equal_best_scores_the_quicker_counts(office: Office, database: Database) -> None:
    exam_id = office.published(
        fill_bank(database, usual_questions()), attempts_allowed=2, attempts_rule=AttemptsRule.BEST
    )
    token = office.desk.sign_in(1, "").token
    for used_s in (600, 300):
        sheet = office.desk.start(token, exam_id)
        office.answer_all(token, sheet, wrong=1)
        office.clock.advance(used_s)
        office.desk.submit(token, sheet.attempt_id)
    assert (sitting(database).score, sitting(database).used_s) == (90_00, 300)


def test_the_time_before_a_reopening_makes_nobody_slower(office: Office, database: Database) -> None:
    exam_id = office.published(
        fill_bank(database, usual_questions()), attempts_allowed=2, attempts_rule=AttemptsRule.BEST
    )
    token = office.desk.sign_in(1, "").token
    sheets = []
    for used_s in (300, 600):
        sheets.append(office.desk.start(token, exam_id))
        office.answer_all(token, sheets[-1], wrong=1)
        office.clock.advance(used_s)
        office.desk.submit(token, sheets[-1].attempt_id)
        if used_s == 300:
            office.clock.advance(1200)
            hall = Invigilation(database, office.clock)
            hall.reopen(ACTOR, exam_id, sheets[0].attempt_id, 0, MoreTime("误点交卷"))
            office.desk.submit(token, sheets[0].attempt_id)
    assert sitting(database).counting_attempt_id == sheets[0].attempt_id
    assert sitting(database).used_s == 300


def test_voiding_the_only_attempt_of_a_closed_test_leaves_the_person_to_be_settled(
    office: Office, database: Database
) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()))
    token = office.desk.sign_in(1, "").token
    sheet = office.desk.start(token, exam_id)
    office.desk.submit(token, sheet.attempt_id)
    office.exams.close(ACTOR, exam_id)
    office.attempts.void(ACTOR, sheet.attempt_id, "代考")
    with database.read() as session:
        row = session.query(DuePersonRow).order_by(DuePersonRow.id).first()
        assert row is not None and row.status == Status.UNSETTLED
    assert sitting(database).score is None

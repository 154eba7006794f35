"""A trial on the staff's own page: answered, marked, reviewed, and the clock of the trial its own."""

from quizapp.core.monthly import Marks
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.services.trial_desk import TrialDesk
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, right_response, usual_questions, wrong_response
from tests.services.pictured import CONTENTS, fill_pictured_bank, seats
from tests.services.short_answers import publish_short_answers


def test_a_trial_from_first_answer_to_review(database: Database, roster: Roster) -> None:
    roster.people(roster.department("办公室"), "张三")
    office = Office(database)
    exam_id = office.published(fill_bank(database, usual_questions()))
    desk = TrialDesk(office.trials, office.trials.trial(exam_id, 0, "试做"), Marks(100_00, 60_00, 90_00), office.clock)
    sheet = desk.sheet()
    assert sheet.time_left_s == 1800
    for place in sheet.questions:
        response = wrong_response(place) if place.position < 5 else right_response(place)
        desk.save_answer("", 0, place.position, response, seq=place.position, is_marked=False)
    office.clock.advance(60)
    desk.step_out("", 0)
    assert desk.heartbeat("", 0) == 1740
    outcome = desk.submit("", 0)
    assert (outcome.score, outcome.is_passed, outcome.used_s, outcome.may_review) == (50_00, False, 60, True)
    assert [one.earned for one in desk.review("", 0)] == [0] * 5 + [10_00] * 5


def test_a_trial_shows_the_pictures(database: Database, roster: Roster) -> None:
    roster.people(roster.department("办公室"), "张三")
    office = Office(database)
    questions = [seats(number) for number in range(1, 5)] + usual_questions()[8:]
    exam_id = office.published(fill_pictured_bank(database, questions))
    desk = TrialDesk(office.trials, office.trials.trial(exam_id, 0, "试做"), Marks(100_00, 60_00, 90_00), office.clock)
    asked = next(one for one in desk.sheet().questions if one.pictures)
    assert {desk.picture("", 0, asked.position, place) for place in asked.pictures} == set(CONTENTS.values())


def test_a_short_answer_leaves_a_trial_without_a_score(database: Database, roster: Roster) -> None:
    roster.people(roster.department("办公室"), "张三")
    office = Office(database)
    exam_id = publish_short_answers(office)
    desk = TrialDesk(office.trials, office.trials.trial(exam_id, 0, "试做"), Marks(100_00, 60_00, 90_00), office.clock)
    written = next(one for one in desk.sheet().questions if one.kind is Kind.SHORT_ANSWER)
    desk.save_answer("", 0, written.position, "请他坐下", seq=1, is_marked=False)
    outcome = desk.submit("", 0)
    assert (outcome.score, outcome.is_passed, outcome.is_excellent, outcome.unmarked) == (None, None, None, 1)

"""A person's rank is told only where the test allows it, after its window, and once no score is open."""

from random import Random

import pytest
from sqlalchemy import select

from quizapp.core.exams import AttemptsRule
from quizapp.core.monthly import SittingKind, Status
from quizapp.core.own_results import OwnRank, Ranking, RankState
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.db.tables import DuePersonRow, SittingRow
from quizapp.services.own_standing import ranking_of
from quizapp.services.results import Results
from tests.services.conftest import Roster
from tests.services.office import ACTOR, CLOSES, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    """Three of the office, two of the fleet, of whom the last one is not ranked."""
    section, fleet = roster.department("办公室"), roster.department("车队")
    others = [roster.person("赵六", fleet), roster.person("钱七", fleet, is_ranked=False)]
    return [*roster.people(section, "张三", "李四", "王五"), *others]


def sit(office: Office, exam_id: int, person: Person, wrong: int) -> int:
    token = office.desk.sign_in(person.id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=wrong)
    office.clock.advance(60)
    office.desk.submit(token, sheet.attempt_id)
    return sheet.attempt_id


def ranking(office: Office, person: Person, attempt_id: int) -> Ranking:
    return office.desk.outcome(office.desk.sign_in(person.id, "").token, attempt_id).ranking


def test_ranks_are_those_of_the_results(office: Office, people: list[Person], database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), shows_own_rank=True)
    wrong = (1, 1, 4, 1, 0)
    attempts = [sit(office, exam_id, person, one) for person, one in zip(people, wrong, strict=True)]
    office.exams.close(ACTOR, exam_id)
    listed = Results(database, office.clock).results(exam_id).figures.people
    ranks = {one.row.person_id: one.rank for one in listed}
    own = [ranking(office, person, attempt) for person, attempt in zip(people, attempts, strict=True)]
    assert [one.rank and one.rank.rank for one in own] == [ranks[person.id] for person in people] == [1, 1, 4, 1, None]
    assert own[2].rank == OwnRank(4, 4, 3, 3)
    assert own[3].rank == OwnRank(1, 4, 1, 1)
    assert own[4].state is RankState.UNRANKED


@pytest.mark.parametrize("seed", range(3))
def test_any_scores_give_the_ranks_of_the_results(
    office: Office, roster: Roster, database: Database, seed: int
) -> None:
    """Statuses, scores and who is ranked at random, put straight into the tables."""
    chance = Random(seed)
    departments = [roster.department(name) for name in ("办公室", "车队", "财务科")]
    for number in range(60):
        roster.person(f"人{number}", chance.choice(departments), is_ranked=chance.random() < 0.8)
    exam_id = office.published(fill_bank(database, usual_questions()), shows_own_rank=True)
    statuses = [Status.SAT, Status.SAT, Status.SAT, Status.ABSENT, Status.DEFERRED, Status.EXEMPT]
    with database.write() as session:
        for due in session.scalars(select(DuePersonRow)):
            due.status = chance.choice(statuses)
            session.add(SittingRow(due_id=due.id, kind=SittingKind.FIRST, score=chance.randrange(12) * 5_00))
            session.add(SittingRow(due_id=due.id, kind=SittingKind.MAKE_UP, score=chance.randrange(12) * 5_00))
    listed = Results(database, office.clock).results(exam_id).figures.people
    assert len({one.rank for one in listed}) > 5
    with database.read() as session:
        for one in listed:
            own = ranking_of(session, exam_id, one.row.person_id, is_allowed=True, is_over=True)
            assert (own.rank.rank if own.rank else None) == one.rank


def test_without_leave_nothing_is_told(office: Office, people: list[Person], database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()))
    attempt_id = sit(office, exam_id, people[0], 0)
    office.exams.close(ACTOR, exam_id)
    assert ranking(office, people[0], attempt_id) == Ranking(RankState.HIDDEN)


def test_while_others_can_still_sit_no_rank_moves(office: Office, people: list[Person], database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), shows_own_rank=True)
    attempt_id = sit(office, exam_id, people[0], 0)
    assert ranking(office, people[0], attempt_id) == Ranking(RankState.LATER)
    office.clock.wall_at = CLOSES
    assert ranking(office, people[0], attempt_id).rank == OwnRank(1, 1, 1, 1)


def test_while_a_score_is_open_no_rank_is_told(office: Office, people: list[Person], database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), shows_own_rank=True)
    attempts = [sit(office, exam_id, person, 1) for person in people[:2]]
    with database.write() as session:
        sitting = session.query(SittingRow).filter(SittingRow.counting_attempt_id == attempts[1]).one()
        sitting.score = None  # as an answer that waits to be marked leaves it
    office.exams.close(ACTOR, exam_id)
    assert ranking(office, people[0], attempts[0]) == Ranking(RankState.WAITING)


@pytest.mark.parametrize(
    ("rule", "counting", "score"),
    [(AttemptsRule.BEST, 1, 80_00), (AttemptsRule.LAST, 2, 50_00), (AttemptsRule.FIRST, 1, 80_00)],
)
def test_which_attempt_counts_is_told(
    office: Office, people: list[Person], database: Database, rule: AttemptsRule, counting: int, score: int
) -> None:
    bank_id = fill_bank(database, usual_questions())
    exam_id = office.published(bank_id, attempts_allowed=3, attempts_rule=rule)
    sit(office, exam_id, people[0], 2)
    second = sit(office, exam_id, people[0], 5)
    place = office.desk.outcome(office.desk.sign_in(people[0].id, "").token, second).place
    assert (place.number, place.allowed, place.rule) == (2, 3, rule)
    assert (place.counting_number, place.counting_score) == (counting, score)
    assert place.given_s == 30 * 60


def test_a_score_that_is_not_shown_yet_is_not_told_this_way_either(
    office: Office, people: list[Person], database: Database
) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), shows_score_at_once=False)
    attempt_id = sit(office, exam_id, people[0], 2)
    outcome = office.desk.outcome(office.desk.sign_in(people[0].id, "").token, attempt_id)
    assert (outcome.score, outcome.place.counting_score, outcome.place.counting_number) == (None, None, 1)


def test_what_the_window_cuts_off_was_not_given(office: Office, people: list[Person], database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()))
    office.clock.advance((CLOSES - office.clock.wall_at).total_seconds() - 600)
    attempt_id = sit(office, exam_id, people[0], 0)
    place = office.desk.outcome(office.desk.sign_in(people[0].id, "").token, attempt_id).place
    assert place.given_s == 600

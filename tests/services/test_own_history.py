"""Own attempts and months: what each test shows now, and nobody else's."""

import pytest

from quizapp.core.exams import ReviewContent
from quizapp.core.monthly import Grade, Status
from quizapp.core.own_results import RankState
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.db.tables import SittingRow
from quizapp.errors import NotAllowed
from quizapp.services.results import Results
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, usual_questions
from tests.services.test_own_standing import sit


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    return roster.people(roster.department("办公室"), "张三", "李四")


@pytest.fixture
def bank_id(database: Database) -> int:
    return fill_bank(database, usual_questions())


def own(office: Office, person: Person):
    return office.desk.own_results(office.desk.sign_in(person.id, "").token)


def test_the_latest_month_stands_first(office: Office, people: list[Person], bank_id: int) -> None:
    for month in ("2026-01", "2026-03", "2026-02"):
        exam_id = office.published(bank_id, month=month, title=f"{month}测试")
        sit(office, exam_id, people[0], 1)
        office.exams.close(ACTOR, exam_id)
    assert [one.month for one in own(office, people[0])] == ["2026-03", "2026-02", "2026-01"]
    assert [(one.score, one.grade, one.may_review) for one in own(office, people[0])] == [
        (90_00, Grade.EXCELLENT, True)
    ] * 3


def test_who_did_not_sit_reads_why(office: Office, people: list[Person], bank_id: int, database: Database) -> None:
    exam_id = office.published(bank_id, shows_own_rank=True)
    assert own(office, people[0]) == ()
    sit(office, exam_id, people[1], 1)
    office.exams.close(ACTOR, exam_id)
    results = Results(database, office.clock)
    (due_id,) = [one.row.due_id for one in results.results(exam_id).figures.people if one.row.name == "张三"]
    results.settle(ACTOR, exam_id, [due_id], Status.DEFERRED, "出车")
    (mine,) = own(office, people[0])
    assert (mine.status, mine.score, mine.grade, mine.attempt_id) == (Status.DEFERRED, None, None, None)
    assert mine.ranking.state is RankState.UNRANKED
    assert not mine.may_review


def test_a_score_is_shown_when_the_test_shows_it(office: Office, people: list[Person], bank_id: int) -> None:
    exam_id = office.published(bank_id, shows_score_at_once=False, review_content=ReviewContent.SCORE_ONLY)
    sit(office, exam_id, people[0], 0)
    (mine,) = own(office, people[0])
    assert (mine.status, mine.score, mine.may_review) == (Status.SAT, None, False)
    office.exams.close(ACTOR, exam_id)
    (mine,) = own(office, people[0])
    assert (mine.score, mine.may_review) == (100_00, False)


def test_a_rank_follows_the_rules_of_each_test(office: Office, people: list[Person], bank_id: int) -> None:
    shown = office.published(bank_id, shows_own_rank=True)
    hidden = office.published(bank_id)
    for exam_id in (shown, hidden):
        sit(office, exam_id, people[0], 0)
        sit(office, exam_id, people[1], 3)
    before = {one.exam_id: one.ranking.state for one in own(office, people[1])}
    assert before == {shown: RankState.LATER, hidden: RankState.HIDDEN}
    office.exams.close(ACTOR, shown)
    office.exams.close(ACTOR, hidden)
    after = {one.exam_id: one.ranking for one in own(office, people[1])}
    assert after[shown].rank is not None and after[shown].rank.rank == 2
    assert after[hidden].state is RankState.HIDDEN


def test_a_make_up_has_its_own_score(office: Office, people: list[Person], bank_id: int, database: Database) -> None:
    exam_id = office.published(bank_id)
    sit(office, exam_id, people[0], 5)
    office.exams.close(ACTOR, exam_id)
    with database.write() as session:
        due_id = session.query(SittingRow).one().due_id
        session.add(SittingRow(due_id=due_id, kind="make_up", score=70_00))
    (mine,) = own(office, people[0])
    assert (mine.score, mine.make_up) == (50_00, 70_00)


def test_all_attempts_of_a_test_are_listed(office: Office, people: list[Person], bank_id: int) -> None:
    exam_id = office.published(bank_id, attempts_allowed=3)
    first, second = (sit(office, exam_id, people[0], wrong) for wrong in (4, 1))
    office.attempts.void(ACTOR, sit(office, exam_id, people[0], 0), "设备故障")
    token = office.desk.sign_in(people[0].id, "").token
    listed = office.desk.own_attempts(token, first)
    assert [(one.attempt_id, one.number, one.score, one.counts) for one in listed] == [
        (first, 1, 60_00, False),
        (second, 2, 90_00, True),
    ]
    office.exams.close(ACTOR, exam_id)
    assert all(len(office.desk.review(token, one.attempt_id)) == 10 for one in listed)


def test_nobody_sees_anothers_attempts(office: Office, people: list[Person], bank_id: int) -> None:
    attempt_id = sit(office, office.published(bank_id), people[0], 0)
    with pytest.raises(NotAllowed):
        office.desk.own_attempts(office.desk.sign_in(people[1].id, "").token, attempt_id)
    assert own(office, people[1]) == ()

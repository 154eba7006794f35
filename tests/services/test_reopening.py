"""An attempt opened again: the result withdrawn, the time left what it was, never after a key was seen."""

from datetime import timedelta

import pytest

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import AttemptsRule
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptQuestionRow, ResultRow, SittingRow
from quizapp.errors import Conflict, UserError
from quizapp.services.granting import MoreTime
from tests.services.conftest import Roster
from tests.services.hall import BECAUSE, Sitting
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    return roster.people(roster.department("办公室"), "张三", "李四")


@pytest.fixture
def sitting(database: Database, people: list[Person]) -> Sitting:
    """张三 handed in with 90 after ten minutes."""
    office = Office(database)
    bank = fill_bank(database, usual_questions())
    exam_id = office.published(bank, attempts_allowed=2, attempts_rule=AttemptsRule.LAST)
    made = Sitting(office, exam_id)
    made.start(people[0])
    made.work(600)
    office.answer_all(made.tokens["张三"], made.sheets["张三"], wrong=1)
    made.submit("张三")
    return made


def reopen(sitting: Sitting, minutes: int = 0, more: MoreTime = BECAUSE) -> tuple[str, ...]:
    return sitting.invigilation.reopen(ACTOR, sitting.exam_id, sitting.attempt("张三"), minutes, more).cut


def test_what_was_left_is_left_and_the_minutes(sitting: Sitting, people: list[Person]) -> None:
    sitting.office.clock.advance(4000.4)
    reopen(sitting, 5)
    assert sitting.left("张三") == 1200 + 300
    sitting.start(people[0])
    assert sitting.sheets["张三"].questions[3].response is not None, "the answers are there"


def test_the_result_is_withdrawn_and_kept_in_words(sitting: Sitting, database: Database) -> None:
    reopen(sitting)
    with database.read() as session:
        assert session.query(ResultRow).count() == 0
        assert [row.score for row in session.query(SittingRow)] == [None]
        assert {row.earned for row in session.query(AttemptQuestionRow)} == {None}
    assert sitting.words("张三")[-1] == "由张管理重新开放作答，原成绩 90 分撤回，原因：停电"
    assert sitting.seat("张三").state is AttemptState.RUNNING


def test_the_time_between_is_no_time_used(sitting: Sitting) -> None:
    sitting.office.clock.advance(5000)
    reopen(sitting)
    sitting.work(100)
    sitting.submit("张三")
    outcome = sitting.office.desk.outcome(sitting.tokens["张三"], sitting.attempt("张三"))
    assert (outcome.used_s, outcome.place.given_s, outcome.score) == (700, 1800, 90_00)
    with sitting.office.database.read() as session:
        assert [row.used_s for row in session.query(SittingRow)] == [700]


def test_opened_twice_the_time_left_is_still_right(sitting: Sitting) -> None:
    for gap in (333.3, 4444.4):
        sitting.office.clock.advance(gap)
        reopen(sitting)
        assert sitting.left("张三") == 1200
        sitting.submit("张三")


def test_one_whose_time_ran_out_needs_minutes(sitting: Sitting, people: list[Person]) -> None:
    sitting.start(people[1])
    sitting.office.clock.advance(3000)
    late = sitting.attempt("李四")
    with pytest.raises(UserError, match="已经用完"):
        sitting.invigilation.reopen(ACTOR, sitting.exam_id, late, 0, BECAUSE)
    sitting.invigilation.reopen(ACTOR, sitting.exam_id, late, 7, BECAUSE)
    assert sitting.left("李四") == 420


def test_beyond_the_window_s_end_it_says_so_or_moves_it(sitting: Sitting) -> None:
    end = sitting.office.clock.wall_at + timedelta(minutes=10)
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, end - timedelta(days=1), end, "试")
    assert reopen(sitting) == ("张三",)
    assert sitting.left("张三") == 600
    sitting.submit("张三")
    assert reopen(sitting, 20, MoreTime("停电", moves_window=True)) == ()
    assert sitting.left("张三") == 1200 + 20 * 60


def test_near_the_window_s_end_an_overdue_one_gets_no_more_than_the_window(
    sitting: Sitting, people: list[Person]
) -> None:
    sitting.start(people[1])
    sitting.office.clock.advance(1800 + 777)
    sitting.hall()
    end = sitting.office.clock.wall_at + timedelta(minutes=10)
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, end - timedelta(days=1), end, "试")
    sitting.invigilation.reopen(ACTOR, sitting.exam_id, sitting.attempt("李四"), 30, BECAUSE)
    assert sitting.left("李四") == 600


def test_never_after_a_key_was_seen_even_when_the_window_was_moved(sitting: Sitting) -> None:
    before = sitting.office.clock.wall_at
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, before - timedelta(days=1), before, "试")
    sitting.office.desk.review(sitting.tokens["张三"], sitting.attempt("张三"))
    end = before + timedelta(days=1)
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, before - timedelta(days=1), end, "试")
    assert not sitting.hall().may_reopen
    with pytest.raises(UserError, match="查看过答卷"):
        reopen(sitting)


def test_not_beside_another_attempt_nor_one_that_runs_or_is_void(sitting: Sitting, people: list[Person]) -> None:
    first = sitting.attempt("张三")
    sitting.start(people[0])
    with pytest.raises(Conflict, match="另一次作答"):
        sitting.invigilation.reopen(ACTOR, sitting.exam_id, first, 5, BECAUSE)
    with pytest.raises(Conflict, match="没有结束"):
        reopen(sitting, 5)
    sitting.office.attempts.void(ACTOR, first, "误点开始")
    with pytest.raises(Conflict, match="已经作废"):
        sitting.invigilation.reopen(ACTOR, sitting.exam_id, first, 5, BECAUSE)


def test_a_reason_is_needed(sitting: Sitting) -> None:
    with pytest.raises(UserError, match="写明原因"):
        reopen(sitting, 5, MoreTime(""))

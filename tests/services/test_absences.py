"""Absences as events: noted with their cause when somebody comes back or is missed, and read again."""

import pytest

from quizapp.core.lost_time import AwayCause
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptEventRow
from quizapp.services.absences import LostTime, absence_details, lost_time, to_absence
from tests.services.conftest import Roster
from tests.services.hall import BECAUSE, Sitting
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def person(roster: Roster) -> Person:
    return roster.person("张三", roster.department("办公室"))


@pytest.fixture
def sitting(database: Database, person: Person) -> Sitting:
    """One person after ten minutes."""
    office = Office(database)
    made = Sitting(office, office.published(fill_bank(database, usual_questions())))
    made.start(person)
    made.work(600)
    return made


def lost(sitting: Sitting) -> LostTime:
    with sitting.office.database.read() as session:
        return lost_time(session.query(AttemptEventRow).order_by(AttemptEventRow.id).all())


def test_work_without_a_gap_is_no_absence(sitting: Sitting) -> None:
    assert lost(sitting).absences == ()


@pytest.mark.parametrize(("is_restart", "cause"), [(True, AwayCause.RESTARTED), (False, AwayCause.STOPPED)])
def test_who_comes_back_was_away_since_the_last_sign_of_life(
    sitting: Sitting, person: Person, is_restart: bool, cause: AwayCause
) -> None:
    last = sitting.office.clock.wall_at
    (sitting.office.clock.restart if is_restart else sitting.office.clock.advance)(325)
    sitting.start(person)
    [absence] = lost(sitting).absences
    assert (absence.from_at, absence.seconds, absence.cause) == (last, 325, cause)


def test_a_gap_between_two_heartbeats_is_an_absence(sitting: Sitting) -> None:
    sitting.office.clock.advance(29)
    sitting.beat()
    assert lost(sitting).absences == ()
    sitting.office.clock.advance(31)
    sitting.beat()
    [absence] = lost(sitting).absences
    assert (absence.seconds, absence.cause) == (31, AwayCause.SILENT)
    assert sitting.words("张三")[-1] == "0 分 31 秒 没有动静，计时没有停（电脑休眠或连接中断）"


def test_a_gap_before_an_answer_is_an_absence_as_well(sitting: Sitting) -> None:
    sitting.office.clock.advance(45)
    sitting.office.desk.save_answer(sitting.tokens["张三"], sitting.attempt("张三"), 0, (0,), seq=1, is_marked=False)
    sitting.office.clock.advance(50)
    sitting.submit("张三")
    assert [one.seconds for one in lost(sitting).absences] == [45, 50]


def test_who_chose_to_leave_lost_nothing(sitting: Sitting, person: Person) -> None:
    sitting.office.desk.step_out(sitting.tokens["张三"], sitting.attempt("张三"))
    sitting.office.clock.advance(325)
    sitting.start(person)
    [absence] = lost(sitting).absences
    assert absence.cause is AwayCause.LEFT and lost(sitting).open_s == 0
    assert sitting.sheets["张三"].lost_s == 0
    assert sitting.words("张三")[-2:] == ["本人退出考试页面", "中断 5 分 25 秒，接着作答（本人退出）"]


def test_who_left_and_stays_away_lost_nothing_either(sitting: Sitting) -> None:
    sitting.office.desk.step_out(sitting.tokens["张三"], sitting.attempt("张三"))
    sitting.office.clock.advance(325)
    assert (sitting.seat("张三").away_s, sitting.seat("张三").lost_s) == (325, 0)
    sitting.office.clock.advance(5000)
    assert sitting.seat("张三").lost_s == 0
    [absence] = lost(sitting).absences
    assert (absence.seconds, absence.cause) == (1200, AwayCause.LEFT)


def test_who_did_not_come_back_lost_what_was_left(sitting: Sitting) -> None:
    sitting.office.clock.advance(5000)
    assert sitting.seat("张三").lost_s == 1200
    [absence] = lost(sitting).absences
    assert absence.cause is AwayCause.NOT_BACK


def test_the_absence_that_goes_on_is_seen_before_it_ends(sitting: Sitting) -> None:
    sitting.office.clock.advance(100)
    assert (sitting.seat("张三").away_s, sitting.seat("张三").lost_s) == (100, 100)
    assert lost(sitting).absences == (), "looking changes nothing"


def test_what_was_made_up_is_taken_off(sitting: Sitting, person: Person) -> None:
    sitting.office.clock.restart(325)
    sitting.start(person)
    granted = sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 2, BECAUSE)
    assert lost(sitting).open_s == 205
    sitting.invigilation.take_back(ACTOR, sitting.exam_id, granted)
    assert lost(sitting).open_s == 325


def test_an_absence_is_read_as_it_was_written(sitting: Sitting, person: Person) -> None:
    sitting.office.clock.restart(325)
    sitting.start(person)
    [absence] = lost(sitting).absences
    assert to_absence(absence_details(absence)) == absence
    assert to_absence({}) is None

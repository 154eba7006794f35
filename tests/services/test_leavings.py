"""Leavings are on record once each, only where the test says so, and seen by the organiser with time and length."""

from dataclasses import dataclass

import pytest

from quizapp.core.desk import LeavingReceipt, Sheet
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.errors import NotAllowed
from quizapp.services.attempt_records import note_event
from quizapp.services.results import Results
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    return roster.people(roster.department("办公室"), "张三", "李四")


@dataclass
class Sitting:
    """Somebody in a test."""

    office: Office
    exam_id: int
    token: str
    sheet: Sheet

    def leave(self, seconds: float, seq: int) -> LeavingReceipt:
        """Leave the window."""
        return self.office.desk.note_leaving(self.token, self.sheet.attempt_id, seconds, seq=seq)


def sit(office: Office, people: list[Person], **conduct: object) -> Sitting:
    name = f"题库 {len(office.exams.exams())}"
    exam_id = office.published(fill_bank(office.database, usual_questions(), name), **conduct)
    token = office.desk.sign_in(people[0].id, "").token
    return Sitting(office, exam_id, token, office.desk.start(token, exam_id))


def test_each_leaving_is_counted_once_whatever_is_sent_again(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True)
    assert sitting.leave(12.4, 1) == LeavingReceipt(1, 0)
    assert sitting.leave(12.4, 1) == LeavingReceipt(1, 0)
    office.clock.advance(60)
    assert sitting.leave(5.6, 2) == LeavingReceipt(2, 0)
    record = office.attempts.record(sitting.sheet.attempt_id)
    assert [one.seconds for one in record.leavings] == [12, 6]
    assert (record.leavings[1].back_at - record.leavings[0].back_at).total_seconds() == 60
    assert [one.words for one in record.events][1:] == ["离开考试窗口 12 秒（第 1 次）", "离开考试窗口 6 秒（第 2 次）"]


def test_a_test_that_does_not_say_so_records_nothing(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people)
    with pytest.raises(NotAllowed, match="不记录"):
        sitting.leave(12, 1)
    assert office.attempts.record(sitting.sheet.attempt_id).leavings == ()
    assert not sitting.sheet.records_leaving and not sitting.sheet.is_full_screen


def test_nobody_records_another_s_leaving(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True)
    other = office.desk.sign_in(people[1].id, "").token
    with pytest.raises(NotAllowed):
        office.desk.note_leaving(other, sitting.sheet.attempt_id, 12, seq=1)


def test_going_on_knows_how_often_the_window_was_left(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True, leavings_allowed=2, is_full_screen=True)
    sitting.leave(12, 1)
    again = office.desk.start(sitting.token, sitting.exam_id)
    assert (again.leavings, again.leavings_allowed, again.is_full_screen) == (1, 2, True)


def test_one_too_many_says_why_the_sheet_was_handed_in(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True, leavings_allowed=1)
    assert not sitting.leave(12, 1).is_too_many
    assert sitting.leave(8, 2).is_too_many
    office.desk.submit(sitting.token, sitting.sheet.attempt_id)
    words = [one.words for one in office.attempts.record(sitting.sheet.attempt_id).events]
    assert words[-2:] == ["离开考试窗口 8 秒（第 2 次），超过允许的 1 次，因此自动交卷", "交卷"]


def test_who_was_away_when_the_time_ran_out_was_away(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True)
    office.desk.submit(sitting.token, sitting.sheet.attempt_id)
    assert sitting.leave(30, 1).number == 1


@pytest.mark.parametrize(("claimed", "kept"), [(-5.0, 0), (1e12, 24 * 3600)])
def test_a_claim_that_cannot_be_is_bounded(office: Office, people: list[Person], claimed: float, kept: int) -> None:
    sitting = sit(office, people, records_leaving=True)
    sitting.leave(claimed, 1)
    assert office.attempts.record(sitting.sheet.attempt_id).leavings[0].seconds == kept


def test_the_rules_say_what_is_recorded_before_it_is(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True, leavings_allowed=3, is_full_screen=True)
    rules = "\n".join(office.desk.my_page(sitting.token).exams[0].rules)
    assert "离开考试窗口超过 3 秒会记录" in rules and "可以离开 3 次，超过后自动交卷" in rules and "退出全屏" in rules
    plain = sit(office, people, title="另一场")
    rules = next(one for one in office.desk.my_page(plain.token).exams if one.exam_id == plain.exam_id).rules
    assert "离开" not in "\n".join(rules)


def test_the_results_tell_how_often_the_counting_attempt_left(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True)
    sitting.leave(12, 1)
    sitting.leave(13, 2)
    office.desk.submit(sitting.token, sitting.sheet.attempt_id)
    results = Results(office.database, office.clock)
    rows = {one.row.name: one.row.leavings for one in results.results(sitting.exam_id).figures.people}
    assert rows == {"张三": 2, "李四": 0}
    plain = sit(office, people)
    assert {one.row.leavings for one in results.results(plain.exam_id).figures.people} == {None}


def test_an_attempt_that_is_void_takes_none_with_it(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True)
    sitting.leave(12, 1)
    office.desk.submit(sitting.token, sitting.sheet.attempt_id)
    office.attempts.void(ACTOR, sitting.sheet.attempt_id, "设备故障")
    again = office.desk.start(sitting.token, sitting.exam_id)
    assert again.leavings == 0


def test_what_was_before_the_attempt_was_opened_again_is_forgiven(office: Office, people: list[Person]) -> None:
    sitting = sit(office, people, records_leaving=True, leavings_allowed=1)
    attempt_id = sitting.sheet.attempt_id
    for seq in (1, 2):
        sitting.leave(12, seq)
    with office.database.write() as session:
        note_event(session, attempt_id, office.clock(), "opened_again")
    again = office.desk.start(sitting.token, sitting.exam_id)
    assert not LeavingReceipt(again.leavings, again.leavings_allowed).is_too_many
    assert not sitting.leave(12, 3).is_too_many
    assert sitting.leave(12, 4).is_too_many

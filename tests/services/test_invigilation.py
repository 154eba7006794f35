"""The organiser while a test runs: minutes, an outage, an attempt opened again or ended; no second gained or lost."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import ExamState
from quizapp.core.monthly import Status
from quizapp.core.people import Actor, Person
from quizapp.db.engine import Database
from quizapp.db.tables import DuePersonRow, LogRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.granting import MoreTime
from tests.services.conftest import Roster
from tests.services.hall import BECAUSE, Sitting
from tests.services.office import ACTOR, CLOSES, Office, fill_bank, usual_questions


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    office, drivers = roster.department("办公室"), roster.department("车队")
    return [*roster.people(office, "张三", "李四"), *roster.people(drivers, "王五")]


@pytest.fixture
def bank(database: Database) -> int:
    return fill_bank(database, usual_questions())


@pytest.fixture
def sitting(database: Database, people: list[Person], bank: int) -> Sitting:
    """All three at their sheets for ten minutes of thirty."""
    office = Office(database)
    made = Sitting(office, office.published(bank))
    made.start(*people)
    made.work(600)
    return made


def power_cut(sitting: Sitting, people: list[Person], seconds: float = 1000) -> None:
    """The power fails, and all come back as soon as it is there again."""
    sitting.office.clock.restart(seconds)
    sitting.start(*people)


def logged(sitting: Sitting) -> list[tuple[str, str]]:
    with sitting.office.database.read() as session:
        return [(row.action, row.reason) for row in session.query(LogRow).order_by(LogRow.id)]


def test_the_view_tells_of_everybody(sitting: Sitting, people: list[Person]) -> None:
    sitting.office.answer_all(sitting.tokens["张三"], sitting.sheets["张三"])
    sitting.submit("张三")
    hall = sitting.hall()
    assert [(one.name, one.state, one.answered, one.left_s) for one in hall.seats] == [
        ("张三", AttemptState.SUBMITTED, 10, 1200),
        ("李四", AttemptState.RUNNING, 0, 1200),
        ("王五", AttemptState.RUNNING, 0, 1200),
    ]
    assert [(one.name, one.not_yet, one.running, one.done) for one in hall.departments] == [
        ("办公室", 0, 1, 1),
        ("车队", 0, 1, 0),
    ]
    assert hall.outages == () and hall.may_reopen and hall.is_open


def test_minutes_for_one_and_for_all(sitting: Sitting) -> None:
    granted = sitting.invigilation.grant(ACTOR, sitting.exam_id, [sitting.attempt("李四")], 10, BECAUSE)
    assert (granted.names, granted.cut, granted.is_window_moved) == (("李四",), (), False)
    assert (sitting.left("张三"), sitting.left("李四")) == (1200, 1800)
    sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 5, BECAUSE)
    assert (sitting.left("张三"), sitting.left("李四"), sitting.left("王五")) == (1500, 2100, 1500)
    assert sitting.words("李四")[-1] == "由张管理加时 5 分钟，原因：停电"
    assert logged(sitting)[-2:] == [("attempt.grant", "停电")] * 2
    assert sitting.office.desk.heartbeat(sitting.tokens["李四"], sitting.attempt("李四")) == 2100


def test_a_grant_needs_a_reason_and_minutes(sitting: Sitting) -> None:
    for minutes, reason, words in ((5, " ", "写明原因"), (0, "停电", "1 至 600"), (601, "停电", "1 至 600")):
        with pytest.raises(UserError, match=words):
            sitting.invigilation.grant(ACTOR, sitting.exam_id, None, minutes, MoreTime(reason))
    assert sitting.left("张三") == 1200


def test_unused_minutes_are_taken_back_and_used_ones_are_kept(sitting: Sitting) -> None:
    granted = sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 10, BECAUSE)
    sitting.submit("王五")
    assert sitting.invigilation.take_back(ACTOR, sitting.exam_id, granted) == 2
    assert sitting.left("张三") == 1200 and sitting.words("张三")[-1] == "由张管理撤销加时 10 分钟"
    again = sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 10, BECAUSE)
    sitting.work(1210)
    with pytest.raises(Conflict, match="已经开始使用"):
        sitting.invigilation.take_back(ACTOR, sitting.exam_id, again)


def test_the_window_cuts_nobody_silently(sitting: Sitting, people: list[Person]) -> None:
    end = sitting.office.clock.wall_at + timedelta(minutes=22)
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, end - timedelta(days=1), end, "试")
    cut = sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 10, BECAUSE)
    assert cut.cut == ("张三", "李四", "王五") and cut.closes_at == end
    assert sitting.left("张三") == 22 * 60
    whole = sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 1, MoreTime("停电", moves_window=True))
    assert whole.cut == () and whole.is_window_moved
    assert whole.closes_at == sitting.office.clock.wall_at + timedelta(minutes=31)
    assert sitting.left("张三") == 31 * 60
    assert ("exam.window", "停电") in logged(sitting)


def test_a_changed_window_keeps_what_was_granted(sitting: Sitting) -> None:
    sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 10, BECAUSE)
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, CLOSES - timedelta(days=9), CLOSES, "试")
    assert sitting.left("张三") == 1800


def test_a_power_cut_is_offered_to_be_made_up_for_all_at_once(sitting: Sitting, people: list[Person]) -> None:
    power_cut(sitting, people)
    assert {name: sheet.lost_s for name, sheet in sitting.sheets.items()} == {"张三": 1000, "李四": 1000, "王五": 1000}
    [outage] = sitting.hall().outages
    assert (outage.minutes, len(outage.attempt_ids)) == (17, 3)
    assert sitting.seat("李四").lost_minutes == 17
    assert sitting.words("李四")[-1] == "中断 16 分 40 秒，接着作答（电脑重新启动过）"
    before = sitting.left("李四")
    sitting.invigilation.make_up(ACTOR, sitting.exam_id, outage, 17, BECAUSE)
    assert sitting.left("李四") == before + 17 * 60
    assert sitting.hall().outages == () and sitting.seat("李四").lost_s == 0


def test_whose_time_ran_out_in_the_power_cut_may_go_on(sitting: Sitting, people: list[Person]) -> None:
    sitting.office.answer_all(sitting.tokens["张三"], sitting.sheets["张三"], wrong=1)
    sitting.office.clock.restart(1800)
    [outage] = sitting.hall().outages
    assert {one.state for one in sitting.hall().seats} == {AttemptState.EXPIRED}
    assert outage.minutes == 20, "what was left to them, not how long the power was off"
    sitting.invigilation.make_up(ACTOR, sitting.exam_id, outage, outage.minutes, BECAUSE)
    sitting.start(*people)
    assert [sheet.time_left_s for sheet in sitting.sheets.values()] == [1200, 1200, 1200]
    assert sum(one.response is not None for one in sitting.sheets["张三"].questions) == 10
    assert sitting.hall().outages == ()


def test_postponed_people_start_anew(sitting: Sitting, people: list[Person], database: Database) -> None:
    power_cut(sitting, people)
    [outage] = sitting.hall().outages
    assert sitting.invigilation.postpone(ACTOR, sitting.exam_id, outage, "停电") == 3
    former = sitting.attempt("张三")
    assert sitting.words("张三")[-1] == "由张管理作废，改期再考，原因：停电"
    sitting.start(people[0])
    assert sitting.attempt("张三") != former and sitting.left("张三") == 1800


def test_those_who_go_to_paper_stay_to_be_settled(sitting: Sitting, people: list[Person], database: Database) -> None:
    power_cut(sitting, people)
    [outage] = sitting.hall().outages
    assert sitting.invigilation.move_to_paper(ACTOR, sitting.exam_id, outage, "停电") == 3
    assert "转为纸质考试" in sitting.words("张三")[-1]
    sitting.office.exams.close(ACTOR, sitting.exam_id)
    with database.read() as session:
        assert {row.status for row in session.query(DuePersonRow)} == {Status.UNSETTLED}
    remark = sitting.office.desk.outcome(sitting.tokens["张三"], sitting.attempt("张三")).remark
    assert remark == "组织者已将这次作答作废，原因：停电"


def test_ending_hands_in_what_is_stored(sitting: Sitting) -> None:
    sitting.office.answer_all(sitting.tokens["张三"], sitting.sheets["张三"], wrong=3)
    sitting.invigilation.end(ACTOR, sitting.attempt("张三"), "身体不适")
    record = sitting.office.attempts.record(sitting.attempt("张三"))
    assert (record.summary.state, record.summary.score) == (AttemptState.SUBMITTED, 70_00)
    assert [one.words for one in record.events][-2:] == ["由张管理结束作答，原因：身体不适", "交卷"]
    outcome = sitting.office.desk.submit(sitting.tokens["张三"], sitting.attempt("张三"))
    assert outcome.remark == "组织者结束了这次作答，原因：身体不适"
    assert sitting.office.desk.heartbeat(sitting.tokens["张三"], sitting.attempt("张三")) == 0
    with pytest.raises(Conflict, match="已经结束"):
        sitting.invigilation.end(ACTOR, sitting.attempt("张三"), "身体不适")


def test_an_administrator_of_a_unit_acts_on_the_own_people_only(sitting: Sitting, people: list[Person]) -> None:
    drivers = Actor("队长", unit_id=people[2].department.id)
    assert [one.name for one in sitting.invigilation.view(drivers, sitting.exam_id).seats] == ["王五"]
    assert sitting.invigilation.grant(drivers, sitting.exam_id, None, 5, BECAUSE).names == ("王五",)
    stranger = sitting.attempt("张三")
    with pytest.raises(NotAllowed, match="本单位"):
        sitting.invigilation.grant(drivers, sitting.exam_id, [stranger], 5, BECAUSE)
    with pytest.raises(NotAllowed, match="本单位"):
        sitting.invigilation.end(drivers, stranger, "原因")
    sitting.submit("张三")
    with pytest.raises(NotAllowed, match="本单位"):
        sitting.invigilation.reopen(drivers, sitting.exam_id, stranger, 5, BECAUSE)
    late = MoreTime("停电", moves_window=True)
    with pytest.raises(NotAllowed, match="全局管理员"):
        sitting.invigilation.grant(drivers, sitting.exam_id, [sitting.attempt("王五")], 600, _beyond(sitting, late))
    assert sitting.left("王五") == 1500


def _beyond(sitting: Sitting, more: MoreTime) -> MoreTime:
    """The window ends soon."""
    end = sitting.office.clock.wall_at + timedelta(minutes=40)
    sitting.office.exams.change_window(ACTOR, sitting.exam_id, end - timedelta(days=1), end, "试")
    return more


def test_nothing_is_done_to_a_test_that_is_closed(sitting: Sitting) -> None:
    sitting.office.exams.close(ACTOR, sitting.exam_id)
    assert sitting.office.exams.exam(sitting.exam_id).state is ExamState.CLOSED
    assert not sitting.hall().is_open and not sitting.hall().may_reopen
    with pytest.raises(Conflict, match="没有发布或已经结束"):
        sitting.invigilation.grant(ACTOR, sitting.exam_id, None, 5, BECAUSE)


steps = st.one_of(
    st.tuples(st.just("work"), st.integers(0, 100)),
    st.tuples(st.just("sleep"), st.integers(0, 200)),
    st.tuples(st.just("restart"), st.integers(0, 200)),
    st.tuples(st.just("set clock"), st.integers(-9000, 9000)),
    st.tuples(st.just("grant"), st.integers(1, 10)),
    st.tuples(st.just("make up"), st.just(0)),
    st.tuples(st.just("reopen"), st.integers(0, 5)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, max_size=8))
def test_no_second_is_gained_or_lost(
    database: Database, people: list[Person], bank: int, path: list[tuple[str, int]]
) -> None:
    """Left after is left before, less what passed, plus what was granted: whatever happens, and to the second."""
    office = Office(database)
    sitting = Sitting(office, office.published(bank, opens_at=office.clock.wall_at - timedelta(days=2)))
    sitting.start(people[0])
    expected = 1800.0
    for step, amount in path:
        expected += take(sitting, people[0], step, amount)
        if expected <= 0:
            break
        sitting.beat()
        assert abs(sitting.left("张三") - expected) < 1e-6, (step, amount)
        assert abs(sitting.seat("张三").left_s - expected) < 1e-6


def take(sitting: Sitting, person: Person, step: str, amount: int) -> float:
    """Let a step happen; returns by how much the time left changes."""
    clock, name = sitting.office.clock, person.name
    if step == "work":
        sitting.work(amount)
        return -amount
    if step == "sleep":
        clock.advance(amount)
        return -amount
    if step == "restart":
        clock.restart(amount)
        sitting.start(person)
        return -amount
    if step == "set clock":
        clock.wall_at += timedelta(seconds=amount)
        return 0
    if step == "grant":
        sitting.invigilation.grant(ACTOR, sitting.exam_id, None, amount, BECAUSE)
        return amount * 60
    if step == "make up":
        minutes = sitting.seat(name).lost_minutes
        if minutes:
            sitting.invigilation.grant(ACTOR, sitting.exam_id, [sitting.attempt(name)], minutes, BECAUSE)
            assert sitting.seat(name).lost_s == 0
        return minutes * 60
    sitting.submit(name)
    clock.advance(77 * amount)
    sitting.invigilation.reopen(ACTOR, sitting.exam_id, sitting.attempt(name), amount, BECAUSE)
    return amount * 60

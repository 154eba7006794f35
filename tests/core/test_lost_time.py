"""Lost time: absences add up, what was made up is taken off, and those away at one moment make one outage."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.clock import ClockReading
from quizapp.core.attempts import TimeUsed
from quizapp.core.lost_time import Absence, AwayCause, Outage, absence_until, lost_s, outages, whole_minutes

START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
RESTARTED = AwayCause.RESTARTED


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def away(from_s: float, seconds: float, cause: AwayCause = RESTARTED) -> Absence:
    return Absence(at(from_s), seconds, cause)


def test_an_absence_is_measured_on_the_clock_that_rules() -> None:
    before = TimeUsed(300.0, ClockReading(at(300), "a", 1000.0), START)
    set_back = ClockReading(at(-3000), "a", 1400.0)
    assert absence_until(before, set_back, 1800, AwayCause.STOPPED) == away(300, 400, AwayCause.STOPPED)
    restarted = ClockReading(at(900), "b", 20.0)
    assert absence_until(before, restarted, 1800, RESTARTED) == away(300, 600)


def test_what_lies_beyond_the_deadline_was_nobody_s_to_lose() -> None:
    before = TimeUsed(1700.0, ClockReading(at(1700), "a", 1000.0), START)
    assert absence_until(before, ClockReading(at(9000), "b", 5.0), 1800, AwayCause.NOT_BACK).seconds == 100
    overdrawn = TimeUsed(1805.0, ClockReading(at(1805), "a", 1000.0), START)
    assert absence_until(overdrawn, ClockReading(at(9000), "b", 5.0), 1800, AwayCause.NOT_BACK).seconds == 0


def test_who_chose_to_leave_lost_nothing() -> None:
    assert lost_s([away(0, 100), away(200, 50, AwayCause.LEFT)], 0) == 100


def test_minutes_make_up_for_all_of_the_seconds() -> None:
    assert [whole_minutes(seconds) for seconds in (0, 1, 60, 60.0004, 61, 1680)] == [0, 1, 1, 1, 2, 28]


def test_a_power_cut_is_one_outage_of_the_middle_one() -> None:
    found = outages({number: [away(600 + number, 1660 + 3 * number)] for number in range(5)} | {9: [away(3000, 90)]})
    assert found == (Outage(at(602), at(602 + 1666), 28, (0, 1, 2, 3, 4)),)


def test_one_alone_short_absences_and_leaving_are_no_outage() -> None:
    assert outages({1: [away(0, 600)], 2: [away(600, 600)]}) == ()
    assert outages({1: [away(0, 59)], 2: [away(0, 59)]}) == ()
    assert outages({1: [away(0, 600)], 2: [away(0, 600, AwayCause.LEFT)]}) == ()


def test_two_outages_of_one_day_stay_two() -> None:
    found = outages({1: [away(0, 600), away(2000, 120)], 2: [away(10, 600), away(2010, 120)], 3: [away(20, 600)]})
    assert [(one.attempt_ids, one.minutes) for one in found] == [((1, 2, 3), 10), ((1, 2), 2)]


spans = st.lists(
    st.builds(away, st.integers(0, 5000), st.integers(0, 3000), st.sampled_from(list(AwayCause))), max_size=4
)


@given(spans, st.integers(0, 20_000))
def test_what_is_lost_never_falls_below_zero_and_never_exceeds_the_absences(found: list[Absence], made_up: int) -> None:
    total = sum(one.seconds for one in found if one.is_loss)
    assert lost_s(found, made_up) == max(0, total - made_up)
    assert lost_s(found, 60 * whole_minutes(total)) == 0, "the minutes offered make up for all of it"


@given(st.dictionaries(st.integers(1, 8), spans))
def test_whoever_is_in_an_outage_was_away_in_it(absences: dict[int, list[Absence]]) -> None:
    for outage in outages(absences):
        assert len(outage.attempt_ids) >= 2 and outage.from_at < outage.to_at
        for attempt_id in outage.attempt_ids:
            assert any(one.from_at < outage.to_at and one.to_at > outage.from_at for one in absences[attempt_id])

"""The time of an attempt: nobody gains a second by the wall clock, and what is used never falls."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.clock import ClockReading
from quizapp.core.attempts import TimeUsed, advance, deadline, full_end, overdue_s, time_left_s

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def reading(wall_s: float, boot_s: float, boot: str = "a") -> ClockReading:
    return ClockReading(START + timedelta(seconds=wall_s), boot, boot_s)


def test_the_deadline_is_the_minutes_or_the_end_of_the_window() -> None:
    closes = START + timedelta(minutes=40)
    assert deadline(START, 30, closes) == START + timedelta(minutes=30)
    assert deadline(START, 30, closes, extra_minutes=5) == START + timedelta(minutes=35)
    assert deadline(START, 30, closes, extra_minutes=15) == closes
    assert deadline(START, 60, closes) == closes
    assert deadline(START, 30, closes, granted_s=125) == START + timedelta(minutes=32, seconds=5)
    assert deadline(START, 30, closes, extra_minutes=5, granted_s=600) == closes
    assert full_end(START, 30, extra_minutes=5, granted_s=600) == START + timedelta(minutes=45)


def test_within_one_boot_the_boot_clock_rules() -> None:
    before = TimeUsed(100.0, reading(100, 500), START)
    set_back = advance(before, reading(-3500, 560))
    assert set_back.used_s == 160
    assert set_back.jump_s == -3660
    set_forward = advance(before, reading(7300, 560))
    assert set_forward.used_s == 160
    assert set_forward.jump_s == 7140


def test_after_a_restart_the_wall_clock_counts_but_never_backwards() -> None:
    before = TimeUsed(100.0, reading(100, 500), START)
    assert advance(before, reading(400, 12, "b")).used_s == 400
    set_back = advance(before, reading(-3500, 12, "b"))
    assert set_back.used_s == 100
    assert set_back.jump_s == -3600


def test_a_wall_clock_set_forward_and_back_gains_nothing_over_a_restart() -> None:
    used = TimeUsed(0.0, reading(0, 0), START)
    used = advance(used, reading(5 * 3600, 60))
    assert used.used_s == 60
    assert advance(used, reading(3660, 12, "b")).used_s == 3660


def test_a_wrong_clock_put_right_in_mid_test_costs_nothing() -> None:
    """It was eight hours behind at the start; the time server puts it right; then the PC restarts."""
    used = advance(TimeUsed(0.0, reading(0, 0), START), reading(8 * 3600 + 60, 60))
    assert advance(used, reading(8 * 3600 + 100, 5, "b")).used_s == 100


def test_readings_out_of_order_count_once() -> None:
    """A reading is taken before waiting for the database."""
    used = TimeUsed(0.0, reading(10, 10), START)
    late = advance(used, reading(0.5, 0.5))
    assert late == used
    assert advance(late, reading(11, 11)).used_s == 1


def test_ordinary_drift_is_no_jump() -> None:
    assert advance(TimeUsed(0.0, reading(0, 0), START), reading(62, 60)).jump_s == 0


def test_time_left_ends_at_zero() -> None:
    assert time_left_s(START, START + timedelta(minutes=30), 600) == 1200
    assert time_left_s(START, START + timedelta(minutes=30), 2000) == 0


def test_overdue_counts_from_the_deadline() -> None:
    before = TimeUsed(0.0, reading(0, 0), START)
    assert overdue_s(START, START + timedelta(minutes=1), before, reading(70, 70)) == 10
    assert overdue_s(START, START + timedelta(minutes=1), before, reading(70, 30)) == -30


steps = st.tuples(st.floats(-1e5, 1e5), st.floats(0, 1e5), st.booleans())


@given(st.lists(steps, max_size=20))
def test_time_used_never_falls_whatever_the_clocks_do(path: list[tuple[float, float, bool]]) -> None:
    used, boot, boot_s = TimeUsed(0.0, reading(0, 0, "0"), START), 0, 0.0
    for wall_s, step_s, is_restart in path:
        boot, boot_s = (boot + 1, 0.0) if is_restart else (boot, boot_s + step_s)
        after = advance(used, reading(wall_s, boot_s, str(boot)))
        assert after.used_s >= used.used_s
        if not is_restart:
            assert abs(after.used_s - used.used_s - step_s) < 1e-6
        used = after

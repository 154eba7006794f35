"""The clock reads what the system says and goes forward."""

import time
from datetime import UTC
from pathlib import Path

import pytest

from quizapp.clock import now, read_clock


def test_now_is_in_utc() -> None:
    assert now().tzinfo is UTC
    assert abs(now().timestamp() - time.clock_gettime(time.CLOCK_REALTIME)) < 5


def test_the_boot_clock_never_goes_back_within_one_start() -> None:
    readings = [read_clock() for _ in range(50)]
    assert {reading.boot_id for reading in readings} == {readings[0].boot_id}
    seconds = [reading.boot_s for reading in readings]
    assert seconds == sorted(seconds)
    assert all(reading.wall_at.tzinfo is UTC for reading in readings)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux has this clock")
def test_the_boot_clock_counts_sleep() -> None:
    assert abs(read_clock().boot_s - time.clock_gettime(time.CLOCK_BOOTTIME)) < 5
    assert read_clock().boot_id == Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()

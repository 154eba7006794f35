"""Instants in the words and the zone of who reads them."""

from datetime import UTC, datetime

from quizapp.gui.local_times import duration, full_moment, moment, month_name

AT = datetime(2026, 3, 2, 8, 5).astimezone(UTC)  # local on purpose: the words must be those of this PC


def test_moments_are_local():
    assert moment(AT) == "3月2日 8:05"
    assert full_moment(AT) == "2026-03-02 08:05"


def test_months_and_durations():
    assert month_name("2026-03") == "2026年3月"
    assert duration(725) == "12 分 5 秒"

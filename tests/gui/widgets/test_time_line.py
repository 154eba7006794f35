"""What happened when: the day once, then the moments."""

from datetime import UTC, datetime, timedelta

from quizapp.gui.widgets.time_line import TimeLine
from tests.gui.reading import words_of


def test_the_day_stands_once_above_its_moments(show):
    start = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
    line = show(
        TimeLine([(start, "开始作答"), (start + timedelta(seconds=65), "交卷"), (start + timedelta(days=1), "作废")])
    )
    first, second = start.astimezone(), (start + timedelta(days=1)).astimezone()
    assert words_of(line).splitlines() == [
        f"{first:%Y-%m-%d}",
        f"{first:%H:%M:%S}",
        "开始作答",
        f"{first + timedelta(seconds=65):%H:%M:%S}",
        "交卷",
        f"{second:%Y-%m-%d}",
        f"{second:%H:%M:%S}",
        "作废",
    ]


def test_nothing_that_happened_is_nothing_to_show(show):
    assert words_of(show(TimeLine())) == ""

"""Each leaving is a mark with its number on the time of the attempt, and a line of words."""

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.leavings import Leaving
from quizapp.gui.widgets.leaving_line import LeavingLine, Span
from tests.gui.reading import words_of

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
SPAN = Span(START, START + timedelta(minutes=30))


def after(minutes: float, seconds: int) -> Leaving:
    return Leaving(START + timedelta(minutes=minutes), seconds)


def warm_columns(line, theme) -> list[int]:
    """Where the bar is painted in the colour of a leaving."""
    image = line.bar.grab().toImage()
    ink, middle = theme.tone("warn")[0].rgb(), image.height() // 2
    return [x for x in range(image.width()) if image.pixel(x, middle) == ink]


def test_words_and_how_long_in_all(show, theme):
    line = show(LeavingLine(theme, SPAN, [after(5, 12), after(20, 70)]))
    words = words_of(line)
    assert "离开 2 次，共 1 分 22 秒" in words
    assert "第 1 次：" in words and "12 秒" in words and "70 秒" in words
    assert line.bar.accessibleName() == "离开 2 次，共 1 分 22 秒"


def test_a_mark_stands_where_it_was_and_the_shortest_is_seen(show, theme):
    line = show(LeavingLine(theme, SPAN, [after(15, 4)]))
    columns = warm_columns(line, theme)
    assert 4 <= len(columns) <= 12
    assert abs(sum(columns) / len(columns) / line.bar.width() - 0.5) < 0.02


def test_a_long_one_is_as_long_as_it_was(show, theme):
    line = show(LeavingLine(theme, SPAN, [after(30, 900)]))
    assert abs(len(warm_columns(line, theme)) / line.bar.width() - 0.5) < 0.02


@pytest.mark.parametrize(("minutes", "share"), [(-1, 0.0), (0, 0.0), (15, 0.5), (30, 1.0), (99, 1.0)])
def test_what_lies_outside_stands_at_the_edge(minutes, share):
    assert SPAN.share(START + timedelta(minutes=minutes)) == share


def test_an_attempt_without_length_has_room_for_nothing():
    assert Span(START, START).share(START) == 0.0

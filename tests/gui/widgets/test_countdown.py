"""The countdown paints what it is handed, warns in words, and ends once."""

import pytest

from quizapp.gui.widgets.countdown import Countdown, clock_text


@pytest.fixture
def countdown(theme, show) -> Countdown:
    return show(Countdown())


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "00:00"), (59, "00:59"), (60, "01:00"), (1800, "30:00"), (3600, "1:00:00")]
)
def test_seconds_are_written_as_a_clock_does(seconds, text):
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "word"),
    [(301, "剩余时间"), (300, "不足 5 分钟"), (61, "不足 5 分钟"), (60, "不足 1 分钟"), (0, "不足 1 分钟")],
)
def test_short_time_is_a_word(countdown, seconds, word):
    countdown.show_left(seconds)
    assert countdown.word == word
    assert countdown.accessibleName().startswith(word)
    assert countdown.figure == clock_text(seconds)


def test_short_time_is_a_colour_too(countdown):
    countdown.show_left(400)
    calm = countdown.grab().toImage()
    countdown.show_left(300)
    assert countdown.grab().toImage() != calm


def test_it_warns_once_at_each_mark_and_ends_once(countdown):
    warned, ended = [], []
    countdown.warned.connect(warned.append)
    countdown.elapsed.connect(lambda: ended.append(True))
    for seconds in (600, 300, 299, 61, 60, 59, 1, 0, 0, -3):
        countdown.show_left(seconds)
    assert warned == [300, 60]
    assert ended == [True]
    assert countdown.figure == "00:00"


def test_a_late_start_warns_of_what_is_nearest(countdown):
    warned = []
    countdown.warned.connect(warned.append)
    countdown.show_left(40)
    assert warned == [60]


def test_another_attempt_ends_again(countdown):
    ended = []
    countdown.elapsed.connect(lambda: ended.append(True))
    countdown.show_left(0)
    countdown.restart()
    countdown.show_left(10)
    countdown.show_left(0)
    assert len(ended) == 2


def test_in_a_bar_it_is_one_line(countdown):
    countdown.show_left(1234)
    tall = countdown.sizeHint().height()
    countdown.set_flat(True)
    assert countdown.sizeHint().height() < 0.75 * tall
    countdown.set_flat(False)
    assert countdown.sizeHint().height() == tall


def test_its_name_changes_by_the_minute_and_the_figure_tells_none(countdown):
    names = []
    for seconds in range(900, 780, -1):
        countdown.show_left(seconds)
        names.append(countdown.accessibleName())
    assert sorted(set(names)) == ["剩余时间，约 14 分钟", "剩余时间，约 15 分钟"]


def test_it_is_read_out_at_five_minutes_and_at_one_only(countdown, monkeypatch):
    told = []
    monkeypatch.setattr("quizapp.gui.widgets.countdown.announce", lambda _widget, words: told.append(words))
    for seconds in range(400, 0, -1):
        countdown.show_left(seconds)
    assert told == ["不足 5 分钟", "不足 1 分钟"]

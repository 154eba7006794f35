"""Instants and durations as people read them: local time, Chinese order, no zone."""

from datetime import datetime

from quizapp.i18n import _


def moment(at: datetime) -> str:
    """An instant as local date and time: 3月2日 8:30."""
    local = at.astimezone()
    words = _("{month}月{day}日 {hour}:{minute:02}")
    return words.format(month=local.month, day=local.day, hour=local.hour, minute=local.minute)


def full_moment(at: datetime) -> str:
    """An instant with its year: 2026-03-02 08:30."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def month_name(month: str) -> str:
    """A month "2026-03" as people say it."""
    year, number = month.split("-")
    return _("{year}年{month}月").format(year=int(year), month=int(number))


def duration(seconds: int) -> str:
    """A time used: 12 分 5 秒."""
    minutes, rest = divmod(seconds, 60)
    return _("{minutes} 分 {seconds} 秒").format(minutes=minutes, seconds=rest)

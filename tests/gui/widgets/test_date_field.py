"""Days and moments go in and come out as they were; the wheel passes by."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt

from quizapp.gui.widgets.date_field import DateField, MomentField
from tests.gui.widgets.test_choice import turn_wheel


def test_a_day_goes_in_and_out(theme, show):
    field = show(DateField(theme, date(2026, 10, 12)))
    assert field.day == date(2026, 10, 12)
    assert field.text() == "2026-10-12"
    field.set_day(date(2027, 2, 28))
    assert field.day == date(2027, 2, 28)


def test_a_moment_goes_in_and_out(theme, show):
    at = datetime(2026, 10, 12, 9, 30, tzinfo=UTC)
    field = show(MomentField(theme, at))
    assert field.moment == at
    assert field.moment.tzinfo is not None
    field.set_moment(datetime(2026, 12, 31, 23, 59, tzinfo=UTC))
    assert field.moment == datetime(2026, 12, 31, 23, 59, tzinfo=UTC)


def test_the_wheel_changes_it_only_with_the_focus(theme, show):
    field = show(DateField(theme, date(2026, 10, 12)))
    field.clearFocus()
    turn_wheel(field)
    assert field.day == date(2026, 10, 12)
    field.setFocus()
    turn_wheel(field)
    assert field.day != date(2026, 10, 12)


def test_the_week_begins_on_monday_and_follows_the_theme(theme, show):
    calendar = show(DateField(theme, date(2026, 10, 12))).calendarWidget()
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    theme.use(scheme="dark")
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert weekend == theme.colour("muted")

"""Days and moments go in and come out as they were; the wheel passes by."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

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


@pytest.fixture
def chinese():
    former = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    yield
    QLocale.setDefault(former)


@pytest.mark.usefixtures("chinese")
def test_the_calendar_names_the_year_before_the_chinese_month(theme, show):
    calendar = show(DateField(theme, date(2026, 10, 12))).calendarWidget()
    year, month = (calendar.findChild(QToolButton, f"qt_calendar_{name}button") for name in ("year", "month"))
    calendar.resize(calendar.minimumSize())
    calendar.ensurePolished()
    calendar.findChild(QWidget, "qt_calendar_navigationbar").layout().activate()
    assert (year.text(), month.text()) == ("2026", "十月")
    assert year.x() < month.x()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_day_is_painted_in_our_colours(theme, show, scheme):
    theme.use(scheme=scheme)
    calendar = show(DateField(theme, date(2026, 10, 12))).calendarWidget()
    cell = QPixmap(50, 44)
    painter = QPainter(cell)
    calendar.paintCell(painter, QRect(0, 0, 50, 44), QDate(2026, 10, 12))
    painter.end()
    assert cell.toImage().pixelColor(8, 22) == theme.colour("accent")
    assert cell.toImage().pixelColor(0, 0) == theme.colour("surface")


@pytest.mark.parametrize("size", ["standard", "large", "extra"])
def test_days_are_large_enough_to_hit(theme, show, size):
    theme.use(size=size)
    calendar = show(DateField(theme, date(2026, 10, 12))).calendarWidget()
    assert calendar.minimumWidth() / 7 >= theme.sizes.target
    assert calendar.minimumHeight() / 8 >= theme.sizes.target

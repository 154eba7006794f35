"""A day, or a day with a time, typed or taken from a calendar that begins on Monday."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDateTimeEdit, QToolButton, QWidget

from quizapp.gui.theme import SHAPE, Theme


class DateField(QDateEdit):
    """A day; `day` reads and sets it as a `date`."""

    def __init__(self, theme: Theme, day: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self, theme, "yyyy-MM-dd")
        self.set_day(day)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.date().toPython()

    def set_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll(self, event)


class MomentField(QDateTimeEdit):
    """A day and a time of day; `moment` reads it as a `datetime` with the zone of this PC."""

    def __init__(self, theme: Theme, moment: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self, theme, "yyyy-MM-dd HH:mm")
        self.set_moment(moment)

    @property
    def moment(self) -> datetime:
        """The instant shown, aware."""
        return self.dateTime().toPython().replace(second=0, microsecond=0).astimezone()

    def set_moment(self, moment: datetime) -> None:
        """Show another instant, in local time."""
        local = moment.astimezone()
        day, time = QDate(local.year, local.month, local.day), (local.hour, local.minute)
        self.setDateTime(QDateTime.fromString(f"{day.toString(_ISO)}T{time[0]:02}:{time[1]:02}:00", _ISO))

    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll(self, event)


_ISO = Qt.DateFormat.ISODate


def _scroll(field: QDateTimeEdit, event: QWheelEvent) -> None:
    """The wheel scrolls the page until the field has the focus."""
    if field.hasFocus():
        QDateTimeEdit.wheelEvent(field, event)
    else:
        event.ignore()


def _set_up(field: QDateTimeEdit, theme: Theme, shown_as: str) -> None:
    field.setLocale(QLocale())  # a parent may have been made before the language was chosen
    field.setDisplayFormat(shown_as)
    field.setCalendarPopup(True)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.setCalendarWidget(_Calendar(theme))


class _Calendar(QCalendarWidget):
    """Qt's calendar in the colours of the theme, the year before the month in Chinese, days as round as buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setLocale(QLocale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._put_year_first()
        theme.changed.connect(self._refresh)
        self._refresh()

    def _put_year_first(self) -> None:
        """2026 十月, as it is said; the words of Qt's own bar stand the other way round."""
        bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        row = bar.layout() if bar else None
        if row is None or self.locale().language() is not QLocale.Language.Chinese:
            return
        month = self.findChild(QToolButton, "qt_calendar_monthbutton")
        year = self.findChild(QToolButton, "qt_calendar_yearbutton")
        at = row.indexOf(month)
        row.removeWidget(year)
        row.insertWidget(at, year)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        colour, font = self._theme.colour, self._theme.font("body", bold=day == self.selectedDate())
        is_chosen = day == self.selectedDate()
        is_other = day.month() != self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour("surface"))
        if is_chosen or day == QDate.currentDate():
            painter.setBrush(colour("accent") if is_chosen else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), SHAPE.line_width))
            around = QRectF(rect).adjusted(SHAPE.ring_width, SHAPE.ring_width, -SHAPE.ring_width, -SHAPE.ring_width)
            painter.drawRoundedRect(around, SHAPE.field_radius, SHAPE.field_radius)
        is_quiet = day.dayOfWeek() > Qt.DayOfWeek.Friday.value
        ink = "on_accent" if is_chosen else "disabled" if is_other else "muted" if is_quiet else "text"
        painter.setPen(colour(ink))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()

    def _refresh(self) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(self._theme.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
        self.setHeaderTextFormat(quiet)
        side = self._theme.sizes.target
        self.setMinimumSize(side * 8, side * 8)

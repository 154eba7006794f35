"""The hall (考场) of a test while it runs: everybody at their sheets, looked up again every few seconds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from quizapp.core.hall import Hall, Seat
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.hall_words import hall_state
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.hall_acts import HallActs
from quizapp.gui.pages.hall_columns import department_columns, department_totals, seat_columns
from quizapp.gui.tasks import Task
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets import seat_card
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.outage_card import OutageCard
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.gui.widgets.seat_card import SeatCard
from quizapp.i18n import _
from quizapp.services.bundle import Services

_REFRESH_MS = 3000
_LEAST_ROWS = 5


class HallPage(PageFrame):
    """`went_back` to the tests; `record_wanted` carries the attempt whose sheet is to be seen."""

    went_back = Signal()
    record_wanted = Signal(int)

    def __init__(self, doors: Doors, services: Services, actor: Actor, exam_id: int) -> None:
        super().__init__(doors.theme, _("考场"))
        self._doors, self._services, self._actor, self._exam_id = doors, services, actor, exam_id
        self.hall: Hall | None = None
        self._look: Task | None = None
        self._build()
        self.acts = HallActs(doors, services, actor, self)
        self._connect()

    def enter(self) -> None:
        self._look_again()

    def show_hall(self, hall: Hall) -> None:
        """Show the hall as it stands now; who is selected, and what is in view, stays."""
        self.hall = hall
        self.set_title(_("考场：{title}").format(title=hall.title))
        self.set_state(hall_state(hall))
        self.all_button.setVisible(hall.is_open and bool(hall.running))
        self.outage.show_hall(hall)
        self.seats.renew(hall.seats)
        self.departments.renew(hall.departments, totals=department_totals(hall.departments))
        self._on_selection_changed()

    def _build(self) -> None:
        theme = self._doors.theme
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.all_button = self.add_action(_("全体加时"), icon="timer")
        self.all_button.hide()
        self.outage = OutageCard(theme)
        self.search = SearchBox(theme, _("查找姓名、科室、状态"))
        self.seats = DataTable(
            theme,
            RowsModel(seat_columns(), key=lambda seat: seat.attempt_id),
            empty_text=_("还没有人开始作答。"),
            multiple=True,
            name=_("考场"),
        )
        model = RowsModel(department_columns(), key=lambda row: row.name)
        self.departments = DataTable(theme, model, empty_text=_("没有应考人员。"), name=_("科室进度"))
        self.card = SeatCard(theme)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._tab(self.search, self.seats), _("人员"))
        self.tabs.addTab(self._tab(self.departments), _("科室进度"))
        scroller = Scroller()
        scroller.body.addWidget(self.outage)
        scroller.body.addWidget(self.tabs, 1)
        self.content.addWidget(scroller, 1)
        self.content.addWidget(self.card)
        theme.changed.connect(self._fit)
        self._fit()
        self._refresh = QTimer(self, interval=_REFRESH_MS)

    def _tab(self, *widgets: QWidget) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, SPACE.snug, 0, 0)
        column.setSpacing(SPACE.snug)
        for widget in widgets:
            column.addWidget(widget)
        return tab

    def _fit(self) -> None:
        """Some rows are always in view: where there is no room for all, the page scrolls."""
        for table in (self.seats, self.departments):
            table.setMinimumHeight(self._doors.theme.sizes.row * _LEAST_ROWS)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.search.searched.connect(self.seats.filter_words)
        self.seats.selection_changed.connect(self._on_selection_changed)
        self.tabs.currentChanged.connect(self._on_selection_changed)
        self.seats.activated.connect(self._on_seat_activated)
        self.card.wanted.connect(self._on_card_wanted)
        self.outage.make_up_wanted.connect(lambda outage: self.acts.make_up(self.hall, outage))
        self.outage.postpone_wanted.connect(lambda outage: self.acts.postpone(self.hall, outage))
        self.outage.paper_wanted.connect(lambda outage: self.acts.move_to_paper(self.hall, outage))
        self.acts.done.connect(self._look_again)
        self._refresh.timeout.connect(self._look_again)

    def _look_again(self) -> None:
        """One look at a time: a slow disk is not asked twice."""
        if self._look is not None:
            return
        look = partial(self._services.invigilation.view, self._actor, self._exam_id)
        self._look = self._doors.tasks.run(look, on_done=self._on_looked, on_failed=self.banner.show_error)
        self._look.ended.connect(self._on_look_ended)

    def _on_looked(self, hall: Hall) -> None:
        self.show_hall(hall)

    def _on_look_ended(self) -> None:
        self._look = None
        if self.isVisible():
            self._refresh.start()

    def _on_selection_changed(self, _tab: int = 0) -> None:
        if self.hall is not None:
            is_seen = self.tabs.currentIndex() == 0
            self.card.show_seats(self.seats.selected if is_seen else [], self.hall)
            self.outage.set_brief(self.card.isVisibleTo(self))

    def _on_seat_activated(self, seat: Seat) -> None:
        self.record_wanted.emit(seat.attempt_id)

    def _on_all_clicked(self) -> None:
        if self.hall is not None:
            self.acts.add_time(self.hall, self.hall.running)

    def _on_card_wanted(self, act: str, seats: Sequence[Seat]) -> None:
        if self.hall is None or not seats:
            return
        if act == seat_card.ADD_TIME:
            self.acts.add_time(self.hall, seats)
        elif act == seat_card.REOPEN:
            self.acts.reopen(self.hall, seats[0])
        elif act == seat_card.END:
            self.acts.end(seats[0])
        else:
            self.record_wanted.emit(seats[0].attempt_id)

    def hideEvent(self, event: QHideEvent) -> None:
        self._refresh.stop()
        super().hideEvent(event)

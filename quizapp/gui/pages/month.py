"""The organiser's first page: this month's tests with the one next step of each, and what is left to do."""

from PySide6.QtCore import Signal

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _
from quizapp.services.bundle import Services


class MonthPage(PageFrame):
    """`went_to` carries the key of another page."""

    went_to = Signal(str)

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__(doors.theme, _("本月"))

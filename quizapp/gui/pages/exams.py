"""All tests in a table, with what can be done with each in its state."""

from PySide6.QtCore import Signal

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _
from quizapp.services.bundle import Services


class ExamsPage(PageFrame):
    """`went_to` carries the key of another page."""

    went_to = Signal(str)

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__(doors.theme, _("测试"))

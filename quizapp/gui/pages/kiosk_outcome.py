"""The score for a few seconds, then the PC is the next person's; whoever wants to look longer says so."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from quizapp.core.desk import Outcome
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

RETURN_AFTER_S = 10
STAY_S = 60
_SECOND_MS = 1000


class KioskOutcomePage(Page):
    """`is_over` when the time is up or somebody wants to go on; the mouse and other keys change nothing."""

    is_over = Signal()

    def __init__(self, doors: Doors, outcome: Outcome) -> None:
        super().__init__()
        self._doors = doors
        self._left_s = RETURN_AFTER_S
        self.outcome = OutcomePage(doors, outcome)
        self.outcome.back_button.hide()  # there is no page of one's own to go back to
        self.outcome.review_button.hide()  # the next one waits: sheets are looked at elsewhere
        self._build()
        self._ticks = QTimer(self, interval=_SECOND_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._show()

    def enter(self) -> None:
        self.go_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ticks.start()

    def leave(self) -> bool:
        self._ticks.stop()
        return True

    def _build(self) -> None:
        theme = self._doors.theme
        self.line = Text("", "title")
        self.stay_button = Button(theme, _("多看一会"), icon="clock")
        self.stay_button.clicked.connect(self._on_stay_clicked)
        self.go_button = Button(theme, _("现在返回"), kind="primary", icon="arrow-right")
        self.go_button.clicked.connect(self._end)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE.broad, SPACE.snug, SPACE.broad, SPACE.snug)
        row.setSpacing(SPACE.snug)
        row.addWidget(self.line, 1)
        row.addWidget(self.stay_button)
        row.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.outcome, 1)
        column.addWidget(foot)

    def _show(self) -> None:
        self.line.setText(_("{seconds} 秒后返回，请下一位").format(seconds=self._left_s))

    def _on_tick(self) -> None:
        self._left_s -= 1
        self._show()
        if self._left_s <= 0:
            self._end()

    def _on_stay_clicked(self) -> None:
        self._left_s = STAY_S
        self._show()

    def _end(self) -> None:
        self._ticks.stop()
        self.is_over.emit()

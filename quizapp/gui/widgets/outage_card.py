"""An outage that several lost time in, said in one line, with the three ways to deal with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.hall import Hall
from quizapp.core.lost_time import Outage
from quizapp.gui.hall_words import outage_title, outage_words
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class OutageCard(QFrame):
    """Hidden while there is none; each signal carries the outage. Of several the largest is shown first."""

    make_up_wanted = Signal(object)
    postpone_wanted = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "warn")
        self._theme = theme
        self.outage: Outage | None = None
        self._is_brief = False
        self.title = Text("", "title")
        self.why = Text("")
        self.make_up_button = Button(theme, _("统一补时"), kind="primary", icon="timer")
        self.postpone_button = Button(theme, _("改期"), icon="calendar")
        self.paper_button = Button(theme, _("转纸考"), icon="file-text")
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self.title)
        words.addWidget(self.why)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.tight)
        buttons.addStretch(1)
        for button, wanted in (
            (self.paper_button, self.paper_wanted),
            (self.postpone_button, self.postpone_wanted),
            (self.make_up_button, self.make_up_wanted),
        ):
            buttons.addWidget(button)
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(self.outage))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(SPACE.normal, SPACE.snug, SPACE.normal, SPACE.snug)
        self._halves.setSpacing(SPACE.normal)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(buttons)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_hall(self, hall: Hall) -> None:
        """Offer to deal with the largest outage of a hall that is open."""
        self.outage = hall.outages[0] if hall.outages and hall.is_open else None
        self.setVisible(self.outage is not None)
        if self.outage is not None:
            self.title.setText(outage_title(self.outage))
            self.why.setText(outage_words(self.outage, hall.seats_of(self.outage)))

    def set_brief(self, brief: bool) -> None:
        """At the largest text, leave the room to who is selected: one line."""
        self._is_brief = brief
        self._fit()

    def _fit(self) -> None:
        """At the largest text the buttons stand below the words, or beside the one line."""
        ways, is_large = QBoxLayout.Direction, self._theme.size == "extra"
        self.why.setVisible(not (is_large and self._is_brief))
        is_high = is_large and not self._is_brief
        self._halves.setDirection(ways.TopToBottom if is_high else ways.LeftToRight)

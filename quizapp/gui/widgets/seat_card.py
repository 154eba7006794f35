"""Who is selected in the hall: what was lost and why, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.hall import Hall, Seat
from quizapp.gui.hall_words import names_text, why_words
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import N_, _

ADD_TIME, REOPEN, END, RECORD = "add_time", "reopen", "end", "record"
_WORDS = {
    RECORD: (N_("查看答卷"), "list-numbers"),
    END: (N_("结束作答"), "stop-circle"),
    REOPEN: (N_("重新开放"), "arrow-counter-clockwise"),
    ADD_TIME: (N_("加时"), "timer"),
}


class SeatCard(Card):
    """`wanted` carries the act and the selected seats."""

    wanted = Signal(str, object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._seats: Sequence[Seat] = ()
        self._who = Text("", "title")
        self._why = Text("", "muted")
        self.buttons: dict[str, Button] = {}
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self._who)
        words.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addStretch(1)
        for act, (word, icon) in _WORDS.items():
            button = self.buttons[act] = Button(theme, _(word), icon=icon)
            button.clicked.connect(lambda _checked=False, act=act: self.wanted.emit(act, self._seats))
            row.addWidget(button)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(SPACE.snug)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(row)
        self.body.addLayout(self._halves)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_seats(self, seats: Sequence[Seat], hall: Hall) -> None:
        """Offer what can be done with those selected; nobody: hide."""
        self._seats = seats
        self.setVisible(bool(seats))
        if not seats:
            return
        alone = seats[0] if len(seats) == 1 else None
        if alone:
            self._who.setText(_("{name} · {department}").format(name=alone.name, department=alone.department))
            self._why.setText(why_words(alone))
        else:
            self._who.setText(_("已选 {names}").format(names=names_text([seat.name for seat in seats])))
            self._why.setText("")
        self._why.setVisible(bool(alone))
        running = [seat for seat in seats if seat.is_running]
        self.buttons[ADD_TIME].setVisible(hall.is_open and bool(running))
        self.buttons[END].setVisible(hall.is_open and alone is not None and alone.is_running)
        self.buttons[REOPEN].setVisible(hall.may_reopen and alone is not None and not alone.is_running)
        self.buttons[RECORD].setVisible(alone is not None)

    def _fit(self) -> None:
        """At the largest text the buttons stand below the words."""
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if self._theme.size == "extra" else ways.LeftToRight)

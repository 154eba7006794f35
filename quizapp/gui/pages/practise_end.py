"""After a set: how it went in one figure, what became of the mistakes book, and what can be done next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.pages.practise import PracticeTally
from quizapp.gui.practice_words import title_of
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n

_CARD_LETTERS = 34
_WELL = 0.8


class PractiseEndPage(Page):
    """`chosen` carries what to practise next; `went_back` returns to my page."""

    chosen = Signal(object)
    went_back = Signal()

    def __init__(self, doors: Doors, tally: PracticeTally) -> None:
        super().__init__()
        self._doors = doors
        self._tally = tally
        self._build()

    def enter(self) -> None:
        self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme, tally = self._doors.theme, self._tally
        middle = Qt.AlignmentFlag.AlignHCenter
        card = Card()
        card.body.setContentsMargins(SPACE.vast, SPACE.broad, SPACE.vast, SPACE.broad)
        card.body.setSpacing(SPACE.normal)
        card.body.addWidget(Text(title_of(tally.choice), "title", wraps=False), 0, middle)
        figure = _("{right} / {count}").format(right=tally.right, count=tally.answered)
        self.figure = Text(figure, "score", wraps=False)
        card.body.addWidget(self.figure, 0, middle)
        card.body.addWidget(Badge(theme, *_grade(tally)), 0, middle)
        self.words = Text("\n".join(_sentences(tally)))
        self.words.setAlignment(middle)
        card.body.addWidget(self.words)
        card.body.addSpacing(SPACE.tight)
        card.body.addLayout(self._build_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS))

    def _build_buttons(self) -> QHBoxLayout:
        """The day's ten are enough for a day; of everything else there is more."""
        theme, choice = self._doors.theme, self._tally.choice
        is_daily = choice.mode is PracticeMode.DAILY
        self.back_button = Button(theme, _("返回我的页面"), icon="house", kind="primary" if is_daily else "secondary")
        self.back_button.clicked.connect(self.went_back)
        if is_daily:
            other = Button(theme, _("练错题本"), icon="notebook")
            if self._tally.right == self._tally.answered:
                other.hide()
            next_choice = PracticeChoice(PracticeMode.MISTAKES)
        else:
            other = Button(theme, _("再练一组"), icon="arrow-right", kind="primary")
            next_choice = choice
        other.clicked.connect(lambda: self.chosen.emit(next_choice))
        self.next_button = other
        self.main_button = self.back_button if is_daily else other
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (other, self.back_button) if is_daily else (self.back_button, other):
            row.addWidget(button)
        row.addStretch(1)
        return row


def _grade(tally: PracticeTally) -> tuple[str, str]:
    if tally.right == tally.answered:
        return _("全部答对"), "good"
    return (_("答得不错"), "good") if tally.right >= _WELL * tally.answered else (_("继续加油"), "info")


def _sentences(tally: PracticeTally) -> list[str]:
    """What became of the mistakes book, and what comes next."""
    said = [_("答对 {right} 题，共练 {count} 题。").format(right=tally.right, count=tally.answered)]
    if tally.new_mistakes:
        words = _n(
            "{count} 道题放进了错题本，连续答对两次就移出。",
            "{count} 道题放进了错题本，连续答对两次就移出。",
            tally.new_mistakes,
        )
        said.append(words.format(count=tally.new_mistakes))
    if tally.left_book:
        words = _n("{count} 道题移出了错题本。", "{count} 道题移出了错题本。", tally.left_book)
        said.append(words.format(count=tally.left_book))
    if tally.choice.mode is PracticeMode.DAILY and tally.answered < tally.total:
        said.append(_("今天的十题还没练完，随时可以接着练。"))
    elif tally.choice.mode is PracticeMode.DAILY:
        said.append(_("今天的十题练完了，明天见。"))
    return said

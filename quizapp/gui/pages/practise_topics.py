"""What there is to practise: each bank with its categories, and how many questions of each were met."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import PracticeBank, PracticeDesk, PracticeOverview, PracticeTopic
from quizapp.gui.doors import Doors
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.reading_frame import ReadingFrame
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_COLUMNS = {"standard": 3, "large": 3, "extra": 2}
_NAME_LETTERS = 11


class PractiseTopicsPage(ReadingFrame):
    """`chosen` carries what to practise; `went_back` returns to my page."""

    chosen = Signal(object)
    went_back = Signal()

    def __init__(self, doors: Doors, desk: PracticeDesk, token: str) -> None:
        super().__init__(doors.theme)
        self._doors, self._desk, self._token = doors, desk, token
        self._build()

    def enter(self) -> None:
        look_up = partial(self._desk.practice, self._token)
        self._doors.tasks.look_up(look_up, on_done=self.show_overview, on_failed=self.banner.show_error)

    def show_overview(self, page: PracticeOverview) -> None:
        """Show the banks."""
        self.clear_cards()
        if not page.banks:
            text = _("题库里还没有题目，或者题目正用于考试，考试结束以后再来。")
            self.cards.addWidget(EmptyState(self._doors.theme, "books", _("现在没有可以练习的题"), text), 1)
            return
        for bank in page.banks:
            self.cards.addWidget(self._bank_card(bank, is_closed=page.is_closed))
        self.cards.addStretch(1)
        if page.is_closed:
            self.banner.say("info", _("您正在考试，交卷以后再来自学。"), closable=False)

    def _build(self) -> None:
        self.words.addWidget(Text(_("分类练习"), "heading", wraps=False))
        self.words.addWidget(Text(_("选一类，先练没见过的题；每组十题，不计成绩。"), "muted"))
        self.back_button = Button(self._doors.theme, _("返回"), icon="arrow-left")
        self.back_button.clicked.connect(self.went_back)
        self.head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)

    def _bank_card(self, bank: PracticeBank, *, is_closed: bool) -> QWidget:
        theme = self._doors.theme
        card = Card(bank.name)
        progress = _("见过 {seen} / {total} 题").format(seen=bank.seen, total=bank.total)
        card.head.addWidget(Text(progress, "muted", wraps=False))
        whole = Button(theme, _("练整个题库"), icon="books")
        whole.clicked.connect(lambda: self.chosen.emit(PracticeChoice(PracticeMode.TOPIC, bank.id)))
        whole.setEnabled(not is_closed)
        card.head.addWidget(whole)
        grid = QGridLayout()
        grid.setSpacing(SPACE.snug)
        columns = _COLUMNS[theme.size]
        for at, topic in enumerate(bank.topics):
            button = self._topic_button(bank.id, topic)
            button.setEnabled(not is_closed)
            grid.addWidget(button, at // columns, at % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        card.body.addLayout(grid)
        return card

    def _topic_button(self, bank_id: int, topic: PracticeTopic) -> Button:
        theme = self._doors.theme
        name = topic.category or _("未分类")
        room = theme.letters(_NAME_LETTERS)
        short = QFontMetrics(theme.font("body")).elidedText(name, Qt.TextElideMode.ElideRight, room)
        words = _("{topic}　{seen} / {total}")
        counts = {"seen": topic.seen, "total": topic.total}
        button = Button(theme, words.format(topic=short, **counts))
        full = _("{topic}，见过 {seen} 题，共 {total} 题").format(topic=name, **counts)
        button.setAccessibleName(full)
        button.setToolTip(full)
        choice = PracticeChoice(PracticeMode.TOPIC, bank_id, topic.category)
        button.clicked.connect(lambda: self.chosen.emit(choice))
        return button

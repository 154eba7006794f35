"""Practising on my page: the day's ten as the main button, everything else as quiet choices beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import PracticeOverview
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class PracticeCard(Card):
    """`chosen` carries what to practise, `more_wanted` asks for the banks and their categories."""

    chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme, *, is_main: bool, parent: QWidget | None = None) -> None:
        """`is_main`: nothing else on the page is to be done first."""
        super().__init__(_("每日自学"), parent=parent)
        self.is_main = is_main
        self._mode = PracticeMode.DAILY
        self.state = Badge(theme, "", "neutral")
        self.state.hide()
        self.head.addWidget(self.state)
        self.words = Text(_("每天十道题，不计成绩；答完一题就看解析。"), "muted")
        kind = "primary" if is_main else "secondary"
        self.main_button = Button(theme, _("开始每日十题"), kind=kind, icon="book-open")
        self.mistakes_button = Button(theme, _("错题本"), kind="quiet", icon="notebook")
        self.favourites_button = Button(theme, _("我的收藏"), kind="quiet", icon="star")
        self.random_button = Button(theme, _("随机练习"), kind="quiet", icon="shuffle")
        self.topics_button = Button(theme, _("分类练习"), kind="quiet", icon="list-bullets")
        self._build()
        self._connect()
        self._enable(False)

    def show_overview(self, page: PracticeOverview) -> None:
        """Show how far I am."""
        is_done = 0 < page.daily_total == page.daily_done
        self._mode = PracticeMode.RANDOM if is_done else PracticeMode.DAILY
        self.main_button.setText(_main_word(page))
        self.mistakes_button.setText(_("错题本 {count}").format(count=page.mistakes))
        self.favourites_button.setText(_("我的收藏 {count}").format(count=page.favourites))
        self.state.setVisible(page.total > 0)
        progress = _("今天 {done} / {total}").format(done=page.daily_done, total=page.daily_total)
        self.state.set_state(progress, "good" if is_done else "info" if page.daily_done else "neutral")
        if page.is_closed:
            self.words.setText(_("您正在考试，交卷以后再来自学。"))
        elif not page.total:
            self.words.setText(_("现在没有可以练习的题：题库还是空的，或者题目正用于考试。"))
        elif is_done:
            self.words.setText(_("今天的十题练完了，明天见。"))
        self._enable(not page.is_closed)
        self.main_button.setEnabled(bool(page.total) and not page.is_closed)
        self.random_button.setEnabled(self.main_button.isEnabled())
        self.topics_button.setEnabled(self.main_button.isEnabled())
        self.random_button.setVisible(not is_done)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(self.words, 1)
        row.addWidget(self.main_button, 0, Qt.AlignmentFlag.AlignBottom)
        quiet = QHBoxLayout()
        quiet.setSpacing(SPACE.hair)
        for button in self._quiet:
            quiet.addWidget(button)
        quiet.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE.tight)
        column.addLayout(row)
        column.addLayout(quiet)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.main_button.clicked.connect(lambda: self.chosen.emit(PracticeChoice(self._mode)))
        modes = (PracticeMode.MISTAKES, PracticeMode.FAVOURITES, PracticeMode.RANDOM)
        for button, mode in zip(self._quiet, modes, strict=False):
            button.clicked.connect(lambda _checked=False, mode=mode: self.chosen.emit(PracticeChoice(mode)))
        self.topics_button.clicked.connect(self.more_wanted)

    @property
    def _quiet(self) -> tuple[Button, ...]:
        return self.mistakes_button, self.favourites_button, self.random_button, self.topics_button

    def _enable(self, is_open: bool) -> None:
        for button in (self.main_button, *self._quiet):
            button.setEnabled(is_open)


def _main_word(page: PracticeOverview) -> str:
    if 0 < page.daily_total == page.daily_done:
        return _("再随机练十题")
    return _("继续每日十题") if page.daily_done else _("开始每日十题")

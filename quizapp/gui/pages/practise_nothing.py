"""A set without questions: why, in kind words, and what can be done instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from quizapp.core.practice_desk import PracticeSet
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.practice_words import empty_words
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.i18n import _


class PractiseNothingPage(Page):
    """`went_back` returns to my page."""

    went_back = Signal()

    def __init__(self, doors: Doors, made: PracticeSet) -> None:
        super().__init__()
        icon, title, text = empty_words(made.choice, is_done=made.done > 0)
        self.words = EmptyState(doors.theme, icon, title, text, action=_("返回我的页面"))
        self.words.acted.connect(self.went_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.broad, SPACE.wide, SPACE.broad)
        column.addWidget(self.words)

    def enter(self) -> None:
        self.words.action_button.setFocus(Qt.FocusReason.OtherFocusReason)

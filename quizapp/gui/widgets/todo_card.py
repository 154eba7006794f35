"""A short list of what is to be done, what is done already ticked off."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class TodoCard(Card):
    """Steps in their order, each done or not; the first that is not done stands out."""

    def __init__(self, title: str, steps: Sequence[tuple[bool, str]]) -> None:
        super().__init__(title)
        column = QVBoxLayout()
        column.setSpacing(SPACE.hair)
        is_first = True
        for is_done, words in steps:
            line = _("√ {words}") if is_done else _("○ {words}")
            is_next = not is_done and is_first
            column.addWidget(Text(line.format(words=words), "label" if is_next else "muted"))
            is_first = is_first and is_done
        self.body.addLayout(column)

"""The anatomy of an organiser's page: title, one sentence of state, actions at the right, banner, content."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text


class PageFrame(Page):
    """Fill `content` (a column); say what is the case with `set_state`; messages go to `banner`."""

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._title = Text(title, "heading", wraps=False)
        self._state = Text("", "muted")
        self._state.hide()
        self.banner = Banner(theme)
        self.content = QVBoxLayout()
        self.content.setSpacing(SPACE.normal)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE.snug)
        self._lay_out()

    @property
    def state(self) -> str:
        """The sentence under the title."""
        return self._state.text()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_state(self, sentence: str) -> None:
        """One sentence on what is the case."""
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))

    def add_action(self, text: str, *, icon: str = "", kind: str = "secondary") -> Button:
        """A button at the right of the title; the primary one comes last."""
        button = Button(self.theme, text, icon=icon, kind=kind)
        self._actions.addWidget(button)
        return button

    def add_beside(self, widget: QWidget) -> None:
        """Something else at the right of the title: where one is in a sequence of steps."""
        self._actions.addWidget(widget)

    def _lay_out(self) -> None:
        words = self._words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self._title)
        words.addWidget(self._state)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addLayout(words, 1)
        head.addLayout(self._actions)
        head.setAlignment(self._actions, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.broad, SPACE.wide, SPACE.broad, SPACE.wide)
        column.setSpacing(SPACE.normal)
        self._top = QVBoxLayout()
        self._top.setSpacing(SPACE.hair)
        self._top.addLayout(head)
        column.addLayout(self._top)
        column.addWidget(self.banner)
        column.addLayout(self.content, 1)
        self._fold()

    def _fold(self) -> None:
        """Where title and actions have no room beside one another, the actions go below the title.

        A sentence that would be wrapped beside the actions goes below both.
        """
        room = self.width() - 2 * SPACE.broad - SPACE.wide - self._actions.sizeHint().width()
        is_narrow = self._title.sizeHint().width() > room
        is_long = not is_narrow and self._state.fontMetrics().horizontalAdvance(self.state) > room
        place = self._top if is_long else self._words
        if place.indexOf(self._state) < 0:
            place.addWidget(self._state)  # which takes it out of where it was
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._head.setSpacing(SPACE.tight if is_narrow else SPACE.wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # an action came, or its words changed
            self._fold()
        return super().event(event)

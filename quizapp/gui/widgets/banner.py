"""A message in the page: what happened, why, what to do, and one button that does it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from quizapp.gui.announce import announce
from quizapp.gui.failures import Message, message_of
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_ICONS = {"good": "check-circle", "warn": "warning", "bad": "x-circle", "info": "info"}


class Banner(QFrame):
    """Hidden until `show_message`; tones info, good, warn, bad."""

    acted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "info"
        self._build()
        theme.changed.connect(self._refresh)
        self.hide()

    @property
    def tone(self) -> str:
        """The tone now showing."""
        return self._tone

    @property
    def message(self) -> str:
        """All its words in one text."""
        return "\n".join(part for part in (self._title.text(), self._text.text()) if part)

    def say(self, tone: str, title: str, text: str = "", *, action: str = "", closable: bool = True) -> None:
        """Show a message; `action` names the one button, which emits `acted`."""
        self._tone = tone
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        place = Qt.AlignmentFlag.AlignTop if text else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._mark, place)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self.close_button.setVisible(closable)
        self.setAccessibleName(self.message)
        self._refresh()
        self.show()
        announce(self, self.message)

    def show_message(self, message: Message, *, action: str = "") -> None:
        """Show a `Message`; one that can be retried gets a button 重试 unless `action` names another."""
        label = action or (_("重试") if message.can_retry else "")
        self.say(message.tone, message.title, message.text, action=label)

    def show_error(self, error: BaseException, *, action: str = "") -> None:
        """Show what to say about an error that was handed back."""
        self.show_message(message_of(error), action=action)

    def clear(self) -> None:
        """Take the message away."""
        self.hide()

    def _build(self) -> None:
        self._mark = QLabel()
        self._title = Text(role="label")
        self._text = Text()
        self.action_button = Button(self._theme, "")
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(_("关闭这条消息"))
        self.close_button.setToolTip(_("关闭这条消息"))
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.normal, SPACE.tight, SPACE.tight, SPACE.tight)
        row.setSpacing(SPACE.snug)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.action_button.clicked.connect(self.acted)
        self.close_button.clicked.connect(self._on_close_clicked)

    def _refresh(self) -> None:
        ink = "accent" if self._tone == "info" else self._tone
        side = round(self._theme.sizes.body * 2)
        self._mark.setPixmap(self._theme.icon(_ICONS[self._tone], ink).pixmap(side, side))
        self.close_button.setIconSize(QSize(side, side) * 0.8)
        self.close_button.setIcon(self._theme.icon("x", "muted"))
        self.setProperty("banner", self._tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()

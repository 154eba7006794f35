"""A login code or recovery code that is shown once, large: to be told, copied or printed, then put away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class SecretCard(Card):
    """Hidden until `show_secret`; `print_wanted` when it is to be printed."""

    print_wanted = Signal()

    def __init__(self, theme: Theme, *, can_print: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Text("", "label")
        self.secret = Text("", "figure", wraps=False)
        self.secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hint = Text("", "small")
        self.copy_button = Button(theme, _("复制"), icon="copy")
        self.print_button = Button(theme, _("打印"), icon="printer")
        self.close_button = Button(theme, _("知道了"))
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self._title)
        words.addWidget(self.secret)
        words.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.snug)
        for button in (self.copy_button, self.print_button, self.close_button):
            buttons.addWidget(button)
        if can_print:  # what is worth printing is long: the buttons stand below it
            buttons.addStretch(1)
        parts = QBoxLayout(QBoxLayout.Direction.TopToBottom if can_print else QBoxLayout.Direction.LeftToRight)
        parts.setSpacing(SPACE.snug)
        parts.addLayout(words, 1)
        parts.addLayout(buttons)
        self.body.addLayout(parts)
        self.print_button.setVisible(can_print)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.print_button.clicked.connect(self.print_wanted)
        self.close_button.clicked.connect(self.put_away)
        self.hide()

    def show_secret(self, title: str, secret: str, hint: str) -> None:
        """Show a secret; `title` says whose it is, `hint` what is to be done with it."""
        self._title.setText(title)
        self.secret.setText(secret)
        self._hint.setText(hint)
        self.copy_button.setText(_("复制"))
        self.show()
        self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget the secret and hide."""
        self.secret.setText("")
        self.hide()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.secret.text())
        self.copy_button.setText(_("已复制"))

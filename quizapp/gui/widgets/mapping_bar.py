"""How a file was understood, and the way to change that; says so where it was read as at an earlier import."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class MappingBar(QWidget):
    """Put `sentence` into words elsewhere; `mapping_wanted` and `forget_wanted` when the buttons are pressed."""

    mapping_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, theme: Theme, sentence: Text, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = Text(_("按上次对同样标题的设置读取。"), "muted")
        self.forget_button = Button(theme, _("不用这个设置"), kind="quiet", compact=True)
        self._theme = theme
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(SPACE.hair)
        self.mapping_button = self.add_button(_("列的对应"), icon="columns")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(sentence)
        told = QHBoxLayout()
        told.setSpacing(SPACE.snug)
        told.addWidget(self._remark)
        told.addWidget(self.forget_button)
        told.addStretch(1)
        words.addLayout(told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.snug)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        self.mapping_button.clicked.connect(self.mapping_wanted)
        self.forget_button.clicked.connect(self.forget_wanted)
        self.set_state(has_tables=False, is_remembered=False)

    def add_button(self, text: str, *, icon: str) -> Button:
        """One more button at the right, below the others."""
        button = Button(self._theme, text, icon=icon, compact=True)
        self._buttons.addWidget(button)
        return button

    def set_state(self, *, has_tables: bool, is_remembered: bool) -> None:
        """Whether there is anything to map, and whether that was said at an earlier import."""
        self.mapping_button.setVisible(has_tables)
        for part in (self._remark, self.forget_button):
            part.setVisible(is_remembered)

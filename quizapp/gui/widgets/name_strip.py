"""Asks for a name in the page: one field, what it is for, and what is wrong with it beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.field import Field
from quizapp.i18n import _

_LONGEST = 60


class NameStrip(QFrame):
    """Hidden until `ask`; `named` carries the name. Answer with `done` or `refuse`; Escape takes it away."""

    named = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self._field = Field("", self.name)
        self.save_button = Button(theme, "", kind="primary")
        self.cancel_button = Button(theme, _("取消"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self._field, 1)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.normal, SPACE.wide, SPACE.normal)
        column.addLayout(row)
        self.name.returnPressed.connect(self._on_save_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.cancel_button.clicked.connect(self.done)
        self.hide()

    @property
    def error(self) -> str:
        """What is said to be wrong with the name."""
        return self._field.error

    def ask(self, label: str, *, action: str, name: str = "") -> None:
        """Show the field; `action` is the verb on the button, `name` what it begins with."""
        self._field.set_label(label)
        self._field.set_error("")
        self.save_button.setText(action)
        self.save_button.setEnabled(True)
        self.name.setText(name)
        self.show()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say why the name cannot be taken."""
        self.save_button.setEnabled(True)
        self._field.set_error(words)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self) -> None:
        """Take the field away."""
        self.hide()

    def _on_save_clicked(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.refuse(_("请填写名称。"))
        elif self.save_button.isEnabled():
            self.save_button.setEnabled(False)
            self.named.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done()
        else:
            super().keyPressEvent(event)

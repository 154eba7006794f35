"""A form row: label above, control, a hint or what is wrong below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class Field(QWidget):
    """Wraps `control`; `set_error` says what is wrong beside it."""

    def __init__(
        self, label: str, control: QWidget, *, hint: str = "", required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        words = _("{label}（必填）").format(label=label) if required else label
        self._label = Text(words, "label")
        self._label.setBuddy(control)
        self._note = Text(hint, "small")
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self._note)
        self._note.setVisible(bool(hint))  # only now: a widget without parent would open as a window
        column.addStretch(1)  # side by side, labels stand at one height

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label.setText(label)
        self.control.setAccessibleName(label)

    @property
    def note(self) -> str:
        """What stands below the control: the hint, or what is said about the entry."""
        return self._note.text()

    @property
    def error(self) -> str:
        """What is said to be wrong, empty if nothing is."""
        return self._note.text() if self._note.property("tone") == "bad" else ""

    def set_error(self, text: str, *, tone: str = "bad") -> None:
        """Say what is wrong with the entry and how to mend it (`tone` warn: a doubt); an empty text takes it back."""
        self._note.setText(text or self._hint)
        self._note.setVisible(bool(text or self._hint))
        self._note.set_tone(tone if text else "")
        self.control.setAccessibleDescription(text or self._hint)
        self.control.setProperty("wrong", bool(text) and tone == "bad")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

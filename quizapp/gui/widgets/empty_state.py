"""What stands where nothing is yet: an icon, a sentence, and one button that begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text

_LETTERS_WIDE = 24


class EmptyState(QWidget):
    """`acted` when its button is pressed; without `action` there is no button."""

    acted = Signal()

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str = "", *, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._mark = QLabel()
        self._title = Text(title, "title", wraps=False)
        self._text = Text(text, "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.action_button = Button(theme, action, kind="primary")
        self.action_button.clicked.connect(self.acted)
        self._build()
        self._text.setVisible(bool(text))
        self.action_button.setVisible(bool(action))
        theme.changed.connect(self._refresh)
        self._refresh()

    def set_text(self, title: str, text: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.broad, SPACE.wide, SPACE.broad)
        column.setSpacing(SPACE.tight)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._mark, 0, middle)
        column.addSpacing(SPACE.tight)
        column.addWidget(self._title, 0, middle)
        row = QHBoxLayout()  # with an alignment of its own, a text is not asked how high it is at its width
        row.addStretch(1)
        row.addWidget(self._text)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(SPACE.tight)
        column.addWidget(self.action_button, 0, middle)
        column.addStretch(2)

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 4)
        self._mark.setPixmap(self._theme.icon(self._icon, "disabled").pixmap(side, side))
        self._text.setFixedWidth(self._theme.letters(_LETTERS_WIDE))

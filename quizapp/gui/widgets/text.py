"""Words on a page: a label that wraps, keeps the reading line spacing, and never takes its text for markup."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.gui.theme import READING_LINE_PERCENT

_SINGLE_LINE_ROLES = ("heading", "title", "label", "figure")


class Text(QLabel):
    """Roles: heading, title, body, stem, small, muted, label, figure. `text()` is always what was put in."""

    def __init__(
        self, text: str = "", role: str = "body", *, tone: str = "", wraps: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plain = ""
        self._is_spaced = wraps and role not in _SINGLE_LINE_ROLES
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.RichText if self._is_spaced else Qt.TextFormat.PlainText)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Colour the words: accent, good, warn, bad, muted, or an empty text for none."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def text(self) -> str:
        """The words as they were given."""
        return self._plain

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        if self._is_spaced and text:
            words = escape(text).replace("\n", "<br>")
            super().setText(f'<p style="line-height:{READING_LINE_PERCENT}%;margin:0">{words}</p>')
        else:
            super().setText(text)
